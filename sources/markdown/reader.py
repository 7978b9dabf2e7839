"""Markdown: the text without its marks, and what its front matter states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material
from sources.decoding import decode
from sources.documents import made
from sources.html_whole import whole_text
from sources.made_with import library
from sources.markdown import front_matter
from sources.sniff import is_markdown

if TYPE_CHECKING:
    from markdown_it.token import Token

# What markdown-it makes of the mark of a note, and of the way back from it.
_NOTE = re.compile(r'<sup class="footnote-ref"><a [^<>]{1,100}>(\[[^<>]{1,20}\])</a></sup>')
_BACK = re.compile(r'\s?<a [^<>]{1,100}class="footnote-backref">[^<>]{1,4}</a>')


class Markdown:
    """Reader of Markdown (CommonMark with tables, notes and struck text).

    The text is what it shows: paragraphs, items and quoted blocks a line each, tables a row a line, links
    by their words. What was struck out is left out, as are pictures and comments. Front matter states
    title, author, source, dates and address; without a title the first heading is it.
    """

    name = "markdown"
    needs = ("markdown_it", "mdit_py_plugins.footnote", "yaml", "lxml.html")

    def claims(self, material: Material) -> bool:
        return is_markdown(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: it holds no text.
        """
        decoded = decode(material.raw)
        fields, written = front_matter.split(decoded.text)
        html, heading = _rendered(written)
        text = whole_text(_BACK.sub("", _NOTE.sub(r" \1", html)), material.location)
        if not text.strip():
            raise UnreadableDocument(material.location, "the file holds no text")
        stated = front_matter.stated(fields)
        stated = replace(stated, title=stated.title or heading)
        read_with = library("markdown-it-py")
        yield from made(material, decoded, text, "text/markdown", stated, read_with=read_with)


def _rendered(written: str) -> tuple[str, str]:
    """The text as HTML, and its first heading if that is one of the highest rank."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    markdown = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
    )
    # Of what was struck out nothing is said.
    markdown.add_render_rule("s_open", lambda *_: "<template>")
    markdown.add_render_rule("s_close", lambda *_: "</template>")
    tokens = markdown.parse(written)
    return markdown.renderer.render(tokens, markdown.options, {}), _heading(tokens)


def _heading(tokens: list[Token]) -> str:
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            shown = (
                child.content for child in inside.children or () if child.type in ("text", "code_inline")
            )
            return " ".join("".join(shown).split()) if token.tag == "h1" else ""
    return ""
