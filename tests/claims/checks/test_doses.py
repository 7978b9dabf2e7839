from claims.checks.doses import Doses

DOSE = "Two milligrams is a potentially lethal dose."


def test_doses_that_the_mass_does_not_come_to(read, run):
    text = f"{DOSE} Agents seized 10 grams of fentanyl, enough for 2,000 lethal doses."
    (found,) = run(Doses(), read(text, source="HBTV"))
    assert (found.kind, found.severity) == ("conflict", "medium")
    assert found.sentence == (
        "HBTV says 2,000 lethal doses, but 10 grams at two milligrams a dose make 5,000."
    )
    assert found.explains == ("the doses may be of the pure substance",)


def test_doses_that_the_mass_comes_to(read, run):
    (found,) = run(Doses(), read(f"{DOSE} Agents seized 10 grams, enough for 5,000 lethal doses."))
    assert found.kind == "corroboration"


def test_with_two_doses_nothing_says_which_is_meant(read, run):
    text = f"{DOSE} Of heroin, 30 milligrams is a lethal dose. Agents seized 10 grams, or 2,000 lethal doses."
    assert run(Doses(), read(text)) == []


def test_the_masses_are_printed_in_the_plural(read, run):
    (found,) = run(Doses(), read(f"{DOSE} Agents seized 10 grams, enough for 5,000 lethal doses."))
    assert "10,000 milligrams / 2 milligrams = 5,000" in found.why
