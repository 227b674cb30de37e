"""What is asked and decided, in plain words; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.records.model import ReadFact, Tag

if TYPE_CHECKING:
    from kg.curation.items import Item
    from kg.vocabulary import Vocabulary
    from kg.vocabulary.schemes import Concept

FACTS: Final = {
    "type": "kind of review",
    "form": "kind of document",
    "outcome": "outcome",
    "cause": "cause or circumstances",
    "age": "age",
    "sex": "sex",
    "children": "number of children",
    "occurred": "when it happened",
    "source-of-harm": "who is said to have caused harm",
    "conviction": "conviction",
}
"""What each fact is called."""

OF_TITLE: Final = frozenset({"type", "form"})
"""Facts that are read in the title; all others are read in the summary."""

SCHEMES: Final = {
    "type": "code/review-type",
    "form": "code/report-form",
    "outcome": "code/outcome",
    "cause": "code/cause",
    "sex": "code/sex",
    "source-of-harm": "code/source-of-harm",
    "conviction": "code/conviction",
}
"""The scheme that the value of a fact is a code of; other facts are written out."""

ROLES: Final = {
    "mentioned": "its name occurs",
    "about": "the statement is about its service or its staff",
    "addressed": "the statement says that it is to act",
}
"""What an agency may be to a statement."""

CAREFUL: Final = (
    "Who is to act is a guess, and often wrong (F1 .57 to .78 on new documents; 1 would be always right): "
    "accept it only if the statement says so."
)
"""What is said of a proposal that an agency is addressed."""

SENSITIVE: Final = "This says something of a person: it is decided by itself, and only as the words state it."
"""What is said of a sensitive fact."""

_RULES: Final = {
    "preferred": ("its label was found", "its label “{}” was found"),
    "alternative": ("another name for it was found", "“{}” was found, another name for it"),
    "phrase": ("words were found that texts say it with", "“{}” was found, which texts say it with"),
    "hidden": ("words were found that only hint at it", "“{}” was found, which only hints at it"),
}
"""What is said of each kind of label, without and with the words that were found."""


def scheme(item: Item) -> str:
    """Return the scheme that an item's value is a concept of, or nothing."""
    if isinstance(item.about, Tag):
        return "theme" if item.kind == "theme" else "agency"
    return SCHEMES.get(item.about.fact, "") if isinstance(item.about, ReadFact) else ""


def concept(item: Item, vocabulary: Vocabulary) -> Concept | None:
    """Return the concept that an item proposes, or None where it proposes none that the vocabulary has."""
    about = item.about
    name = about.concept if isinstance(about, Tag) else about.value if about else ""
    return vocabulary.schemes.get(scheme(item), {}).get(name)


def label(vocabulary: Vocabulary, scheme_id: str, name: str) -> str:
    """Return what a concept is called, or its id where the vocabulary does not have it."""
    known = vocabulary.schemes.get(scheme_id, {}).get(name)
    return known.label if known else name


def tag(one: Tag, vocabulary: Vocabulary) -> str:
    """Return a tag in words: `theme: Safer sleep`, or `agency: Police (mentioned)`."""
    if one.role == "theme":
        return f"theme: {label(vocabulary, 'theme', one.concept)}"
    return f"agency: {label(vocabulary, 'agency', one.concept)} ({one.role})"


def fact(one: ReadFact, vocabulary: Vocabulary) -> str:
    """Return a fact in words: `outcome: death`, or `age: 5 weeks (under 1)`."""
    value = label(vocabulary, SCHEMES.get(one.fact, ""), one.value)
    band = f" ({label(vocabulary, 'code/age-band', one.band)})" if one.band else ""
    return f"{FACTS[one.fact]}: {value}{band}"


def about(one: Tag | ReadFact, vocabulary: Vocabulary) -> str:
    """Return what is proposed, in words."""
    return tag(one, vocabulary) if isinstance(one, Tag) else fact(one, vocabulary)


def why(item: Item, words: str | None, vocabulary: Vocabulary) -> str:
    """Return why something was proposed, as a sentence.

    Args:
        item: a fact or tag that is proposed.
        words: those that it rests on, where they are known.
        vocabulary: for the method's name.

    Example:
        >>> from kg.curation.items import Item
        >>> from kg.records.model import Found
        >>> from kg.vocabulary import Vocabulary
        >>> found = Found("gazetteer-1", 0, 11, "preferred", "high", "0123456789abcdef")
        >>> tag = Tag("safer-sleep", "theme", "proposed", "gazetteer-1", found=found)
        >>> why(Item("r-7k2m9qpa", "theme", "f-4k2m7q9a", tag), "safer sleep", Vocabulary({}))
        'its label “safer sleep” was found; several words: high confidence'
    """
    if isinstance(item.about, ReadFact):
        where = "title" if item.about.fact in OF_TITLE else "summary"
        return f"read in the {where}, in the words “{words}”" if words else f"read in the {where}"
    found = item.about.found if item.about else None
    if found is None:
        return f"proposed by {label(vocabulary, 'code/method', item.about.by if item.about else '')}"
    without, placed = _RULES.get(found.rule, ("a label was found", "“{}” was found"))
    rule = placed.format(words) if words else without
    return f"{rule}; {_sure(found.confidence, words)}"


def _sure(confidence: str, words: str | None) -> str:
    if confidence == "high":
        several = "several words" if not words or len(words.split()) > 1 else "named more than once"
        return f"{several}: high confidence"
    if confidence == "medium":
        together = "words that stand together" if words and len(words.split()) > 1 else "one word, once"
        return f"{together}: medium confidence"
    return f"{confidence} confidence"
