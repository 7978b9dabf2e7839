"""Numbers that are no claims are told with their reasons."""

from claims.extraction.figures import left_out
from claims.model import Document, Span

TEXT = "Under Section 4, 12 boats were sold on May 3, 2021.\n\nNo one came at 5 p.m."


def told(within: Span | None = None) -> list[tuple[str, str]]:
    document = Document(TEXT, "0" * 64)
    found = list(left_out(document, within))
    assert all(one.span.of(TEXT).strip() == one.text for one in found)
    return [(one.text, one.reason) for one in found]


def test_each_number_that_is_no_claim_is_told_once_with_its_reason() -> None:
    assert told() == [
        ("4", "a number of a section, page, route, game or other numbered thing"),
        ("May 3, 2021", "part of a date"),
        ("one", '"one" that counts nothing'),
        ("5 p.m.", "a time of day"),
    ]


def test_a_number_of_two_reasons_is_told_once() -> None:
    (one,) = left_out(Document("Call +1 555-123-4567 now.", "0" * 64))
    assert (one.text, one.reason) == ("+1 555-123-4567", "a telephone number")


def test_those_of_one_sentence_can_be_asked_for() -> None:
    assert [text for text, _ in told(Span(TEXT.index("came"), len(TEXT)))] == ["one", "5 p.m."]
