"""Signs that stand before the items of lists."""

from __future__ import annotations

import re
from typing import Final

MARKS: Final = (
    "\u2022\u25cf\u25aa\u25a0\u25a1\u25e6\u2023\u2219\u25cb\u25fc\u25fe\u25ab\u00b7\u26ab"  # dots
    "\u27a2\u27a4\u25ba\u25b6\u25b8\u25b9\u2192\u21d2\u00bb\u203a\u25c6\u2756\u2605"  # arrows and others
    "\u2713\u2714\u2717\u2718\u2715\u2716\u2610\u2611\u2612"  # ticks, crosses and boxes for them
    "\uf0b7\uf0a7\uf0d8\uf0fc"  # Word's own, from its fonts of symbols
)
"""Single characters; a dash, an asterisk and a letter o need a space after them besides."""

BULLET: Final = re.compile(rf"(?:[{MARKS}]\s*|[-\u2013\u2014*+]\s+|>\s+(?!Read)|o\s+(?=[A-Z]))(?=\S)")
DASH: Final = re.compile("[-\u2013\u2014*+] ")
NUMBERED: Final = re.compile(
    r"(?:R\d{1,2}[.):]? +(?=[A-Z])|\d{1,3}[.):]|\d{1,2}(?:\.\d{1,2}){1,3}[.):]?"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[ivx]{1,4}\.|[a-h]\.) +\S"
)
