import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.readymade.row import FIELDS, ORDERS, Row, attribution, row_of, words_in

SAID = "We will not ask the fishing families to pay for this pier."


def test_the_kept_bytes_are_the_fields_that_are_given_in_one_order():
    row = Row.of(
        {"url": "https://bay.example/1", "text": f" {SAID}\n", "speaker": "Marisol Vega", "date": ""}
    )
    assert row.raw.decode() == (
        f'{{"asserted":"quote","text":"{SAID}","speaker":"Marisol Vega","url":"https://bay.example/1"}}'
    )
    assert b"\n" not in row.raw


def test_nul_and_half_characters_become_replacement_characters():
    assert Row.of({"text": "We\0 will \ud800 not"}).text == "We\ufffd will \ufffd not"


@given(st.fixed_dictionaries({name: st.text() for name in FIELDS}), st.sampled_from(("", *ORDERS)))
def test_kept_bytes_give_their_row_again(fields, order):
    row = Row.of(fields)._replace(order=order)
    try:
        words_in(row)
    except ValueError:
        return
    assert row_of(row.raw) == row
    assert b"\n" not in row.raw


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b'{"asserted":"quote","text":', "it begins as a ready-made quote and is no JSON"),
        (b'{"asserted":"quote","text":"A","mood":"B"}', "a ready-made quote has no field 'mood'"),
        (b'{"asserted":"quote","speaker":"Vega"}', "a ready-made quote has a text, and nothing but texts"),
        (b'{"asserted":"quote","text":["A"]}', "a ready-made quote has a text, and nothing but texts"),
        (b'{"asserted":"quote","text":" "}', "no text"),
        (b'{"asserted":"quote","text":"A","order":"B"}', "a ready-made quote's date has no order 'B'"),
    ],
)
def test_bytes_that_are_no_row_are_refused_with_the_reason(raw, why):
    with pytest.raises(ValueError, match=why):
        row_of(raw)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SAID, SAID),
        (f"“{SAID}”", SAID),
        (f'" {SAID} "', SAID),
        (f"« {SAID} »", SAID),
        ("“A,” she said, “B.”", "“A,” she said, “B.”"),
        ("“We will", "“We will"),
        ('the "pier"', 'the "pier"'),
        ("A", "A"),
    ],
)
def test_one_pair_of_outer_marks_is_not_part_of_the_words(text, words):
    assert words_in(Row(text)).of(text) == words


@pytest.mark.parametrize("text", ["", " ", "“”", '" "', "“"])
def test_marks_and_blanks_alone_are_no_text(text):
    with pytest.raises(ValueError, match="no text"):
        words_in(Row(text))


def test_a_role_stands_for_a_name_that_is_not_given():
    assert attribution("", "") is None
    assert (attribution("", "officials").name, attribution("", "officials").role) == (
        "officials",
        "officials",
    )
    assert attribution("Marisol Vega", "mayor").method == "asserted"


@pytest.mark.parametrize(
    ("given", "name", "mention"),
    [
        ("Vega, Marisol", "Marisol Vega", "Vega, Marisol"),
        ("Marisol Vega", "Marisol Vega", ""),
        ("Vega, Mayor", "Vega, Mayor", ""),
        ("Brandt, Jr.", "Brandt, Jr.", ""),
    ],
)
def test_a_name_filed_under_its_surname_is_told_as_it_is_spoken(given, name, mention):
    found = attribution(given, "mayor")
    assert (found.name, found.mention_text, found.mention) == (name, mention, None)


@pytest.mark.parametrize(
    ("given", "role", "name", "shown"),
    [
        ("Vega, D-Mass.", "", "Vega", "D-Mass."),
        ("Sen. Marisol Vega (R-Harlow Bay)", "", "Sen. Marisol Vega", "R-Harlow Bay"),
        ("Vega, D-Mass.", "senator", "Vega", "senator"),
        ("Vega, I-Hsuan", "", "I-Hsuan Vega", ""),
        ("(D-Mass.)", "", "(D-Mass.)", ""),
    ],
)
def test_party_and_state_behind_a_name_are_the_role_if_none_is_given(given, role, name, shown):
    found = attribution(given, role)
    assert (found.name, found.role) == (name, shown)
    assert (found.mention_text or found.name) == given
