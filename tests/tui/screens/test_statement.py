from textual.widgets import Input, Static
from textual.widgets._toast import Toast

from claims.model import Quote
from claims.views import Query
from tui.app import OnRecordApp
from tui.screens.case import Case
from tui.screens.dialogs import Ask
from tui.screens.form import Correct
from tui.screens.statement import Statement
from tui.widgets.card import Card
from tui.widgets.document_text import DocumentText


def quote_id(ledger, words: str) -> str:
    return ledger.search(Query(words=words)).hits[0].id


async def opened(app, pilot, until, wanted: str) -> Statement:
    await until(pilot, lambda: app.screen.query("RowList"))
    app.open(wanted)
    await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
    await pilot.pause()
    return app.screen


def text_lines(screen) -> list[str]:
    text = screen.query_one(DocumentText)
    return [text.render_line(y).text.rstrip() for y in range(text.size.height)]


async def test_the_passage_stands_in_its_document_and_the_card_says_where_from(app, stories, until):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, until, quote_id(stories, '"We will not ask"'))
        beside = [line for line in text_lines(screen) if line.startswith("▌")]
        assert "We will not ask the fishing families" in beside[0]
        card = screen.query_one(Card).query_one(Static).visual.plain
        assert "speaker    Marisol Vega" in card
        assert "Harlow Bay Herald" in card
        assert "2031-03-03 (given when added)" in card


async def test_correcting_the_speaker_reaches_the_record_and_the_screen(app, stories, until):
    wanted = quote_id(stories, '"We will ask"')
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, until, wanted)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Correct))
        app.screen.query_one("#speaker", Input).value = "Dana Okafor"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        assert stories.show(wanted).value.attribution.name == "Dana Okafor"
        await until(pilot, lambda: "Dana Okafor" in screen.query_one("#about", Static).visual.plain)
        await pilot.press("u")
        await until(pilot, lambda: stories.show(wanted).value.attribution.name == "Marisol Vega")


async def test_a_refused_value_keeps_the_form_open_and_says_why(app, stories, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, until, quote_id(stories, '"We will ask"'))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Correct))
        app.screen.query_one("#said_on", Input).value = "yesterday"
        await pilot.press("enter")
        form = app.screen
        await until(pilot, lambda: "yesterday" in form.query_one("#refused", Static).visual.plain)
        assert app.screen is form


async def test_a_form_saves_nothing_if_one_field_is_refused(app, stories, until):
    wanted = quote_id(stories, '"We will ask"')
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(app, pilot, until, wanted)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Correct))
        form = app.screen
        keys = form.query_one(".keys .hint").region
        assert 0 < keys.y < 20
        form.query_one("#speaker", Input).value = "Ines Carrow"
        form.query_one("#said_on", Input).value = "yesterday"
        await pilot.press("enter")
        await until(pilot, lambda: "yesterday" in form.query_one("#refused", Static).visual.plain)
        assert stories.show(wanted).value.attribution.name == "Marisol Vega"
        assert stories.history() == []


async def test_a_selected_passage_is_recorded_with_its_speaker(app, stories, until):
    document = next(line for line in stories.documents() if line.source == "Harlow Bay Herald").id
    text = stories.show(document).value.text
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, until, document)
        screen.query_one(DocumentText).reading.go(text.index("board backs"))
        await pilot.press("v", "l", "l", "l", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press(*"Ines", "enter")
        await until(pilot, lambda: isinstance(screen.page.shown.value, Quote))
        recorded = screen.page.shown.value
        assert recorded.text == "board backs new pier"
        assert recorded.attribution.name == "Ines"
        assert recorded.id in [quote.id for quote in stories.show(document).quotes]
        await pilot.press("u")
        await until(pilot, lambda: screen.page.shown.value.id == document)


async def test_n_walks_the_quotes_of_the_document(app, stories, until):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, until, quote_id(stories, '"We will not ask"'))
        first = screen.page.shown.value.id
        await pilot.press("n")
        await until(pilot, lambda: screen.page.shown.value.id != first)
        assert screen.page.shown.value.id in [quote.id for quote in screen.page.quotes]
        await pilot.press("N")
        await until(pilot, lambda: screen.page.shown.value.id == first)


async def test_notes_and_tags_are_kept(app, stories, until):
    wanted = quote_id(stories, '"We will ask"')
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, until, wanted)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press(*"pier", "enter")
        await until(pilot, lambda: stories.show(wanted).tags == ("pier",))
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press(*"call", "enter")
        await until(pilot, lambda: [j.note for j in stories.show(wanted).judgements if j.note] == ["call"])


async def test_what_is_said_of_one_statement_is_gone_with_it(app, stories, until):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(app, pilot, until, quote_id(stories, '"We will not ask"'))
        app.remark("Nothing was found about this one.")
        await until(pilot, lambda: app.screen.query(Toast))
        await pilot.press("n")
        await until(pilot, lambda: not app.screen.query(Toast))
        app.say("Another program changed this.", warn=True)
        app.remark("Nothing was found about this one.")
        await until(pilot, lambda: app.screen.query(Toast))
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.query(Toast), "a warning went away with a remark"


async def test_what_does_not_fit_opens_from_the_statement(raids, until):
    app = OnRecordApp(lambda: raids)
    finding = raids.audit(check="sum-of-parts")[0].finding
    evidence = finding.evidence[0]
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, until, evidence.quote or evidence.claim)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, Case))
        assert finding.id in [item.id for item in app.screen.deck.items]
