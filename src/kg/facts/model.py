"""What may be found in a title and a summary: plain values, each with the place of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V", str, int)


@dataclass(frozen=True, slots=True)
class Fact(Generic[V]):
    """A value, and where the text states it: characters, start inclusive, end exclusive."""

    value: V
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Age(Fact[str]):
    """An age as given, in plain form ("16 years 9 months"), with what follows from it exactly.

    `months` are completed months, only where the age is given in days, weeks or months; `band` is a code of
    age-band, only where the age lies in one band for certain.
    """

    months: int | None = None
    band: str | None = None


@dataclass(frozen=True, slots=True)
class Legal(Fact[str]):
    """A conviction that the summary states: of what, and to what sentence, in the summary's words."""

    offence: Fact[str] | None = None
    sentence: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one review. `type` and `form` point into the title, all others into the summary.

    Values are codes of review-type, report-form, outcome, cause (`circumstances`), sex, source-of-harm and
    conviction (`legal`); `occurred` is a year, year-month or date; an empty field is one that is not stated.
    """

    type: Fact[str] | None = None
    form: Fact[str] | None = None
    outcome: tuple[Fact[str], ...] = ()
    circumstances: tuple[Fact[str], ...] = ()
    ages: tuple[Age, ...] = ()
    sex: tuple[Fact[str], ...] = ()
    children: Fact[int] | None = None
    occurred: Fact[str] | None = None
    sources_of_harm: tuple[Fact[str], ...] = ()
    legal: Legal | None = None

    @property
    def perpetrator(self) -> Fact[str] | None:
        """The first source of harm that the summary names."""
        return self.sources_of_harm[0] if self.sources_of_harm else None
