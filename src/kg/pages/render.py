r"""From a template and what it shows to a page that is whole in itself.

Three things keep text from the data from ever running: Jinja escapes it, JSON is written with `<` as
`\u003c`, and the page's Content-Security-Policy allows only scripts and style that it names by digest.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment


def asset(name: str) -> str:
    """Return a file of `templates/`, as UTF-8 with Unix line ends."""
    return (files("kg.pages") / "templates" / name).read_text("utf-8")


def page(
    template: str, *, scripts: Sequence[str] = (), styles: Sequence[str] = ("style.css",), **shown: object
) -> str:
    """Return the page of a template.

    Args:
        template: its name in `templates/`.
        styles: files of `templates/` that make up its style, in order.
        scripts: sources of the scripts to put at its end, in order; never anything from the data.
        shown: what the template shows, escaped by it.

    Raises:
        ValueError: a script would end its own element.
    """
    from markupsafe import Markup

    for script in scripts:
        if "</script" in script.lower() or "<!--" in script:
            raise ValueError("a script that holds '</script' or '<!--' cannot stand in a page")
    style = "".join(map(asset, styles))
    defaults: dict[str, object] = {"root": "", "in_site": False, "menu": (), "linked_scripts": ()}
    return render(
        template,
        **(defaults | shown),
        policy=policy(style, scripts),
        style=Markup(style),  # noqa: S704 - a file of this package
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - files of this package and of pyvis
    )


MENU: Final = (
    ("home", "Home", "index.html"),
    ("network-themes", "Network", "network.html"),
    ("reviews", "Reviews", "reviews/index.html"),
    ("themes", "Themes", "themes/index.html"),
    ("agencies", "Agencies", "agencies/index.html"),
    ("recommendations", "Recommendations", "recommendations.html"),
    ("questions", "Questions", "questions/index.html"),
    ("search", "Search", "search.html"),
    ("data", "Data", "data.html"),
    ("tray", "Tray", "tray.html"),
)
"""The pages that every page of the site leads to: name, words and address."""


def site_page(template: str, path: str, **shown: object) -> str:
    """Return a page of the site from a template that extends `layout.html`.

    Style and scripts are files of the site, so that they are read once for all pages.

    Args:
        template: its name in `templates/`.
        path: where the page stands in the site, such as `reviews/r-7k2m9qpa.html`.
        shown: what the template shows; `linked_scripts` names further files of `assets/`, `engine` says
            that the page runs WebAssembly, and `thread` that it does so in a thread of its own making.
    """
    linked = ["site.js", *_names(shown.pop("linked_scripts", ()))]
    scripts = "script-src 'self' 'wasm-unsafe-eval'" if shown.pop("engine", False) else "script-src 'self'"
    rules = [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "img-src data:",
        "style-src 'self'",
    ]
    if shown.pop("thread", False):
        rules.append("worker-src blob:")
    return render(
        template,
        **shown,
        root="../" * path.count("/"),
        in_site=True,
        menu=MENU,
        policy="; ".join([*rules, scripts]),
        scripts=(),
        linked_scripts=linked,
    )


def _names(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else []


def render(template: str, **shown: object) -> str:
    """Return a template with what it shows, escaped as HTML and XML need it."""
    return _environment().get_template(template).render(**shown)


@cache
def _environment() -> Environment:
    """Return what compiles templates, each once for all pages."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("kg.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def policy(style: str, scripts: Sequence[str]) -> str:
    """Return the Content-Security-Policy that allows one style and these scripts, and no request at all.

    Images may stand in the page itself, because its empty icon does.

    Example:
        >>> for rule in policy("", []).split("; "):
        ...     print(rule)
        default-src 'none'
        base-uri 'none'
        form-action 'none'
        img-src data:
        style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    rules = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:"]
    rules.append(f"style-src {_digest(style)}")
    if scripts:
        rules.append(f"script-src {' '.join(map(_digest, scripts))}")
    return "; ".join(rules)


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
