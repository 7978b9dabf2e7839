"""The queue line by line: it works in a pipe, and every answer is a decision in the record."""


def openings(record):
    return [each["status"] for each in record("audit", "--json").json]


def test_without_a_terminal_the_app_is_refused_and_plain_is_named(record):
    run = record("review")
    assert run.code == 2
    assert "onrecord review --plain" in run.err


def test_an_item_is_shown_with_its_passages_and_without_drawing(record):
    run = record("review", "--plain", stdin="s\n" * 20)
    assert run.code == 0
    _, _, shown = run.out.partition("\nsum of parts (")
    assert " after this)\n" in shown
    assert "  Passage 1. Port Authority of Harlow Bay, undated\n" in shown
    assert "figure 190" in run.out
    assert "port.txt" in run.out
    assert not set(run.out) & set("│─┌┐└┘├┤━┃")


def test_a_key_a_line_decides_and_the_end_of_input_stops(record):
    before = record("review", "--plain", stdin="").err
    run = record("review", "--plain", stdin="a\n")
    assert "1 decision made" in run.err
    assert len(record("history", "--json").json) == 1
    assert before != run.err


def test_skipping_decides_nothing(record):
    run = record("review", "--plain", stdin="s\n" * 20)
    assert "0 decisions made" in run.err
    assert record("history", "--json").json == []


def test_undo_brings_the_item_back(record):
    run = record("review", "--plain", stdin="a\nu\nm\nq\n")
    first, _, again, *_ = (line for line in run.out.splitlines() if "after this)" in line)
    assert first == again
    assert "Taken back: real, on “" in run.err
    assert [line["kind"] for line in record("history", "--json").json][1] == "undo"
    assert "1 decision made" in run.err


def test_undo_of_nothing_goes_on(record):
    run = record("review", "--plain", stdin="u\nq\n")
    assert (run.code, "0 decisions made" in run.err) == (0, True)


def test_a_dismissal_takes_a_reason_of_the_known(record):
    run = record("review", "--plain", stdin="x no idea\nx other period\n" * 10)
    assert "'x no idea' is no answer" in run.err
    dismissed = [line for line in record("history", "--json").json if line["verdict"] == "dismissed"]
    assert {line["value"] for line in dismissed} == {"other period"}


def test_what_is_no_answer_is_asked_again(record):
    run = record("review", "--plain", stdin="?\n\nyes\nq\n")
    assert run.err.count("is no answer") == 3
    assert record("history", "--json").json == []


def test_what_was_on_screen_is_kept_with_the_decision(record):
    run = record("review", "--plain", stdin="a\n")
    (line,) = record("history", "--json").json
    assert line["shown"].split("\n")[0][:40] in run.flat


def test_when_all_is_decided_nothing_is_asked(record):
    record("review", "--plain", stdin="a\n" * 20)
    run = record("review", "--plain", stdin="a\n")
    assert (run.code, run.out) == (0, "")
    assert "0 items open" in run.err


def test_an_undo_says_that_a_purge_since_then_stays(record):
    quote = record("search", "lost enough", "--json").json[0]
    port = record("search", "boats", "--kind", "claims", "--source", "Port", "--json").json[0]["document"]
    record("tag", quote["id"], "pier")
    record("withdraw", port, "--purge", "--yes")
    run = record("review", "--plain", stdin="u\nq\n")
    assert "the document that was destroyed since then stays destroyed" in run.err
