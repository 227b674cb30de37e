"""Records to their YAML, in the one form that the project writes: one tag a line, text on one line.

Comments of a file are no part of its record, and are not written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.records.reader import LAST_LINE
from kg.records.tree import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.records.model import (
        Child,
        Evidence,
        Found,
        Incident,
        Issue,
        Label,
        ReadFact,
        Review,
        Source,
        Statement,
        Tag,
    )

    Inline = str | int | Mapping[str, "Inline"] | tuple["Inline", ...]

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`=<~"
_MISREAD: Final = re.compile(r": |:$| #|\s$|^\s")
_IN_FLOW: Final = re.compile(r"[,\[\]{}:?\"'#&*!|>%@`]")
_NO_STRING: Final = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[-+]?\.(?:inf|nan)"
    r"|[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*(?:e[-+]?[0-9]+)?"  # 5, 1.5, 2e10
    r"|[-+]?0(?:x[0-9a-f_]+|o[0-7]+|b[01_]+)"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # 12:30
    r"|[0-9]{4}(?:-[0-9]{1,2}){1,2}(?:[t ].*)?",  # 2022-03, 2022-03-31
    re.IGNORECASE,
)
"""What other readers of YAML take for a number, a date or a truth value."""


def write_review(review: Review) -> str:
    """Return a review as the text of its file; `read_review` gives it back."""
    head: Mapping[str, str | int | None] = {
        "id": review.id,
        "alias": review.alias,
        "title": review.title,
        "type": review.type,
        "form": review.form,
        "reason": review.reason,
        "source": review.source,
        "item": review.item,
    }
    coverage: Inline = {
        "findings": review.coverage.findings,
        "recommendations": review.coverage.recommendations,
    }
    lines = [
        *_keys(head),
        "incident:",
        *_indented(_incident(review.incident), 2),
        f"coverage: {_flow(coverage)}",
        *_list("facts", map(_fact, review.facts)),
        *_list("labels", map(_label, review.labels)),
        f"statement-count: {len(review.statements)}",
        "statements:",
        *(line for statement in review.statements for line in _item(_statement(statement))),
    ]
    return "\n".join(lines) + f"\n{LAST_LINE}"


def write_source(source: Source) -> str:
    """Return a source as the text of its file; `read_source` gives it back."""
    head: Mapping[str, str | int | None] = {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "issued": source.issued,
        "language": source.language,
        "file": source.file,
        "extractor": source.extractor,
        "sha256": source.sha256,
        "rights": source.rights,
        "quotes": source.quotes,
        "review-count": source.review_count,
    }
    lines = [*_keys(head), *_list("issues", map(_issue, source.issues))]
    return "\n".join(lines) + f"\n{LAST_LINE}"


def scalar(value: str, *, flow: bool = False) -> str:
    r"""Return text as YAML, in quotes only where YAML needs them.

    Args:
        value: any text.
        flow: it stands inside `{}` or `[]`, where commas and brackets have a meaning.

    Example:
        >>> scalar("Being aware"), scalar("NO"), scalar("Learning: all"), scalar("a, b", flow=True)
        ('Being aware', '"NO"', '"Learning: all"', '"a, b"')
    """
    plain = (
        value and value[0] not in _INDICATORS and not _MISREAD.search(value) and not FORBIDDEN.search(value)
    )
    if (
        plain
        and "\n" not in value
        and not _NO_STRING.fullmatch(value)
        and not (flow and _IN_FLOW.search(value))
    ):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{FORBIDDEN.sub(_escape, escaped)}"'


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _flow(value: Inline) -> str:
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"


def _keys(values: Mapping[str, str | int | None]) -> Iterator[str]:
    """Yield a line for each key that has a value."""
    for key, value in values.items():
        if value is not None:
            yield f"{key}: {scalar(value) if isinstance(value, str) else value}"


def _list(key: str, items: Iterable[Inline]) -> Iterator[str]:
    """Yield a list, one item a line; nothing where there is none."""
    lines = [f"  - {_flow(item)}" for item in items]
    if lines:
        yield from (f"{key}:", *lines)


def _indented(lines: Iterable[str], by: int) -> Iterator[str]:
    return (" " * by + line for line in lines)


def _item(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a block as an item of a list."""
    first, *rest = lines
    yield f"  - {first}"
    yield from _indented(rest, 4)


def _codes(key: str, codes: tuple[str, ...]) -> list[str]:
    return [f"{key}: {_flow(codes)}"] if codes else []


def _incident(incident: Incident) -> list[str]:
    return [
        *_codes("outcome", incident.outcome),
        *_codes("cause", incident.cause),
        *_keys({"occurred": incident.occurred}),
        *_codes("source-of-harm", incident.source_of_harm),
        *_keys({"conviction": incident.conviction}),
        *_list("children", map(_child, incident.children)),
    ]


def _child(child: Child) -> Inline:
    known = _known({"age": child.age, "months": child.months, "band": child.band, "sex": child.sex})
    return known | {"status": child.status} if child.status else known


def _known(values: Mapping[str, Inline | None]) -> dict[str, Inline]:
    return {key: value for key, value in values.items() if value is not None}


def _statement(statement: Statement) -> list[str]:
    head: Mapping[str, str | int | None] = {
        "id": statement.id,
        "kind": statement.kind,
        "heading": statement.heading,
        "text": statement.text,
        "wording": statement.wording,
    }
    return [
        *_keys(head),
        f"evidence: {_flow(_evidence(statement.evidence))}",
        *(["cut: true"] if statement.cut else []),
        *_keys({"orphaned": statement.orphaned}),
        *_list("themes", map(_theme, statement.themes)),
        *_list("agencies", map(_agency, statement.agencies)),
    ]


def _evidence(evidence: Evidence) -> Inline:
    return {"start": evidence.start, "end": evidence.end, "sha256": evidence.sha256}


def _theme(tag: Tag) -> Inline:
    return {"concept": tag.concept, **_decision(tag), **_found(tag.found)}


def _agency(tag: Tag) -> Inline:
    return {"concept": tag.concept, "role": tag.role, **_decision(tag), **_found(tag.found)}


def _decision(made: Tag | ReadFact) -> dict[str, Inline]:
    return _known({"status": made.status, "by": made.by, "decided": made.decided})


def _found(found: Found | None) -> dict[str, Inline]:
    if found is None:
        return {}
    place: dict[str, Inline] = {"by": found.by, "start": found.start, "end": found.end}
    why = {"rule": found.rule, "confidence": found.confidence, "vocabulary": found.vocabulary}
    return {"found": place | why}


def _fact(fact: ReadFact) -> Inline:
    value = _known({"fact": fact.fact, "value": fact.value, "months": fact.months, "band": fact.band})
    return {**value, **_decision(fact), "start": fact.start, "end": fact.end}


def _label(label: Label) -> Inline:
    return _known({"term": label.term, "by": label.by, "start": label.start, "end": label.end})


def _issue(issue: Issue) -> Inline:
    return {"term": issue.term, "theme": issue.theme, "evidence": _evidence(issue.evidence)}
