"""How screens look, as plain text, at three sizes; `ONRECORD_NEW_LOOKS=1` writes them anew, for a diff to be read."""

import os
from pathlib import Path

import pytest

from tui.app import OnRecordApp

LOOKS = Path(__file__).parent / "looks"
SIZES = ((120, 40), (80, 24), (60, 20))


def look(app: OnRecordApp) -> str:
    """What stands on the screen, without colors and without blanks at the ends of lines."""
    lines = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_screens_look_as_they_did(raids, until, size):
    app = OnRecordApp(lambda: raids)
    changed = []
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.screen.hit())
        await pilot.press("escape")
        for key, name, words in (
            ("1", "search", "We will not close"),
            ("2", "speakers", "Dana Okafor"),
            ("3", "duplicates", "printed 2 times"),
            ("5", "review", "left"),
        ):
            await pilot.press(key)
            await until(pilot, lambda words=words: words in look(app))
            await pilot.pause()
            place = LOOKS / f"{name}-{size[0]}x{size[1]}.txt"
            if os.environ.get("ONRECORD_NEW_LOOKS"):
                LOOKS.mkdir(exist_ok=True)
                place.write_text(look(app))
            if place.read_text() != look(app):
                changed.append(f"{place.name}\n{look(app)}")
    assert changed == []
