"""Pages that people open in a browser: one file each, complete, that asks nothing of any network.

`facts` reads what the pages say from the store, `network_page` and `home_page` write them, and `network_svg`
a still picture. Templates, style and script are the package's own, in `templates/`; everything from the data
is escaped where it is put in.
"""

from __future__ import annotations

from kg.pages.facts import Facts, facts
from kg.pages.home import home_page
from kg.pages.network import network_page
from kg.pages.svg import network_svg

__all__ = ["Facts", "facts", "home_page", "network_page", "network_svg"]
