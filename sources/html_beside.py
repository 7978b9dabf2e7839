"""What stands on a page beside its article and would be taken for it: readers' comments, questions about
cookies, lists of other stories, templates that are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Words of classes and ids, apart.
_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_COMMENTS = frozenset(
    """comment comments commentlist commentaire commentaires comentario comentarios comentari kommentar
    kommentare kommentarer commenti reacties disqus livefyre usercomments visitors_comment
    """.split()
)
# "comments-open" is said of a whole page, "comments-count" of a button.
_NO_COMMENTS = frozenset("open closed has no count link button enabled disabled".split())
_CONSENT = frozenset("cookie cookies consent gdpr onetrust cmp didomi usercentrics cookiebot".split())
_OTHERS = frozenset(
    "related recirc recirculation recommended recommendations recommendation outbrain taboola trending"
    " teaser teasers promo readmore popular newsletter".split()
)
_ABOUT_COOKIES = re.compile(
    r"\b(?:cookies?|consent|privacy|personal data|datenschutz|einwilligung|confidentialité|privacidad)\b",
    re.IGNORECASE,
)
# A heading of comments, by itself: "Reader comments (12)".
_COMMENT_HEADING = re.compile(
    r"(?:\d[\d.,]* )?(?:(?:reader|user|visitor|your|all|latest|top|recent)s?['’]? )?"
    r"(?:comments?|responses|replies|discussion|kommentare?|commentaires?|comentarios?|comentários|commenti"
    r"|reacties|kommentarer|komentarze)(?: ?[(\[:]? ?\d[\d.,]*[)\]]?)?:?"
    r"|(?:join the (?:discussion|conversation)|leave a (?:comment|reply)|have your say|what do you think\?)",
    re.IGNORECASE,
)

# Running text comes in stretches of so many words. So many of them stand before the comments of an
# article (a caption has up to 60); an opinion piece that is called "comment" by its class has none before it.
_STRETCH, _ARTICLE = 12, 80
# Of the words of a list of other stories, as many are links.
_LINKED = 0.4


def remove_beside(tree: HtmlElement) -> None:
    """Take what is no part of the article out of the tree; nothing that holds a first heading."""
    for template in list(tree.iter("template")):
        # A browser shows the one, and keeps the other for scripts.
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
        else:
            template.drop_tree()
    for row in _rows(list(dict.fromkeys(_beside(tree)))):
        _drop(row)


def _rows(elements: Sequence[HtmlElement]) -> Iterator[list[HtmlElement]]:
    """Those that follow one another in one parent, together."""
    row: list[HtmlElement] = []
    for element in elements:
        if row and row[-1].getnext() is not element:
            yield row
            row = []
        row.append(element)
    if row:
        yield row


def _drop(row: Sequence[HtmlElement]) -> None:
    """All but the text behind each: one by one, that would be copied as often as there are any."""
    *before, last = row
    if (parent := last.getparent()) is None:
        return
    last.tail = "".join(each.tail or "" for each in row)
    for element in before:
        parent.remove(element)
    last.drop_tree()


def _beside(tree: HtmlElement) -> Iterator[HtmlElement]:
    from lxml.etree import iterwalk

    running = 0
    cut: set[HtmlElement | None] = set()  # where comments begin, and nothing else follows
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        words = _stretch(element.tail if event == "end" else element.text)
        if event == "start" and element.tag in ("script", "style", "head"):
            walk.skip_subtree()
        elif event == "start" and _is_beside(element, after_article=running >= _ARTICLE):
            yield element
            walk.skip_subtree()
        elif event == "start" and running >= _ARTICLE and _heads_comments(element):
            alone = _standing_alone(element)
            if (parent := alone.getparent()) not in cut:
                cut.add(parent)
                yield from (alone, *alone.itersiblings())
        else:
            running += words


def _stretch(text: str | None) -> int:
    words = len(text.split()) if text else 0
    return words if words >= _STRETCH else 0


def _is_beside(element: HtmlElement, *, after_article: bool) -> bool:
    if element.tag in ("html", "body", "main") or not isinstance(element.tag, str):
        return False
    tokens = {
        token.casefold() for name in ("class", "id") for token in _TOKENS.findall(element.get(name) or "")
    }
    is_dialog = element.get("role") in ("dialog", "alertdialog")
    if (is_dialog or tokens & _CONSENT) and _ABOUT_COOKIES.search(_text(element)):
        return not _holds_headline(element)
    if not after_article:
        return False
    if tokens & _COMMENTS and not tokens & _NO_COMMENTS:
        return bool(_stretch(_text(element))) and not _holds_headline(element)
    return bool(tokens & _OTHERS) and _is_linked(element) and not _holds_headline(element)


def _heads_comments(element: HtmlElement) -> bool:
    return element.tag in ("h2", "h3", "h4", "h5", "h6") and bool(
        _COMMENT_HEADING.fullmatch(" ".join(_text(element).split()))
    )


def _standing_alone(element: HtmlElement) -> HtmlElement:
    """The outermost element that holds nothing else."""
    while (
        (parent := element.getparent()) is not None
        and len(parent) == 1
        and not f"{parent.text or ''}{element.tail or ''}".strip()
    ):
        element = parent
    return element


def _holds_headline(element: HtmlElement) -> bool:
    return next(element.iter("h1"), None) is not None


def _is_linked(element: HtmlElement) -> bool:
    linked = sum(len(_text(link)) for link in element.iter("a"))
    return linked >= _LINKED * len(_text(element))


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())
