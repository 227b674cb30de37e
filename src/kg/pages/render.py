r"""From a template and what it shows to a page that is whole in itself.

Three things keep text from the data from ever running: Jinja escapes it, JSON is written with `<` as
`\u003c`, and the page's Content-Security-Policy allows only scripts and style that it names by digest.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def asset(name: str) -> str:
    """Return a file of `templates/`, as UTF-8 with Unix line ends."""
    return (files("kg.pages") / "templates" / name).read_text("utf-8")


def page(template: str, *, scripts: Sequence[str] = (), **shown: object) -> str:
    """Return the page of a template.

    Args:
        template: its name in `templates/`.
        scripts: sources of the scripts to put at its end, in order; never anything from the data.
        shown: what the template shows, escaped by it.

    Raises:
        ValueError: a script would end its own element.
    """
    from markupsafe import Markup

    for script in scripts:
        if "</script" in script.lower() or "<!--" in script:
            raise ValueError("a script that holds '</script' or '<!--' cannot stand in a page")
    style = asset("style.css")
    return render(
        template,
        **shown,
        policy=policy(style, scripts),
        style=Markup(style),  # noqa: S704 - a file of this package
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - files of this package and of pyvis
    )


def render(template: str, **shown: object) -> str:
    """Return a template with what it shows, escaped as HTML and XML need it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("kg.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**shown)


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
