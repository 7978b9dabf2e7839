"""A key that is held down, told from one that is pressed again: no terminal says which it is."""

from __future__ import annotations

# Desktops begin to repeat a held key after a quarter of a second to a second.
FIRST_REPEAT = 1.1
# They repeat it every 30 to 92 ms (the Linux console is the slowest). Nobody presses twice within
# this time and reads what came between.
BETWEEN_REPEATS = 0.12


class Held:
    """Asked of each press of a key that decides.

    A press soon after one of the same key may be the first repetition: it has to wait for
    `BETWEEN_REPEATS` and counts if the key is quiet meanwhile. Any other press counts at once.
    """

    def __init__(self) -> None:
        self._key = ""
        self._at = float("-inf")
        self.waiting = False

    def must_wait(self, key: str, at: float) -> bool:
        """May this press, at a time in seconds, be a repetition?"""
        since, same = at - self._at, key == self._key
        self._key, self._at = key, at
        self.waiting = same and since < FIRST_REPEAT
        return self.waiting

    def repeats(self, key: str, at: float) -> bool:
        """Does this press show that the key is held? Then it counts for nothing, nor does one that waits."""
        if key != self._key or at - self._at >= BETWEEN_REPEATS:
            return False
        self._at, self.waiting = at, False
        return True
