"""What a topic is filed under: its words of matter, however they are written."""

from __future__ import annotations

from functools import lru_cache

from claims.checks.lexicon import OUTCOMES
from claims.matching.wording import FUNCTION_WORDS
from claims.model.identity import normalised

NO_WORD = "name what is counted: arrests, fentanyl pounds"

# More words do not make a topic clearer.
_MOST_WORDS = 8


def key_of(written: str) -> str:
    """The same for every order and number of the words: "darknet arrests", "arrest darknet"; "" for none."""
    return " ".join(sorted({stem(word) for word in topic_words(written)}))


def topic_words(written: str) -> list[str]:
    """The words of a topic that say what is counted."""
    found = (word for word in words_of(written) if word not in FUNCTION_WORDS)
    return list(dict.fromkeys(found))[:_MOST_WORDS]


def words_of(text: str) -> list[str]:
    return normalised(text.translate(_SIGNS)).split()


# A topic may be a sign alone; in what is folded for comparing signs are no words.
_SIGNS = str.maketrans({
    "$": " dollars ", "€": " euros ", "£": " gbp ", "¥": " yen ", "₹": " rupees ", "₽": " rubles ",
    "₩": " krw ", "%": " percent ",
})  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending: enough to know "arrests" in "arrested", no more."""
    if word in OUTCOMES:
        return OUTCOMES[word]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    return word[:-1] if is_plural else word
