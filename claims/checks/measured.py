"""What one figure measures: read from its claim's fields and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.checks import lexicon
from claims.model import Claim, Population, Span
from claims.ports import Citation


@dataclass(frozen=True, slots=True)
class Measure:
    """What one figure measures, as far as its sentence says.

    Attributes:
        dimension: "" for counts, else "mass", "money" ...
        head: stem of what is counted; "person" for people of any kind, "" if unknown.
        kind: "men", "officers": the kind of people, "" for anybody.
        outcome: what happened to it ("killed"), or "".
        flags: what narrows or widens it: "part", "others", "age", "several events",
            "denied", "definite" ("the three ...": some that were named before), "listed"
            (one part of a list: "112 in one county, 41 in another"), "no sentence" (a text
            that lost its full stops: what stands around the figure may not be about it).
        nouns: stems of the words of what is counted: "volunteer", "firefighter".
        place: words of the place that a list gives after the figure ("52 percent in Egypt").
        numbers: other whole numbers of the sentence, in order.
        context: content words of the figure's clause.
    """

    dimension: str
    head: str
    kind: str
    outcome: str
    flags: frozenset[str]
    context: frozenset[str]
    nouns: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()


_WORD = re.compile(r"\d+(?:[.,]\d+)*(?:-[a-z]+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several multiple
    dozen dozens hundreds thousands""".split()
)
_STOP = frozenset(
    """a an the of in at on to for from by with and or but as that this these those it its their his her
    was were is are be been being has have had he she they who which after when while during near about
    more than least over nearly almost some up said says say told officials authorities not no into off
    out also will would could may""".split()
)
# Of 640 sentences of news with figures none has more than 62 words; of releases that kept their
# full stops 1 in 100 has more than this, of those that lost them most have.
LONGEST_SENTENCE = 80
# 80 words of 100 letters: a sentence that takes more room is not read to find that out.
_LONGEST_IN_CHARACTERS = 8000
_AGE = re.compile(r"[- ]?(?:years?|months?)[- ]olds?", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?:\b(?:aged?|ages)|[A-Z][a-z]+,)\s{0,2}$")
_AGE_AFTER = re.compile(r"\s?,(?:\s|$)")


def is_run_on(claim: Claim) -> bool:
    """Does its sentence go on for so long that it is none? Its length alone tells, so this takes no time."""
    return len(claim.sentence) > _LONGEST_IN_CHARACTERS


def measure_key(citation: Citation) -> str:
    """What two claims must share to be compared at all; "" if the figure tells too little.

    It reads no more of a measure than that: every figure of a record has its key
    made, few have their measure.
    """
    claim = citation.value
    assert isinstance(claim, Claim)
    if is_run_on(claim):
        return ""
    start = claim.span.start - claim.sentence.start
    return _key(citation.sentence, start, start + len(claim.span), claim.dimension, claim.counted, claim.role)


@lru_cache(maxsize=4096)
def _key(sentence: str, start: int, end: int, dimension: str, counted: str, role: str) -> str:
    if sentence.count(" ") > LONGEST_SENTENCE or _is_age(sentence, start, end) or _is_listed(sentence, end):
        return ""
    before, after = _near(sentence[:start], last=True), _near(sentence[end:], last=False)
    head, _ = _head(_WORD.findall(counted.casefold()) or after[:1], after)
    outcome = _outcome(f"{role} {counted}", sentence, Span(start, end), before, after)
    if not outcome and (not head or head in lexicon.SAYS_NOTHING):
        return ""
    thing = "person" if head in ("", "person") and outcome else head
    return f"{dimension}|{thing}|{outcome if thing == 'person' else ''}"


def measure_of(citation: Citation) -> Measure:
    """What a claim's figure measures: its fields where they tell, else the words around it."""
    claim = citation.value
    assert isinstance(claim, Claim)
    sentence = citation.sentence
    start = claim.span.start - claim.sentence.start
    return _read(
        sentence, start, start + len(claim.span), claim.dimension, claim.counted, claim.role,
        claim.population, claim.negated,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _read(
    sentence: str, start: int, end: int, dimension: str, counted: str, role: str,
    population: Population | None, negated: bool,
) -> Measure:  # fmt: skip
    before, after = _near(sentence[:start], last=True), _near(sentence[end:], last=False)
    nouns = _WORD.findall(counted.casefold()) or after[:1]
    head, kind = _head(nouns, after)
    outcome = _outcome(f"{role} {counted}", sentence, Span(start, end), before, after)
    flags = set(_flags(sentence, start, end, before, after))
    if population is Population.OTHERS:
        flags.add("others")
    if population is Population.PART:
        flags.add("part")
    if negated:
        flags.add("denied")
    if sentence.count(" ") > LONGEST_SENTENCE:
        flags.add("no sentence")
    words = {_stem(word) for word in (*before, *after) if word not in _STOP and not word[0].isdigit()}
    return Measure(
        dimension, head, kind, outcome, frozenset(flags), frozenset(words),
        frozenset(_stem(word) for word in _WORD.findall(counted.casefold()) if word not in _STOP),
        _listed_place(sentence, end), _numbers(sentence[:start]) + _numbers(sentence[end:]),
    )  # fmt: skip


_IN_PLACE = re.compile(
    r"[^,.;:\d]{0,30}?\b(?:in|at|near|from|of) (?:the )?([A-Z][\w.]{1,30}(?: [A-Z][\w.]{1,30}){0,3})"
)
_NEXT_IN_PLACE = re.compile(r"\d[\d,.]{0,20}(?: percent|%)? [^,.;:\d]{0,30}?\b(?:in|from) (?:the )?[A-Z]")


def _listed_place(sentence: str, end: int) -> frozenset[str]:
    """The place right after a figure where the sentence lists figures of several places."""
    found = _IN_PLACE.match(sentence, end)
    if not found or len(_NEXT_IN_PLACE.findall(sentence)) < 2:
        return frozenset()
    return frozenset(found.group(1).casefold().split())


_SMALL = {
    word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}


def _numbers(text: str) -> tuple[int, ...]:
    words = (word.replace(",", "") for word in _WORD.findall(text.casefold()))
    return tuple(_SMALL.get(word, 0) or int(word) for word in words if word in _SMALL or word.isdecimal())


# How far a word may stand from a figure and still say what it counts.
_REACH = 12


def _near(text: str, *, last: bool) -> list[str]:
    words = _WORD.findall((text[-160:] if last else text[:160]).casefold())
    return words[-_REACH:] if last else words[:_REACH]


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBER_WORDS


def _head(nouns: list[str], after: list[str]) -> tuple[str, str]:
    """Stem of what is counted, and the kind of people."""
    if after[:1] in (["other"], ["others"], ["more"]) and not lexicon.SOME_KIND & {*after[1:2]}:
        return "person", ""
    if lexicon.OUTCOMES.get(after[0] if after else "") in lexicon.OF_PEOPLE:
        return "person", ""
    for word in (*reversed(nouns), *after[:3]):
        if word in lexicon.SOME_KIND:
            return "person", _stem(word)
        if word in lexicon.ANYBODY:
            return "person", ""
    last = nouns[-1] if nouns else ""
    if last in lexicon.OUTCOMES and lexicon.OUTCOMES[last] not in ("shot",):
        return "person", ""
    if not last or last in _STOP or _is_number(last):
        return "", ""
    return ("", "") if last in lexicon.OUTCOMES else (lexicon.SYNONYMS.get(_stem(last), _stem(last)), "")


# "21 shots": what is counted are shots, not people who were shot.
_SHOTS = frozenset("shots gunshots rounds bullets".split())


def _outcome(told: str, sentence: str, place: Span, before: list[str], after: list[str]) -> str:
    """What happened: from a phrase, the claim's own fields, or the nearest word after or before."""
    words = _WORD.findall(told.casefold())
    if _SHOTS & {*words, *after[:1]}:
        return ""
    low = sentence.casefold()
    left, right = low[max(0, place.start - 40) : place.start], low[place.end : place.end + 60]
    for phrase, outcome in lexicon.PHRASES:
        if phrase in right:
            gap = right[: right.find(phrase)]
        elif phrase in left:
            gap = left[left.rfind(phrase) :]
        else:
            continue
        if not any(_is_number(word) for word in _WORD.findall(gap)):
            return outcome
    own = next((lexicon.OUTCOMES[word] for word in words if word in lexicon.OUTCOMES), "")
    return _adjacent(before, after) or own or _nearest_outcome(after) or _nearest_outcome(before[:-6:-1])


_PEOPLE = lexicon.ANYBODY | lexicon.SOME_KIND | {"others", "more", "were", "was"}


def _adjacent(before: list[str], after: list[str]) -> str:
    """The outcome right beside the figure: "4 others injured", "measuring 7.6", "a depth of 12"."""
    follows = next((word for word in after[:4] if word not in _PEOPLE), "")
    precedes = before[-2] if before[-1:] == ["of"] and len(before) > 1 else before[-1] if before else ""
    return lexicon.OUTCOMES.get(follows) or lexicon.OUTCOMES.get(precedes, "")


def _nearest_outcome(words: list[str]) -> str:
    """The first outcome on the way to the next number."""
    for word in words:
        if _is_number(word):
            return ""
        if word in lexicon.OUTCOMES:
            return lexicon.OUTCOMES[word]
    return ""


def _flags(sentence: str, start: int, end: int, before: list[str], after: list[str]) -> list[str]:
    low = sentence.casefold()
    near = low[max(0, start - 50) : end + 60]
    flags = []
    if _is_age(sentence, start, end):
        flags.append("age")
    if _is_of_some(before, after) or any(word in lexicon.PART_WORDS for word in before[-4:]):
        flags.append("part")
    if any(phrase in near for phrase in lexicon.NARROWING):
        flags.append("part")
    if after[:1] in (["other"], ["others"], ["more"]) or "others" in after[:3]:
        flags.append("others")
    words = set(_WORD.findall(low))
    if words & lexicon.SEVERAL_EVENTS or any(phrase in low for phrase in lexicon.PERIODS):
        flags.append("several events")
    if before[-1:] in (["the"], ["those"], ["these"], ["all"]) and before[-2:] != ["in", "all"]:
        flags.append("definite")
    if before[-1:] == ["no"]:
        flags.append("label")
    if _is_listed(sentence, end):
        flags.append("listed")
    return flags


def _is_age(sentence: str, start: int, end: int) -> bool:
    said = _AGE.match(sentence, end) or _AGE.search(sentence[start:end])
    return bool(said) or _is_bare_age(sentence, start, end)


def _is_listed(sentence: str, end: int) -> bool:
    return bool(_FOLLOWED_BY_KIND.match(sentence, end)) and _list_items(sentence) > 1


@lru_cache(maxsize=512)
def _list_items(sentence: str) -> int:
    return len(_LIST_ITEM.findall(sentence))


_COUNT = r"(?:\d[\d,.]{0,20}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_KIND = r"(?: [\w’'-]{1,20})?,? (?:in|at|from|by|aboard|on|near|outside|with|across)\b"
_FOLLOWED_BY_KIND = re.compile(_KIND)
_LIST_ITEM = re.compile(rf"(?:[,;:]|\band|\bas well as) (?:and )?{_COUNT}{_KIND}", re.IGNORECASE)

_OF_WHOM = frozenset("the them whom those these his her their its".split())
_SOME = frozenset("some most many half any all each part none".split())


def _is_of_some(before: list[str], after: list[str]) -> bool:
    """ "three of the victims", "one of five people": one figure is of a part of the other."""
    if after[:1] == ["of"] and (len(after) < 2 or after[1] in _OF_WHOM or _is_number(after[1])):
        return True
    of = before[-1:] == ["of"] and len(before) > 1
    return of and (before[-2] in _SOME or before[-2] in lexicon.GROUPS or _is_number(before[-2]))


def _is_bare_age(sentence: str, start: int, end: int) -> bool:
    """ "Ines Carrow, 44, said" and "aged 44"."""
    before = sentence[max(0, start - 30) : start]
    return bool(_AGE_BEFORE.search(before)) and bool(_AGE_AFTER.match(sentence, end) or "age" in before[-6:])


def _stem(word: str) -> str:
    """A word without its plural: enough to compare nouns, no more."""
    plain = word.replace("'", "").replace("’", "").removesuffix("'s")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("ses", "xes", "ches", "shes")):
        return plain[:-2]
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "kids": "child",
    "kid": "child",
    "people": "person",
}
