"""What checks say about a citation: who published it, evidence, names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.checks.amounts import shown
from claims.checks.lexicon import OUTCOMES, SAYS_NOTHING
from claims.checks.measured import measure_of
from claims.checks.paid_for import Cost
from claims.model import Claim, Document, Evidence
from claims.ports import Citation


def evidence(citation: Citation) -> Evidence:
    """The passage of a value: a claim's figure, a quote from its first to its last word."""
    value, document = citation.value, citation.document
    if isinstance(value, Claim):
        return Evidence(document.id, value.span, value.span.of(document.text), claim=value.id)
    return Evidence(document.id, value.whole, value.whole.of(document.text), quote=value.id)


def all_evidence(citations: Iterable[Citation]) -> tuple[Evidence, ...]:
    """The passages of several values, each once, in order."""
    return tuple({citation.value.id: evidence(citation) for citation in citations}.values())


def evidence_by_document(citations: Iterable[Citation]) -> tuple[Evidence, ...]:
    """One passage a document, the first given of each: what a document says twice is no more true."""
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.document.id, citation)
    return tuple(evidence(citation) for citation in first.values())


def publisher(document: Document) -> str:
    """Who is to be named as publishing: the source, else the title, else where it lies."""
    if document.source:
        return document.source.name
    return f"“{document.title}”" if document.title else document.location or "an unnamed document"


def names_of_both(one: Document, two: Document) -> tuple[str, str]:
    """Publishers of two documents, told apart by date, title or place where they are one source."""
    left, right = publisher(one), publisher(two)
    if left != right or one.id == two.id:
        return left, right
    for mine, other in (
        (str(one.published or ""), str(two.published or "")),
        (one.title and f"“{one.title}”", two.title and f"“{two.title}”"),
        (one.location, two.location),
    ):
        if mine and other and mine != other:
            return f"{left} ({mine})", f"{right} ({other})"
    return left, f"another document of {right}"


def begun(name: str) -> str:
    """A name at the beginning of a sentence: "the Herald" is "The Herald"."""
    return name[:1].upper() + name[1:]


def in_words(citation: Citation, *, clause: bool = True) -> str:
    """The figure with what is counted and what happened: "46 people were injured", or without a
    clause "46 people injured"; "$3.4 million in cash", "850 kilograms of drugs".
    """
    claim = citation.value
    assert isinstance(claim, Claim)
    measure, text = measure_of(citation), _lowered(shown(claim))
    if measure.cost and not (claim.event and claim.event in measure.cost.phrase):
        return _cost_in_words(measure.cost, text)
    noun = _noun(claim, citation.sentence)
    if noun.casefold() in text.casefold():
        noun = ""
    if claim.unit and noun and _stands_before(noun, claim, citation.sentence):
        return f"{noun} of {text}"
    if claim.unit and noun:
        return f"{text} {_link(noun, claim, citation.sentence)} {noun}"
    if measure.head == "person" and not claim.counted and not claim.unit:
        noun = "people"
    said = f"{text} {noun}".strip()
    told = {OUTCOMES.get(word) for word in said.casefold().split()}
    if measure.head != "person" or claim.unit or not measure.outcome or measure.outcome in told:
        return said
    if not clause:
        return f"{said} {measure.outcome}"
    is_one = claim.quantity is not None and claim.quantity.value == 1
    return f"{said} {'was' if is_one else 'were'} {measure.outcome}"


def _cost_in_words(cost: Cost, text: str) -> str:
    """ "$4.2 million for the pier", "$3 million in damage", "a budget of $48 million"."""
    if cost.thing == "damage":
        return f"{text} in damage"
    if cost.thing == "budget":
        return f"a budget of {text}"
    return f"{text} for {cost.phrase}" if cost.phrase else text


def _link(noun: str, claim: Claim, sentence: str) -> str:
    """ "$3.4 million in cash", and "for" where the sentence has it so or lists the noun before its amount."""
    if claim.dimension != "money":
        return "of"
    after = sentence[claim.span.end - claim.sentence.start :].casefold()
    is_before = noun.casefold() not in after
    return "for" if is_before or after.startswith((" for ", " to ")) else "in"


def _stands_before(noun: str, claim: Claim, sentence: str) -> bool:
    """ "Winds of 110 miles per hour": does the sentence print the noun so?"""
    before = sentence[: claim.span.start - claim.sentence.start].casefold()
    return before.rstrip().endswith(f"{noun.casefold()} of")


def _noun(claim: Claim, sentence: str) -> str:
    """What is counted as its sentence prints it, without what says nothing ("in the amount of")."""
    words = claim.counted.split() if claim.counted != claim.event else []
    if not words or words[-1].casefold() in SAYS_NOTHING:
        return ""
    pattern = r"\s{1,3}".join(re.escape(word) for word in words)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", sentence, re.IGNORECASE)
    printed = " ".join(found.group().split()) if found else claim.counted
    shouted = printed.isupper() and len(printed) > _LONGEST_INITIALS
    return printed.lower() if shouted or _is_headline(sentence) else _lowered(printed)


# "GRANT" is shouted, "WMDs" and "EU" are names.
_LONGEST_INITIALS = 4


def _is_headline(sentence: str) -> bool:
    """Are all longer words printed with capitals, so that a capital names nobody?"""
    words = [word for word in sentence.split() if word[0].isalpha() and len(word) > 3]
    return all(word[0].isupper() for word in words)


def _lowered(words: str) -> str:
    """Words of a sentence's or headline's beginning inside a sentence: "About 30" is "about 30"."""
    first, space, rest = words.partition(" ")
    return first.lower() + space + rest if first.casefold() in _OPENING else words


# A figure's words where a sentence begins with it; other capitals are names ("Montana counties").
_OPENING = frozenset(
    """a about above almost an around approximately as at below close exactly fewer hundreds dozens in just
    less many millions more most nearly no only over roughly several some thousands under up well what
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)


# ------------------------------------------------------------- whom to believe to be a name


# Longer "names" are clauses of a text that lost its marks.
_MOST_NAME_WORDS = 6
_NO_NAME_BEGINS = frozenset(
    """therefore however meanwhile moreover furthermore also today yesterday then thus and but or while
    when after before although because since the this that these those it they he she we i""".split()
)
_SMALL = frozenset(
    "of the and for in on at de del della la le van von der den da di du bin ibn al el y e".split()
)


def is_name(name: str) -> bool:
    """Is this printed like a name, and no clause or headline: "Mayor Marisol Vega", "Port of Harlow Bay"?

    Checks that accuse need it: where a text lost its marks, extraction takes a clause for a speaker.
    """
    words = name.replace(",", " ").split()
    if not words or len(words) > _MOST_NAME_WORDS or not words[0][0].isupper():
        return False
    first = words[0].casefold()
    if len(words) > 1 and (first in _NO_NAME_BEGINS - {"the"} or (first.endswith("ly") and len(first) > 6)):
        return False
    large = [word for word in words if word.casefold() not in _SMALL]
    return all(word[0].isupper() or not word[0].isalpha() for word in large) and not (
        len(large) > 2 and name.isupper()
    )


def one_source(one: Document, two: Document) -> bool:
    """Are two documents, or one, of the same publisher?"""
    if one.id == two.id:
        return True
    return one.source is not None and two.source is not None and one.source.id == two.source.id


def may_be_a_series(one: Document, two: Document) -> bool:
    """Is it unknown of either who published it and when?

    Then they may be what one office announced on two days, with other figures each time.
    """
    return any(document.source is None and document.published is None for document in (one, two))
