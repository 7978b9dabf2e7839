"""`extract`: the contract with benchmarks and scripts, without a record."""

import io
import json

import pytest

from claims.extraction.learned import Learned
from claims.registry import EXTRACTORS, plugins
from tui.cli import main

STORY = """Harbor board backs new pier

“We will not ask the fishing families to pay,” Mayor Marisol Vega said. “They have lost enough.”

The storm sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def extracted(capsys, *arguments):
    code = main(["extract", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, [json.loads(line) for line in printed.out.splitlines()], printed.err


def test_the_fields_of_the_contract_are_there(story, capsys):
    code, (read,), _ = extracted(capsys, story, "--json")
    assert code == 0
    assert set(read) == {"document", "quotes", "claims", "problems"}
    assert {
        "id",
        "location",
        "title",
        "source",
        "author",
        "date",
        "date_evidence",
        "modified",
        "language",
    } <= set(read["document"])
    for quote in read["quotes"]:
        assert {"id", "text", "spans", "type", "said_on", "speaker", "cue", "confidence", "method"} <= set(
            quote
        )
    for claim in read["claims"]:
        assert {
            "id", "text", "start", "end", "sentence", "value", "low", "high", "low_open", "high_open",
            "comparator", "digits", "polarity", "unit", "dimension", "counted", "role", "population", "place",
            "event", "period", "as_of", "superlative", "attributed_to", "quote", "confidence",
        } <= set(claim)  # fmt: skip


def test_offsets_are_code_points_of_the_text(story, capsys):
    _, (read,), _ = extracted(capsys, story, "--json", "--text")
    text = read["document"]["text"]
    assert text == STORY
    for quote in read["quotes"]:
        assert " ".join(text[start:end] for start, end in quote["spans"]) == quote["text"]
        if quote["speaker"] and quote["speaker"]["start"] is not None:
            speaker = quote["speaker"]
            assert text[speaker["start"] : speaker["end"]] == speaker["mention"]
    for claim in read["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]


def test_speakers_and_figures_are_told(story, capsys):
    _, (read,), _ = extracted(capsys, story, "--json")
    direct = [quote for quote in read["quotes"] if quote["type"] == "direct"]
    assert {quote["speaker"]["name"] for quote in direct} == {"Marisol Vega"}
    assert [claim["value"] for claim in read["claims"]] == ["12"]
    assert read["document"]["date"] is None
    assert "text" not in read["document"]


def test_direct_only_gives_no_claims(story, capsys):
    _, (read,), _ = extracted(capsys, story, "--json", "--direct-only")
    assert read["claims"] == []
    assert {quote["type"] for quote in read["quotes"]} == {"direct"}


def test_lines_keep_their_order_and_their_ids(tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    lines = [{"id": "b", "text": STORY}, {"id": 2, "text": "Nothing was said."}, {"id": "a", "text": STORY}]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    code, read, _ = extracted(capsys, path, "--jsonl")
    assert code == 0
    assert [each["document"]["location"] for each in read] == ["b", "2", "a"]
    assert read[0]["quotes"] == read[2]["quotes"]


def test_a_text_of_a_line_is_read_as_text_whatever_it_looks_like(tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": 1, "text": "<html>\0\ud800“No,” Vega said."}), "utf-8")
    _, (read,), _ = extracted(capsys, path, "--jsonl", "--text")
    assert read["document"]["text"] == "<html>\ufffd\ufffd“No,” Vega said."


def test_a_bad_line_is_named_and_the_others_go_on(tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": 1}\n{"id": 2, "text": 7}\n{"id": 3, "text": "Yes."}\n', "utf-8")
    code, read, talk = extracted(capsys, path, "--jsonl")
    assert (code, [each["document"]["location"] for each in read]) == (1, ["3"])
    assert "line 1" in talk
    assert "line 2" in talk


def test_an_input_that_cannot_be_read_is_named_and_the_others_go_on(story, tmp_path, capsys):
    code, read, talk = extracted(capsys, tmp_path / "gone.txt", story, "--json")
    assert (code, len(read)) == (1, 1)
    assert talk.startswith(f"onrecord: {tmp_path / 'gone.txt'}: ")


def test_what_is_no_document_in_a_folder_is_passed_over(story, capsys):
    (story.parent / "empty.txt").touch()
    (story.parent / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    code, read, _ = extracted(capsys, story.parent, "--json")
    assert (code, len(read)) == (0, 1)


def test_standard_input_is_a_document(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    code, (read,), _ = extracted(capsys, "-", "--json")
    assert (code, read["document"]["location"]) == (0, "-")


def test_for_people_it_prints_who_what_and_where(story, capsys):
    assert main(["extract", str(story)]) == 0
    printed = capsys.readouterr().out
    assert "Marisol Vega" in printed
    assert "They have lost enough." in printed
    assert f"{story} " in printed.replace("\n", " ")


def test_hidden_characters_of_a_document_are_seen_and_do_nothing(tmp_path, capsys):
    path = tmp_path / "hostile.txt"
    path.write_text("“Pay \x1b]52;c;aGk=\x07 \u202enow,” Mayor Marisol Vega said.\n", "utf-8")
    for options in ([], ["--json", "--text"]):
        main(["extract", str(path), *options])
        assert not set(capsys.readouterr().out) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_come_in_the_order_of_the_inputs_whatever_the_jobs(tmp_path, capsys, jobs):
    papers = [tmp_path / f"{n}.txt" for n in range(6)]
    for n, paper in enumerate(papers):
        paper.write_text(
            f"“Pier {n} stays shut,” Mayor Marisol Vega said.\n" * (200 if n == 0 else 1), "utf-8"
        )
    inputs = [papers[0], tmp_path / "gone.txt", *papers[1:]]
    code, told, talk = extracted(capsys, *inputs, "--json", "--jobs", jobs)
    assert [each["document"]["location"] for each in told] == [str(paper) for paper in papers]
    assert (code, talk) == (1, f"onrecord: {tmp_path / 'gone.txt'}: there is no such file\n")


@pytest.mark.parametrize("form", [[], ["--jsonl"]])
def test_the_extractor_that_is_set_is_used_or_said_to_be_missing(story, capsys, monkeypatch, form):
    monkeypatch.setenv("ONRECORD_EXTRACTOR", "no-such")
    assert main(["extract", *form, str(story)]) == 2
    assert "'no-such' is no extractor" in capsys.readouterr().err


@pytest.fixture
def damaged(tmp_path, monkeypatch):
    """As installed, but without weights."""
    monkeypatch.setitem(plugins(EXTRACTORS).made, "encoder", Learned(tmp_path / "nowhere"))


def test_without_weights_rules_read_and_a_sentence_says_so_once(story, capsys, damaged):
    code, (read,), said = extracted(capsys, story, "--json")
    assert code == 0
    assert len(read["quotes"]) == 2
    assert said.count("rules alone read; install OnRecord again.") == 1


def test_with_whole_weights_nothing_is_said_of_them(story, capsys):
    assert "encoder" not in extracted(capsys, story, "--json")[2]
