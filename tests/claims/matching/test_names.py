import pytest

from claims.matching.names import AGREES, agree, form


@pytest.mark.parametrize(
    ("printed", "filed"),
    [
        ("Sen. Tomás Lindqvist (D-Mass.)", "tomas lindqvist"),
        ("Sen. Tomas Lindqvist, D-Mass.", "tomas lindqvist"),
        ("Harlow Bay Police Chief Dana Okafor", "dana okafor"),
        ("Attorney General Ruth Adeyemi", "ruth adeyemi"),
        ("Attorney General", "attorney general"),
        ("Ines Carrow’s", "ines carrow"),
        ("Dr. Ines Carrow, M.D.", "ines carrow"),
        ("the Port Authority of Harlow Bay", "port authority of harlow bay"),
        ("Justice Department", "justice department"),
        ("U.S. Department of Justice", "us department of justice"),
        ("J.R. Vega Jr.", "j r vega jr"),
        ("Jean-Luc O’Hara", "jean luc ohara"),
    ],
)
def test_a_name_is_filed_without_titles_tags_and_marks(printed, filed):
    assert form(printed) == filed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomas Lindqvist", "Tom Lindqvist"),
        ("Marisol Vega", "Mayor Marisol A. Vega"),
        ("Vega, Marisol", "Marisol Vega"),
        ("M. Vega", "Marisol Vega"),
        ("Marisol Vgea", "Marisol Vega"),
        ("PAHB", "Port Authority of Harlow Bay"),
        ("Department of Justice", "U.S. Department of Justice"),
    ],
)
def test_two_printings_of_one_name_agree(one, other):
    assert agree(one, other).score >= AGREES
    assert agree(one, other).score == agree(other, one).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marisol Vega", "Dana Okafor"),
        ("Marisol Vega", "Elena Vega"),
        ("Marisol Ann Vega", "Marisol Ruth Vega"),
        ("Vega", "Marisol Vega"),
        ("Tomas Lindqvist Jr.", "Tomas Lindqvist Sr."),
        ("Harlow Bay Police Department", "Harlow Bay Fire Department"),
    ],
)
def test_two_names_that_may_be_two_people_do_not_agree(one, other):
    assert agree(one, other).score < AGREES


def test_a_name_without_letters_agrees_with_nothing():
    assert agree("...", "Marisol Vega").score == 0
