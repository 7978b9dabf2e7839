"""`check`: did anyone say this, for people and as JSON."""

import pytest

SAID = "We will not ask the fishing families to pay for this pier"


def test_the_first_line_is_the_verdict_with_who_where_and_when(record):
    run = record("check", SAID)
    assert run.code == 0
    assert run.flat.startswith(
        "Said, shortened: Marisol Vega · Harlow Bay Herald, 2031-03-03 (published). The opposite is on record too:"
    )
    assert "word for word, within a longer statement" in run.flat
    assert max(map(len, run.out.splitlines())) <= 80


def test_what_differs_stands_between_marks_that_need_no_colour(record):
    run = record("check", "We would not ask the fishing families to pay for this pier")
    assert "[-only in your text-] {+only on record+}" in run.out
    assert "We [-would-] {+will+} not ask the fishing families" in run.flat


def test_nothing_found_says_what_was_searched(record):
    run = record("check", "The moon is made of cheese")
    assert run.code == 0
    assert run.flat.startswith("Not found here: looked through ")
    assert "the whole texts of 3 documents dated 2031-03-03 to 2031-03-04 (1 undated)." in run.flat


def test_json_is_one_object(record):
    (found,) = record("check", "--json", f"“{SAID},” said Dana Okafor.").json
    assert (found["verdict"], found["text"]) == ("another-speaker", SAID)
    assert (found["speaker"], found["speaker_from"]) == ("Dana Okafor", "text")
    assert found["searched"]["documents"] == 3
    nearest = found["statements"][0]
    assert (nearest["relation"], nearest["part"], nearest["primary"], nearest["printings"]) == (
        "truncated",
        "asked",
        True,
        1,
    )
    assert (nearest["speaker"], nearest["location"], nearest["kind"]) == (
        "Marisol Vega",
        "herald.txt",
        "quote",
    )
    assert ["equal", SAID, f"{SAID}"] in nearest["diff"]
    assert (found["in_text"], found["claims"]) == ([], [])


def test_claims_of_the_same_measure_are_in_the_json(record):
    (found,) = record("check", "--json", "The storm injured 46 people").json
    assert {(one["claim"]["text"], one["relation"]) for one in found["claims"]} == {
        ("46", "agree"),
        ("64", "conflict"),
    }
    assert {one["location"] for one in found["claims"]} == {"herald.txt", "wire.txt"}
    assert "Figures that count the same: 2 claims" in record("check", "The storm injured 46 people").flat


def test_a_passage_that_is_no_quote_is_marked(record):
    (found,) = record("check", "--json", "Harbor board backs new pier").json
    assert found["verdict"] == "in-text"
    assert [one["status"] for one in found["in_text"]] == ["in the text, not recorded"]
    assert "in the text, not recorded; word for word" in record("check", "Harbor board backs new pier").flat


def test_a_quote_is_read_from_standard_input(record):
    run = record("check", "-", "--json", stdin=SAID.replace("families", "fam-\nilies"))
    assert run.json[0]["text"] == SAID


@pytest.mark.parametrize(("arguments", "stdin"), [(("",), ""), (("-",), " \n"), (("…",), "")])
def test_no_words_are_a_sentence_and_exit_2(record, arguments, stdin):
    run = record("check", *arguments, stdin=stdin)
    assert (run.code, run.out) == (2, "")
    assert "paste or type the words that were said" in run.err


def test_words_need_no_quotation_marks_of_the_shell(record):
    assert record("check", *SAID.split(), "--json").json[0]["text"] == SAID


def test_hostile_words_do_nothing(record):
    run = record("check", "\x1b]52;c;ZXZpbA==\x07 pay for [/b] this pier \u202e")
    assert run.code == 0
    assert "\x1b" not in run.out + run.err
    assert "\u202e" not in run.out + run.err


def test_a_speaker_that_never_spoke_is_told_who_did(record):
    assert record("check", SAID, "--speaker", "Okafor").flat.startswith(
        "Said by somebody else: Marisol Vega, not Okafor (Harlow Bay Herald, 2031-03-03 (published))."
    )


def test_nobody_of_that_name_is_told(record):
    run = record("check", SAID, "--speaker", "Lindqvist")
    assert "Nobody called Lindqvist is on record" in run.flat
