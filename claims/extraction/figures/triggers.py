"""Words of which one stands in every sentence without digits that holds a figure or a superlative."""

from __future__ import annotations

from claims.extraction.figures.superlatives import SUPERLATIVES
from claims.extraction.numbers.words import DOZEN, NUMBER_WORDS, ORDINALS, PARTS, PLURAL_SCALES

TRIGGERS = (
    frozenset(ORDINALS)
    | NUMBER_WORDS
    | frozenset(PLURAL_SCALES)
    | frozenset(DOZEN)
    | frozenset(PARTS)
    | frozenset(
        """several few couple pair handful tens scores doubled doubles doubling tripled tripling
        trebled quadrupled quintupled halved halving double triple treble twice""".split()
    )
    | SUPERLATIVES
    | frozenset(word + "fold" for word in NUMBER_WORDS)
)
