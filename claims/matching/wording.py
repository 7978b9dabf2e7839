"""A text as comparable words: folded, with what must never be taken for noise marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from claims.matching.numerals import NUMBER_WORDS, ORDINAL_WORDS, SCALES, joined
from claims.matching.whole_figures import whole_figure

# Words that carry grammar, not matter: two unlike statements share many of them.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those and or but nor so yet if then than as at by for from in into of
    off on onto out over to up with within about after before between during through under until
    while i me my we us our you your he him his she her it its they them their who whom whose which
    what when where why how is am are was were be been being do does did doing done have has had
    having will would shall should can could may might must not no there here also too very just
    only own such some any each all both more most other s t said says say
    """.split()
)

# Words whose loss or gain changes nothing: a speech recogniser drops the small
# ones, editors put titles before names or leave them out.
PADDING = frozenset(
    """a an the that and of to uh um er ah well so sic senator senators representative governor
    doctor mr mrs ms congressman congresswoman""".split()
)

NEGATORS = frozenset(
    """not no never neither nor none nobody nothing nowhere without hardly barely scarcely rarely
    seldom""".split()
)
# Before "to" they say that something is not done: "we refuse to pay".
REFUSING = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing".split()
)

MODALS = frozenset("will would shall should can could may might must".split())

_SHORT = {
    "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
    "gov": "governor", "gen": "general", "lt": "lieutenant", "dept": "department", "pct": "percent",
    "dr": "doctor", "mt": "mount", "ft": "fort", "vs": "versus", "%": "percent", "&": "and",
    "gonna": "going to", "wanna": "want to", "cannot": "can not", "wont": "will not", "cant": "can not",
    "ok": "okay", "cos": "because", "&amp": "and", "unable": "not able",
}  # fmt: skip
_NOT = frozenset(
    """do does did is are was were has have had could would should must might need dare ought ai sha
    ca wo""".split()
)
_NOT_JOINED = frozenset(stem + "nt" for stem in _NOT)
_NOT_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "d"}
_LOST = frozenset(["t", "s", *_ENDINGS])
_IS = frozenset("it that there he she what who here let where how".split())
_SPECIAL = _LOST | _NOT_JOINED | NUMBER_WORDS.keys() | ORDINAL_WORDS.keys() | _SHORT.keys() | {"cent"}
_NEGATING = NEGATORS | _NOT_JOINED | REFUSING | frozenset("t wont cant cannot unable".split())
_DELICATE = _SPECIAL | SCALES | NEGATORS | REFUSING
_NO_NAME = frozenset("I Mr Mrs Ms".split())
# What goes on a number said in several words, and what stands between them.
_NUMERIC = NUMBER_WORDS.keys() | ORDINAL_WORDS.keys() | {"first", "second"}
_BETWEEN = re.compile(r"[ \u2010\u2011-]")
_ODD = _SPECIAL | _NUMERIC

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|[^\W_]+(?:['’][^\W_]+)*|[%&]|\.{3}|\u2026")
# An apostrophe whose bytes were read in another encoding, before the endings it takes.
_MANGLED = re.compile(r"(?<=[^\W\d_])â(?:€™)?(?=(?:t|s|re|ve|ll|d|m)\b)")
# What ends a sentence, and what may stand between it and the next.
_ENDS, _AFTER_END = ".!?:", " \t\r\n\f\v\xa0'\"”’)]"
_CUT = frozenset(["...", "\u2026"])


class Worded(Protocol):
    """The words of a text, as two are laid side by side; see `Wording` and `plain.Plain`."""

    @property
    def forms(self) -> tuple[str, ...]: ...
    @property
    def printed(self) -> tuple[str, ...]: ...
    @property
    def weights(self) -> tuple[float, ...]: ...
    @property
    def names(self) -> frozenset[int]: ...
    @property
    def cuts(self) -> frozenset[int]: ...
    def passage(self, start: int, end: int) -> str: ...
    def figure(self, start: int, end: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text, in order; the first three tuples have one length.

    Attributes:
        forms: folded words: contractions, short titles and number words written out.
        printed: the words as they stand ("" for the second half of one written out).
        weights: how much each says about which statement this is: 0.2 for grammar,
            1 for matter, 1.5 for names and figures.
        names: indices of words that are printed like a proper name.
        cuts: indices before which the text itself marks an omission ("...").
        text, ends: the text (NFKC) and where each word begins and ends in it.
    """

    forms: tuple[str, ...]
    printed: tuple[str, ...]
    weights: tuple[float, ...]
    names: frozenset[int]
    cuts: frozenset[int]
    text: str
    ends: tuple[tuple[int, int], ...]

    def passage(self, start: int, end: int) -> str:
        """Words [start, end) as they stand, with the marks between them."""
        return self.text[self.ends[start][0] : self.ends[end - 1][1]] if start < end else ""

    def figure(self, start: int, end: int) -> str:
        """The same, with the whole of the figures at its edges: "$4.2 million" of "4.2"."""
        if start >= end:
            return ""
        first, last = whole_figure(self.text, self.ends[start][0], self.ends[end - 1][1])
        return self.text[first:last]


def is_figure(form: str) -> bool:
    """Is a folded word a number, an ordinal in digits, or a scale?"""
    return form[0].isdigit() or form in SCALES


_NO_MATTER = FUNCTION_WORDS | NEGATORS


def matter(text: str) -> list[str]:
    """Folded words of a text, in order, without those of grammar and negation.

    The forms are those of `wording`; its names, weights and places are not worked out.
    """
    forms: list[str] = []
    for low in map(str.casefold, _TOKEN.findall(mended(text))):
        if low.isalpha() and low not in _SPECIAL:
            forms.append(low)
        elif low not in _CUT:
            forms.extend(_written_out(low, forms))
    return [form for form in forms if form not in _NO_MATTER]


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """Read a text once; the last few thousand are kept, since one text meets many others."""
    whole_text = mended(text)
    forms: list[str] = []
    printed: list[str] = []
    ends: list[tuple[int, int]] = []
    names: set[int] = set()
    cuts: set[int] = set()
    capitals = 0
    spoken = -1
    for found in _TOKEN.finditer(whole_text):
        word = found.group()
        if word in _CUT:
            cuts.add(len(forms))
            continue
        if word[0].isupper():
            capitals += 1
            if word not in _NO_NAME and forms and not _opens(whole_text, found.start()):
                names.add(len(forms))
        low = word.casefold()
        if low not in _ODD and low.isalpha():  # nearly all words
            forms.append(low)
            printed.append(word)
            ends.append(found.span())
            continue
        if low in _NUMERIC:
            goes_on = spoken == len(forms) - 1 >= 0
            goes_on = goes_on and _BETWEEN.fullmatch(whole_text, ends[-1][1], found.start()) is not None
            if goes_on and (number := joined(forms[-1], low)):
                forms[-1], ends[-1] = number, (ends[-1][0], found.end())
                names.discard(len(forms))
                continue
            spoken = len(forms)
        written = _written_out(low, forms)
        forms.extend(written)
        printed.extend(([word] + [""] * len(written))[: len(written)])
        ends.extend([found.span()] * len(written))
    # In a headline or shouted text capitals mark no names.
    if 2 * capitals > len(printed) > 3:
        names.clear()
    return Wording(
        tuple(forms), tuple(printed), _weighed(forms, names), frozenset(names), frozenset(cuts), whole_text,
        tuple(ends),
    )  # fmt: skip


def _weighed(forms: list[str], names: set[int]) -> tuple[float, ...]:
    weighed = list(weights(forms))
    for index in names:
        if index < len(weighed):
            weighed[index] = _TELLING
    return tuple(weighed)


def may_negate(form: str) -> bool:
    """Is a word of `normalised` a negation, or part of one?"""
    return form in _NEGATING


@lru_cache(maxsize=1 << 16)
def is_delicate(form: str) -> bool:
    """May a word of `normalised` be more than it seems: a figure, a negation, part of a contraction?"""
    return form[0].isdigit() or form in _DELICATE or not form.isalpha()


def mended(text: str) -> str:
    """Signs as everybody writes them, and apostrophes again where another encoding made them letters, or
    where they are one (U+02BC).
    """
    if text.isascii():
        return text
    return _MANGLED.sub("'", unicodedata.normalize("NFKC", text).replace("ʼ", "'"))


def _opens(text: str, start: int) -> bool:
    """Does a sentence begin here, so that the capital means nothing?"""
    before = text[max(0, start - 4) : start].rstrip(_AFTER_END)
    return before[-1:] in _ENDS and before != ""


# The weight of names and figures.
_TELLING = 1.5


_MOST_WEIGHED = 1 << 16


class _Weights(dict[str, float]):
    """The weight of each form, worked out once; of many forms it begins anew. It is asked for every word of
    every text, which a cache that keeps the order of its last questions makes twice as long.
    """

    def __missing__(self, form: str) -> float:
        if len(self) >= _MOST_WEIGHED:
            self.clear()
        small = form in FUNCTION_WORDS or len(form) == 1
        weighed = self[form] = _TELLING if is_figure(form) else 0.2 if small else 1.0
        return weighed


_WEIGHTS = _Weights()


def weights(forms: Iterable[str]) -> Iterator[float]:
    """How much each folded word says about which statement this is: see `Wording`."""
    return map(_WEIGHTS.__getitem__, forms)


def _written_out(word: str, before: list[str]) -> list[str]:
    """A word's folded forms; it may change the form before it ("don t" is "do not")."""
    if word[0].isdigit():
        return [word.replace(",", "")]
    stem, mark, ending = word.replace("’", "'").partition("'")
    if mark:
        return _contracted(stem, ending)
    if before and word in _LOST:
        return _lost_apostrophe(word, before)
    if word in _NOT_JOINED:
        return _contracted(word[:-1], "t")
    if word == "cent" and before and before[-1] == "per":
        before[-1] = "percent"
        return []
    plain = NUMBER_WORDS.get(word) or ORDINAL_WORDS.get(word) or _SHORT.get(word, word)
    return plain.split()


def _contracted(stem: str, ending: str) -> list[str]:
    if stem == "n" and ending == "t":
        return ["not"]  # "do n't", as corpora have it that part all words
    if ending == "t" and stem.endswith("n"):
        return [_NOT_WHOLE.get(stem[:-1], stem[:-1]), "not"]
    if ending in _ENDINGS:
        return [stem, _ENDINGS[ending]]
    if ending == "s" and stem in _IS:
        return [stem, "is"]
    return [(stem + ending).replace("'", "")]


def _lost_apostrophe(word: str, before: list[str]) -> list[str]:
    """An ending that stands alone, as where a reader of files dropped the apostrophe."""
    last = before[-1]
    if word == "t" and last.endswith("n") and last[:-1] in _NOT:
        before[-1] = _NOT_WHOLE.get(last[:-1], last[:-1])
        return ["not"]
    if word == "s":
        return ["is"] if last in _IS else [word]
    return [_ENDINGS[word]] if word in ("re", "ve", "ll") or (word, last) == ("m", "i") else [word]


_MARKS = str.maketrans("“”„«»‘’–—", '"""""\'\'--', "")


def whole(text: str) -> str:
    """The text with marks and spacing folded: two that are equal in it differ in nothing."""
    plain = text if text.isascii() else mended(text).translate(_MARKS)
    return " ".join(plain.strip(" \"'").split())
