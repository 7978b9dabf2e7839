"""Pairs in, verdicts out: a bad line costs its own verdict only."""

import io
import json

import pytest

from tui.cli import main


@pytest.fixture
def compare(monkeypatch, capsys):
    """Exit code, answers by id and complaints for some lines of standard input."""

    def run(*lines, options=()):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace"))))
        code = main(["compare", *options])
        printed = capsys.readouterr()
        return code, [json.loads(line) for line in printed.out.splitlines()], printed.err.splitlines()

    return run


def figure(sentence, words, date=None):
    start = sentence.index(words)
    return {"sentence": sentence, "start": start, "end": start + len(words), "date": date}


def test_a_not_makes_two_statements_different(compare):
    pair = {"id": 7, "a": "We will ask the families to pay.", "b": "We will not ask the families to pay."}
    code, (answer,), complaints = compare(pair)
    assert (code, complaints) == (0, [])
    assert (answer["id"], answer["relation"]) == (7, "negated")
    assert answer["score"] < 0.5
    assert answer["why"]


def test_the_same_words_in_other_marks_are_one_utterance(compare):
    _, (answer,), _ = compare({"id": "a", "a": "“They have lost enough,”", "b": '"They have lost enough"'})
    assert answer["score"] > 0.9


def test_names_of_one_person_agree(compare):
    same = {"id": 1, "a": "Mayor Marisol Vega", "b": "Marisol Vega"}
    other = {"id": 2, "a": "Marisol Vega", "b": "Dana Okafor"}
    _, answers, _ = compare(same, other, options=["--names"])
    assert answers[0]["score"] > 0.7 > answers[1]["score"]
    assert set(answers[0]) == {"id", "score", "why"}


def test_two_figures_of_one_thing_conflict(compare):
    pair = {
        "id": 1,
        "a": figure("The storm injured 46 people in Harlow Bay.", "46", "2031-03-03"),
        "b": figure("The storm injured 64 people in Harlow Bay.", "64"),
    }
    _, (answer,), _ = compare(pair, options=["--claims"])
    assert answer["relation"] == "conflict"
    assert set(answer) == {"id", "relation", "why"}


def test_a_place_without_a_figure_is_different_and_says_so(compare):
    side = figure("The storm injured 46 people.", "storm")
    _, (answer,), _ = compare({"id": 1, "a": side, "b": side}, options=["--claims"])
    assert (answer["relation"], answer["why"]) == ("different", ["no figure is read at that place of a"])


@pytest.mark.parametrize(
    "bad",
    [
        "no json",
        "[]",
        "[" * 100_000,
        {"id": 2, "a": "only one side"},
        {"id": 2, "a": "", "b": "x"},
        {"id": 2, "a": {}, "b": "x"},
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(compare, bad):
    good = {"id": 1, "a": "They have lost enough.", "b": "They have lost enough."}
    code, answers, complaints = compare(good, bad, "", {**good, "id": 3})
    assert (code, [answer["id"] for answer in answers]) == (1, [1, 3])
    assert len(complaints) == 1
    assert complaints[0].startswith("onrecord: -, line 2: ")


@pytest.mark.parametrize(
    "side",
    [
        {"sentence": "It sank 12 boats.", "start": 8, "end": 90},
        {"sentence": "It sank 12 boats.", "start": 10, "end": 8},
        {"sentence": "It sank 12 boats.", "start": "8", "end": 10},
        {"sentence": "It sank 12 boats.", "start": 8, "end": 10, "date": "yesterday"},
        {"sentence": "It sank 12 boats.", "start": 8, "end": 10, "date": 2031},
    ],
)
def test_a_side_that_is_no_place_of_a_sentence_is_a_bad_line(compare, side):
    good = figure("It sank 12 boats.", "12")
    code, answers, complaints = compare({"id": 1, "a": good, "b": side}, options=["--claims"])
    assert (code, answers, len(complaints)) == (1, [], 1)


def test_a_file_that_is_not_there_fails_with_its_name(capsys):
    assert main(["compare", "nowhere.jsonl"]) == 1
    assert capsys.readouterr().err == "onrecord: nowhere.jsonl: there is no such file\n"
