"""Pages for people from templates: whatever documents hold is text on them, and they run nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claims.display import display_safe

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def template(package: str, name: str) -> Template:
    """The template in this file of a package."""
    from jinja2 import Environment, StrictUndefined  # takes a tenth of a second to import

    environment = Environment(
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(text_of(package, name))


def text_of(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")


def policy(style: str) -> str:
    """What a browser may do with the page (Content Security Policy, level 3): use this style, and no more."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _shown(value: Any) -> Any:
    """Every text of a document is shown with what is hidden in it."""
    from markupsafe import Markup

    return display_safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value
