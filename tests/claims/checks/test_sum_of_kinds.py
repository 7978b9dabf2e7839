import pytest

from claims.checks.sum_of_kinds import SumOfKinds


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "A total of 11 people, eight men and four women, were arrested.",
            "HBTV says 11 people, but eight men and four women make 12.",
        ),
        (
            "He shot nine people, killing two and wounding eight.",
            "HBTV says nine people, but two dead and eight hurt make 10.",
        ),
    ],
)
def test_kinds_that_come_to_more_than_all(read, run, sentence, said):
    (found,) = run(SumOfKinds(), read(sentence, source="HBTV"))
    assert (found.kind, found.severity, found.sentence) == ("conflict", "medium", said)


def test_kinds_that_come_to_all_fit(read, run):
    (found,) = run(SumOfKinds(), read("A total of 11 people, seven men and four women, were arrested."))
    assert found.kind == "corroboration"
    assert "7 + 4 = 11" in found.why


def test_kinds_that_come_to_less_may_leave_a_third_out(read, run):
    assert run(SumOfKinds(), read("A total of 12 people, seven men and four women, were arrested.")) == []


def test_who_did_it_may_be_counted_among_the_dead(read, run):
    assert run(SumOfKinds(), read("The gunman shot nine people, killing two and wounding eight.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The port hired 20 officers in 2030, 12 men and 14 women in 2031.",
        "The ferry carried 30 people in May, 12 men and 20 women in June.",
    ],
)
def test_kinds_of_another_month_or_year_are_no_parts(read, run, sentence):
    assert run(SumOfKinds(), read(sentence)) == []
