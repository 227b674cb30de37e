"""The words that documents use for their parts.

To teach the grammars a new one, add it here and a case of it to tests/grammar/documents.yaml.
"""

from __future__ import annotations

import re
from typing import Final

_QUALIFIER = (
    r"(?:(?:the|key|main|overall|other|further|additional|practice|wider|system|emerging|"
    r"areas? (?:of|for)|local"
    r"|national|important|significant|specific|summary of|examples? of|multi-agency|final|"
    r"overarching|analysis (?:and|&)|(?:conclusions?|analysis|learning|findings) (?:and|"
    r"&)(?= (?:key )?recommend)|what (?:is|was) the)\s+)*"
)
_FINDING = (
    r"(?:findings?|learning(?! (?:briefings?|bulletin|reports?|reviews?|summary)\b)"
    r"(?: points?| themes?| opportunities)?|lessons?|issues?|themes?|messages?|"
    r"concerns?"
    r"|good practice|practice points?|improvements?|strengths|challenges|missed opportunities|"
    r"take-?away(?: points)?s?"
    r"|development|what (?:did we|we|we have|can we|have we|was) learn\w*|what went well|what worked well"
    r"|what (?:could|should) have (?:been|happened)|what did the review (?:find|tell)|"
    r"what does this (?:tell|mean)"
    r"|effective practice|points? (?:to|for) (?:remember|consider|practice)|implications|"
    r"key points?|observations"
    r"|conclusions?)"
)
_RECOMMENDATION = (
    r"(?:recommendations?|recommended actions?|what needs to (?:change|happen|be done)"
    r"|what (?:should|must|can) (?:you|we|i|practitioners|professionals|agencies) do|next steps|"
    r"actions? (?:required|needed)|actions?(?= (?:for|to)\b)"
    r"|what do (?:you|we) need to do|required actions?)"
)
_ACTION = (
    r"(?:what will (?:be done|happen|change|we do)(?![\w])|"
    r"actions? (?:already )?taken|action plan|what (?:has been|have we|have agencies) done|"
    r"what has (?:changed|happened since)"
    r"|progress (?:so far|to date|since)|actions?|improvements? made|what (?:we are|"
    r"is being) do(?:ing|ne)|changes made)"
)
_SUMMARY = (
    r"(?:summary|case summary|(?:the )?incident|what happened|background|the case|case (?:overview|"
    r"history|outline|study|background)"
    r"|abstract|overview|circumstances|synopsis|story|brief (?:summary|outline|overview)|events?|"
    r"context|family (?:background|history)"
    r"|executive summary|history|about the (?:child|family|case))"
)
_NOTE = (
    r"(?:model|methodology|method|process|terms of reference|introduction|purpose|scope|"
    r"why (?:it matters|a review|was|this|is)"
    r"|questions?|reflecti\w+ questions|about (?:this|the) (?:review|briefing)|questions (?:to|for) \w+"
    r"|further (?:reading|information|resources)|resources|references|contacts?|useful links|"
    r"glossary|analysis"
    r"|reflections?|how (?:was|were) the|the review|reason for|family (?:involvement|views)|"
    r"contributions?|ethnicity"
    r"|authors?|lscb|date of publication|publisher|published|isbn|pages?|physical description|record id)"
)

SECTIONS: Final = tuple(
    (kind, re.compile(rf"{_QUALIFIER}{words}(?![\w'])", re.IGNORECASE))
    for kind, words in (
        ("recommendation", _RECOMMENDATION),
        ("action", _ACTION),
        ("note", r"(?:the )?learning review process"),
        ("finding", _FINDING),
        ("summary", rf"{_SUMMARY}"),
        ("note", _NOTE),
    )
)
"""Kinds of sections with the words that open each; the first that matches counts."""

TOPICS: Final = re.compile(
    r"(?:key |main )*(?:issues?|themes?|learning themes?|concerns?|topics?)\b", re.IGNORECASE
)
"""Leads whose lists may be separated by commas alone."""

LABEL: Final = re.compile(r"[A-Z][^:;.!?\n]{2,110}?:(?=\s|$)")
VERB: Final = re.compile(
    r"\s+(?:identified\s+)?(?:include[sd]?|including|focus(?:es|ed)? (?:up)?on|relate[sd]? to|"
    r"cover(?:s|ed)?|concern(?:s|ed)?"
    r"|(?:are|were) (?:made )?(?:(?:around|about|on|for|to|that)\s+)+)(?=\s)\s*"
)
SUBLEAD: Final = re.compile(
    r"(?:(?:and )?includ\w*|focus(?:es)? on|there (?:is|was|are|were)\b[^:;.,]{0,40}|(?:the|"
    r"a) need\b[^:;.,]{0,30}"
    r"|[a-z][^:;.,]{0,50}\b(?:to|for|that|of|on|about|should|around|includ\w+))\s*:\s*"
)
BARE_SUBLEAD: Final = re.compile(
    r"(?:includes?|focus(?:es)? on|(?:are|were) made (?:(?:around|about|on|for|to)\s+)+)\s*(?=\w)"
)
LOST: Final = re.compile(r"(?P<verb>includes?|focus(?:es)? on)\s*:\s*")
MAKES: Final = re.compile(
    r"(?:Also |(?:The|This) (?:report|review)(?: also)? )?"
    r"(?P<verb>[Mm]akes?|[Ss]ets out|[Ii]dentifie[sd]|[Hh]ighlight(?:s|ed)|"
    r"[Ii]ncludes)\s+(?:\w+\s+){0,2}?"
    r"(?P<what>recommendations?|learning|lessons|issues|findings|themes)\b"
    r"(?P<about>(?: (?:to|for) (?:the|all|local|its) [^,.;:]{2,60}?(?= (?:that|to|for|including)\b))?"
    r"(?:[:,]? ?(?:that|for|to|including|include|around|on|such as|in relation to|covering|about|"
    r"regarding|across))?:?)\s*",
)
RECOMMENDS: Final = re.compile(r"(?:Also )?[Rr]ecommends(?: that| the following)?:?\s+")
NUMBERED_POINT: Final = re.compile(
    r"(?P<label>(?:Key |Practice )?(?P<what>Recommendation|Lesson|Learning|Finding|"
    r"Learning [Pp]oint|Action|Message|Theme|Issue|Point))"
    r"\s*(?:[Nn]o\.? ?)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])\s*(?:[:.)\u2013\u2014-]+\s*|$)",
)
KEYWORDS: Final = re.compile(
    r"(?:Key ?words?|Key words|Subject (?:terms?|headings?)|Subjects|Index terms|Descriptors)\s*:\s*",
    re.IGNORECASE,
)
ABSENT: Final = re.compile(
    r"(?:There (?:are|were) )?[Nn]o (?:specific |formal |further |individual |"
    r"separate )*(?:recommendations?|findings|learning)\b"
)
EMBEDDED: Final = re.compile(
    r"(?:The )?(?:Key )?(?:Learning|Findings|Lessons|Recommendations)\s+(?:is|are)\s+"
    r"(?:embedded|included|contained|incorporated|set out|reflected)\s+(?:with)?in\b",
    re.IGNORECASE,
)
ADDRESSEE: Final = re.compile(r"(?P<who>(?:[Ff]or |[Tt]o )?[^:;.,]{2,70}?)\s*:\s+(?=\S)")
BODY: Final = re.compile(
    r"\b(?:partnerships?|boards?|councils?|trusts?|agency|agencies|police|constabulary|services?|"
    r"authorit(?:y|ies)|LSCBs?|schools?|CCGs?|ICBs?|NHS"
    r"|GPs?|practices|practitioners|government|department|professionals|teams?|LSCP|SCP|CSP|"
    r"education|health|children's|social care|midwifery"
    r"|probation|CAFCASS|Cafcass|colleges?|hospitals?|providers?|managers|commissioners|hubs?|"
    r"ministry|home office|ofsted|leaders|everyone|all|LA\d*)\b",
    re.IGNORECASE,
)
OUTCOME: Final = re.compile(
    r"(?:The )?(?:(?:Sudden |Unexplained |Unexpected |Tragic |Non-fatal |Attempted |Fatal |Two |Three )*"
    r"(?:Deaths?|Suicides?|Murders?|Homicide|Manslaughter|Stabbing|Drowning|Killing|Poisoning)\b|"
    r"(?:Serious|Significant|Multiple|Severe|Life[- ]threatening|Critical|Unexplained|Chronic|"
    r"Long-term|Non-accidental|Near-fatal|Concerns|Professional concerns|Sexual|Physical|"
    r"Emotional)\s+(?:\w+[ -]){0,3}?(?:injur\w+|abuse|exploitation|"
    r"neglect|harm|assaults?|regarding|about|ill-treatment|illness|self-harm)\b|Abduction|Assaults?|"
    r"Injur(?:y|ies)|Neglect|Rape|Abuse|Reviews? (?:of )?the|Two cases|Concerns|Hospitalisation|"
    r"Collapse|Overdose|Grooming|Radicalisation|Criminal exploitation|Admission)\b"
)
MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
