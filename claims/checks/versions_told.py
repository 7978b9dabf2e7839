"""What is said of a page that changed: its name, when it was kept, what became of which words."""

from __future__ import annotations

from claims.checks.citing import begun, is_name, publisher
from claims.matching.alignment import word_diff
from claims.matching.whole_figures import with_whole_figures
from claims.model import Attribution, Document, Quote
from claims.views import Difference

# Changed stretches that the sentence and the reasons name; the evidence shows all.
_MOST_NAMED = 3
# So much of a passage tells which it is.
_LONGEST = 120


def when_kept(older: Document, newer: Document) -> tuple[str, ...]:
    if older.retrieved is None or newer.retrieved is None:
        return ()
    first, second = _moment(older), _moment(newer)
    return (f"kept {first} and {second}",)


def _moment(document: Document) -> str:
    retrieved = document.retrieved
    if retrieved is None or retrieved.moment is None:
        return str(retrieved or "")
    return f"{retrieved.moment:%Y-%m-%d %H:%M} {retrieved.moment.tzname() or ''}".strip()


def what_changed(before: str, after: str) -> tuple[str, ...]:
    """The words that changed, the first few stretches: "“46” became “52”"."""
    changed = _changed(before, after)
    return tuple(_became(one) for one in changed[:_MOST_NAMED])


def _changed(before: str, after: str) -> list[Difference]:
    return [one for one in with_whole_figures(word_diff(before, after)) if one.op != "equal"]


def _became(difference: Difference) -> str:
    if difference.left and difference.right:
        return f"{cut(difference.left)} became {cut(difference.right)}"
    return (
        f"{cut(difference.right)} was added" if difference.right else f"{cut(difference.left)} was left out"
    )


def now_said(before: str, after: str) -> str:
    """The first change as a clause: "the page now says “52” instead of “46”"."""
    first = next(iter(_changed(before, after)), None)
    if first is None:
        return "other words stand in quotation marks"
    if first.left and first.right:
        return f"the page now says {cut(first.right)} instead of {cut(first.left)}"
    return _became(first)


def page(document: Document) -> str:
    name = publisher(document)
    return f"{begun(name)}, in {title_of(document, document)}," if document.source else begun(name)


def title_of(newer: Document, older: Document) -> str:
    title = newer.title or older.title
    return f"“{title}”" if title else "its page"


def whose(quote: Quote) -> str:
    name = name_of(quote)
    return f"{name}’s words" if name else "a quote"


def name_of(quote: Quote) -> str:
    who: Attribution | None = quote.attribution
    return who.name if who and is_name(who.name) else ""


def cut(words: str, *, marks: bool = True) -> str:
    flat = " ".join(words.split())
    short = flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 2].rstrip(' ,')} …"
    return f"“{short}”" if marks else short
