"""Facts of a review: type and form from its title, all others from its opening summary.

Only what is stated, each with the place of its words; silent rather than wrong. The patterns stand in tables:
`titles.TYPES` and `FORMS`, `events.OUTCOMES`, `cause_forms.CAUSES`, `ages.WORDS`, `harm.PERSONS`.
"""

from __future__ import annotations

from functools import lru_cache

from kg.facts.ages import ages, grown
from kg.facts.causes import causes
from kg.facts.children import children, sexes, spoken, subject
from kg.facts.dates import occurred
from kg.facts.events import outcomes, own_harm, telling
from kg.facts.harm import legal, sources
from kg.facts.model import Age, Fact, Facts, Legal
from kg.facts.text import flat, sentences
from kg.facts.titles import document_form, review_type

LONGEST = 4000
"""Characters of a title or summary that are read; more would be no summary, and patterns stay quick."""

__all__ = ["LONGEST", "Age", "Fact", "Facts", "Legal", "document_form", "facts"]


@lru_cache(maxsize=64)  # an ingest asks twice: what a document proposes, and the months of its ages
def facts(title: str, summary: str) -> Facts:
    """Find the facts that a title and a summary state.

    Args:
        title: of the review, as its source gives it.
        summary: its opening summary; may be empty.

    Returns:
        The facts; offsets count characters of the string that each was found in.

    >>> found = facts("Baby Q: serious case review", "Death of a 5-week-old girl in May 2015.")
    >>> found.type.value, found.outcome[0].value, found.occurred.value
    ('scr', 'death', '2015-05')
    >>> found.ages[0]
    Age(value='5 weeks', start=11, end=21, months=1, band='under-1')
    """
    said = list(sentences(flat(summary[:LONGEST])))
    kind, form = review_type(title[:LONGEST]), document_form(title[:LONGEST])
    if not said:
        return Facts(kind, form)
    first = next(
        (place for place, sentence in enumerate(said) if outcomes(sentence) or causes([sentence], ())), 0
    )
    told, later = said[first], said[first + 1 :]
    outcome = outcomes(told)
    about = [told, *(sentence for sentence in later if telling(sentence))]
    if {fact.value for fact in outcome} <= {"concern"}:
        more = about[1:] if outcome else {s.start: s for s in (*later[:1], *about[1:])}.values()
        outcome = (*(fact for sentence in more for fact in outcomes(sentence)), *outcome)
    harm = sources(about)
    circumstances = causes(about, harm)
    harm = harm or tuple(own_harm(circumstances))
    whom = next((one for one in (told, *said[:first]) if subject(one)), told)
    who = subject(whom)
    return Facts(
        kind,
        form,
        outcome=tuple({fact.value: fact for fact in reversed(outcome)}.values())[::-1],
        circumstances=circumstances,
        ages=ages(whom, later, who),
        sex=sexes(whom, who) or spoken(whom, later, who),
        children=children(whom, who, grown=grown(whom, who)),
        occurred=occurred(told, later),
        sources_of_harm=harm,
        legal=legal(said),
    )
