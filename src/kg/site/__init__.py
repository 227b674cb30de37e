"""The site: every page of a build, written into a folder; and a network as a file of any kind.

store ──▶ Catalogue ──plan──▶ (path, content) of every page and file ──write──▶ a folder
"""

from __future__ import annotations

from kg.site.networks import ENDINGS, MOST_DRAWN, NETWORKS, check_ending, near, network, network_files
from kg.site.plan import plan
from kg.site.write import write

__all__ = [
    "ENDINGS",
    "MOST_DRAWN",
    "NETWORKS",
    "check_ending",
    "near",
    "network",
    "network_files",
    "plan",
    "write",
]
