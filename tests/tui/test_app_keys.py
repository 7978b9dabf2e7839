"""The one table of keys: what binds, what helps, and what must never happen."""

import subprocess
import sys
from collections import Counter

import pytest

from tui import keys
from tui.keyboard import PRESETS, UNSAFE, Keyboard, keyboard
from tui.screens import SCREENS, every, together
from tui.screens.help import help_content

DEFAULTS = {"keys": "default", "remap": "default"}


def test_no_key_means_two_things_on_one_screen_whatever_the_preset():
    for preset in PRESETS:
        for scopes in together():
            rows = [row for row in keyboard(preset, {}, together, DEFAULTS).rows if row.scope in scopes]
            counted = Counter(name for row in rows for name in row.keys.split(","))
            assert [name for name, times in counted.items() if times > 1] == []


def test_a_letter_has_one_meaning_everywhere():
    meanings: dict[str, set[str]] = {}
    for row in keys.KEYS:
        for name in row.keys.split(","):
            if len(name) == 1 and row.group != "Windows":
                meanings.setdefault(name, set()).add(row.group)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


def test_no_key_is_one_that_terminals_take():
    names = {name for row in keys.KEYS for name in row.keys.split(",")}
    assert not names & UNSAFE
    assert not any(name.startswith("alt") for name in names)


@pytest.mark.parametrize("screen", every())
def test_a_footer_has_at_most_eight_keys_and_ends_with_help(screen):
    assert len(screen.FOOTER) <= 8
    assert screen.FOOTER[-1] == "help"
    rows = [Keyboard().key(id_) for id_ in screen.FOOTER]
    assert {row.scope for row in rows} <= {"app", *screen.SCOPES}


@pytest.mark.parametrize("screen", every())
def test_help_names_every_key_that_holds(screen):
    text = help_content(screen.HEADING, screen.SCOPES, [("1", "Search", "s")], Keyboard()).plain
    for row in keys.KEYS:
        if row.scope in ("app", *screen.SCOPES):
            assert f"{row.shown} " in text
            assert row.words in text


def test_help_is_narrowed_by_words():
    text = help_content("Decide", ("decide",), [("1", "Search", "s")], Keyboard(), "dismiss").plain
    assert text == "Keys: Decide\n\nDecide\n  x              reject: different, dismiss"
    nothing = help_content("Decide", ("decide",), [], Keyboard(), "zeppelin").plain
    assert nothing.endswith("No key of this screen does that; : has everything by name.")


def test_screens_have_a_number_and_a_letter_each():
    assert len(SCREENS) <= 9
    assert len({screen.letter for screen in SCREENS} | {"g"}) == len(SCREENS) + 1
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


def test_the_first_frame_waits_for_no_store_no_other_screen_and_no_values():
    """What opens and shows the record is imported after it; see `tests/bench/terminal.py`."""
    asked = "import sys, tui.cli, tui.running, tui.screens.search as s; s.Search(); print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert {"tui.screens.search", "textual.app"} <= loaded
    assert loaded & {"sqlalchemy", "onnxruntime", "rapidfuzz", "claims.model", "claims.views"} == set()
    screens = {screen.place.partition(":")[0] for screen in SCREENS} - {"search"}
    assert loaded & {f"tui.screens.{name}" for name in screens} == set()
