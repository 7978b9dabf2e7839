"""Words of long ago printed as of this week."""

import pytest

from claims.checks.old_as_new import OldAsNew

SAID = "We will not ask the fishing families of Harlow Bay to pay for the pier that Storm Edda broke"


def both(quoted, after, *, then="2033-05-01", source="HBTV News", who="Marisol Vega"):
    return [
        quoted(SAID, "Marisol Vega", source="Coastal Wire", date="2031-03-03"),
        quoted(SAID, who, text=f"{SAID}, {who} {after}", source=source, date=then),
    ]


def test_old_words_that_are_given_to_this_week_are_found(quoted, run):
    (found,) = run(OldAsNew(), both(quoted, "said on Tuesday."))
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.sentence == (
        "HBTV News (2033-05-01) prints words of Marisol Vega as of “on Tuesday” "
        "that Coastal Wire had on 2031-03-03."
    )
    assert found.explains == ("the same words may have been said again",)


@pytest.mark.parametrize(
    "after",
    ["said.", "said on a Tuesday two years ago.", "said again on Tuesday.", "had said on Tuesday.", "said in 2031 on a Tuesday."],
)  # fmt: skip
def test_a_page_that_names_no_day_or_says_that_the_words_are_older_is_not(quoted, run, after):
    assert run(OldAsNew(), both(quoted, after)) == []


def test_the_same_month_the_same_source_or_another_speaker_is_not(quoted, run):
    for other in ({"then": "2031-03-30"}, {"source": "Coastal Wire"}, {"who": "Owen Tran"}):
        assert run(OldAsNew(), both(quoted, "said on Tuesday.", **other)) == []
