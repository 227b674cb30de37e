# ruff: noqa: ISC004 - a pattern of a table goes over several lines, where it can be read
"""What a title says: the type of review and the form of the document."""

from __future__ import annotations

from typing import Final

from kg.facts.model import Fact
from kg.facts.text import flat, pattern

# The first that is found holds, so that the longer names stand before those that they contain. A space
# stands for any space or hyphen.
TYPES: Final = (
    ("mappa-scr", r"mappa serious case reviews?|mappa scr"),
    ("dhr", r"domestic homicide reviews?|domestic abuse related death reviews?|dhr|dardr"),
    ("owhr", r"offensive weapons? homicide reviews?|owhr"),
    ("mhhr", r"mental health homicide (?:reviews?|investigation)|mhhr"),
    ("sar", r"safeguarding adults? reviews?|adult serious case reviews?|sar"),
    ("susr", r"(?:single )?unified safeguarding reviews?|susr"),
    ("apr-wales", r"(?:(?:concise|extended) )?adult practice reviews?"),
    (
        "ncspr",
        r"national (?:child )?safeguarding practice reviews?|national practice reviews?|national cspr|ncspr",
    ),
    (
        "lcspr",
        r"(?:local )?child(?:ren)?(?:'?s)? safeguarding (?:practice|practise) reviews?|l?cspr"
        r"|local safeguarding practice reviews?",
    ),
    ("cpr-wales", r"(?:(?:concise|extended) )?child practice reviews?"),
    ("cmr", r"case management reviews?|cmr"),
    ("scr-scotland", r"significant case reviews?"),
    ("icr-scotland", r"initial case reviews?"),
    ("fai", r"fatal accident (?:inquiry|enquiry)"),
    ("scr", r"serious case reviews?|part (?:8|viii|eight) (?:case )?reviews?"),
    ("pfd", r"regulation 28 report|reg\.? 28 report|rule 43 report|prevention of future deaths?(?: report)?"),
    ("child-death", r"child death (?:overview panel )?reviews?"),
    ("rapid", r"rapid reviews?"),
    (
        "learning",
        r"(?:local |multi ?agency |partnership |practice |partnership |independent )*learning reviews?"
        r"|partnership reviews?",
    ),
)
"""Codes of review-type by the words of a title. SCR alone stands for three types, and CPR for two."""

FORMS: Final = (
    ("seven-minute-briefing", r"(?:7|seven) min(?:ute)?s? (?:learning |practice )?briefings?"),
    (
        "one-page-summary",
        r"(?:one|1) page (?:summary|briefing)|on (?:a|one) page",
    ),
    ("executive-summary", r"executive summary|summary report"),
    ("overview-report", r"(?:full )?overview report|overview"),
    (
        "learning-briefing",
        r"(?:learning|practice|practitioners?'?) (?:briefing|summary|bulletin)(?: note| paper)?|briefing",
    ),
    ("action-plan", r"(?:multi ?agency )?(?:action|improvement) plan"),
    (
        "response",
        r"(?:partnership|agency|safeguarding partners'?|board|lscb) response|response (?:to|from)(?: the)?",
    ),
    ("review-report", r"(?:practice |case )?review report|(?:final|full) report"),
)
"""Codes of report-form by the words of a title."""

_NOT_FORMS: Final = pattern(r"child death overview panel|regulation 28 report")


def review_type(title: str) -> Fact[str] | None:
    """Find the type of review that a title states.

    >>> review_type("Serious Case Review of Family Q: Learning briefing")
    Fact(value='scr', start=0, end=19)
    """
    return _first(TYPES, flat(title))


def document_form(title: str) -> Fact[str] | None:
    """Find the form of the document that a title states.

    >>> document_form("Serious Case Review of Family Q: Learning briefing")
    Fact(value='learning-briefing', start=33, end=50)
    """
    text = _NOT_FORMS.sub(lambda found: "#" * len(found[0]), flat(title))
    return _first(FORMS, text)


def _first(table: tuple[tuple[str, str], ...], text: str) -> Fact[str] | None:
    for code, words in table:
        if found := pattern(words).search(text):
            return Fact(code, *found.span())
    return None
