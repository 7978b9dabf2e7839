"""Pages of ours that hold more, less or something else than an article; what is read of them."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml.html import document_fromstring

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem
from claims.ports import Material
from sources import html_article
from sources.html import Html
from sources.html_beside import remove_beside

InStep = Callable[[Callable[[], object], Callable[[], object], int], bool]

NOW = PartialDate.parse("2031-01-01", evidence="clock")
TITLE = "Storm breaks the sea wall"
STORY = (
    "The sea wall at Harlow Bay broke in three places on Saturday, and water ran into the lower town until dark.",
    "“We were ready because people knocked on their neighbors’ doors,” Mayor Marisol Vega said on Sunday morning.",
    "Forty-six people were injured, and 1,240 had left their homes before the water came, the county said that day.",
    "“Nobody should have to wait a year for a wall,” said Nils Okoro, who runs the ferry to Stroud and back.",
    "The county will spend $12 million on a new wall, twice as much as it planned in spring, its engineer said.",
)
OTHERS = (
    "“The mayor is lying and always was,” and everybody here knows it, so do not believe a word of what she says.",
    "I have lived here for forty years and never saw so much water in the streets, it was worse than they write.",
    "“Nobody helped us at all,” my neighbor told me this morning, and she is right about it, I can tell you that.",
)


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>'
    )


def linked(**said: object) -> str:
    words = json.dumps({"@type": "NewsArticle", "headline": TITLE, **said})
    return f'<script type="application/ld+json">{words}</script>'


def items(text: str) -> list[Document | Problem]:
    return list(Html().read(Material(text.encode(), "page.html", NOW)))


def read(text: str) -> Document:
    document = items(text)[0]
    assert isinstance(document, Document)
    return document


def messages(text: str) -> list[str]:
    return [item.message for item in items(text) if isinstance(item, Problem)]


# -- beside the article ---------------------------------------------------------------


@pytest.mark.parametrize(
    "comments",
    [
        f"<h3>Reader comments (3)</h3><ol class='opinions'><li>{'</li><li>'.join(OTHERS)}</li></ol>",
        f"<div class='wrap'><h2>3 Comments</h2></div><div class='c1'>{paragraphs(*OTHERS)}</div>",
        f"<div class='sf_comment_list box'>{paragraphs(*OTHERS)}</div>",
        f"<div id='comentarios_lectores'>{paragraphs(*OTHERS)}</div>",
        f"<div class='visitorsCommentBlock'>{paragraphs(*OTHERS)}</div>",
    ],
)
def test_what_readers_comment_is_no_part_of_the_article(comments: str) -> None:
    text = read(page(f"<div class='story'><h1>{TITLE}</h1>{paragraphs(*STORY)}{comments}</div>")).text
    assert [line for line in STORY if line not in text] == []
    assert [line for line in OTHERS if line in text] == []


@pytest.mark.parametrize(
    ("heading", "comment"),
    [("<h3>Comments</h3>", "<p>x</p> tail {} "), ("", "<div class=related><a href=x>{}</a></div> tail ")],
)
def test_text_between_thousands_of_comments_is_not_copied_for_each(
    in_step: InStep, heading: str, comment: str
) -> None:
    def removing(count: int) -> Callable[[], None]:
        others = "".join(comment.format(f"{number} {OTHERS[0]}") for number in range(count))
        text = page(f"<article><h1>{TITLE}</h1>{paragraphs(*STORY)}{heading}{others}</article>")

        def work() -> None:
            tree = document_fromstring(text)
            remove_beside(tree)
            assert len(list(tree.iter())) < 20

        return work

    assert in_step(removing(1_000), removing(8_000), 8)


def test_an_opinion_piece_that_is_called_comment_is_the_article() -> None:
    body = f"<h1>{TITLE}</h1><div class='tone-comment article-comment'>{paragraphs(*STORY)}</div>"
    assert [line for line in STORY if line not in read(page(f"<article>{body}</article>")).text] == []


def test_a_question_about_cookies_is_no_part_of_a_short_article() -> None:
    asked = (
        "We and our 842 partners read information on a device, such as cookies, to process personal data.",
        "You can accept or manage your choices below, among them your right to object, at any time you like.",
        "We and our partners scan devices, and keep information on them for advertising made for you alone.",
    )
    dialog = f"<div role='dialog'>{paragraphs(*asked)}</div>"
    text = read(page(f"{dialog}<article><h1>{TITLE}</h1>{paragraphs(STORY[1])}</article>")).text
    assert text == f"{TITLE}\n{STORY[1]}"


def test_a_template_is_shown_only_where_it_is_a_part_of_the_page() -> None:
    hidden = f"<template>{paragraphs(*OTHERS)}</template>"
    shown = f"<story-body><template shadowrootmode='open'>{paragraphs(*STORY[3:])}</template></story-body>"
    text = read(page(f"<article><h1>{TITLE}</h1>{paragraphs(*STORY[:3])}{hidden}{shown}</article>")).text
    assert text.splitlines() == [TITLE, *STORY]


def test_a_list_of_other_stories_is_no_part_of_the_article() -> None:
    links = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(OTHERS))
    recirculated = f"<div class='inline-article-recirc'><h2>More from us</h2><ul>{links}</ul></div>"
    body = f"<div class='article'><h1>{TITLE}</h1>{paragraphs(*STORY)}{recirculated}</div>"
    assert [line for line in read(page(body)).text.splitlines() if line != TITLE] == list(STORY)


# -- what trafilatura leaves out --------------------------------------------------------


def test_a_paragraph_between_paragraphs_stays_whatever_its_element_is_called() -> None:
    body = (
        f"{paragraphs(*STORY[:2])}<div class='article-expand'>{paragraphs(STORY[2])}</div>{paragraphs(STORY[3])}"
        f"<div class='embed'><blockquote>{paragraphs(STORY[4])}</blockquote></div>{paragraphs(OTHERS[1])}"
    )
    text = read(page(f"<article><h1>{TITLE}</h1>{body}</article>")).text
    assert text.splitlines() == [TITLE, *STORY, OTHERS[1]]


def test_captions_and_links_between_paragraphs_stay_out() -> None:
    caption = (
        "<figure class='slide'><figcaption>“Water” in Quay Street on Saturday evening.</figcaption></figure>"
    )
    link = (
        "<div class='embed'><p><a href='/x'>Read more: the ferry is back in service this week.</a></p></div>"
    )
    body = f"<h1>{TITLE}</h1>{paragraphs(*STORY[:2])}{caption}{link}{paragraphs(*STORY[2:])}"
    assert read(page(f"<article>{body}</article>")).text.splitlines() == [TITLE, *STORY]


def test_an_article_in_linked_data_alone_is_read_paragraph_by_paragraph() -> None:
    document = read(page("<div id='root'>Loading</div>", linked(articleBody="\n\n".join(STORY))))
    assert document.text.splitlines() == list(STORY)
    assert document.read_with == "linked data"
    assert document.title == TITLE


def test_linked_data_with_elements_in_it_is_read_without_them() -> None:
    assert read(
        page("<div id='root'></div>", linked(articleBody=paragraphs(*STORY)))
    ).text.splitlines() == list(STORY)


def test_the_page_goes_before_its_linked_data_where_it_shows_the_article() -> None:
    document = read(page(f"<article>{paragraphs(*STORY)}</article>", linked(articleBody=" ".join(OTHERS))))
    assert document.text.splitlines() == list(STORY)
    assert document.read_with.startswith("trafilatura")


# -- what is not there --------------------------------------------------------------------


def test_the_beginning_of_an_article_for_subscribers_is_told_as_one() -> None:
    body = f"<article><h1>{TITLE}</h1>{paragraphs(STORY[0])}</article>"
    assert messages(page(body, linked(isAccessibleForFree=False))) == [
        "the page is for subscribers and shows 26 words: the rest may be missing"
    ]
    assert messages(page(body, linked(isAccessibleForFree=True))) == []


def test_a_second_article_is_told_of() -> None:
    first = f"<article><h1>{TITLE}</h1>{paragraphs(*STORY)}</article>"
    second = f"<article><h2>Ferry stays in port</h2>{paragraphs(*OTHERS)}</article>"
    teaser = f"<article><h2>Schools stay closed</h2>{paragraphs(OTHERS[1])}</article>"
    assert messages(page(first + second + teaser)) == [
        "the page holds another article that was not read: “Ferry stays in port”"
    ]


def test_the_entries_of_a_live_page_are_one_text() -> None:
    entries = "".join(f"<article><time>0{n}:00</time><p>{line}</p></article>" for n, line in enumerate(STORY))
    text = read(page(f"<main><h1>{TITLE}</h1><div class='live'>{entries}</div></main>")).text
    assert [line for line in STORY if line not in text] == []


def test_a_page_of_frames_says_where_its_text_is() -> None:
    frames = "<html><head><title>x</title></head><frameset><frame src='story.html'></frameset></html>"
    with pytest.raises(UnreadableDocument, match="save the frame that holds the text"):
        items(frames)


# -- pages that browsers saved --------------------------------------------------------------


def test_a_saved_page_says_where_it_was() -> None:
    body = page(f"<article><h1>{TITLE}</h1>{paragraphs(*STORY)}</article>")
    document = read(f"<!-- saved from url=(0042)https://herald.example/2024/03/16/storm.html -->\n{body}")
    assert (document.url, str(document.published)) == (
        "https://herald.example/2024/03/16/storm.html",
        "2024-03-16",
    )
    assert document.published == replace(PartialDate.parse("2024-03-16", evidence="url"), raw="2024/03/16")


def test_a_page_in_one_file_says_where_and_when_it_was_saved() -> None:
    said = "Page saved with SingleFile \n url: https://herald.example/storm \n saved date: Sun Mar 17 2024 10:00:00 GMT+0200 (x)"
    document = read(
        page(f"<article><h1>{TITLE}</h1>{paragraphs(*STORY)}</article>").replace(
            "<head>", f"<!--\n {said}\n--><head>"
        )
    )
    assert document.url == "https://herald.example/storm"
    assert document.retrieved.moment is not None
    assert document.retrieved.moment.isoformat() == "2024-03-17T10:00:00+02:00"
    assert document.retrieved.evidence == "saved page"


def test_a_page_of_thousands_of_paragraphs_is_read_whole(in_step: InStep) -> None:
    def reading(count: int) -> Callable[[], None]:
        lines = (f"{line} ({number})" for number in range(count) for line in STORY)
        raw = page(f"<article><h1>{TITLE}</h1>{paragraphs(*lines)}</article>").encode()

        def work() -> None:
            document = next(iter(Html().read(Material(raw, "page.html", NOW))))
            assert isinstance(document, Document)
            assert document.text.endswith(f"({count - 1})")

        return work

    assert in_step(reading(100), reading(1_000), 10)


@pytest.mark.parametrize("most", ["_HUGE", "_HUGE_ELEMENTS", "_HUGE_LINE"])
def test_of_a_page_too_large_to_be_told_apart_all_but_what_lies_around_is_read(
    most: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"<nav>Home News</nav><h1>{TITLE}</h1>{paragraphs(*STORY)}<p><b>A</b> <i>last</i> <b>line</b> <i>here</i>.</p><footer>Imprint</footer>"
    monkeypatch.setattr(html_article, most, 3)
    document, problem = items(page(body))
    assert isinstance(document, Document)
    assert document.text == "\n".join([TITLE, *STORY, "A last line here."])
    assert isinstance(problem, Problem)
    assert problem.message == (
        "the page is too large for its article to be told from what stands beside it: all of it was read"
    )
