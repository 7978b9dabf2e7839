"""What two sources say was doubled, tripled or halved, set beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice

from claims.checks.citing import begun, evidence_by_document, names_of_both, one_source
from claims.checks.explaining import explanations, settlers
from claims.checks.framing import claim_of
from claims.checks.independence import are_independent
from claims.checks.leading import as_printed
from claims.checks.reckoning import value_of, wide
from claims.checks.ties import days_apart
from claims.model import Claim, Document, Finding, FindingKind, Severity
from claims.model.identity import normalised
from claims.ports import Citation, Reach

# Names of so many words are hardly shared by chance.
_TELLING_WORDS = 3
_NAME = re.compile(r"(?<![\w'’])[A-Z][\w-]+(?:,? (?:(?:of|and|for|the) ){0,2}[A-Z][\w-]+){1,6}")
_LOOKED_THROUGH, _MOST_NAMES = 6000, 40
# Of so many claims of one name the first ones are compared, each with each.
_MOST = 24
# Later, it is another doubling.
_DAYS = 366
_GROWN = re.compile(
    r"(?:doubled|doubles|doubling|tripled|triples|tripling|trebled|quadrupled|quintupled|halved|halving)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:double|triple|treble|quadruple|halve)$", re.IGNORECASE)
# "More than double the average" compares; "will more than double" multiplies.
_WILL = re.compile(r"\b(?:will|would|to|could|can|may|might|should|must)(?: \w+)?\s{0,2}$", re.IGNORECASE)
_SAYS_NOTHING = frozenset("number amount total rate level size s the its their a of in".split())


class Multipliers:
    """Multiples of two documents on one matter: of one thing, or of two that are easily confused."""

    name = "multiplier"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """Each long name of the document: two reports on one matter share them."""
        claim = citation.value
        if not isinstance(claim, Claim) or not claim.counted or not _multiplies(citation):
            return []
        return sorted(name for name in _names_of(citation.document) if name.count(" ") + 1 >= _TELLING_WORDS)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two documents: on the first multiple of each."""
        first: dict[str, Citation] = {}
        for citation in group:
            first.setdefault(citation.document.id, citation)
        for a, b in combinations(islice(first.values(), _MOST), 2):
            shared = _shared(a.document, b.document)
            if len(shared) > 1 and _is_one_matter(a, b):
                yield from _compared(a, b, shared)


def _multiplies(citation: Citation) -> bool:
    claim, text = claim_of(citation), citation.document.text
    if claim.dimension != "ratio" or claim.negated or claim.quantity is None:
        return False
    before = text[max(claim.sentence.start, claim.span.start - _CLAUSE) : claim.span.start]
    if _is_place(claim.counted, before):
        return False
    return bool(_GROWN.search(claim.text) or (_BARE.search(claim.text) and _WILL.search(before)))


def _is_place(counted: str, before: str) -> bool:
    """ "Rents in the city doubled": what was doubled stands before the preposition, and nobody read it."""
    at = before.rfind(counted)
    return at >= 0 and bool(_BEHIND.search(before[:at]))


_CLAUSE = 120
_BEHIND = re.compile(
    r"\b(?:in|at|for|on|from|near|within|across|by)\s(?:the |its |their |our |a )?$", re.IGNORECASE
)


def _names_of(document: Document) -> frozenset[str]:
    return _names(document.text[:_LOOKED_THROUGH])


@lru_cache(maxsize=256)
def _names(text: str) -> frozenset[str]:
    found = dict.fromkeys(_bare(normalised(name)) for name in _NAME.findall(text))
    return frozenset(islice(found, _MOST_NAMES))


def _bare(name: str) -> str:
    """Without the word of a sentence's beginning: "the port authority" is "port authority"."""
    first, _, rest = name.partition(" ")
    return rest if first in _BEGIN and " " in rest else name


_BEGIN = frozenset("the a an in on at by for from but and as since when while after before our this".split())


def _shared(one: Document, two: Document) -> list[str]:
    """Names that both texts hold, the longest first."""
    return sorted(_names_of(one) & _names_of(two), key=lambda name: (-len(name), name))


def _is_one_matter(a: Citation, b: Citation) -> bool:
    apart = days_apart(a.document, b.document) or 0
    return (
        apart <= _DAYS and not one_source(a.document, b.document) and are_independent(a.document, b.document)
    )


def _compared(a: Citation, b: Citation, shared: Sequence[str]) -> Iterator[Finding]:
    is_one_thing, fits = _is_one_thing(a, b), wide(claim_of(a)).meets(wide(claim_of(b)))
    is_one_factor = value_of(claim_of(a)) == value_of(claim_of(b))
    if is_one_thing and fits:
        yield _finding(a, b, shared, FindingKind.COMPATIBLE, "both multiply the same")
    elif is_one_thing:
        yield _finding(a, b, shared, FindingKind.POSSIBLE_CONFLICT, "both multiply the same, and not as much")
    elif is_one_factor:
        yield _finding(a, b, shared, FindingKind.POSSIBLE_CONFLICT, "what is multiplied differs")


def _is_one_thing(a: Citation, b: Citation) -> bool:
    one, two = (
        {word.removesuffix("s") for word in normalised(claim_of(c).counted).split()} - _SAYS_NOTHING
        for c in (a, b)
    )
    return bool(one and two) and 2 * len(one & two) >= min(len(one), len(two)) and bool(one & two)


def _finding(a: Citation, b: Citation, shared: Sequence[str], kind: FindingKind, why: str) -> Finding:
    left, right = names_of_both(a.document, b.document)
    told = ", ".join(as_printed(name, a.document) for name in shared[:2])
    severity = Severity.INFO if kind is FindingKind.COMPATIBLE else Severity.LOW
    is_open = kind is not FindingKind.COMPATIBLE
    mine, other = (f"“{_said(c)}” and means {_what(c)}" for c in (a, b))
    return Finding(
        Multipliers.name, kind, severity, (a.value.id, b.value.id),
        f"{begun(left)} says {mine}; {right} says {other}.",
        (f"both name {told}", why), evidence_by_document((a, b)),
        explanations(a, b) if is_open else (), settlers((a, b)) if is_open else (),
    )  # fmt: skip


def _said(citation: Citation) -> str:
    return " ".join(claim_of(citation).text.split())


def _what(citation: Citation) -> str:
    words = " ".join(claim_of(citation).counted.split())
    return words if words[:4].casefold() in ("the ", "its ") else f"the {words}"
