"""Every word on every screen stands out from its background, in every theme of ours."""

import pytest
from textual.color import Color
from textual.screen import ModalScreen
from textual.strip import Strip

from claims.config import THEMES
from tui.app import OnRecordApp
from tui.chosen import Chosen
from tui.screens import SCREENS
from tui.screens.dialogs import Choose
from tui.screens.help import Help
from tui.screens.search import Search
from tui.screens.statement import Statement

# WCAG 2, level AA, for text of ordinary size.
LEAST = 4.5
OWN = [theme for theme in THEMES if not theme.startswith("ansi")]


def ratio(one: Color, other: Color) -> float:
    """Contrast as WCAG 2 reckons it."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brightness(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def faint(app) -> set[tuple[str, str, str, float]]:
    """What is drawn with less contrast than that: words, colors, and how much there is."""
    found = set()
    for strip in strips(app):
        for segment in strip:
            style = segment.style
            if any(map(str.isalnum, segment.text)) and style and style.color and style.bgcolor:
                front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                contrast = ratio(front, back)
                if contrast < LEAST:
                    found.add((segment.text.strip()[:30], front.hex, back.hex, round(contrast, 1)))
    return found


def strips(app) -> list[Strip]:
    """What is drawn; of a window the window alone, for what lies behind it is dimmed."""
    drawn = app.screen._compositor.render_strips()
    if isinstance(app.screen, ModalScreen):
        region = app.screen.query_one(".window").region
        drawn = [strip.crop(region.x, region.right) for strip in drawn[region.y : region.bottom]]
    return drawn


@pytest.mark.parametrize("theme", OWN)
async def test_every_word_stands_out(raids, until, theme):
    app = OnRecordApp(lambda: raids, chosen=Chosen(theme=theme))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        found = faint(app)
        for number, _ in enumerate(SCREENS, 1):
            await pilot.press("escape", str(number))
            await pilot.pause(0.2)
            found |= faint(app)
        app.open(app.ledger.documents()[0].id)
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        await pilot.press("n", "v", "l")
        await pilot.pause()
        found |= faint(app)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Help))
        assert found | faint(app) == set()


async def test_a_theme_is_picked_by_key_and_kept(stories, until, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    app = OnRecordApp(lambda: stories, chosen=Chosen(keeps_theme=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape", "comma")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        await until(pilot, lambda: "Kept in" in str([each.message for each in app._notifications]))
        assert app.theme == "onrecord-contrast"
    assert (tmp_path / "onrecord" / "config.toml").read_text() == 'theme = "contrast"\n'


async def test_without_colors_no_code_of_a_color_is_drawn(stories, until, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = OnRecordApp(lambda: stories)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        assert app.theme == "ansi-dark"
