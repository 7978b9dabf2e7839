"""A page that changes between two readings of it, by the command line."""

from __future__ import annotations

import pytest


@pytest.fixture
def again(stories, onrecord):
    """Write herald.txt anew and add it: `again(text)` gives what `add` said of it."""

    def run(text, *options):
        (stories / "herald.txt").write_text(text, "utf-8")
        done = onrecord("add", "herald.txt", "--source", "Harlow Bay Herald", "--json", *options)
        assert done.code == 0, done.err
        return done.json[0]

    return run


def sentences(onrecord):
    return sorted(found["sentence"] for found in onrecord("audit", "--check", "versions", "--json").json)


def states(onrecord, words, kind="quotes"):
    """The text and status of every hit."""
    return [(hit["text"], hit["status"]) for hit in onrecord("search", words, "--kind", kind, "--json").json]


def test_a_changed_page_is_a_new_version_with_a_finding_for_what_changed(again, onrecord, herald):
    assert again(herald)["reason"] is None
    second = again(herald.replace("46 people", "52 people").replace(" “They have lost enough.”", ""))
    assert (second["status"], second["reason"]) == ("stored", "version 2 of its page")
    page = "Harlow Bay Herald, in “Harbor board backs new pier”, has changed"
    assert sentences(onrecord) == [
        f"{page} Ines Carrow’s words: the page now says “52” instead of “46”.",
        f"{page} Marisol Vega’s words: “They have lost enough.” was left out.",
    ]
    assert onrecord("verify").code == 0


def test_an_unchanged_quote_shows_once_and_a_lost_one_says_so(again, onrecord, herald):
    again(herald)
    again(
        herald.replace("\n\nThe storm injured", "\n\nLast week the storm injured").replace(
            " “They have lost enough.”", ""
        )
    )
    assert states(onrecord, "rebuild") == [("the city will rebuild the storm-damaged pier", "recorded")]
    lost = "We will not ask the fishing families to pay for this pier They have lost enough."
    kept = "We will not ask the fishing families to pay for this pier"
    assert sorted(states(onrecord, "fishing")) == [(kept, "recorded"), (lost, "changed since")]
    ((passage, _),) = states(onrecord, "rebuild", "text")
    assert passage.endswith(
        "told the harbor board on Monday that the city will rebuild the storm-damaged pier."
    )
    assert onrecord("duplicates", "--json").json == []


def test_a_quote_that_went_is_gone_since_and_found_by_its_words(again, onrecord, herald):
    again(herald)
    again(herald[: herald.index("“We will")])
    assert "gone since" in dict(states(onrecord, "fishing")).values()
    assert [found["severity"] for found in onrecord("audit", "--check", "versions", "--json").json] == [
        "high",
        "medium",
    ]


def test_the_same_text_is_unchanged_whatever_its_bytes(again, onrecord, stories, herald):
    page = "<html><head><title>Pier</title></head><body><article><p>%s</p></article><!-- %s --></body></html>"
    body = "“We will rebuild the pier by spring,” Mayor Marisol Vega told the harbor board on Monday."
    for comment, told in (
        ("1", None),
        ("2", "its text is the one the record has"),
        ("1", "it is in the record"),
    ):
        (stories / "pier.html").write_text(page % (body, comment), "utf-8")
        (added,) = onrecord("add", "pier.html", "--json").json
        assert added["reason"] == told
    assert onrecord("verify").err.startswith("No fault in 1 document, 2 snapshots")
    kept = [path for path in (stories / "record.db.files").rglob("*") if path.is_file()]
    for path in kept:
        path.chmod(0o600)
        path.write_bytes(b"changed")
    assert onrecord("verify").out.count("were changed") == len(kept) == 2


def test_back_and_forth(again, onrecord, herald):
    changed = herald.replace("46 people", "52 people")
    first, second = again(herald)["document"], again(changed)["document"]
    back = again(herald)
    assert (back["status"], back["document"]) == ("unchanged", first)
    assert back["reason"] == "its text is that of an earlier version, which stands again"
    assert [one.partition("’s words: ")[2] for one in sentences(onrecord)] == [
        "the page now says “46” instead of “52”."
    ]
    pages = onrecord("show", first, "--json").json[0]["pages"]
    assert [(page["document"], page["number"], page["stands"]) for page in pages] == [
        (second, 1, False),
        (first, 2, True),
    ]
    assert again(herald)["reason"] == "it is in the record"
    assert again(changed)["reason"] == back["reason"]
    assert sentences(onrecord)[0].endswith("the page now says “52” instead of “46”.")


def test_three_versions(again, onrecord, herald):
    for figure in ("46", "52", "58"):
        last = again(herald.replace("46 people", f"{figure} people"))
    assert last["reason"] == "version 3 of its page"
    assert [one.partition("the page now says ")[2] for one in sentences(onrecord)] == [
        "“52” instead of “46”.",
        "“58” instead of “52”.",
    ]
    assert sorted(status for _, status in states(onrecord, "injured", "claims")) == [
        "changed since",
        "changed since",
        "recorded",
        "recorded",
    ]
    lines = onrecord("sources", "--documents", "--json").json
    assert sorted((line["version"], line["versions"]) for line in lines) == [(1, 3), (2, 3), (3, 3)]
    assert "version 2 of 3" in onrecord("sources", "--documents").flat


def test_show_says_what_became_of_a_quote_and_lists_the_versions(again, onrecord, herald):
    again(herald)
    newer = again(herald.replace("46 people", "52 people"))["document"]
    hits = {hit["status"]: hit["id"] for hit in onrecord("search", "injured", "--json").json}
    shown = onrecord("show", hits["changed since"])
    assert f"changed in the newer version · {hits['recorded'][:12]}" in shown.flat
    assert "Versions of this page version 1 of 2" in shown.flat
    (form,) = onrecord("show", hits["changed since"], "--json").json
    assert form["anchor"]["state"] == "changed"
    assert form["anchor"]["newer"] == hits["recorded"]
    assert [page["number"] for page in form["pages"]] == [1, 2]
    assert "stands now · this one" in onrecord("show", newer).flat


def test_two_files_of_one_name_are_two_places(stories, onrecord, herald, monkeypatch):
    for folder, text in (("monday", herald), ("tuesday", herald.replace("46", "52"))):
        (stories / folder).mkdir()
        (stories / folder / "herald.txt").write_text(text, "utf-8")
        monkeypatch.chdir(stories / folder)
        assert onrecord("add", "herald.txt", "--json").json[0]["reason"] is None
    assert sentences(onrecord) == []


def test_one_address_of_two_files_is_one_page_and_another_address_is_not(stories, onrecord, herald):
    address = "https://herald.example/pier"
    (stories / "copy.txt").write_text(herald.replace("46", "52"), "utf-8")
    onrecord("add", "herald.txt", "--url", address)
    assert onrecord("add", "copy.txt", "--url", f"{address}?utm_source=mail", "--json").json[0]["reason"] == (
        "version 2 of its page"
    )
    (stories / "copy.txt").write_text(herald.replace("46", "58"), "utf-8")
    assert (
        onrecord("add", "copy.txt", "--url", "https://herald.example/storm", "--json").json[0]["reason"]
        is None
    )


def test_standard_input_is_no_place(onrecord, herald):
    for text in (herald, herald.replace("46", "52")):
        assert onrecord("add", "-", "--json", stdin=text).json[0]["reason"] is None
    assert sentences(onrecord) == []


def test_one_text_of_two_places_keeps_both(stories, onrecord, herald):
    (stories / "copy.txt").write_text(herald, "utf-8")
    first, second = onrecord("add", "herald.txt", "copy.txt", "--json").json
    assert (second["status"], second["document"]) == ("unchanged", first["document"])
    assert onrecord("show", first["document"], "--json").json[0]["locations"] == ["herald.txt", "copy.txt"]
    assert onrecord("verify").err.startswith("No fault in 1 document, 1 snapshot")


def test_a_withdrawn_version_counts_as_if_it_had_not_come(again, onrecord, herald):
    first = again(herald)["document"]
    second = again(herald.replace("46 people", "52 people"))["document"]
    assert onrecord("withdraw", second).code == 0
    assert sentences(onrecord) == []
    assert states(onrecord, "rebuild") == [("the city will rebuild the storm-damaged pier", "recorded")]
    assert onrecord("show", first, "--json").json[0]["pages"] == []
    assert onrecord("undo").code == 0
    assert len(sentences(onrecord)) == 1


def test_a_rebuild_comes_to_the_same(again, onrecord, herald):
    again(herald)
    again(herald.replace("46 people", "52 people").replace("“They have lost enough.”", ""))
    asked = [("audit", "--json"), ("search", "pier", "--json"), ("sources", "--documents", "--json")]
    before = [onrecord(*words).out for words in asked]
    assert onrecord("rebuild").code == 0
    assert [onrecord(*words).out for words in asked] == before


@pytest.mark.parametrize(
    ("before", "after"),
    [("will not ask", "will ask"), ("46 people", "52 people"), ("Vega said", "Okafor said")],
)
def test_versions_of_a_page_are_no_sources_that_differ(stories, onrecord, herald, before, after):
    """Its own older version neither disputes nor confirms a page, whoever published it."""
    for text in (herald, herald.replace(before, after)):
        (stories / "herald.txt").write_text(text, "utf-8")
        onrecord("add", "herald.txt")
    assert [found["check"] for found in onrecord("audit", "--json").json] == ["versions"]
    assert onrecord("duplicates", "--json").json == []
    for hit in onrecord("search", "fishing", "--json").json:
        assert onrecord("show", hit["id"], "--json").json[0]["versions"] == []


def test_a_page_that_holds_nothing_any_more_has_lost_its_one_quote(again, onrecord):
    again("Pier\n\nHARLOW BAY — “The crews worked through the night,” Chief Dana Okafor said.\n")
    again("This story was removed.")
    assert sentences(onrecord) == ["Harlow Bay Herald has taken a quote of Dana Okafor out of its page."]


def test_a_correction_note_is_shown_with_what_it_touches(again, onrecord, herald):
    again(herald.replace("46 people", "64 people"))
    note = "Correction: An earlier version of this story said 64 people were injured. The count is 46."
    document = again(f"{herald}\n{note}\n")["document"]
    (found,) = onrecord("audit", "--check", "correction-note", "--json").json
    assert found["sentence"] == f"Harlow Bay Herald has printed a correction: “{note}”"
    assert (found["kind"], found["severity"]) == ("update", "medium")
    assert found["evidence"][0]["text"] == "46"
    assert note in onrecord("show", document).flat
    assert onrecord("show", document, "--json").json[0]["notes"][0]["kind"] == "correction"


def test_what_was_decided_of_a_quote_counts_for_it_in_the_newer_version(again, onrecord, herald):
    first = again(herald)["document"]
    (promise,) = onrecord("search", "fishing", "--json").json
    onrecord("tag", promise["id"], "pier")
    onrecord("correct", promise["id"], "speaker", "Ruth Adeyemi")
    again(f"A line before.\n\n{herald}")
    (hit,) = onrecord("search", "--tag", "pier", "--json").json
    assert (hit["text"], hit["speaker"]) == (promise["text"], "Ruth Adeyemi")
    assert hit["document"] != first
    assert onrecord("verify").code == 0


def test_a_verdict_on_a_finding_goes_on_with_the_quotes_it_rests_on(stories, again, onrecord, herald):
    again(herald)
    opposite = (
        "“We will ask the fishing families to pay for this pier. They have lost enough,” Marisol Vega said.\n"
    )
    (stories / "wire.txt").write_text(f"Mayor speaks\n\n{opposite}", "utf-8")
    onrecord("add", "wire.txt", "--source", "Coastal Wire")
    (found,) = onrecord("audit", "--check", "altered-wording", "--json").json
    onrecord("judge", found["id"], "real")
    again(herald.replace("Harbor board backs new pier\n", "Harbor board backs new pier at last\n"))
    (now,) = onrecord("audit", "--check", "altered-wording", "--json").json
    assert (now["status"], now["id"] == found["id"]) == ("real", False)


def test_a_changed_quote_takes_no_decision_along(again, onrecord, herald):
    again(herald)
    (promise,) = onrecord("search", "fishing", "--json").json
    onrecord("tag", promise["id"], "pier")
    again(herald.replace("will not ask", "will ask"))
    (hit,) = onrecord("search", "--tag", "pier", "--json").json
    assert (hit["id"], hit["status"]) == (promise["id"], "changed since")
