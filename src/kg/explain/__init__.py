"""Why two reviews, two themes or two agencies are linked: what they share, and what that is worth.

`explain` finds the two and gathers what they share, `render` says it in words or as JSON. Themes and
reviews have the numbers of the links that a build derives, which the questions read too; those of agencies
are worked out here, in the same way.
"""

from __future__ import annotations

from kg.explain.gather import explain
from kg.explain.model import Explanation, Said, Shared, Thing
from kg.explain.words import FORMS, render

__all__ = ["FORMS", "Explanation", "Said", "Shared", "Thing", "explain", "render"]
