"""The ways to the first quotes of an answer that go through the rows of words in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial, reduce
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.blocks import Blocks
from claims.store.looking import Looking
from claims.store.matching import Matcher
from claims.store.postings import POSTED, Posted, Postings
from claims.store.screen import Screen, rising
from claims.store.walks import READ, SCREENED, Choice, Walk, Way

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

# What to begin costs in microseconds, whatever comes then.
_BEGUN = 30.0


class FromMemory:
    """Ways of one query between two keys."""

    def __init__(
        self,
        connection: Connection,
        matcher: Matcher,
        postings: Postings,
        screen: Screen,
        looking: Looking,
        bounds: tuple[int, int],
        wanted: int,
    ) -> None:
        self._connection = connection
        self._matcher = matcher
        self._screen = screen
        self._looking = looking
        self._bounds = bounds
        self._wanted = wanted
        self._posted = [postings.of(word, beginning=goes_on) for word, goes_on in matcher.words_wanted]

    def ways(self, looked_at: float, share: float) -> Iterator[Choice]:
        """The ways there are.

        Args:
            looked_at: how many rows with the words of the query are looked at until enough pass the filters.
            share: what part of all rows pass them.
        """
        held = [posted for posted in self._posted if not posted.common]
        if held:
            yield self._of_held(held, looked_at * share)
        elif len(self._posted) == 1 and self._matcher.is_of_words:
            yield self._of_one(self._posted[0], looked_at)

    def _of_held(self, held: list[Posted], likely: float) -> Choice:
        """Of words of which all rows are held; what they do not answer is looked for in the texts."""
        look = _BEGUN + POSTED * sum(len(posted.places) for posted in held)
        if len(held) == len(self._posted) and self._matcher.is_of_words:
            return look, partial(self._found, held)
        fewest = min(len(posted.places) for posted in held) * self._screen.share
        return look + READ * max(likely, fewest), partial(self._read, held)

    def _of_one(self, posted: Posted, looked_at: float) -> Choice:
        """Of the words that begin so, some held and some not: those are asked of the index."""
        begun = self._matcher.begin_with(len(posted.common))
        cost = _BEGUN + POSTED * len(posted.places) + begun + SCREENED * looked_at
        return cost, partial(self._with_common, posted, begun, looked_at)

    def _found(self, held: list[Posted]) -> Way:
        settled = self._looking.settled()
        most = self._wanted if self._screen.certain else None
        return _Ready(settled(self._keys(held, most)[::-1].tolist()))

    def _read(self, held: list[Posted]) -> Way:
        looking = self._looking
        keys = self._keys(held)[::-1].tolist()
        sift = looking.filled(looking.sifted, text=True)
        return Walk(((key,) for key in keys), sift, held=looking.looked.begun(keys), most=len(keys))

    def _with_common(self, posted: Posted, begun: float, expected: float) -> Way:
        return Blocks(
            self._connection,
            self._matcher.expression_of(posted.common),
            *self._bounds,
            self._screen.kept,
            self._looking.settled(),
            cost=SCREENED,
            begun=begun,
            expected=expected,
            besides=self._keys([posted], self._wanted if self._screen.certain else None),
        )

    def _keys(self, held: list[Posted], most: int | None = None) -> NDArray[int64]:
        """Keys of the rows that are in all, and pass the filters as far as the outline knows; rising."""
        import numpy as np

        shared = partial(np.intersect1d, assume_unique=True)
        places = held[0].places
        if len(held) > 1:
            places = reduce(shared, [rising(posted.places) for posted in held])
        return self._screen.keys_at(places, *self._bounds, most)


class _Ready(Way):
    """An answer that is there already."""

    def __init__(self, found: Iterable[int]) -> None:
        super().__init__(most=0)
        self._all = found

    def look(self, most: int) -> tuple[int, Iterable[int]]:
        return 0, self._all
