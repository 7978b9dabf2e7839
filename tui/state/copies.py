"""What can be copied of a passage: its words, a citation, where it stands, Markdown, JSON."""

from __future__ import annotations

import io
from dataclasses import dataclass

from claims import printed
from claims.display import display_safe, one_line
from claims.exports.jsonl import JsonLines
from claims.exports.markdown import Markdown
from claims.exports.rows import row
from claims.model import Quote
from claims.ports import Citation, Exporter, ExportRow
from claims.printed import NO_DATE, NO_SOURCE, NO_SPEAKER


@dataclass(frozen=True, slots=True)
class Copy:
    """One form of a passage.

    Attributes:
        key: the key that takes it.
        what: it is, in a sentence: "the quote".
    """

    key: str
    what: str
    text: str


def copies(citation: Citation) -> list[Copy]:
    """Every form, harmless to paste: what is hidden in the text is shown as a sign."""
    line = row(citation)
    forms = (
        Copy("q", "the quote" if isinstance(citation.value, Quote) else "the sentence", _words(citation)),
        Copy("c", "the citation", _citation(citation, line)),
        Copy("l", "the link", _link(line)),
        Copy("m", "the Markdown", _as(Markdown(), line)),
        Copy("j", "the JSON", _as(JsonLines(), line)),
    )
    return [Copy(each.key, each.what, display_safe(each.text)) for each in forms]


def _words(citation: Citation) -> str:
    value = citation.value
    words = printed.quote(value, citation.document.text) if isinstance(value, Quote) else citation.sentence
    return one_line(words)


def _citation(citation: Citation, line: ExportRow) -> str:
    """Words, who, where and when: what stands in a footnote."""
    who = ", ".join(filter(None, (line.speaker or NO_SPEAKER, line.role)))
    when = f"{line.date} ({line.date_is})" if line.date else NO_DATE
    told = ", ".join(filter(None, (line.source or NO_SOURCE, line.fields.get("title", ""), when)))
    asserted = f" ({line.fields['asserted']})" if line.fields.get("asserted") else ""
    return f"{_words(citation)} — {one_line(who)}. {one_line(told)}{asserted}. {_link(line)}"


def _link(line: ExportRow) -> str:
    """The page's address, or the file with the place in it."""
    return line.url or f"{line.location}, characters {line.start} to {line.end}"


def _as(exporter: Exporter, line: ExportRow) -> str:
    out = io.StringIO()
    exporter.write([line], out)
    return out.getvalue().strip("\n")
