"""The HTML report: all of it is there, a browser finds nothing to run or to ask for, and everybody can read it."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import reporting
from claims.errors import BadValue
from claims.exports.page.exporter import Html
from claims.exports.page.history import history
from claims.exports.templates import policy
from claims.model import PartialDate
from claims.ports import ExportRow, Passage
from claims.views import Query

QUOTE = ExportRow(
    "quote", "0123456789abcdef0123", "They have lost enough.", "Marisol Vega", "mayor", "Harlow Bay Herald",
    "2031-03-03", "published", "herald.txt", "https://herald.example/pier", "fedcba9876543210fedc", 120, 142,
    {"type": "direct", "title": "Pier", "retrieved": "2031-03-05T08:30:00+00:00", "sha256": "ab" * 32, "language": "en"},
    (Passage(120, 142, "They have lost enough."),),
)  # fmt: skip
HOSTILE = '"><script>alert(1)</script><img src=x onerror=y>{{ 7*7 }}&lt;\x1b[2J\u202e\x00'

GOLDEN = """\
<main id="report">
<section aria-labelledby="quotes">
<h2 id="quotes">Quotes by speaker</h2>
<h3>Marisol Vega</h3>
<article>
<blockquote lang="en" dir="auto"><p>“They have lost enough.”</p></blockquote>
<p class="meta">Marisol Vega, mayor. Harlow Bay Herald, 2031-03-03 (published). <a href="#d-fedcba9876543210fedc">characters 120 to 142</a> · <a href="https://herald.example/pier" rel="noopener noreferrer">the page</a> · <code>quote 0123456789abcdef0123</code></p>
</article>
</section>
"""


class Page(HTMLParser):
    """What a browser would find, as far as it matters here."""

    def __init__(self, written):
        super().__init__()
        self.tags, self.ids, self.links, self.text, self.heads = [], [], [], [], []
        self.feed(written)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append((tag, told))
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told[name] for name in ("href", "src", "action", "data", "srcset") if name in told]
        self.heads += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_data(self, data):
        self.text.append(data)

    @property
    def words(self):
        return " ".join(" ".join(self.text).split())


def written(*rows):
    out = io.StringIO()
    assert Html().write(rows, out) == len(rows)
    return out.getvalue()


@pytest.fixture
def report(two_stories):
    """The storm in two outlets, one finding judged and noted, with a figure that changes over a month."""
    (found, *_) = two_stories.audit(check="altered-wording")
    two_stories.judge([found.finding.id], "real", note="asked & confirmed")
    quote = two_stories.search(Query("lost", limit=None)).hits[0]
    two_stories.note(quote.id, "her <own> words")
    out = io.StringIO()
    Html().write_report(two_stories.export_report(Query(limit=None)), out)
    return out.getvalue()


def test_a_quote_stands_with_who_where_and_a_link_to_its_source():
    page = written(QUOTE)
    assert re.sub("\n+", "\n", page[page.index("<main") :]).startswith(GOLDEN)


def test_a_report_tells_findings_with_their_arithmetic_both_passages_and_decisions(report):
    words = Page(report).words
    assert "Storm Edda injured 46 people" in words
    assert "Storm Edda injured 64 people" in words
    assert "64 − 46 = 18" in words
    assert "real, okafor, " in words
    assert ": asked & confirmed" in words
    assert "her <own> words" in words
    assert "<mark>46</mark>" in report
    assert "<mark>64</mark>" in report


def test_a_report_tells_of_every_source_its_hash_and_when_it_was_taken(report, two_stories):
    words = Page(report).words
    for line in two_stories.documents():
        assert two_stories.show(line.id).document.raw_sha256 in words
    assert "2031-03-05T08:30:00+00:00" in words
    assert "Nothing: every document was read to its end." in words


def test_a_report_says_what_it_is_limited_to(two_stories):
    out = io.StringIO()
    query = Query("rebuild", source="herald", since=date(2031, 3, 1), limit=None)
    Html().write_report(two_stories.export_report(query), out)
    words = Page(out.getvalue()).words
    assert "Only what this finds: words “rebuild”; source “herald”; since 2031-03-01." in words
    told = words[words.index("Sources Each") :]
    assert "herald.txt" in told
    assert "wire.txt" not in told


def test_the_other_side_of_a_finding_is_a_source_though_no_filter_finds_it(two_stories):
    out = io.StringIO()
    Html().write_report(two_stories.export_report(Query("fishing", source="herald", limit=None)), out)
    page = Page(out.getvalue())
    assert "wire.txt" in page.words[page.words.index("Sources Each") :]
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= {*page.ids}


def test_what_could_not_be_read_is_told(ledger_of, make_material):
    ledger = ledger_of(make_material("“We will not pay, Mayor Marisol Vega said.\n\nHe left.", "open.txt"))
    out = io.StringIO()
    Html().write_report(ledger.export_report(Query(limit=None)), out)
    assert "a quotation mark is never closed" in Page(out.getvalue()).words


def test_a_browser_has_nothing_to_run_and_nothing_to_ask_for(report):
    page = Page(report)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "audio", "video"}
    assert not [name for _, told in page.tags for name in told if name.startswith("on") or name == "style"]
    assert all(re.match("#|https?://", link) for link in page.links)
    (rule,) = [
        told["content"] for _, told in page.tags if told.get("http-equiv") == "Content-Security-Policy"
    ]
    assert rule.startswith("default-src 'none'; style-src 'sha256-")


def test_the_policy_is_that_of_the_style_in_the_page():
    page = written(QUOTE)
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    assert f'content="{policy(style)}"'.replace("'", "&#39;") in page


def test_it_can_be_gone_through_by_ear(report):
    page = Page(report)
    tags = [tag for tag, _ in page.tags]
    assert page.tags[0] == ("html", {"lang": "en"})
    assert tags.count("h1") == tags.count("main") == 1
    assert all(after - before <= 1 for before, after in zip(page.heads, page.heads[1:], strict=False))
    assert all(told.get("scope") in ("row", "col") for tag, told in page.tags if tag == "th")
    assert tags.count("table") == tags.count("caption") > 0
    assert len({*page.ids}) == len(page.ids)
    within = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert within <= {*page.ids}
    named = {told["aria-labelledby"] for _, told in page.tags if "aria-labelledby" in told}
    assert named <= {*page.ids}


@pytest.mark.parametrize(
    "field", ["id", "text", "speaker", "role", "source", "date", "location", "url", "document"]
)
def test_hostile_text_is_text(field):
    page = Page(written(replace(QUOTE, **{field: HOSTILE})))
    assert "script" not in {tag for tag, _ in page.tags}
    assert "img" not in {tag for tag, _ in page.tags}
    assert not {"\x1b", "\u202e", "\x00"} & set("".join(page.text))
    assert "49" not in page.words


def test_hostile_text_is_text_wherever_a_report_tells_it(ledger_of, make_material):
    markup = "<script>alert(1)</script><img src=x onerror=y>"

    def story(name, count, day):
        text = f"Storm floods the harbor\n\nStorm Edda injured {count} people, {markup} said.\n\n“We \x1b[2J\u202e{markup} will,” Marisol Vega said.\n\n“Open {markup}"
        return make_material(
            text, f"{markup}{name}.txt", source=f"{name} {markup}", date=PartialDate.parse(day)
        )

    ledger = ledger_of(story("One", 46, "2031-03-03"), story("Two", 64, "2031-03-04"))
    quote = ledger.search(Query(limit=None)).hits[0]
    ledger.note(quote.id, markup)
    ledger.tag(quote.id, markup[:30])
    for found in ledger.audit():
        ledger.judge([found.finding.id], "real", note=markup)
    out = io.StringIO()
    Html().write_report(ledger.export_report(Query(limit=None)), out)
    page = Page(out.getvalue())
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert not {"\x1b", "\u202e"} & set(out.getvalue())
    # Words, source, place, note.
    assert page.words.count("<script>alert(1)</script>") > 10
    assert f": {markup}" in page.words


def test_a_report_that_nobody_could_open_says_what_to_do(two_stories, monkeypatch):
    monkeypatch.setattr(reporting, "_MOST", 1)
    with pytest.raises(BadValue, match="a report tells 1 at most: choose with filters"):
        two_stories.export_report(Query(limit=None))
    assert len(two_stories.export_report(Query("lost", limit=None)).quotes) == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https:evil"])
def test_an_address_that_is_no_page_of_the_web_is_no_link(url):
    assert url not in Page(written(replace(QUOTE, url=url))).links


@pytest.mark.parametrize("told", ["en", "pt-BR", "", 'en" onload="x', "e" * 99])
def test_only_a_language_is_told_as_one(told):
    tags = Page(written(replace(QUOTE, fields={**QUOTE.fields, "language": told}))).tags
    (quote,) = [attributes for tag, attributes in tags if tag == "blockquote"]
    assert quote.get("lang", "") == (told if told in ("en", "pt-BR") else "")


@given(st.text())
@settings(max_examples=30, deadline=None)
def test_any_text_is_shown_whole_and_changes_nothing_of_the_page(text):
    plain = Page(written(QUOTE))
    page = Page(written(replace(QUOTE, text=text, speaker=text, role=text, source=text, location=text)))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]


# -- contrast ---------------------------------------------------------------------------


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2, 1.4.3."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_text_has_the_contrast_of_aa_light_dark_and_on_paper():
    style = written(QUOTE)
    schemes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", one))
        for one in re.findall(r":root \{(.*?)\}", style, re.S)
    ]
    assert len(schemes) == 3
    for colours in schemes:
        for ink in ("ink", "quiet", "link", "high", "medium"):
            assert contrast(colours[ink], colours["paper"]) >= 4.5, (ink, colours)
            assert contrast(colours[ink], colours["band"]) >= 4.5, (ink, colours)
        assert contrast(colours["mark-ink"], colours["mark"]) >= 4.5
        assert contrast(colours["plot"], colours["paper"]) >= 3


# -- figures over time --------------------------------------------------------------------


@pytest.fixture
def story(make_material):
    def told(day, words):
        text = f"Police made {words} in Stroud in Operation Kestrel.\n"
        return make_material(text, f"{day}.txt", date=PartialDate.parse(day))

    return told


@pytest.fixture
def arrests(ledger_of, story):
    return ledger_of(
        story("2031-03-01", "100 arrests"),
        story("2031-03-11", "150 arrests"),
        story("2031-03-21", "200 arrests"),
    )


def test_a_plot_has_its_points_where_their_days_and_amounts_are(arrests):
    plot = history(arrests.figures("arrests")).plot
    first, second, third = plot.points
    assert second.x - first.x == pytest.approx(third.x - second.x, abs=0.2)
    assert first.y - second.y == pytest.approx(second.y - third.y, abs=0.2)
    assert [tick.label for tick in plot.amounts] == ["0", "50", "100", "150", "200"]
    assert (plot.days[0].label, plot.days[-1].label) == ("2031-03-01", "2031-03-21")
    assert plot.lines == ((first.x, first.y, second.x, second.y), (second.x, second.y, third.x, third.y))
    assert third.label == "2031-03-21: 200, 2031-03-21.txt"


def test_the_report_draws_it_with_words_for_who_cannot_see_it(arrests):
    out = io.StringIO()
    Html().write_report(arrests.export_report(Query(limit=None)), out)
    page = Page(out.getvalue())
    assert (
        "3 figures of arrests, 100 to 200, from 2031-03-01 to 2031-03-21; the table below has them."
        in page.words
    )
    assert [tag for tag, _ in page.tags].count("circle") == 3


def test_small_figures_beside_a_huge_one_are_still_apart(ledger_of, story):
    ledger = ledger_of(
        story("2031-03-01", "10 arrests"),
        story("2031-03-11", "100 arrests"),
        story("2031-03-21", "1,000,000 arrests"),
    )
    plot = history(ledger.figures("arrests")).plot
    first, second, third = plot.points
    assert plot.is_wide
    assert first.y - second.y == pytest.approx((second.y - third.y) / 4, abs=0.3)
    assert [tick.label for tick in plot.amounts] == ["10", "1,000", "100,000", "10,000,000"]


def test_two_topics_of_the_same_figures_are_told_once(ledger_of, story):
    told = ["100 arrests", "120 arrests", "140 arrests", "150 felony arrests", "170 felony arrests"]
    ledger = ledger_of(*(story(f"2031-03-0{day}", words) for day, words in enumerate(told, 1)))
    assert [one.topic for one in ledger.counted_often()] == ["arrests", "felony arrests"]
    assert [one.topic for one in ledger.export_report(Query(limit=None)).series] == ["arrests"]


def test_figures_of_one_day_are_no_history_to_draw(two_stories):
    assert history(two_stories.figures("boats")).plot is None
