"""Reports in other words that drop what the speaker hedged."""

from claims.checks.overstated import Overstated

SAID = "The old sea wall may break in the next storm, and we must be ready."


def both(quoted, report, *, then="2031-03-04", who="Marisol Vega"):
    return [
        quoted(SAID, "Marisol Vega", source="Coastal Wire", date="2031-03-03"),
        quoted(report, who, kind="indirect", source="HBTV News", date=then),
    ]


def test_a_report_without_the_speakers_may_is_found(quoted, run):
    (found,) = run(Overstated(), both(quoted, "the sea wall breaks in the next storm"))
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert found.sentence == (
        "HBTV News reports words of Marisol Vega without “may”, which Coastal Wire has."
    )


def test_a_report_that_hedges_in_another_word_or_tells_of_the_rest_is_not(quoted, run):
    for report in ("the sea wall could break in the next storm", "the town must be ready"):
        assert run(Overstated(), both(quoted, report)) == []


def test_other_days_and_other_speakers_are_not_compared(quoted, run):
    report = "the sea wall breaks in the next storm"
    for other in ({"then": "2031-06-04"}, {"who": "Owen Tran"}):
        assert run(Overstated(), both(quoted, report, **other)) == []
