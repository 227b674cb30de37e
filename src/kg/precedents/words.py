"""What an answer says of itself, in sentences that its table and its page share."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.english import counted
from kg.pages.dates import when
from kg.precedents.rank import Whom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.precedents.model import Agency, Asked, Count, Group, Part, Precedent, Reply, Told

CAUTIONS: Final = (
    "Counts are of published summaries: they show neither a trend nor how common anything is.",
    "The same theme is not the same advice: read the words.",
    "That something was recommended before does not mean that it was not done.",
    "A summary gives a selection: where none is found here, the reviews themselves may have said it.",
    "Words that are a source's own belong to its publisher.",
)

HOW: Final = (
    "First come those whose themes overlap most: a theme that both have counts the more, the fewer reviews "
    "raise it, and a theme that only one has counts against it. Among equals, those that ask the same agency "
    "to act come first, then those that name it, then those that name one of its group; then those with more "
    "words in common. Recommendations on the same set of themes that name the same agencies stand together, "
    "and are counted together."
)

ROLES: Final = MappingProxyType(
    {"addressed": "asked to act", "about": "spoken about", "mentioned": "mentioned"}
)

_BASES: Final = MappingProxyType(
    {"accepted": "", "proposed": " read by software, not yet checked", "given": " given by you"}
)


def count(those: Count, kind: str = "recommendation") -> str:
    """Return so many recommendations in so many reviews.

    Example:
        >>> from kg.precedents.model import Count
        >>> count(Count(3, 1))
        '3 recommendations in 1 review'
    """
    return f"{counted(those.recommendations, kind)} in {counted(those.reviews, 'review')}"


def about(told: Told) -> str:
    """Say what was compared."""
    what = "The document" if told.kind == "document" else "The review"
    return f"{what} {told.name}: {counted(len(told.replies), 'recommendation')}."


def privacy(told: Told) -> str:
    """Say what became of a document; nothing of a record, which is no secret."""
    if told.kind != "document":
        return ""
    return (
        f"{told.name} was read for this answer only: nothing of it was added to the collection, kept or sent."
    )


def collection(told: Told) -> str:
    """Say which collection was searched: `8 reviews of 1 source, March 2022`."""
    dated = sorted(source.issued for source in told.sources if source.issued)
    ends = list(dict.fromkeys(when(date) for date in (dated[0], dated[-1]))) if dated else []
    undated = len(told.sources) - len(dated)
    parts = [
        f"{counted(told.reviews, 'review')} of {counted(len(told.sources), 'source')}",
        *([" to ".join(ends)] if ends else []),
        *([f"{undated} of them not dated"] if undated and told.sources else []),
    ]
    return ", ".join(parts)


def searched(told: Told) -> Iterator[str]:
    """Yield what was searched, and what of it could not be compared."""
    yield f"Searched: {collection(told)}."
    if told.themeless.recommendations:
        yield f"Not compared, since no theme of theirs is accepted: {count(told.themeless)}."


def nothing(told: Told) -> str:
    """Say that there is nothing to compare."""
    if told.kind == "record":
        return "The record gives no recommendations."
    return (
        "No recommendation was recognised in this document. They are found under a heading such as "
        '"Recommendations", or after words such as "Recommendations include:". '
        "kg ingest --dry-run shows how the document was read."
    )


def themes(asked: Asked) -> Iterator[str]:
    """Yield the themes of a recommendation, by whose word they are."""
    for basis, words in _BASES.items():
        found = [theme.label for theme in asked.themes if theme.basis == basis]
        if found:
            yield f"{'Theme' if len(found) == 1 else 'Themes'}{words}: {'; '.join(found)}."
    if asked.doubtful:
        found = [theme.label for theme in asked.doubtful]
        yield f"Too uncertain to compare by: {'; '.join(found)}."


def agencies(asked: Asked) -> Iterator[str]:
    """Yield the agencies of a recommendation, by whose word they are."""
    for basis, words in _BASES.items():
        found = [f"{one.label} ({ROLES[one.role]})" for one in asked.agencies if one.basis == basis]
        if found:
            yield f"{'Agency' if len(found) == 1 else 'Agencies'}{words}: {'; '.join(found)}."
    if not asked.agencies:
        yield "No agency recognised." if asked.wording and not asked.id else "No agency named."


def short(reply: Reply) -> str:
    """Return the verdict in a few words."""
    if reply.state == "found":
        return count(reply.any_theme)
    return "None found" if reply.state == "none" else "No theme recognised; nothing to compare"


def verdict(reply: Reply, part: Part) -> str:
    """Return what was found for a recommendation, in full."""
    if reply.state == "no-theme":
        return "No theme recognised; nothing to compare."
    if reply.state == "none":
        return f"None found: no recommendation in {part.searched} is on {_its_themes(reply)}."
    one, several = reply.any_theme.recommendations == 1, len(reply.asked.themes) > 1
    told = [f"{count(reply.any_theme, f'{_earlier(reply)} recommendation')} share{'s' * one} "]
    told.append("a theme with it." if several else "its theme.")
    if several:
        told.append(f" With all of its themes: {_of_these(reply.all_themes)}.")
    if reply.asked.agencies:
        told.append(f" Naming the same agency: {_of_these(reply.same_agency)}.")
    return "".join(told)


def hint(reply: Reply) -> str:
    """Say how to compare a recommendation that nothing could be compared with; empty for any other."""
    if reply.state != "no-theme":
        return ""
    theme = reply.asked.doubtful[0].id if reply.asked.doubtful else "'safer sleep'"
    return f"To compare it by a theme: --theme {reply.asked.number}={theme}"


def _earlier(reply: Reply) -> str:
    """Return what the recommendations found may be called, as far as the dates tell."""
    known = all(not one.timing for group in reply.groups for one in group.precedents)
    return "earlier" if known else "other"


def _its_themes(reply: Reply) -> str:
    return "its theme" if len(reply.asked.themes) == 1 else "any of its themes"


def _of_these(those: Count) -> str:
    if not those.recommendations:
        return "none"
    return f"{those.recommendations:,}, in {counted(those.reviews, 'review')}"


def why(group: Group, asked: Asked, told: Told) -> Iterator[str]:
    """Yield why a group is near: what both sides have, and what only the earlier one has."""
    same = [
        f"{label} (raised in {raised} of {counted(told.reviews, 'review')})" for label, raised in group.themes
    ]
    yield f"Same {'theme' if len(same) == 1 else 'themes'}: {'; '.join(same)}."
    if group.more:
        yield f"Also about: {'; '.join(group.more)}."
    if group.agencies:
        yield f"Same {'agency' if len(group.agencies) == 1 else 'agencies'}: {'; '.join(group.agencies)}."
    if group.groups:
        yield f"Same group of agencies: {'; '.join(group.groups)}."
    if group.others:
        yield f"{'It also names' if group.agencies else 'It names'}: {'; '.join(group.others)}."
    elif not group.agencies:
        yield "It names no agency." if asked.agencies else "Neither names an agency."


def made(group: Group) -> str:
    """Say how often a group was recommended.

    Example:
        >>> from kg.precedents.model import Group
        >>> made(Group(1.0, (), (), (), (), (), (), 3, 2))
        'Made 3 times, in 2 reviews.'
    """
    if group.recommendations == 1:
        return "Made once."
    return f"Made {group.recommendations:,} times, in {counted(group.reviews, 'review')}."


def citation(one: Precedent) -> str:
    """Return whose words an earlier recommendation is in, and where it stands."""
    source, year = one.source, one.review.year
    added = f", added to the collection in {when(source.issued)}" if source.issued else ", not dated"
    event = f"event in {year}" if year else "year of the event not stated"
    sentences = [
        one.statement.wording,
        f"{one.review.title} ({event}), in {source.title} ({source.publisher}){added}",
        one.timing,
        "it asks the same agency to act" if one.whom == Whom.ASKED else "",
    ]
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in sentences if each)


def hidden(reply: Reply) -> str:
    """Say how many earlier recommendations are not shown; empty where all are."""
    return f"{reply.hidden:,} more, less near: --limit shows more." if reply.hidden else ""


def sentences(told: Told) -> Iterator[str]:
    """Yield what stands above the answer: what was read and searched."""
    yield about(told)
    if told.kind == "document":
        yield privacy(told)
    yield from searched(told)
    yield from told.notes


def joined(lines: Iterable[str]) -> str:
    """Return sentences as one paragraph."""
    return " ".join(lines)


def agency_list(agencies: Sequence[Agency]) -> str:
    """Return agencies with what each is asked, for one cell."""
    return "; ".join(f"{one.label} ({ROLES[one.role]})" for one in agencies)
