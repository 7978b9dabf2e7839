"""search, show, speakers, sources, duplicates, audit, history, problems: what the record answers."""

import json
from pathlib import Path

import pytest

from claims import keying


def test_search_tells_who_said_it_where_and_when(record):
    (hit,) = record("search", "lost enough", "--json").json
    assert hit["text"].endswith("for this pier They have lost enough.")
    assert len(hit["spans"]) == 2
    assert (hit["speaker"], hit["source"], hit["status"]) == ("Marisol Vega", "Harlow Bay Herald", "recorded")
    assert (hit["date"], hit["date_is"], hit["location"]) == ("2031-03-03", "published", "herald.txt")
    assert set(hit) >= {"id", "kind", "document", "spans", "score"}


def test_search_prints_the_same_for_people(record):
    printed = record("search", "lost enough").out
    assert printed.splitlines()[0].startswith("2031-03-03 (published) · Marisol Vega")
    assert "for this pier” … “They have lost" in printed
    assert "herald.txt" in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_filters_narrow_and_newest_is_first(record):
    hits = record("search", "families", "--json").json
    assert [hit["source"] for hit in hits] == ["Coastal Wire", "Harlow Bay Herald"]
    assert len(record("search", "families", "--source", "herald", "--json").json) == 1
    assert len(record("search", "families", "--until", "2031-03-03", "--json").json) == 1
    assert len(record("search", "--speaker", "Vega", "--since", "2031-03", "--json").json) >= 2
    assert len(record("search", "families", "--limit", "1", "--json").json) == 1


def test_a_limit_is_told(record):
    assert "1 of 2 hits: --limit 0 prints all." in record("search", "families", "--limit", "1").err


def test_a_long_quote_is_cut_around_the_hit(record, onrecord):
    before, after = "the pier stands " * 30, "and the wall stands " * 30
    Path("long.txt").write_text(f"“First, {before}by the lighthouse {after}still,” Vega said.", "utf-8")
    assert onrecord("add", "long.txt").code == 0
    run = onrecord("search", "lighthouse")
    assert "by the lighthouse and the wall" in run.flat
    assert (run.flat.count("…"), "First" in run.out, "still" in run.out) == (2, False, False)
    assert "1 hit is cut around what was found: --full prints all." in run.err
    whole = onrecord("search", "lighthouse", "--full")
    assert (whole.flat.count("…"), "First" in whole.out, "still" in whole.out, whole.err) == (
        0,
        True,
        True,
        "",
    )
    assert "\x1b" not in run.out
    assert len(onrecord("search", "lighthouse", "--json").json[0]["text"]) > 1000


def test_claims_and_whole_texts_are_searched_too(record):
    assert {hit["kind"] for hit in record("search", "boats", "--kind", "claims", "--json").json} == {"claim"}
    hits = record("search", "storm", "--kind", "text", "--json").json
    assert {(hit["kind"], hit["location"]) for hit in hits} == {("text", "herald.txt"), ("text", "wire.txt")}


def test_a_passage_in_no_quote_says_so(record):
    (hit,) = record("search", '"harbor board backs"', "--kind", "text", "--json").json
    assert (hit["id"], hit["status"]) == (None, "in the text, not recorded")
    assert "in the text, not recorded" in record("search", "backs", "--kind", "text").flat


def test_a_search_that_finds_nothing_says_what_was_searched(record):
    run = record("search", "zeppelin")
    assert (run.code, run.out) == (0, "")
    assert "Nothing found in 3 documents dated 2031-03-03 to 2031-03-04 (1 undated) with " in run.err
    assert "--kind text looks through whole documents." in run.err
    assert "undated document passes no date filter" not in run.err
    assert "undated document passes no date filter" in record("search", "zeppelin", "--since", "2031").err
    assert record("search", "zeppelin", "--json").out == ""


@pytest.mark.parametrize(
    "query", ['"', "(", "NEAR(", "*", "a:b", "'; DROP TABLE quotes; --", "~", "\x1b[2J", "%"]
)
def test_no_query_breaks_the_search(record, query):
    run = record("search", "--", query)
    assert run.code in (0, 2)
    assert "fault of OnRecord" not in run.err
    assert "\x1b" not in run.out + run.err
    assert len(record("search", "families", "--json").json) == 2


def test_a_query_may_leave_words_out(record):
    assert len(record("search", "--json", "--", "families", "-not").json) == 1


def test_words_left_out_after_the_first_need_no_dashes(record):
    found = record("search", "families", "-not", "--json").json
    assert [hit["source"] for hit in found] == ["Coastal Wire"]
    assert record("search", "--speaker", "-not", "families", "--json").json == []
    assert "No such option '--not'" in record("search", "families", "--not").err


def test_a_paraphrase_is_called_one_and_has_no_marks(record):
    printed = record("search", "rebuild").flat
    assert "paraphrase: the city will rebuild the storm-damaged pier" in printed
    assert "“" not in printed


def test_a_claim_comes_with_its_figure_first(record):
    lines = record("search", "sank", "--kind", "claims", "--source", "herald").out.splitlines()
    assert "  12 · boats" in lines
    assert "  46 · people" in lines


def test_a_name_searched_as_a_word_leads_to_the_speaker(record):
    run = record("search", "carrow")
    assert "Ines Carrow is a speaker with 1 quote: onrecord search --speaker carrow\n" in run.err
    assert "is a speaker" not in record("search", "families").err
    assert "is a speaker" not in record("search", "zeppelin").err


def test_a_kind_alone_is_no_search_and_says_what_to_do(record):
    run = record("search", "--kind", "claims")
    assert (run.code, run.out) == (2, "")
    assert "`onrecord export --kind claims` takes all" in run.err


def test_a_filter_by_something_unknown_is_refused(record):
    run = record("search", "--document", "zzzzzz")
    assert (run.code, run.err) == (2, "onrecord: no document of this record has the id 'zzzzzz'\n")
    assert record("export", "--tag", "nothing-has-it").code == 2
    document = record("search", "families", "--json").json[0]["document"]
    assert record("search", "--document", document[:8], "--json").json


def test_a_document_without_a_source_is_counted(record):
    port = record("search", "--kind", "claims", "--source", "port", "--json").json[0]["document"]
    record("correct", port, "source", "")
    last = record("sources", "--json").json[-1]
    assert (last["id"], last["name"], last["documents"]) == (None, None, 1)
    assert "source not named\n  1 document, " in record("sources").out


def test_documents_are_listed_by_source(record):
    found = record("sources", "coastal", "--documents", "--json").json
    assert [(each["location"], each["date"]) for each in found] == [("wire.txt", "2031-03-04")]
    assert len(record("sources", "--documents", "--json").json) == 3
    assert "2031-03-04 · Coastal Wire" in record("sources", "--documents").out


def test_what_was_withdrawn_says_so_first(record):
    (hit,) = record("search", "lost enough", "--json").json
    record("withdraw", hit["document"])
    for id_ in (hit["id"], hit["document"]):
        assert record("show", id_).out.startswith("Withdrawn")
    record("undo")
    assert "Withdrawn" not in record("show", hit["id"]).out


def test_show_gives_a_quote_with_its_provenance(record):
    (hit,) = record("search", "lost enough", "--json").json
    (shown,) = record("show", hit["id"][:6], "--json").json
    assert shown["kind"] == "quote"
    assert shown["quote"]["speaker"]["name"] == "Marisol Vega"
    assert shown["document"]["url"] == "https://herald.example/pier"
    printed = record("show", hit["id"]).flat
    for words in (
        "They have lost enough.",
        "Marisol Vega",
        "Harlow Bay Herald, 2031-03-03",
        "herald.txt",
        "»",
    ):
        assert words in printed


def test_show_takes_every_kind_of_id(record):
    document = record("search", "families", "--json").json[0]["document"]
    claim = record("search", "boats", "--kind", "claims", "--json").json[0]["id"]
    finding = record("audit", "--json").json[0]["id"]
    speaker = record("speakers", "Vega", "--json").json[0]["id"]
    decision = record("note", claim, "ask the port", "--json").json[0]["id"]
    for kind, id_ in {
        "document": document, "claim": claim, "finding": finding, "speaker": speaker, "judgement": decision
    }.items():  # fmt: skip
        assert record("show", id_, "--json").json[0]["kind"] == kind
        assert record("show", id_).code == 0
    assert "Mayor Marisol Vega said" in record("show", document, "--text").flat


def test_a_figure_says_of_what_it_is_told_and_which_numbers_are_none(onrecord, tmp_path):
    (tmp_path / "fleet.txt").write_text("Fleet\n\nThe port sold 12 boats in fiscal 2031 under Rule 7.\n")
    assert onrecord("add", str(tmp_path / "fleet.txt")).code == 0
    (hit,) = onrecord("search", "sold", "--kind", "claims", "--json").json
    (shown,) = onrecord("show", hit["id"], "--json").json
    claim = shown["claim"]
    assert (claim["counted"], claim["subject"]) == ("boats", "port")
    assert (claim["period"], claim["period_kind"]) == ("in fiscal 2031", "fiscal year")
    assert [(one["text"], one["reason"][:6]) for one in shown["left_out"]] == [
        ("fiscal 2031", "a year"),
        ("7", "a numb"),
    ]
    printed = onrecord("show", hit["id"]).flat
    for words in (
        "told of port",
        "which is fiscal year",
        "Numbers that are no claims",
        "a year “fiscal 2031”",
    ):
        assert words in printed


def test_an_id_that_is_none_is_named(record):
    run = record("show", "ffffffffff")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "ffffffffff" in run.err


def test_speakers_and_sources_come_with_counts(record):
    (vega,) = record("speakers", "vega", "--json").json
    assert (vega["name"], vega["quotes"] >= 3) == ("Marisol Vega", True)
    assert "Marisol Vega" in record("speakers").out
    assert {each["name"]: each["documents"] for each in record("sources", "--json").json} == {
        "Harlow Bay Herald": 1,
        "Coastal Wire": 1,
        "Port Authority of Harlow Bay": 1,
    }
    assert "1 document, " in record("sources").out


def test_speakers_who_do_not_fit_are_told(record):
    run = record("speakers", "zeppelin")
    assert (run.code, run.out, run.err) == (0, "", "No speaker fits.\n")


def test_the_audit_names_the_parts_that_do_not_add_up(record):
    (finding,) = record("audit", "--check", "sum-of-parts", "--json").json
    assert (finding["kind"], finding["status"]) == ("conflict", "open")
    assert {piece["text"] for piece in finding["evidence"]} == {"190", "112", "41", "33"}
    assert {piece["location"] for piece in finding["evidence"]} == {"port.txt"}
    assert all(("claim" in piece) != ("quote" in piece) for piece in finding["evidence"])
    assert set(finding) >= {"id", "check", "severity", "status", "sentence", "why"}


def test_the_audit_for_people_has_groups_evidence_and_a_summary(record):
    printed = record("audit").flat
    assert "SEVERITY" in printed
    assert printed.count("counted 190 damaged boats: 112 in Halden County") == 1
    assert "figure 112" in printed
    assert "in 3 documents dated 2031-03-03 to 2031-03-04 (1 undated)" in printed


def test_conflicts_come_before_what_fits(record):
    order = ["high", "medium", "low", "info"]
    severities = [order.index(each["severity"]) for each in record("audit", "--json").json]
    assert severities == sorted(severities)


def test_the_summary_says_what_is_to_decide_and_the_limit_keeps_the_gravest(record, own_settings):
    raids = "Police made 28 arrests in all: 10 in Stroud, 12 in Halden and 8 aboard the ferry.\n"
    (own_settings / "raids.txt").write_text(raids, "utf-8")
    record("add", "raids.txt", "--source", "Bay Ledger")
    every = record("audit", "--json").json
    run = record("audit", "--limit", "1")
    assert run.out.count("· finding ") == 1
    assert every[0]["sentence"] in run.flat
    assert "1 finding shown, the gravest first: --limit 0 prints all." in run.err
    open_ = [one["severity"] for one in every if one["kind"] not in ("corroboration", "compatible")]
    told = ", ".join(f"{open_.count(each)} {each}" for each in dict.fromkeys(open_))
    assert f"To decide: {told}." in run.flat
    assert len(record("audit", "--json", "--limit", "1").json) == 1
    assert len(record("audit", "--json").json) == len(every) > 1


def test_what_agrees_is_shown_on_demand(onrecord, stories):
    for source, arrests in (("Coastal Wire", 120), ("Bay Ledger", 150)):
        text = f"Police made {arrests} arrests in Operation Tidewater in Harlow Bay. They sank 12 boats.\n"
        (stories / f"{arrests}.txt").write_text(text, "utf-8")
        onrecord("add", f"{arrests}.txt", "--source", source, "--date", "2031-03-03")
    (found,) = onrecord("audit", "--kind", "corroboration", "--json").json
    assert (found["severity"], "12 boats" in found["sentence"]) == ("info", True)


def test_fail_on_ends_with_3_until_the_findings_are_dismissed(record):
    assert record("audit", "--fail-on", "low").code == 3
    assert record("audit").code == 0
    for finding in record("audit", "--json").json:
        assert record("judge", finding["id"], "dismissed", "--reason", "misread").code == 0
    assert record("audit", "--fail-on", "low").code == 0
    assert {each["status"] for each in record("audit", "--json").json} == {"dismissed"}


def test_an_audit_without_findings_says_where_it_looked(stories, onrecord):
    onrecord("add", "herald.txt")
    run = onrecord("audit")
    assert "No finding in 1 document" in run.flat


def test_an_audit_says_where_other_checks_than_the_installed_ones_compared(stories, onrecord, monkeypatch):
    onrecord("add", "herald.txt")
    behind = "Checked by other checks than are installed: onrecord rebuild compares all of it again."
    assert behind not in onrecord("audit").err
    monkeypatch.setattr(keying, "_REVISION", "of tomorrow")
    assert behind in onrecord("audit", "--json").err
    onrecord("rebuild")
    assert behind not in onrecord("audit").err


def test_duplicates_are_clusters_with_their_pairs(stories, onrecord):
    for name, marks in (("one.txt", "“%s,” Marisol Vega said."), ("two.txt", '"%s," said Marisol Vega.')):
        words = "We will rebuild the pier before the winter storms come back to the bay"
        (stories / name).write_text(f"Pier news\n\n{marks % words}\n", "utf-8")
    onrecord("add", "one.txt", "two.txt")
    (cluster,) = onrecord("duplicates", "--json").json
    assert {member["location"] for member in cluster["members"]} == {"one.txt", "two.txt"}
    assert set(cluster["members"][0]) >= {"quote", "text", "speaker", "source", "date", "location"}
    assert set(cluster["pairs"][0]) == {"a", "b", "relation", "score", "why"}
    assert "2 versions of one utterance in 2 documents (source not named)" in onrecord("duplicates").flat


@pytest.fixture
def reprints(stories, onrecord):
    """A statement in two wordings by three papers, and another by two; gives the command."""
    pier = "We will rebuild the pier before the winter storms come back to the bay"
    wall = "Nobody in this town has one dollar left for a wall around the harbor"
    for name, words in {
        "a": f"“{pier},” Marisol Vega said.",
        "b": f"“{pier},” Marisol Vega said.\n\n“{wall},” Dana Okafor said.",
        "c": f"“{pier.replace('will', 'must')},” Marisol Vega said.\n\n“{wall},” Dana Okafor said.",
    }.items():
        (stories / f"{name}.txt").write_text(f"Pier news {name}\n\n{words}\n", "utf-8")
    (stories / "papers.csv").write_text(
        "path,source,date\na.txt,Bay Ledger,2031-03-01\nb.txt,Evening Star,2031-03-02\nc.txt,Harbor Post,\n"
    )
    assert onrecord("add", "a.txt", "b.txt", "c.txt", "--manifest", "papers.csv").code == 0
    return onrecord


def test_duplicates_say_how_many_sources_and_what_differs(reprints):
    printed = reprints("duplicates")
    assert printed.flat.startswith(
        "[-only in the primary source-] {+only in this printing+} 3 versions of one utterance in 3 sources "
        "primary source (the earliest): Bay Ledger, 2031-03-01 (published) · Marisol Vega"
    )
    assert "the same words: Evening Star, 2031-03-02 (published) · quote" in printed.flat
    assert "words changed: Harbor Post, undated · Marisol Vega We [-will-] {+must+} rebuild the pier" in (
        printed.flat
    )
    assert max(map(len, printed.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("filters", "counts"),
    [
        ([], [3, 2]),
        (["--speaker", "Okafor"], [2]),
        (["--source", "ledger"], [3]),
        (["--since", "2031-03-02"], [3, 2]),
        (["--until", "2031-03-01"], [3]),
        (["dollar"], [2]),
        (["--limit", "1"], [3]),
    ],
)
def test_duplicates_are_chosen_by_filters(reprints, filters, counts):
    assert [len(one["members"]) for one in reprints("duplicates", "--json", *filters).json] == counts


def test_a_limit_of_duplicates_is_told(reprints):
    assert "1 utterance, the most printed; there are more: --limit 0 prints all." in (
        reprints("duplicates", "--limit", "1").err
    )
    assert "No utterance that fits stands twice" in reprints("duplicates", "--speaker", "Carrow").err


def test_an_utterance_printed_often_is_printed_soberly(stories, onrecord):
    for number in range(12):
        (stories / f"{number}.txt").write_text(
            f"Number {number}\n\n“We will rebuild the pier before the winter storms,” Vega said.\n", "utf-8"
        )
    onrecord("add", *(f"{number}.txt" for number in range(12)))
    run = onrecord("duplicates")
    assert run.out.count("the same words:") == 3
    assert "… and 8 more" in run.out
    assert len(onrecord("duplicates", "--json").json[0]["members"]) == 12


def test_no_duplicates_are_told_with_what_was_searched(stories, onrecord):
    onrecord("add", "herald.txt")
    run = onrecord("duplicates")
    assert (run.code, run.out) == (0, "")
    assert "1 document" in run.err


def test_problems_name_what_could_not_be_read(stories, onrecord):
    (stories / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    onrecord("add", "picture.png", "herald.txt")
    problems = onrecord("problems", "--json").json
    assert [each["location"] for each in problems if each["stage"] == "reading"] == ["picture.png"]
    assert "picture.png" in onrecord("problems").out


def test_every_json_line_stands_alone(record):
    for command in (
        ["search", "families"],
        ["audit"],
        ["speakers"],
        ["sources"],
        ["duplicates"],
        ["history"],
    ):
        for line in record(*command, "--json").out.splitlines():
            assert isinstance(json.loads(line), dict)


def test_the_filters_of_the_app_are_options_here_and_that_is_said(record):
    run = record("search", 'tag:budget source:"Coastal Wire" pier')
    assert (run.code, run.out) == (0, "")
    assert run.err.endswith("Here filters are options: --tag budget --source 'Coastal Wire'\n")
    assert "are options" not in record("search", "nothing", "like:this").err
