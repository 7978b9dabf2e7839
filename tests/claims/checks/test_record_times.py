"""When a record holds."""

import pytest

from claims.checks.record_times import is_held, time_of, without_time

from .conftest import document


@pytest.mark.parametrize(
    ("before", "scope", "held"),
    [
        ("Operation Tidewater is the ", "operation to date", True),
        ("In May the sweep was the ", "operation ever", True),
        ("The sweep may be the ", "operation ever", False),
        ("The pier, they hope to say, could become the ", "pier ever", False),
        ("The mayor said it could rain, and the sweep was the ", "operation ever", True),
        ("Storm Edda was the ", "storm of the year until Moss", False),
        ("The raid was then the ", "raid", False),
    ],
)
def test_a_record_is_held_where_it_is_claimed_as_of_now(before, scope, held):
    assert is_held(before, scope) is held


@pytest.mark.parametrize(
    ("scope", "date", "time"),
    [
        ("seizure to date", "2031-03-03", ""),
        ("seizure in county history", "2031-03-03", ""),
        ("seizure this year", "2031-03-03", "2031"),
        ("seizure of the year", "2031-03-03", "2031"),
        ("seizure last year", "2031-03-03", "2030"),
        ("seizure of 2030", "2031-03-03", "2030"),
        ("seizure since 2019", "2031-03-03", ""),
        ("seizure this year", "", "this year"),
        ("storm of the season", "2031-03-03", "of the season 2031-03-03"),
        ("storm in two decades", "2031-03-03", "in two decades 2031-03-03"),
    ],
)
def test_a_time_is_told_by_its_number_or_from_the_day_of_the_page(scope, date, time):
    assert time_of(scope, document("The pier is wet.", date=date)) == time


def test_a_scope_without_its_time_ends_in_the_noun():
    assert without_time("operation this year").split() == ["operation"]
