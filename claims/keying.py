"""Under what the checks compare values, and what they find inside one document.

Nothing here knows a record: the process that read a document works it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from claims.model import Claim, Finding, Problem
from claims.ports import Check, Citation, Reach
from claims.registry import CHECKS, plugins
from claims.uncollected import uncollected

# Another one where our checks key or compare values in another way: a record says then that it is behind.
_REVISION = "6"

# Mark of a key -> name of the check whose key it is.
Marks = dict[int, str]


@dataclass(frozen=True, slots=True)
class Keyed:
    """The keys of some values.

    Attributes:
        marks: by value id; empty for a value that is no check's business.
        problems: checks that stopped.
    """

    marks: dict[str, Marks]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """Findings that rest on one document alone.

    Attributes:
        found: by name of each check that looks within a document, those that found nothing too.
        problems: checks that stopped.
    """

    found: dict[str, list[Finding]]
    problems: tuple[Problem, ...] = ()


def mark(check: str, key: str) -> int:
    """A signed 64-bit number for a key of a check: the record keeps it instead of the key.

    That two keys of ten million share one by chance has a probability of 3 in a
    million; what shares a mark is compared by the check all the same.
    """
    digest = blake2b(f"{check}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@uncollected()
def keyed(citations: Iterable[Citation]) -> Keyed:
    """What each value is compared under, by checks whose findings reach beyond a document."""
    checks = [(name, check) for name, check in checks_by_name().items() if not is_within(check)]
    marks: dict[str, Marks] = {}
    problems: list[Problem] = []
    of_versions = [(name, check) for name, check in checks if is_of_versions(check)]
    for citation in citations:
        mine = marks[citation.value.id] = {}
        # A replaced version is no second source: only checks of versions are given its values.
        for name, check in of_versions if citation.newer else checks:
            try:
                for key in tuple(check.keys(citation)):  # all of them, or none of a check that stops
                    mine[mark(name, key)] = name
            except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
                problems.append(stopped(name, error, citation.document.id))
    return Keyed(marks, tuple(problems))


@uncollected()
def within(document: str, citations: Sequence[Citation]) -> Within:
    """What checks find among all the shown values of one document.

    Args:
        document: its id.
    """
    found: dict[str, list[Finding]] = {}
    problems: list[Problem] = []
    ordered = in_order(citations)
    # A replaced version is no second source: only checks of versions are given its values.
    printed_now = [citation for citation in ordered if citation.newer is None]
    for name, check in checks_by_name().items():
        if is_within(check):
            try:
                found[name] = _gravest(_found(check, ordered if is_of_versions(check) else printed_now))
            except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
                found[name] = []
                problems.append(stopped(name, error, document))
    return Within(found, tuple(problems))


def compared_by() -> str:
    """What values are keyed and compared by: the installed checks, none loaded, and how they do it."""
    return " ".join((_REVISION, *plugins(CHECKS)))


def checks_by_name() -> Mapping[str, Check]:
    return plugins(CHECKS)


def is_within(check: Check) -> bool:
    return getattr(check, "reach", Reach.ANYWHERE) is Reach.DOCUMENT


def is_of_versions(check: Check) -> bool:
    return getattr(check, "of_versions", False)


def is_between(check: Check) -> bool:
    return getattr(check, "reach", Reach.ANYWHERE) is Reach.DOCUMENTS


def stopped(check: str, error: Exception, document: str) -> Problem:
    """A check that raised is a problem that names it; the others run."""
    why = f"the check {check!r} stopped: {type(error).__name__}: {error}"
    return Problem(f"check {check}", why, document)


def in_order(citations: Iterable[Citation]) -> list[Citation]:
    """Undated documents come last: what is later is compared with what is earlier."""
    return sorted(citations, key=_date_and_place)


def _date_and_place(citation: Citation) -> tuple[str, str, int]:
    document, value = citation.document, citation.value
    place = value.span.start if isinstance(value, Claim) else value.spans[0].start
    return (str(document.published) if document.published else "~", document.id, place)


def _found(check: Check, ordered: Iterable[Citation]) -> list[Finding]:
    groups: dict[str, list[Citation]] = {}
    for citation in ordered:
        for key in check.keys(citation):
            groups.setdefault(key, []).append(citation)
    # One value alone may be at odds with words beside it: "founded in 1998, 30 years ago".
    return [one for group in groups.values() for one in check.find(group)]


def _gravest(found: Iterable[Finding]) -> list[Finding]:
    """Each finding once, in its most severe form."""
    mildest_first = sorted(found, key=lambda finding: -finding.severity.rank)
    return list({finding.id: finding for finding in mildest_first}.values())
