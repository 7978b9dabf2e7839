"""What somebody is reported to have said ("she won't resign"), in the words that may have been said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.matching.titles import is_body
from claims.model.identity import normalised

# Who "she" is in the mouth of the one it stands for; a body says "we".
_FAMILIES = (
    {"she": "I", "her": "my", "hers": "mine", "herself": "myself"},
    {"he": "I", "him": "me", "his": "my", "himself": "myself"},
    {"they": "we", "them": "us", "their": "our", "theirs": "ours", "themselves": "ourselves"},
    {"it": "we", "its": "our", "itself": "ourselves"},
)
_SUBJECTS = {"she", "he", "they", "it"}
_SINGULAR = {"is": "am", "has": "have", "does": "do", "isn't": "am not", "hasn't": "haven't",
             "doesn't": "don't"}  # fmt: skip
_PLURAL = {"am": "are", "was": "were", "am not": "aren't", "wasn't": "weren't"}
_TENSES = {
    "would": "will", "could": "can", "might": "may", "had": "have", "was": "is", "were": "are",
    "wouldn't": "won't", "couldn't": "can't", "hadn't": "haven't", "wasn't": "isn't", "weren't": "aren't",
}  # fmt: skip
_REPORTED = {
    "will": "would", "can": "could", "may": "might", "have": "had", "has": "had", "is": "was", "are": "were",
    "won't": "would not", "can't": "could not", "haven't": "had not", "hasn't": "had not",
    "isn't": "was not", "aren't": "were not", "she'll": "she would", "he'll": "he would",
    "they'll": "they would", "she's": "she was", "he's": "he was", "they're": "they were",
}  # fmt: skip
_HELPING = frozenset(
    """do does did is am are was were have has had can could will would shall should must may might""".split()
)
# Between a subject and its verb; words in -ly too.
_BETWEEN = frozenset("not never also still always often just only now hardly simply really".split())
_AFTER_HAS = frozenset(["been", "had", "got"])

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TO = re.compile(r"(?:(?P<not>not|never) )?to (?:(?P<later>not|never) )?(?=\w)", re.IGNORECASE)
# After "her" it stands for "me": "asked her to", "told her that", "blames her for".
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?”\"]|$|(?:to|that|for|of|with|on|in|at|and|or|but|if|about|from|by|into|as|when|after|"
    r"because|before|until|not)\b)",
    re.IGNORECASE,
)


def as_said(told: str, speaker: str, *, denied: bool = False) -> tuple[str, ...]:
    """The ways in which a speaker may have said what is told of them in the third person: as it is told, and
    with the tense it had before "said" ("she would" of "I will"). The last is how another report has it.

    Args:
        told: without the words that say who said it.
        denied: they are reported to have denied it, so that they said the opposite.
    """
    first = _promised(told) or _in_first_person(told, speaker) or told
    ways = [first, _before_said(first), _after_said(told)]
    if denied:
        ways = [way for one in ways if (way := _with_not(one))]
    return tuple(dict.fromkeys(way for way in ways if way != told))


def _promised(told: str) -> str:
    """ "I will not resign" of "(promised) not to resign"; else ""."""
    found = _TO.match(told)
    if not found:
        return ""
    return " ".join(filter(None, ("I will", found["not"] or found["later"], told[found.end() :])))


def _in_first_person(told: str, speaker: str) -> str:
    """With "I" for the pronoun that stands for the speaker, which is the first; "" if there is none."""
    stems = (_plain(found.group()).split("'")[0] for found in _WORD.finditer(told))
    family = next((family for stem in stems for family in _FAMILIES if stem in family), None)
    if family is None or ("it" in family and not is_body(normalised(speaker).split())):
        return ""
    return "".join(_replaced(told, family))


def _replaced(told: str, family: dict[str, str]) -> Iterator[str]:
    """The text in pieces, pronouns turned and the verb of each made to agree."""
    at, subject = 0, ""
    for found in _WORD.finditer(told):
        word = found.group()
        stem, mark, ending = _plain(word).partition("'")
        yield told[at : found.start()]
        at = found.end()
        if stem in family:
            subject = family[stem] if stem in _SUBJECTS and not mark else ""
            yield _pronoun(stem, ending, told[at:], family)
        elif subject and not (stem in _BETWEEN or stem.endswith("ly")):
            yield _agreeing(word, subject)
            subject = ""
        else:
            yield word
    yield told[at:]


def _pronoun(stem: str, ending: str, after: str, family: dict[str, str]) -> str:
    """A pronoun with what is joined to it, and "her", which is "my" or "me"."""
    first = family[stem]
    if stem == "her":
        return "me" if _NO_NOUN.match(after) else first
    be, have = ("am", "have") if first == "I" else ("are", "have")
    following = _WORD.match(after.strip())
    has = ending == "ve" or (following is not None and following.group().casefold() in _AFTER_HAS)
    written = {"s": have if has else be, "re": be, "ve": have, "ll": "will", "d": "had" if has else "would"}
    return f"{first} {written[ending]}" if ending in written else first


def _agreeing(verb: str, subject: str) -> str:
    """ "I want" of "she wants"."""
    low = _plain(verb)
    if low in _HELPING or low in _SINGULAR or "'" in low:
        verb = _SINGULAR.get(low, verb)
        return verb if subject == "I" else _PLURAL.get(verb.casefold(), verb)
    if low.endswith("ies") and len(low) > _SHORTEST:
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x|zz|o)es$", low):
        return verb[:-2]
    return verb[:-1] if low.endswith("s") and not low.endswith("ss") else verb


# Letters of the longest verb whose own ending is "ies": "lies", "dies".
_SHORTEST = 4


def _before_said(text: str) -> str:
    """In the tense that it had: "I am" of "(said that) I was"."""
    turned = _WORD.sub(lambda found: _TENSES.get(_plain(found.group()), found.group()), text)
    turned = re.sub(r"\bI((?: \w+ly| never| not)?) is\b", r"I\1 am", turned)
    return re.sub(r"\bI isn't\b", "I am not", turned)


def _after_said(text: str) -> str:
    """In the tense of a report: "she would not" of "she won't"."""
    return _WORD.sub(lambda found: _REPORTED.get(_plain(found.group()), found.group()), text)


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()


def _with_not(text: str) -> str:
    """With "not" after its first helping verb, or without the "not" there; "" if it has no such verb."""
    found = next((one for one in _WORD.finditer(text) if _stem(one.group()) in _HELPING), None)
    if found is None:
        return ""
    if found.group().casefold() not in _HELPING:
        return f"{text[: found.start()]}{_stem(found.group())}{text[found.end() :]}"
    rest = text[found.end() :]
    denied = re.match(r" (?:not|never)\b", rest, re.IGNORECASE)
    return f"{text[: found.end()]}{rest[denied.end() :] if denied else f' not{rest}'}"


_WHOLE = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}


def _stem(word: str) -> str:
    """The verb of "won't": "will"."""
    low = _plain(word)
    return _WHOLE.get(low, low.removesuffix("n't"))
