import codecs
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError, UnreadableDocument
from claims.intake import read_and_extract
from claims.model import Document, PartialDate
from claims.ports import Material, Room
from sources.feed.reader import Feed
from sources.html import Html
from sources.plain_text import PlainText

NOW = PartialDate.parse("2031-04-01", evidence="clock")
SAID = "“We will rebuild the pier,” Mayor Marisol Vega said."

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harlow Bay Herald</title><link>https://herald.example/</link><language>en</language>
<item><title>Pier to be rebuilt</title><link>https://herald.example/pier</link><guid>p1</guid>
<dc:creator>Ada Brask</dc:creator><pubDate>Mon, 03 Mar 2031 09:12:00 +0100</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>The storm sank 12 boats.</p><p>{SAID}</p><script>no()</script>]]></content:encoded></item>
<item><title>Road closed</title><link>https://herald.example/road</link>
<description>The road to Halden &lt;b&gt;is closed&lt;/b&gt; &amp;amp; wet.</description></item>
</channel></rss>
"""
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Authority</title>
<entry><title type="html">Pier &amp;amp; wall</title><id>tag:port.example,2031:1</id>
<link rel="self" href="https://port.example/self"/><link rel="alternate" href="https://port.example/pier?a=1&amp;b=2"/>
<author><name>Ines Carrow</name></author>
<published>2031-03-03T09:12:00+01:00</published><updated>2031-03-04T10:00:00Z</updated>
<summary>A teaser.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAID}</p></div></content></entry>
<entry><title>Second</title><id>tag:port.example,2031:2</id><updated>2031-03-05T10:00:00Z</updated>
<content>Plain words &amp; more.</content></entry>
</feed>
"""


def feed(text: str, encoding: str = "utf-8") -> Material:
    return Material(text.encode(encoding), "news.xml", NOW)


def items(material: Material) -> list[Material]:
    found = list(Feed().members(material, Room(10**8, 1000)))
    assert all(isinstance(one, Material) for one in found)
    return [one for one in found if isinstance(one, Material)]


def documents(material: Material) -> list[Document]:
    """Each item as `add` reads it: alone."""
    read = (one for item in items(material) for one in Feed().read(item))
    return [one for one in read if isinstance(one, Document)]


# -- items ------------------------------------------------------------------------


def test_an_item_of_rss_with_all_that_it_states() -> None:
    first, second = documents(feed(RSS))
    assert first.text == f"Pier to be rebuilt\n\nThe storm sank 12 boats.\n{SAID}"
    assert (first.title, first.author, first.url) == (
        "Pier to be rebuilt",
        "Ada Brask",
        "https://herald.example/pier",
    )
    assert first.published is not None
    assert (str(first.published), first.published.evidence) == ("2031-03-03", "feed published")
    assert first.published.moment is not None
    assert first.source is not None
    assert first.read_with.startswith("feedparser 6.")
    assert (first.source.name, first.source.evidence, first.language) == (
        "Harlow Bay Herald",
        "feed title",
        "en",
    )
    assert second.text == "Road closed\n\nThe road to Halden is closed & wet."
    assert (second.published, second.author, second.media_type) == (None, "", "application/rss+xml")


def test_an_entry_of_atom_tells_when_it_was_published_and_changed() -> None:
    first, second = documents(feed(ATOM))
    assert (first.title, first.author, first.url) == (
        "Pier & wall",
        "Ines Carrow",
        "https://port.example/pier?a=1&b=2",
    )
    assert first.text == f"Pier & wall\n\n{SAID}"
    assert (str(first.published), str(first.modified)) == ("2031-03-03", "2031-03-04")
    assert (second.text, second.published, str(second.modified)) == (
        "Second\n\nPlain words & more.",
        None,
        "2031-03-05",
    )


def test_quotes_of_an_item_are_found_in_its_text() -> None:
    (found,) = read_and_extract(items(feed(RSS))[0], extractor="rules")
    assert [quote.text for quote in found.extraction.quotes] == ["We will rebuild the pier"]


def test_each_item_is_an_input_called_by_its_address(taken: Callable[..., dict[str, bytes | str]]) -> None:
    found = taken("news.xml", RSS.encode())
    assert list(found) == ["news.xml/https://herald.example/pier", "news.xml/https://herald.example/road"]
    assert list(taken("atom.xml", ATOM.encode())) == [
        "atom.xml/https://port.example/pier?a=1&b=2",
        "atom.xml/tag:port.example,2031:2",
    ]


def test_an_item_is_kept_as_bytes_of_the_feed_without_the_others() -> None:
    first, second = (item.raw.decode() for item in items(feed(RSS)))
    start, end = RSS.index("<item>"), RSS.index("</item>") + len("</item>")
    assert first == RSS[:end] + RSS[RSS.rindex("</item>") + len("</item>") :]
    assert (first + second).count("<item>") == 2
    assert RSS[start:end] not in second


def test_rss_1_has_its_items_beside_the_channel() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Herald</title><items><rdf:Seq/></items></channel>'
        "<item><title>One</title><link>https://h.example/1</link><dc:date>2031-03-03</dc:date></item>"
        "<item><title>Two</title><link>https://h.example/2</link></item></rdf:RDF>"
    )
    first, second = documents(feed(text))
    assert (first.text, str(first.published), second.text) == ("One", "2031-03-03", "Two")


def test_tags_inside_a_content_part_no_items() -> None:
    text = RSS.replace("<p>The storm", "<!-- x --><p>&lt;item> </item> <item> The storm")
    assert len(items(feed(text))) == 2


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (RSS.replace('encoding="utf-8"', 'encoding="windows-1252"').encode("cp1252"), SAID),
        (RSS.encode("cp1252"), SAID),
        (codecs.BOM_UTF16_LE + RSS.replace("utf-8", "utf-16").encode("utf-16-le"), SAID),
        (codecs.BOM_UTF8 + RSS.encode(), SAID),
        (RSS.replace("</p><script>", "&nbsp;</p><br><script>").encode(), SAID),
        (RSS.replace("<channel>", "<channel><x>&nope; & </y>").encode(), SAID),
    ],
    ids=["declared", "wrongly declared", "UTF-16", "marked", "HTML entities", "no good XML"],
)
def test_feeds_as_they_come(raw: bytes, said: str) -> None:
    first, _ = documents(Material(raw, "news.xml", NOW))
    assert said in first.text.replace("\xa0", "")


def test_two_items_that_nothing_parts_are_both_read() -> None:
    text = RSS.replace("</description></item>", "</description>").replace(
        "</content:encoded></item>", "</content:encoded>"
    )
    found = [one for one in Feed().read(feed(text)) if isinstance(one, Document)]
    assert len({one.id for one in found}) == len(found) >= 1


# -- what is no feed, or a hostile one ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (RSS, True),
        (ATOM, True),
        (f"<!-- hi -->\n{ATOM}", True),
        ('<?xml version="1.0"?><?xml-stylesheet href="x"?><rss version="0.92"><channel/></rss>', True),
        ("<html><body><p>An &lt;rss> tag.</p></body></html>", False),
        ("<feed>For the cattle.</feed>", False),
        ("<rssx/>", False),
        ("The word <rss> in prose.", False),
    ],
)
def test_the_root_element_tells_a_feed(text: str, claimed: bool) -> None:
    assert Feed().claims(feed(text)) == claimed
    assert not claimed or not (Html().claims(feed(text)) or PlainText().claims(feed(text)))


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "declared", [BOMB, '<!DOCTYPE rss SYSTEM "file:///etc/hostname">'], ids=["bomb", "external"]
)
def test_a_document_type_is_refused(declared: str, taken: Callable[..., dict[str, bytes | str]]) -> None:
    text = RSS.replace("<rss", f"{declared}<rss", 1).replace("Pier to be", "&b; Pier to be")
    why = "it declares a document type (DTD), which could make it grow without end: feeds need none"
    assert taken("bomb.xml", text.encode()) == {"bomb.xml": why}
    with pytest.raises(UnreadableDocument, match="document type"):
        list(Feed().read(feed(text)))


def test_a_feed_without_items_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="the feed holds no items that can be read"):
        list(Feed().read(feed('<rss version="2.0"><channel><title>Herald</title></channel></rss>')))


def test_a_feed_that_its_library_stumbles_over_says_so() -> None:
    text = '<rss version="2.0"><channel><item><link>http://x</item></link></channel></rss>'
    with pytest.raises(UnreadableDocument, match="the feed is damaged"):
        list(Feed().read(feed(text)))


def test_what_looks_like_a_path_is_not_opened(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "<rss version='2.0'>"
    (tmp_path / name).write_text(RSS)
    with pytest.raises(UnreadableDocument, match="no items"):
        list(Feed().read(feed(name)))


def test_a_feed_is_cut_in_step_with_its_size(in_step) -> None:
    hostile = "<item><![CDATA[" + "<item>" * 20 + "]]></item>" + "<![CDATA["

    def part(times: int) -> Callable[[], object]:
        material = feed("<rss>" + "<item><title>x</title></item>" + hostile * times)
        return lambda: Feed().opens(material) or next(Feed().members(material, Room(0, 0)))

    assert in_step(part(2_000), part(8_000), 4)


@settings(deadline=None)  # the first example imports what reading needs
@given(
    st.lists(
        st.sampled_from(
            [
                "<item>",
                "</item>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<title>",
                "</title>",
                "&",
                "<link>http://x",
                "“",
                "<",
            ]
        )
    )
)
def test_any_pieces_are_cut_and_read_or_refused(pieces: list[str]) -> None:
    material = feed(f"<rss><channel>{''.join(pieces)}</channel></rss>")
    for one in Feed().members(material, Room(10**8, 1000)):
        assert isinstance(one, Material)
        try:
            assert [*Feed().read(one)]
        except InputError:
            continue
