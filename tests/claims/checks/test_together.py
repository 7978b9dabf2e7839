"""One statement that was altered in several ways is one finding."""

from claims.checks.altered_wording import AlteredWording
from claims.checks.disputed_speaker import DisputedSpeaker

SAID = "We have searched {} containers {} the raid on the old pier of Harlow Bay."
CUT = "since the raid on the old pier of Harlow Bay"


def test_of_several_wordings_the_gravest_two_make_the_finding(quoted, run):
    first = quoted(SAID.format("1,400", "since"), "Ines Carrow", source="Coastal Wire")
    other = quoted(SAID.format("1,400", "after"), "Ines Carrow", source="Harlow Bay Herald")
    figure = quoted(SAID.format("1,100", "since"), "Ines Carrow", source="The Courier")
    cut = quoted("We have searched 1,400 containers", "Ines Carrow", source="HBTV News")
    (found,) = run(AlteredWording(), [first, other, cut, figure])
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == "Coastal Wire has “1,400” in Ines Carrow’s words, The Courier has “1,100”."
    assert set(found.anchors) == {first.value.id, figure.value.id}
    # Both sides of the finding first, then the other versions, the gravest first.
    assert [piece.quote for piece in found.evidence] == [one.value.id for one in (first, figure, other, cut)]
    assert [step for step in found.why if step.startswith("besides: ")] == [
        "besides: Coastal Wire has “since” in Ines Carrow’s words, Harlow Bay Herald has “after”.",
        f"besides: HBTV News prints Ines Carrow’s words without “{CUT}”, which Coastal Wire has.",
    ]


def test_a_further_milder_version_leaves_the_finding_what_it_is(quoted, run):
    one = quoted(SAID.format("1,400", "since"), source="Coastal Wire")
    two = quoted(SAID.format("1,100", "since"), source="The Courier")
    (before,) = run(AlteredWording(), [one, two])
    (after,) = run(AlteredWording(), [one, quoted(SAID.format("1,400", "after"), source="HBTV"), two])
    assert after.id == before.id
    assert len(after.evidence) == len(before.evidence) + 1


def test_sixteen_wordings_are_one_finding_with_all_passages(quoted, run):
    cited = [quoted(SAID.format(f"1,{n}00", "since"), source=f"Paper {n}") for n in range(1, 10)]
    cited += [quoted(SAID.format(f"2,{n}00", "since"), source=f"Sheet {n}") for n in range(1, 8)]
    (found,) = run(AlteredWording(), cited)
    assert len(found.evidence) == 16
    assert found.why[-1] == "and 6 more versions"


def test_three_names_for_one_statement_are_one_dispute(quoted, run):
    said = "We will not raise harbor fees to pay for this wall"
    cited = [
        quoted(said, name, source=source)
        for name, source in (
            ("Marisol Vega", "Coastal Wire"),
            ("Dana Okafor", "HBTV News"),
            ("Tomas Lindqvist", "The Courier"),
        )
    ]
    (found,) = run(DisputedSpeaker(), cited)
    assert len(found.evidence) == 3
    assert found.why[-1].startswith("besides: ")
