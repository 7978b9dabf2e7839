"""Decisions that this OnRecord could have made, and others."""

from datetime import UTC, datetime

import pytest

from claims.exchange.fitting import check
from claims.exchange.lines import BadLine
from claims.judging import import_id
from claims.model import Judgement, JudgementKind

MOMENT = "2031-03-03T10:30:00+00:00"


def withdrawal(subject, value):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Judgement(JudgementKind.WITHDRAWAL, (subject,), "withdraw", "Marisol", at, value)


@pytest.mark.parametrize(
    ("subject", "value"), [("a" * 20, ""), ("a" * 20, "purge"), (import_id(MOMENT), MOMENT)]
)
def test_a_document_or_an_import_is_withdrawn(subject, value):
    check(withdrawal(subject, value))


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        ("a" * 20, MOMENT),
        (import_id("now"), "now"),
        (import_id("2031-03-03"), "2031-03-03"),
        (import_id("2031-03-03T10:30:00Z"), "2031-03-03T10:30:00Z"),
    ],
)
def test_an_import_is_named_by_its_moment(subject, value):
    with pytest.raises(BadLine, match="it withdraws neither a document nor an import"):
        check(withdrawal(subject, value))
