"""The words that documents use for their parts.

To teach the grammars a new one, add it here and a case of it to tests/grammar/documents.yaml.
"""

from __future__ import annotations

import re
from typing import Final

from kg.grammar.numbers import NUMBER_WORDS

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
ABOUT: Final = re.compile(r"(?:are|were) made (?:(?:around|about|on|regarding)\s+)+")
"""Says what recommendations are about, and not what they are."""

LOST: Final = re.compile(r"(?P<verb>includes?|focus(?:es)? on)\s*:\s*")
MAKES: Final = re.compile(
    r"(?:Also |(?:It|(?:The|This) (?:report|review))(?: also)? )?"
    r"(?P<verb>[Mm]akes?|[Ss]ets out|[Ii]dentifie[sd]|[Hh]ighlight(?:s|ed)|"
    r"[Ii]ncludes)\s+(?:\w+\s+){0,4}?"
    r"(?P<what>recommendations?|learning|lessons|issues|findings|themes)\b"
    r"(?P<about>(?: (?:to|for) (?:the|all|local|its) [^,.;:]{2,60}?(?= (?:that|to|for|including)\b))?"
    r"(?:[:,]? ?(?:that|for|to|including|include|around|on|such as|in relation to|covering|about|"
    r"regarding|across))?:?)\s*",
)
RECOMMENDS: Final = re.compile(
    r"(?:Also |(?:It|(?:The|This) (?:report|review|author))(?: also)? )?"
    r"(?:[Rr]ecommends|(?<=[a-z] )recommended)(?: that| the following)?:?\s+"
)
NUMBERED_POINT: Final = re.compile(
    r"(?P<label>(?:(?:Key |Practice )?(?P<what>Recommendation|Lesson|Learning|Finding|Learning [Pp]oint|"
    r"Learning [Tt]heme|Practice [Tt]heme|Action|Message|Theme|Issue|Point|Key [Ll]ine of [Ee]nquiry|KLOE)"
    r"\s*(?:[Nn]o\.? ?)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z](?!\w)))|(?P<short>R)\d{1,2}(?:\.\d{1,2})?)"
    r"\s*(?:[:.)\u2013\u2014-]+\s*|(?<=\d)\s+(?=[A-Z])|$)",
)
KEYWORDS: Final = re.compile(
    r"(?:Key ?words?|Key words|Subject (?:terms?|headings?)|Subjects|Index terms|Descriptors)\s*:\s*",
    re.IGNORECASE,
)
ABSENT: Final = re.compile(
    r"(?:There (?:are|were) |(?:The|This) (?:review|report|author|panel)(?: has)? "
    r"(?:makes?|made|sets out|identifie[sd]) )?"
    r"[Nn]o (?:specific |formal |further |individual |"
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
    r"(?=[A-Z])"
    r"(?:The )?(?:(?:Sudden |Unexplained |Unexpected |Tragic |Non-fatal |Attempted |Accidental |Fatal |"
    r"Two |Three )*"
    r"(?i:deaths?|suicides?|murders?|homicide|manslaughter|stabbing|drowning|killing|poisoning)\b|"
    r"(?:Serious|Significant|Multiple|Severe|Life[- ]threatening|Critical|Unexplained|Chronic|"
    r"Long-term|Non-accidental|Near-fatal|Concerns|Professional concerns|Sexual|Physical|"
    r"Emotional)\s+(?:\w+[ -]){0,3}?(?:injur\w+|abuse|exploitation|"
    r"neglect|harm|assaults?|regarding|about|ill-treatment|illness|self-harm)\b|Abduction|Assaults?|"
    r"Injur(?:y|ies)|Neglect|Rape|Abuse|Reviews? (?:of )?the|Two cases|Concerns|Hospitalisation|"
    r"Collapse|Overdose|Grooming|Radicalisation|Criminal exploitation|Admission)\b"
)
MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

_HARM = (
    *(
        "di(?:ed|es)",
        "deaths?",
        "dead",
        r"kill\w*",
        r"murder\w*",
        "suicides?",
        r"injur\w*",
        r"bruis\w*",
        "shaken",
    ),
    *("burn(?:s|t|ed)?", r"scald\w*", r"fractur\w*", r"abus\w*", r"neglect\w*", r"exploit\w*", r"assault\w*"),
    *(
        "harm(?:ed|ful)?",
        "rape[ds]?",
        r"stabb\w*",
        "shot",
        r"drown\w*",
        r"poison\w*",
        r"overdos\w*",
        "ill",
        "illness",
    ),
    *(
        r"collaps\w*",
        r"starv\w*",
        "malnutrition",
        "malnourished",
        r"dehydrat\w+",
        "unconscious",
        r"self-harm\w*",
    ),
    *(
        "went missing",
        "found",
        "hospital",
        "unwell",
        r"traffick\w*",
        r"groom\w*",
        r"radicalis\w*",
        "concerns?",
    ),
    *(
        r"ingest\w*",
        r"swallow\w*",
        r"attack\w*",
        "removed",
        r"abandon\w*",
        "infection",
        r"strangl\w*",
        "hanged",
    ),
    *(r"suffocat\w*", r"asphyxi\w*", "hit by"),
)
_AGED = "|".join(NUMBER_WORDS[1:18])
_CHILD = (
    r"(?:year|month|week|day)s?[ -]olds?",
    rf"aged? (?:of )?(?:\d|under|between|{_AGED})",
    *(
        "bab(?:y|ies)",
        "infants?",
        "boys?",
        "girls?",
        "toddlers?",
        "newborns?",
        "teenagers?",
        "siblings?",
        "twins?",
    ),
    *(
        "brothers?",
        "sisters?",
        "sons?",
        "daughters?",
        "grandchildren",
        "young (?:person|people|man|woman|men|women)",
    ),
    r"(?:a|an|the|her|his|their|two|three|four|five|six|young|older|younger) (?:[\w-]+ ){0,2}child(?:ren)?",
    "Child(?:ren)? [A-Z]",
)
HARM: Final = re.compile(rf"\b(?:{'|'.join(_HARM)})\b", re.IGNORECASE)
"""What a summary tells of."""

CHILD: Final = re.compile(rf"\b(?:{'|'.join(_CHILD)})\b")
"""Whom a summary tells of."""
