import pytest

from claims.checks.part_of_whole import PartOfWhole


def test_a_part_larger_than_its_whole_is_a_conflict(read, run):
    (found,) = run(PartOfWhole(), read("Police arrested 12 people, including 15 teenagers.", source="HBTV"))
    assert (found.kind, found.severity) == ("conflict", "medium")
    assert (
        found.sentence == "HBTV gives 15 teenagers arrested as a part of 12 people arrested, which is less."
    )
    assert "15 is more than 12" in found.why


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested 12 people, including seven teenagers.",
        "Police arrested more than 12 people, including 15 teenagers.",
        "Vega drew three of the largest crowds of her campaign, including 2,800 at the pier on Sunday.",
        "Police arrested 12 people, including 15 pounds of drugs.",
        "Eight people were hurt in May, including 12 people hurt in the crash of June.",
        "Each class has 20 pupils, including 400 pupils in the east school.",
        "The yard makes 200 jobs a year, including 900 jobs by 2040.",
        "Schools have 900 pupils on average, including 1,200 pupils in Pell.",
        "The paper wrongly said that police arrested 12 people, including 15 teenagers.",
        "Police arrested 12 people in raids, including 15 raids in Stroud.",
        "The pier cost $40 million, including 55 percent for steel.",
    ],
)
def test_what_fits_or_is_no_part_is_silent(read, run, sentence):
    assert run(PartOfWhole(), read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Police seized 20 guns, including 25 rifles.", "25 is more than 20"),
        ("Police seized 100 guns, including 120 handguns.", "120 is more than 100"),
        (
            "The port spent $5 million on docks, including $6 million for the pier.",
            "6 million is more than 5 million",
        ),
    ],
)
def test_a_part_of_the_kind_or_rounded_alike_is_no_larger(read, run, sentence, said):
    (found,) = run(PartOfWhole(), read(sentence))
    assert said in found.why


SEIZED = (
    "Police seized 1,875 pounds of pills and other drugs, and more than $50 million in cash. "
    "The drug seizures included about 152 pounds of fentanyl. "
    "Overseas, officers seized more than $38 million."
)


def test_parts_of_a_kind_or_place_are_told_once_a_whole(read, run):
    drugs, cash = sorted(run(PartOfWhole(), read(SEIZED, source="HBTV")), key=lambda f: f.sentence)[::-1]
    drugs, cash = sorted((drugs, cash), key=lambda found: "$" in found.sentence)
    assert (drugs.kind, drugs.severity) == ("compatible", "info")
    assert drugs.sentence == (
        "HBTV gives 1,875 pounds of pills and other drugs, and as parts of it about 152 pounds of fentanyl."
    )
    assert cash.sentence == (
        "HBTV gives more than $50 million in cash, and as parts of it more than $38 million (Overseas)."
    )


@pytest.mark.parametrize("pounds", [90, 120])
def test_a_part_with_a_place_that_is_as_large_or_larger_is_of_another_whole(read, run, pounds):
    text = f"Police seized 90 pounds of drugs in all. In Stroud, police seized {pounds} pounds of drugs."
    assert run(PartOfWhole(), read(text)) == []


def test_all_parts_of_one_whole_are_one_finding(read, run):
    text = "Police arrested 90 people. " + " ".join(
        f"Police arrested {number} people in {town}."
        for number, town in ((10, "Stroud"), (12, "Pell"), (14, "Marrow"), (16, "Halden"), (18, "Seagate"))
    )
    (found,) = run(PartOfWhole(), read(text))
    assert len(found.evidence) == 6
    assert found.sentence.endswith("and 1 more.")


def test_parts_that_come_to_nearly_all_are_a_breakdown_and_told_by_its_check(read, run):
    text = (
        "Police arrested 90 people. Police arrested 50 people in Pell. Police arrested 38 people in Stroud."
    )
    assert run(PartOfWhole(), read(text)) == []


def test_what_is_elsewhere_is_no_whole_of_the_parts(read, run):
    text = "Police arrested 900 people elsewhere. Police arrested 12 people in Stroud."
    assert run(PartOfWhole(), read(text)) == []
