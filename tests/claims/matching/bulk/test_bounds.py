import numpy as np

from claims.matching.bulk.bounds import most_shared
from claims.matching.bulk.codes import coded

TEXTS = ["the pier is closed", "is the pier closed", "ferries run late", "the ferries run late today", ""]


def most(left, right):
    return most_shared(coded(TEXTS), np.array([left]), np.array([right])).tolist()


def test_what_has_the_same_words_may_share_all_of_them():
    assert most(0, 1) == [1.0]


def test_of_the_shorter_text_what_the_longer_one_has_may_be_shared():
    assert most(2, 3) == [1.0]


def test_other_words_are_not_shared():
    assert most(0, 2) == [0.0]


def test_a_text_without_words_shares_none():
    assert most(0, 4) == [0.0]


def test_no_pair_is_said_to_share_less_than_it_does():
    words = np.random.default_rng(7).integers(0, 40, (200, 12))
    texts = coded(" ".join(f"w{word}" for word in row) for row in words)
    left, right = np.arange(0, 200, 2), np.arange(1, 200, 2)
    said = most_shared(texts, left, right)
    share = [np.isin(words[one], words[other]).mean() for one, other in zip(left, right, strict=True)]
    turned = [np.isin(words[one], words[other]).mean() for one, other in zip(right, left, strict=True)]
    assert (said >= np.minimum(share, turned)).all()
    assert said.min() < 1
