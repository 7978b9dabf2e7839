import pytest

from claims.checks.ages import is_age, whose_age


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Edda Lindqvist, 34, of Ostrow", "34", {"edda", "lindqvist"}),
        ("34-year-old Edda Lindqvist was hurt", "34-year-old", {"edda", "lindqvist"}),
        ("A 34-year-old woman was hurt", "34-year-old", set()),
    ],
)
def test_an_age_belongs_to_the_full_name_beside_it(text, surface, expected):
    start = text.index(surface)
    assert is_age(text, start, start + len(surface))
    assert whose_age(text, start, start + len(surface)) == expected
