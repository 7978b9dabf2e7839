"""Lists of linked data: one JSON object whose items are written one by one, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

from claims.display import json_safe

Form = Mapping[str, Any]

# Inside a page these end the script that holds the data, or begin a comment in it.
_IN_PAGES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def iri(kind: str, id_: str) -> str:
    """What a value is called everywhere: its id is made of its content, so two records call it the same."""
    return f"urn:onrecord:{kind}:{id_}"


def told(form: Form) -> dict[str, Any]:
    """Without what is not known: no field is empty."""
    return {name: value for name, value in form.items() if value not in ("", None, [], {})}


def written(out: IO[str], before: Form, name: str, items: Iterable[Form], *, inside: str = "") -> int:
    """Write `before` with its items under a name; returns how many.

    Args:
        inside: the field of `before`, an object and the last one, that the items belong to; "" for `before`.
    """
    out.write(_json(before)[: -2 if inside else -1] + f", {json.dumps(name)}: [")
    count = 0
    for count, item in enumerate(items, 1):
        out.write((",\n" if count > 1 else "\n") + _json(item))
    out.write("\n]}" + (f', "total": {count}}}' if inside else "") + "\n")
    return count


def _json(form: Form) -> str:
    """As text that can be put into a page as it is."""
    return json_safe(json.dumps(form, ensure_ascii=False)).translate(_IN_PAGES)
