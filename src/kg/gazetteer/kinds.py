"""Words that stand for one another inside a label: the forms of a verb, ways to deny, and kinds of people.

A label may say "tell agencies" for whichever service was told, "speak to the child" for a boy, a girl or a
baby, "parent's account" for a mother's, and "not told" for "nobody told" or "never told". Only words of these
short lists do so: whoever writes labels can foresee what they will find.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_REGULAR: Final = (
    "accept alert analyse ask assess assume avoid believe blame carry check close communicate confirm"
    " consider contradict coordinate corroborate decline describe discharge disclose discuss dismiss"
    " engage escalate establish examine explain explore follow happen identify ignore inform invite"
    " involve join label lack liaise listen live minimise miss move normalise notice notify observe"
    " obtain overlook pass persuade probe protect raise reach recognise refer refuse rely request"
    " scrutinise seem share signpost stop talk test transfer treat triangulate verify weigh withhold"
    " work"
)
_IRREGULAR: Final = (
    "begin begins began begun beginning",
    "bring brings brought bringing",
    "challenges challenged challenging",
    "draw draws drew drawn drawing",
    "feel feels felt feeling",
    "find finds found finding",
    "get gets got getting",
    "give gives gave given giving",
    "hear hears heard hearing",
    "hide hides hid hiding",
    "hold holds held holding",
    "keep keeps kept keeping",
    "know knows knew known knowing",
    "leave leaves left leaving",
    "lose loses lost losing",
    "make makes made making",
    "meet meets met meeting",
    "put puts putting",
    "questioned questioning",
    "read reads reading",
    "recorded recording",
    "see sees saw seen seeing",
    "seek seeks sought seeking",
    "sell sells sold selling",
    "send sends sent sending",
    "speak speaks spoke spoken speaking",
    "take takes took taken taking",
    "tell tells told telling",
    "understand understands understood understanding",
    "write writes wrote written writing",
)
_NOT: Final = "not never nobody none neither nor no without seldom rarely hardly cannot"
_KINDS: Final = {
    "@agency": (
        "agency ambulance authority cafcass camhs clinic clinician club colleague college consultant"
        " council counsellor court dentist department doctor education general gp headteacher health"
        " hospital housing landlord mash maternity midwife midwifery nurse nursery officer paediatrician"
        " paramedic partner pharmacist police practitioner prison probation professional provider"
        " psychiatrist school service social staff surgery teacher team therapist visitor ward worker"
    ),
    "@child": (
        "child young boy girl baby infant toddler teenager adolescent pupil student sibling son daughter"
    ),
    "@parent": "parent mother father mum dad carer caregiver stepfather stepmother grandparent grandmother",
}


def _forms(base: str) -> Iterator[str]:
    """Yield the forms of a regular verb, with the consonant doubled as "refer" and "transfer" have it."""
    yield from (base, f"{base}es" if base.endswith(("s", "ss", "sh", "ch")) else f"{base}s")
    stem = base.removesuffix("e")
    if base.endswith("y"):
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    elif base.endswith("fer") or base in ("stop", "label"):
        yield from (f"{base}{base[-1]}ed", f"{base}{base[-1]}ing")
    else:
        yield from (f"{stem}ed", f"{stem}ing")


VERBS: Final = MappingProxyType(
    {form: base for base in _REGULAR.split() for form in _forms(base)}
    | {form: forms.split()[0] for forms in _IRREGULAR for form in forms.split()}
)
"""Forms of the verbs that carry labels. They count only inside a label of several words."""

DENIALS: Final = frozenset(_NOT.split())
"""What says "not" in a label of several words."""

KINDS: Final = MappingProxyType({word: kind for kind, words in _KINDS.items() for word in words.split()})
"""The kind of person or service that a word names, by its singular in lower case."""
