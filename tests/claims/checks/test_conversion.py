from claims.checks.conversion import Conversion


def test_degrees_of_two_scales_differ_by_more_than_a_factor(read, run):
    assert run(Conversion(), read("It was about 24°C (75°F) in Harlow Bay.")) == []


def test_ten_miles_are_no_26_kilometers(read, run):
    (found,) = run(Conversion(), read("The pier is 10 miles (26 kilometers) from Stroud."))
    assert (found.kind, found.severity) == ("conflict", "medium")
