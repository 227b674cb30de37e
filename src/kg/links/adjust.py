"""Many tests at once: Benjamini & Hochberg's control of false discoveries.

Benjamini & Hochberg (1995), "Controlling the false discovery rate", Journal of the Royal Statistical Society
B 57. Where nothing is linked, the chance that any pair is called so is at most the level chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def benjamini_hochberg(
    p: NDArray[np.float64], tests: int, repeats: NDArray[np.int64] | None = None
) -> NDArray[np.float64]:
    """Return the adjusted p values: the smallest level of false discovery at which each test is called.

    Args:
        p: the p values, in any order; those of tests that are not given are taken as 1.
        tests: how many tests were made in all.
        repeats: for how many tests each p value stands; 1 without it.

    Example:
        >>> import numpy as np
        >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03]), 4).round(4).tolist()
        [0.04, 0.0533, 0.0533]
    """
    import numpy as np

    order = np.argsort(p, kind="stable")
    rank = np.cumsum(np.ones(len(p)) if repeats is None else repeats[order])
    # Ties have one rank, the highest: the running minimum from the end sees to it.
    stepped = np.minimum.accumulate((p[order] * tests / np.maximum(rank, 1))[::-1])[::-1]
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(stepped, 1)
    return adjusted
