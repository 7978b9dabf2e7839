"""Linked data of ours in, the article's object out."""

import pytest
from lxml.html import document_fromstring

from sources.html_linked import linked_data, names_of


def linked(*scripts: str, called: tuple[str, ...] = ()) -> dict[str, object]:
    page = "".join(f'<script type="application/ld+json">{words}</script>' for words in scripts)
    return dict(linked_data(document_fromstring(f"<html><head>{page}</head><body>.</body></html>"), called))


def test_a_person_that_is_referred_to_is_found_in_the_graph() -> None:
    found = linked(
        '{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#nils"}, "headline": "Storm"},'
        ' {"@type": "Person", "@id": "#nils", "name": "Nils Okoro"}]}'
    )
    assert names_of(found["author"]) == ["Nils Okoro"]


def test_of_several_articles_the_one_that_the_page_is_called_by() -> None:
    other, own = (
        f'{{"@type": "NewsArticle", "headline": "{name}"}}'
        for name in ("Ferry back in service", "Storm breaks")
    )
    assert linked(other, own, called=("Storm breaks | The Herald",))["headline"] == "Storm breaks"


@pytest.mark.parametrize(
    "words",
    [
        '{"@type": "NewsArticle", "headline": "Storm",}',
        '<!-- {"@type": "NewsArticle", "headline": "Storm"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Storm"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Storm"};',
    ],
)
def test_marks_that_only_scripts_allow_are_no_hindrance(words: str) -> None:
    assert linked(words)["headline"] == "Storm"


@pytest.mark.parametrize("depth", [60, 600, 50_000])
@pytest.mark.parametrize(("before", "after"), [("[", "]"), ('{"name": ', "}")])
def test_data_that_is_nested_deeper_than_any_page_s_is_left_out(before: str, after: str, depth: int) -> None:
    nested = f'{before * depth}"Nils Okoro"{after * depth}'
    assert linked(f'{{"@type": "NewsArticle", "author": {nested}}}', '{"@type": "WebPage"}') == {
        "@type": "WebPage"
    }
