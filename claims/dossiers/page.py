"""The page that a person reads first, made of nothing but the JSON of the dossier's other files.

So whoever verifies a dossier can make it again, and see whether it says what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.exports.templates import policy, template, text_of

_PACKAGE = "claims.dossiers"

# One object of those files.
Told = Mapping[str, Any]


def page(
    head: Told,
    documents: Sequence[Told],
    passages: Sequence[Told],
    findings: Sequence[Told],
    decisions: Sequence[Told],
) -> bytes:
    """index.html. All that comes from documents is shown as text, with what is hidden in it made visible."""
    about = {one["id"]: one for one in documents}
    told = [one for one in decisions if one["kind"] != "link"]
    style = text_of(_PACKAGE, "index.css")
    shown = template(_PACKAGE, "index.html").render(
        style=style,
        policy=policy(style),
        head=head,
        chosen=chosen_words(head["chosen"]),
        documents=documents,
        passages=passages,
        known={one["id"] for one in passages},
        findings=findings,
        found={one["id"]: one for one in findings},
        about=about,
        decisions=told,
        decided={one["id"]: one for one in told},
        withheld=len(decisions) - len(told),
        stretches=_stretches,
        decision_words=decision_words,
    )
    return shown.encode()


def chosen_words(chosen: Told) -> str:
    """ "quotes with tag pier, since 2031-03-01": what the dossier was asked for."""
    filters = [f"{name.replace('_', ' ')} {value}" for name, value in chosen.items() if name != "kind"]
    kind = "quotes, claims and findings" if chosen.get("kind") == "all" else str(chosen.get("kind", ""))
    return f"{kind}: {', '.join(filters)}" if filters else f"all {kind} of the record"


def decision_words(made: Told) -> str:
    """What was decided, without who and when: "finding: dismissed (rounding)"."""
    value = f" ({made['value']})" if made["value"] else ""
    settled = ", settles the dispute" if made["settles"] else ""
    taken_back = "" if made["stands"] else " [taken back since]"
    return f"{made['decides']}: {made['verdict']}{value}{settled}{taken_back}"


def _stretches(passage: Told) -> Iterator[tuple[str, bool]]:
    """The context cut where the passage begins and ends, and whether each part is of the passage."""
    context = passage["context"]
    text, first = context["text"], context["start"]
    at = 0
    for piece in passage["passages"]:
        start, end = piece["start"] - first, piece["end"] - first
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False
