import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("DOJ", "U.S. Department of Justice"),
        ("Dept. of Justice", "Justice Department"),
        ("Carrow Shipping GmbH", "Carrow Shipping G.m.b.H."),
        ("Carrow Shipping Limited Liability Company", "Carrow Shipping"),
        ("ООО Эдда", "Edda LLC"),
        ("Марисоль Вега", "Marisol Vega"),
        ("Mohamed Karrow Vega", "Muhammad Karrow Vega"),
        ("Abdul Rahman Okafor", "Abdulrahman Okafor"),
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
        ("4th District Court", "7th District Court"),
        ("Edda Fund VII LP", "Edda Fund VIII LP"),
        ("Carrow Shipping GmbH", "Carrow Shipping AG"),
        ("김정은", "김종은"),
    ],
)
def test_two_names_that_may_be_two_people_do_not_agree(one, other):
    assert agree(one, other).score < AGREES


@pytest.mark.parametrize(
    ("one", "other", "score", "why"),
    [
        ("Ivo Brandt", "Ivo Brandt Jr.", 0.92, "only one has “Jr”, else the same words"),
        ("Ivo Brandt III", "Ivo Brandt", 0.92, "only one has “III”, else the same words"),
        ("Ivo Brandt Jr.", "Ivo Brandt Jr", 1.0, "the same name but for titles, case and marks"),
    ],
)
def test_a_generation_that_one_name_has_tells_two_people_apart_a_little(one, other, score, why):
    assert (agree(one, other).score, agree(one, other).why) == (score, (why,))


def test_a_name_without_letters_agrees_with_nothing():
    assert agree("...", "Marisol Vega").score == 0


def test_a_person_called_like_a_company_form_stays_a_person():
    assert agree("Anna Sa", "Anna Silva").score < AGREES
    assert agree("Ann Co", "Ann Co").score == 1


def test_the_reason_names_the_words_that_differ():
    assert agree("Tom Lindqvist", "Tomas Lindqvist").why == (
        "both have “Lindqvist”, “Tom” is also called “Tomas”",
    )
    assert agree("4th District Court", "7th District Court").why == (
        "both have “District Court”, “4th” is another number than “7th”",
    )


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_one_score_whichever_comes_first(one, other):
    score = agree(one, other).score
    assert 0 <= score <= 1
    assert score == agree(other, one).score


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Vega, Marisol", "marisol vega"),
        ("Vega, Marisol A.", "marisol a vega"),
        ("Vega Lund, Sen. Marisol", "marisol vega lund"),
        ("Vega, Jr.", "vega jr"),
        ("Vega, Mayor", "vega mayor"),
        ("Vega, M.D.", "vega"),
        ("Vega, D-Mass.", "vega"),
        ("Vega, I-Vt.", "vega"),
        ("Vega, R-Harlow Bay", "vega"),
        ("Vega, I-Hsuan", "i hsuan vega"),
        ("Vega, Washington", "vega washington"),
        ("Port Authority, Harlow Bay", "port authority harlow bay"),
    ],
)
def test_a_surname_before_a_comma_comes_last(name, filed):
    assert form(name) == filed
