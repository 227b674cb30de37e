"""The words that head sections, one phrase a line.

To teach the grammars a new one, add it here and a case of it to tests/grammar/documents.yaml.
"""

from __future__ import annotations

import re
from typing import Final

from kg.grammar.numbers import NUMBER_WORDS

_REVIEW: Final = r"(?:the |this )?(?:review|panel|report|author|reviewers?)"
_US: Final = r"(?:we|you|i|us|practitioners|professionals|agencies|partners|services|the \w+(?: \w+)?)"
_NO_FORM: Final = r"(?! (?:briefings?|bulletin|reports?|reviews?|summary)\b)"
_QUALIFIER: Final = (
    rf"(?:(?:\d{{1,2}}|{'|'.join(NUMBER_WORDS[2:11])}|the|key|main|overall|other|further|additional|practice|wider|system|emerging|"
    r"areas? (?:of|for)|local"
    r"|(?:report|review|panel|author|reviewer)(?:'s|s')?"
    r"|national|important|significant|specific|summary of|examples? of|multi-agency|final|"
    r"overarching|analysis (?:and|&)|(?:conclusions?|analysis|learning|findings) (?:and|"
    r"&)(?= (?:key )?recommend)|what (?:is|was|are|were) the)\s+)*"
)

_FINDING: Final = (
    r"findings?",
    rf"learning{_NO_FORM}(?: points?| themes?| opportunities| outcomes)?",
    r"lessons?",
    r"issues?",
    r"themes?",
    r"messages?",
    r"concerns?",
    r"key lines? of enquiry \d+",
    r"(?:practice and )?organisational learning",
    r"barriers",
    r"(?:good|effective|strong|positive|notable|poor) practice",
    r"practice (?:points?|issues|episodes?)",
    r"improvements?",
    r"strengths",
    r"weaknesses",
    r"challenges",
    r"missed opportunities",
    r"take-?away(?: points)?s?",
    r"development",
    rf"what (?:did {_US}|{_US}(?: have| has)?|can we|have we|was) (?:learn|found|find|discover)\w*",
    rf"what {_REVIEW} (?:found|finds|learn\w*|tells us|told us|identified|saw)",
    rf"what did {_REVIEW} (?:find|tell|learn|show)\w*",
    r"what does this (?:tell|mean)",
    r"what (?:went|worked|was done|we did|did we do|is working) (?:really |particularly )?well",
    r"what (?:has )?work(?:ed|s)",
    r"what (?:was|were) (?:good|helpful|missed|learn\w*)",
    r"what (?:helped|got in the way|went wrong)",
    r"what (?:didn.t|did not|was not|wasn.t|could have|might have) (?:gone?|work(?:ed)?|(?:been )?done)\b",
    r"what (?:could|should|might) (?:have|we have|be) (?:been|happened|done|better)",
    r"even better if",
    r"where (?:we|practice) (?:could|can|should) (?:do|be|have)",
    r"(?:points?|things) (?:to|for) (?:remember|consider|practice|note)",
    r"implications",
    r"key points?",
    r"observations",
)
_RECOMMENDATION: Final = (
    r"recommendations?",
    r"recommended (?:actions?|changes)",
    r"proposals?",
    r"strategy considerations",
    r"considerations for (?:the |all )?(?:committee|board|partnership|partners)",
    r"improving systems(?: and practice)?",
    r"what (?:needs?|has) to (?:change|happen|be done|improve)",
    rf"what (?:should|must|can|could) {_US} do",
    rf"what (?:do|does) {_US} need to do",
    rf"what {_US} (?:should|must|can|could|need to|needs to|will) (?:now )?(?:do|change|consider)",
    r"what (?:we|the review) (?:are|is) asking",
    r"what to do",
    rf"what (?:(?:do|would) )?{_US} (?:want|expect|hope|need|like) to (?:see|happen|be different)",
    r"(?:top )?tips",
    r"what (?:happens|comes) next",
    r"what will (?:be done|happen|change)",
    r"what now",
    r"next steps",
    r"calls? to action",
    r"action points?",
    r"asks",
    r"(?:dos?|don'?ts?|dos? and don'?ts?)(?= *$)",
    r"suggested (?:actions?|changes)",
    r"(?:required|agreed|future|priority) actions?",
    r"actions? (?:required|needed)",
    r"actions?(?= (?:for|to)\b)",
    r"improvements? (?:required|needed)",
    r"how (?:can|should|will|must|could) (?:we|you|practice|things|services) (?:change|improve|respond)",
)
_ACTION: Final = (
    r"actions? (?:already )?taken",
    r"action plan",
    r"what (?:has|have) (?:already )?(?:been done|changed|happened since|improved)",
    r"what (?:have we|have agencies|have partners|we have|agencies have) (?:done|changed)",
    r"what(?:'s| is) (?:changed|different|already)",
    r"progress (?:so far|to date|since|made)",
    r"actions?",
    r"improvements? (?:already )?made",
    r"what (?:we are|is being) do(?:ing|ne)",
    r"changes (?:already )?made",
    r"since the review",
)
_SUMMARY: Final = (
    r"summary",
    r"(?:case|review) summary",
    r"(?:the )?incident",
    r"what happened",
    r"background",
    r"the case",
    r"case (?:overview|history|outline|study|background|details)",
    r"abstract",
    r"overview",
    r"(?:the )?circumstances",
    r"synopsis",
    r"(?:\w+'s |the |their )?story",
    r"brief (?:summary|outline|overview|description)",
    r"events?",
    r"narrative",
    r"chronology",
    r"context",
    r"(?:the )?family(?: background| history)?(?= *$)",
    r"family (?:background|history)",
    r"the child(?:ren)?(?= *$)",
    r"who (?:is|was|are|were) (?!involved|this)[\w' ]{1,30}",
    r"about (?!this|the review|us)[\w ]{1,20}(?= *$)",
    r"executive summary",
    r"history",
    r"about the (?:child|family|case)",
    r"who(?= *$)",
)
_NOTE: Final = (
    r"model",
    r"methodology",
    r"method",
    r"process",
    r"terms of reference",
    r"introduction",
    r"purpose",
    r"scope",
    r"legal context",
    r"why (?:it matters|does (?:it|this) matter|a review|was|this|is)",
    r"key lines of enquiry",
    r"contents",
    r"questions?",
    r"reflecti\w+ questions",
    r"about (?:this|the) (?:review|briefing|report)",
    r"questions (?:to|for) \w+",
    r"(?:find|read|learn) (?:out )?more",
    r"want to know more",
    r"where to (?:get|find|go)",
    r"(?:get|need|getting) (?:help|support)",
    r"help and support",
    r"further (?:reading|information|resources|help|support)",
    r"related (?:pages|links|documents|resources|content)",
    r"resources",
    r"references",
    r"contacts?",
    r"useful (?:links|contacts)",
    r"glossary",
    r"analysis",
    r"statements? (?:by|of)",
    r"declaration",
    r"appendi(?:x|ces)",
    r"acknowledge?ments",
    r"disclaimer",
    r"(?:concluding|closing) (?:remarks|comments|thoughts)",
    r"(?:talk|think)(?:ing)? about",
    r"time to (?:talk|think|reflect)",
    r"discuss(?:ion)?(?: points| questions)?",
    r"reflections?",
    r"how (?:was|were|did) (?:the|we)",
    r"the review",
    r"reason for",
    r"family (?:involvement|views)",
    r"(?:views|voice|contribution|involvement|participation) of (?:the )?(?:family|parents)",
    r"contributions?",
    r"ethnicity",
    r"parallel (?:processes|investigations)",
    r"dissemination",
    r"(?:corporate |independent |lead )?(?:authors?|reviewers?)",
    r"lscb",
    r"date of publication",
    r"publisher",
    r"published",
    r"isbn",
    r"pages?",
    r"physical description",
    r"record id",
    r"unique identifier",
    r"resource type",
    r"notes",
)

SECTIONS: Final = tuple(
    (kind, re.compile(rf"{_QUALIFIER}(?:{'|'.join(phrases)})(?![\w'])", re.IGNORECASE))
    for kind, phrases in (
        ("recommendation", _RECOMMENDATION),
        ("action", _ACTION),
        ("note", (r"(?:the )?learning review process",)),
        ("finding", _FINDING),
        ("summary", _SUMMARY),
        ("note", _NOTE),
        ("", (r"conclusions?",)),
    )
)
"""Kinds of sections with the words that open each; the first that matches counts. Where the kind is empty,
items are points and paragraphs are not."""
