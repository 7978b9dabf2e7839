"""`onrecord compare`: pairs in, verdicts out, JSON Lines both; one warm process."""

from __future__ import annotations

from collections.abc import Iterable

import click

from claims.bare import bare_document
from claims.errors import BadValue
from claims.model import PartialDate, Span
from claims.ports import Citation
from tui.jsonforms import Json
from tui.lines import Line, answer_lines
from tui.session import Session


@click.command()
@click.argument("path", default="-", metavar="[FILE|-]")
@click.option("--claims", is_flag=True, help="The sides are figures in sentences: do they agree?")
@click.option("--names", is_flag=True, help="The sides are names: one person or body?")
@click.pass_obj
def compare(session: Session, path: str, claims: bool, names: bool) -> int:
    """Read pairs {"id", "a", "b"}, one a line; print {"id", "score", "relation", "why"} for each.

    score (0 to 1, 0.5 and more joins) says whether they are one utterance; relation is identical, near
    (marks, case), truncated, elided, altered (words), changed-figure, negated or different.

    With --names: {"id", "score", "why"}, 0.8 and more is one person or body.

    With --claims a side is {"sentence", "start", "end", "date"}; the answer is {"id", "relation", "why"}
    with agree, compatible, conflict or different.

    A bad line is named on standard error with its number, and the others go on (exit 1).
    """
    if claims and names:
        raise BadValue("choice", "--claims --names", "choose one of them")
    verdict = _figures if claims else _names if names else _utterances
    return 1 if answer_lines(path, {"id", "a", "b"}, verdict) else 0


def _utterances(line: Line) -> Line:
    from claims.matching.likeness import likeness

    a, b = _texts(line)
    found = likeness(a, b)
    return _answer(line, found.why, score=found.score, relation=found.relation.value)


def _names(line: Line) -> Line:
    from claims.matching.names import agree

    a, b = _texts(line)
    found = agree(a, b)
    return _answer(line, found.why, score=found.score)


def _figures(line: Line) -> Line:
    from claims.checks.measure import relation

    a, b = _citation("a", line["a"]), _citation("b", line["b"])
    if a is None or b is None:
        unread = "a" if a is None else "b"
        return _answer(line, [f"no figure is read at that place of {unread}"], relation="different")
    found, why = relation(a, b)
    return _answer(line, why, relation=found)


def _citation(name: str, side: Json) -> Citation | None:
    """The claim that extraction reads at a place of a sentence, as if the sentence were a document;
    else what the words there say ("multiple").

    Raises:
        ValueError: the side is none, its place is outside its sentence, or its date is none.
    """
    from claims.extraction.figures.pointed import pointed_at
    from claims.extraction.pipeline import extract
    from claims.intake import DEFAULT_EXTRACTOR
    from claims.registry import EXTRACTORS, plugins

    sentence, span, published = _side(name, side)
    document = bare_document(sentence, published=published)
    claims = extract(document, plugins(EXTRACTORS)[DEFAULT_EXTRACTOR]).claims
    fitting = [claim for claim in claims if claim.span.overlaps(span)]
    best = max(fitting, key=lambda claim: claim.span.overlap_share(span), default=None)
    best = best or pointed_at(document, span)
    return Citation(best, document) if best else None


def _published(name: str, side: dict[str, Json]) -> PartialDate | None:
    day = side.get("date")
    if day is not None and not isinstance(day, str):
        raise ValueError(f"{name}: date is a text or null")
    return PartialDate.parse(day) if day else None


def _side(name: str, side: Json) -> tuple[str, Span, PartialDate | None]:
    match side:
        case {"sentence": str(sentence), "start": int(start), "end": int(end)} if isinstance(side, dict):
            # JSON's true is a number to Python.
            if isinstance(start, bool) or isinstance(end, bool) or not 0 <= start < end <= len(sentence):
                raise ValueError(f"{name}: {start} to {end} is no place of a sentence of {len(sentence)}")
            return sentence, Span(start, end), _published(name, side)
    raise ValueError(f"{name} is an object with sentence, start, end and date")


def _answer(line: Line, why: Iterable[str], **verdict: Json) -> Line:
    return {"id": line["id"], **verdict, "why": list(why)}


def _texts(line: Line) -> tuple[str, str]:
    a, b = line["a"], line["b"]
    if not isinstance(a, str) or not isinstance(b, str) or not a.strip() or not b.strip():
        raise ValueError("a and b are texts, not empty")
    return a, b
