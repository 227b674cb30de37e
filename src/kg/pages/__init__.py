"""Pages that people open in a browser, complete, that ask nothing of any network.

`explorer_page` writes the page of a network, `home_page` the one to begin with, `network_svg` a still
picture. Templates, style and scripts are the package's own, in `templates/`; everything from the data is
escaped where it is put in.
"""

from __future__ import annotations

from kg.pages.explorer import RENDERERS, Look, explorer_page
from kg.pages.home import home_page
from kg.pages.svg import network_svg

__all__ = ["RENDERERS", "Look", "explorer_page", "home_page", "network_svg"]
