from hashlib import sha256

import pytest

from claims.extraction.figures.pointed import pointed_at
from claims.model import Document, Span


def pointed(text: str, word: str):
    page = Document(text, sha256(text.encode()).hexdigest())
    start = text.index(word)
    return pointed_at(page, Span(start, start + len(word)))


def test_multiple_says_more_than_one():
    claim = pointed("It was late. Multiple people were hurt.", "Multiple")
    assert (claim.text, claim.counted, claim.role) == ("Multiple", "people", "hurt")
    assert (claim.quantity.low, claim.quantity.high, claim.quantity.is_vague) == (2, None, True)


@pytest.mark.parametrize("word", ["people", "one"])
def test_other_words_are_not_read(word):
    assert pointed("No one of the people there was hurt.", word) is None
