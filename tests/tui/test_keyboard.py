"""Keys that a user sets: what is taken, and what is refused with a sentence."""

import pytest

from claims.errors import BadSettings
from tui.keyboard import keyboard

TOGETHER = [("app", "decide"), ("app", "statement", "text")]
ORIGINS = {"keys": "config.toml", "remap": "config.toml"}


def set_to(preset: str = "default", **chosen: str):
    return keyboard(
        preset, {name.replace("_", "."): keys for name, keys in chosen.items()}, lambda: TOGETHER, ORIGINS
    )


def test_a_key_is_given_as_it_is_printed_or_by_its_name():
    keys = set_to(accept="o", maybe="?, full_stop", help="f1")
    assert (keys.key("accept").keys, keys.key("maybe").keys) == ("o", "question_mark,full_stop")
    assert keys.key("maybe").shown == "? ."
    assert keys.keymap == {"accept": "o", "maybe": "question_mark,full_stop", "help": "f1"}


def test_a_preset_changes_what_it_names_and_ones_own_keys_win():
    assert set_to("aleph").key("accept").keys == "y,a"
    assert set_to("aleph", accept="j", scroll_down="down").key("accept").keys == "j"
    assert set_to("aleph").key("undo").keys == "u"


def test_two_keys_may_be_exchanged():
    keys = set_to(accept="x", reject="a")
    assert (keys.key("accept").keys, keys.key("reject").keys) == ("x", "a")


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"accept": "s"}, "s would be both 'accept' and 'skip': give one of them another key"),
        ({"accept": "u"}, "u would be both 'undo' and 'accept': give one of them another key"),
        ({"acept": "y"}, "nothing is called 'acept': did you mean 'accept'?"),
        ({"accept": "ctrl+b"}, "ctrl+b for 'accept': terminals keep this key"),
        ({"accept": "alt+y"}, "alt+y for 'accept': terminals keep this key"),
    ],
)
def test_what_cannot_work_is_said_before_the_app_starts(chosen, why):
    with pytest.raises(BadSettings) as refused:
        set_to(**chosen)
    assert str(refused.value) == f"setting 'remap' in config.toml: {why}"


def test_an_unknown_preset_names_those_there_are():
    with pytest.raises(BadSettings, match="'emacs' is none of default, vim, aleph, prodigy"):
        set_to("emacs")
