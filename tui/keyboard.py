"""The keys as they are set: a preset, over it what the user chose, checked before the app starts."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding

from claims.errors import BadSettings
from tui.keys import KEYS, Key

# Other keys for the hands of other tools; each changes only what it names.
PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    # Motions that vim has and the table has not. Its ctrl+b is the prefix key of tmux.
    "vim": {
        "page.down": "ctrl+f,pagedown",
        "text.page.down": "ctrl+f,pagedown",
        "open": "enter,l",
        "word.right": "w,l,right",
        "word.left": "b,h,left",
        "why": "W",
        "next.quote": "right_curly_bracket,n",
        "previous.quote": "left_curly_bracket,N",
    },
    # The cross-reference screen of Aleph and OpenAleph: y same, n different, h not enough information.
    "aleph": {
        "accept": "y,a", "reject": "n,x", "maybe": "h,m",
        "side.next": "l,right", "side.previous": "left", "side.copy": "Y",
    },
    # Prodigy: a accept, x reject, space ignore, backspace undo.
    "prodigy": {"skip": "space,s", "undo": "backspace,u", "last": "left_curly_bracket"},
}  # fmt: skip

# Terminals and multiplexers take these, or send them for backspace, tab, enter and escape.
UNSAFE = frozenset({*(f"ctrl+{letter}" for letter in "abhijmsz"), "ctrl+left_square_bracket"})


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Every row with the keys that hold.

    Attributes:
        changed: ids whose keys are not those of the table.
    """

    rows: tuple[Key, ...] = KEYS
    changed: frozenset[str] = frozenset()

    def key(self, wanted: str) -> Key:
        """The row with this id."""
        return next(row for row in self.rows if row.id == wanted)

    def help_rows(self, scopes: tuple[str, ...]) -> list[tuple[str, list[Key]]]:
        """Keys that hold in these scopes and everywhere, by group, in the order of the table."""
        groups: dict[str, list[Key]] = {}
        for row in sorted(self.rows, key=lambda row: row.scope == "app"):
            if row.scope in (*scopes, "app"):
                groups.setdefault(row.group, []).append(row)
        return list(groups.items())

    @property
    def deciding(self) -> frozenset[str]:
        """The keys that decide something: held down, they count once."""
        return frozenset(name for row in self.rows if row.group == "Decide" for name in row.keys.split(","))

    @property
    def keymap(self) -> dict[str, str]:
        """What Textual binds instead, by id."""
        return {row.id: row.keys for row in self.rows if row.id in self.changed}


def keyboard(
    preset: str,
    chosen: Mapping[str, str],
    together: Callable[[], Iterable[tuple[str, ...]]],
    origins: Mapping[str, str],
) -> Keyboard:
    """The keys of a preset with those that were chosen one by one.

    Args:
        chosen: keys with commas, by the id of what they do.
        together: scopes that hold at the same time, one tuple a screen. Asked for only where keys
            were chosen, since it loads every screen: tests say that the presets are sound.
        origins: where the settings `keys` and `remap` come from, for what is said of them.

    Raises:
        BadSettings: no such preset, no such id, a key that terminals take, or one key for two things.
    """
    if preset not in PRESETS:
        raise BadSettings("keys", origins["keys"], f"{preset!r} is none of {', '.join(PRESETS)}")
    ids = [row.id for row in KEYS]
    for id_ in chosen:
        if id_ not in ids:
            raise BadSettings("remap", origins["remap"], f"nothing is called {id_!r}{_nearest(id_, ids)}")
    keys = {**PRESETS[preset], **chosen}
    rows = tuple(replace(row, keys=_names(keys[row.id])) if row.id in keys else row for row in KEYS)
    if chosen:
        _check(rows, together(), origins["remap"])
    was = {row.id: row.keys for row in KEYS}
    return Keyboard(rows, frozenset(row.id for row in rows if row.keys != was[row.id]))


def _nearest(wanted: str, ids: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(ids), 1)
    return f": did you mean {near[0]!r}?" if near else ": `onrecord config keys` lists what there is"


def _names(written: str) -> str:
    """Textual's names of keys that may be written as they are printed: "?" for question_mark."""
    names = ",".join(filter(None, (name.strip() for name in written.split(","))))
    return ",".join(each.key for each in Binding.make_bindings([(names, "")]))


def _check(rows: Iterable[Key], together: Iterable[tuple[str, ...]], origin: str) -> None:
    for row in rows:
        for name in row.keys.split(","):
            if name in UNSAFE or name.startswith("alt+"):
                raise BadSettings("remap", origin, f"{name} for {row.id!r}: terminals keep this key")
    for scopes in sorted(together):
        here = [row for row in rows if row.scope in scopes]
        counted = Counter(name for row in here for name in row.keys.split(","))
        for name, times in counted.items():
            if times > 1:
                ids = " and ".join(repr(row.id) for row in here if name in row.keys.split(","))
                why = f"{name} would be both {ids}: give one of them another key"
                raise BadSettings("remap", origin, why)
