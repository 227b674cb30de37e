"""Whatever becomes of a document: no decision is lost, and no id changes while its words stay."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.ingest.conftest import Desk, minting

from kg import documents
from kg.ingest.passages import key
from kg.records import edit

if TYPE_CHECKING:
    from kg.ingest.plan import Tools

POINTS = [
    "sleeping places should be seen at every visit",
    "neglect was named too late by everybody",
    "school staff did not know whom to ring",
    "the father was never spoken to alone",
    "a second bruise was put down to play",
    "domestic abuse was written in another file",
    "letters went to an address long left",
    "supervision looked at forms and not at children",
    "nobody asked the older brother what he saw",
    "midwives and doctors kept separate notes",
    "the plan ended although nothing had changed",
    "information sharing stopped at the county border",
    "an interpreter was a cousin of the mother",
    "the crisis team had no beds that weekend",
    "home visits fell on the same weekday",
    "the housing office closed its letters unread",
]
NAMES = ["Child A", "Child B", "Child C", "Baby D"]
KINDS = ["serious case review", "learning review", "child safeguarding practice review"]


@dataclass(frozen=True)
class Told:
    """A review of a document: who it is to us, and what the document says."""

    name: str
    kind: str
    findings: tuple[str, ...]
    advice: tuple[str, ...] = field(default=())

    def text(self, number: int, wrap: str) -> str:
        parts = [f"{number}. {self.name}: {self.kind}", f"Death of a boy known as {self.name}."]
        parts.append(f"Learning includes: {'; '.join(self.findings)}.")
        if self.advice:
            parts.append(f"Recommendations include: {'; '.join(self.advice)}.")
        return re.sub(r"(?<=[a-z]) the ", f"{wrap}the ", "\n\n".join(parts))


def document(reviews: list[Told], wrap: str = " ") -> str:
    return "\n\n".join(review.text(number, wrap) for number, review in enumerate(reviews, 1)) + "\n"


@st.composite
def bulletins(draw: st.DrawFn) -> list[Told]:
    points = draw(st.permutations(POINTS[:12]))
    names = NAMES[: draw(st.integers(1, 3))]
    share = 12 // len(names)
    kinds = st.sampled_from(KINDS)
    return [
        Told(name, draw(kinds), tuple(points[n * share : n * share + 3]), (points[n * share + 3],))
        for n, name in enumerate(names)
    ]


@st.composite
def changed(draw: st.DrawFn, reviews: list[Told]) -> tuple[list[Told], str]:
    """The document with one thing otherwise."""
    at = draw(st.integers(0, len(reviews) - 1))
    one, wrap = reviews[at], " "
    said = {point for review in reviews for point in (*review.findings, *review.advice)}
    fresh = [point for point in POINTS if point not in said]
    place = draw(st.integers(0, len(one.findings) - 1))
    points = list(one.findings)
    what = draw(st.sampled_from(["drop", "add", "swap", "typo", "retitle", "rewrap", "last", "part", "move"]))
    if what == "drop" and len(points) > 1:
        del points[place]
    elif what == "add" and fresh:
        points.insert(place, draw(st.sampled_from(fresh)))
    elif what == "swap":
        points = draw(st.permutations(points))
    elif what == "typo":
        points[place] = points[place].replace("e", "ee", 1)
    elif what == "rewrap":
        wrap = draw(st.sampled_from(["\n", "  ", "\u00a0"]))
    elif what == "retitle":
        one = replace(one, kind=draw(st.sampled_from(KINDS)))
    elif what == "move":
        one = replace(one, advice=())
    made = [*reviews[:at], replace(one, findings=tuple(points)), *reviews[at + 1 :]]
    if what == "part" and len(made) > 1:
        del made[at]
    elif what == "last":
        made = [*made[at:], *made[:at]]
    return made, wrap


def decide(data: st.DataObject, desk: Desk) -> None:
    """Let a person decide on some of what is proposed, and write a comment."""
    for review in sorted(desk.records().reviews, key=lambda one: one.alias):
        path = desk.folder / "reviews" / f"{review.alias}.yaml"
        text = path.read_text(encoding="utf-8")
        for statement in review.statements:
            for tag in (*statement.themes, *statement.agencies):
                if tag.status == "proposed" and data.draw(st.booleans()):
                    status = data.draw(st.sampled_from(["accepted", "rejected"]))
                    changes = {"status": status, "by": "editor", "decided": "2031-04-02"}
                    text = edit.set_tag(text, statement.id, tag.role, tag.concept, changes)
        path.write_text(text, encoding="utf-8")


def decisions(desk: Desk) -> set[tuple[str, str, str, str]]:
    return {
        (one.id, tag.concept, tag.role, tag.status)
        for one in desk.statements().values()
        for tag in (*one.themes, *one.agencies)
        if tag.status != "proposed"
    }


def ids(desk: Desk, reviews: list[Told]) -> dict[tuple[str, str], str]:
    """The id of each statement of each review that the document has, by what it says."""
    found = {}
    for review in desk.records().reviews:
        name = next((one.name for one in reviews if one.name in review.title), "")
        live = {(name, key(one.text)): one.id for one in review.statements if not one.orphaned}
        found |= live
    return found


@settings(
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(data=st.data(), reviews=bulletins())
def test_no_decision_is_lost_and_no_id_changes(
    data: st.DataObject, reviews: list[Told], tools: Tools
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "data", replace(tools, mint=minting()))
        desk.read(document(reviews))
        for _ in range(data.draw(st.integers(1, 4))):
            decide(data, desk)
            kept, before = decisions(desk), ids(desk, reviews)
            reviews, wrap = data.draw(changed(reviews))
            text = document(reviews, wrap)
            desk.read(text)
            assert decisions(desk) == kept
            now = ids(desk, reviews)
            assert {said: now[said] for said in before if said in now} == {
                said: name for said, name in before.items() if said in now
            }
            said = {(one.name, key(point)) for one in reviews for point in (*one.findings, *one.advice)}
            assert said <= now.keys()
            found = desk.records()
            assert documents.problems(found, {found.sources[0].id: text}) == []
            after = desk.content()
            desk.read(text)
            assert desk.content() == after
