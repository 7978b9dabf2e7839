"""What a dossier holds, and that it is a bag which can be read without OnRecord."""

import html
import json
import re
from hashlib import sha256
from zipfile import ZipFile

import making
import pytest

from claims import Ledger
from claims.dossiers.verifying import verify
from claims.exports.templates import policy


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_layout_is_that_of_a_bag(made):
    herald, coastal = (sha256(one.encode()).hexdigest() for one in (making.HERALD, making.COASTAL))
    texts = sorted(f"data/texts/{one['id']}.txt" for one in making.lines(made, "documents.jsonl"))
    assert names(made) == sorted(
        [
            "README.txt",
            "bag-info.txt",
            "bagit.txt",
            "data/decisions.jsonl",
            "data/documents.jsonl",
            "data/dossier.json",
            "data/findings.jsonl",
            "data/index.html",
            "data/passages.jsonl",
            f"data/snapshots/{coastal}",
            f"data/snapshots/{herald}",
            *texts,
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
        ]
    )
    assert (made / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (made / manifest).read_text("utf-8").splitlines():
            digest, name = line.split("  ")
            assert sha256((made / name).read_bytes()).hexdigest() == digest


def test_the_manifests_name_every_file_but_the_last_of_them(made):
    told = [
        line.split("  ")[1]
        for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt")
        for line in (made / manifest).read_text("utf-8").splitlines()
    ]
    assert sorted([*told, "tagmanifest-sha256.txt"]) == names(made)


def test_a_passage_has_its_place_its_context_and_how_its_speaker_is_known(made):
    one = next(one for one in making.lines(made, "passages.jsonl") if one["words"].endswith("lost enough."))
    text = (made / "data" / "texts" / f"{one['document']}.txt").read_text("utf-8")
    assert [text[piece["start"] : piece["end"]] for piece in one["passages"]] == [
        "We will not ask the fishing families to pay for this pier",
        "They have lost enough.",
    ]
    assert (one["speaker"], one["known_by"], one["tags"]) == ("Marisol Vega", "subject of cue", ["pier"])
    context = one["context"]
    assert text[context["start"] : context["end"]] == context["text"]
    assert context["text"].startswith("“We will not ask")


def test_a_document_tells_how_it_came_and_what_read_it(made):
    one = next(one for one in making.lines(made, "documents.jsonl") if one["url"])
    assert one["url"] == "https://herald.example/pier"
    (came,) = one["arrivals"]
    assert came["fetched"] == {
        "url": "https://herald.example/pier",
        "hops": ["https://herald.example/p?id=7"],
        "status": 200,
        "headers": [["etag", '"a1"']],
    }
    assert came["retrieved"]["moment"] == "2031-03-05T08:30:00+00:00"
    # An absolute path of somebody's machine.
    assert "place" not in came
    assert (came["sha256"], came["kept"]) == (sha256(making.HERALD.encode()).hexdigest(), True)
    assert (one["read_with"], one["extractor"].split()[0]) == ("", "rules")
    assert one["text"] == {
        "sha256": sha256(making.HERALD.encode()).hexdigest(),
        "characters": len(making.HERALD),
    }


def test_decisions_are_told_whole_with_reason_and_time_and_whether_they_stand(made):
    told = {(one["decides"], one["verdict"]): one for one in making.lines(made, "decisions.jsonl")}
    verdict = told["finding", "dismissed"]
    assert (verdict["value"], verdict["note"], verdict["by"]) == (
        "misread",
        "the wire dropped a word",
        "okafor",
    )
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00", verdict["at"])
    assert told["correction", "speaker"]["stands"] is False
    assert told["undo", "undo"]["stands"] is True
    head = json.loads((made / "data" / "dossier.json").read_text("utf-8"))
    assert head["heads"]["okafor"] == [told["undo", "undo"]["hash"]]
    assert head["holds"]["decisions"] == head["holds"]["links"] == 5


def test_of_decisions_on_other_matters_only_the_hashes_leave(decided, tmp_path):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        document = making.document(ledger, "coastal.txt")
        coastal = making.write(
            making.dossier_of(ledger, document=document, words="officials"), tmp_path / "d"
        )
    kinds = [one["kind"] for one in making.lines(coastal, "decisions.jsonl")]
    assert kinds.count("link") == 4
    assert "dropped" not in (coastal / "data" / "decisions.jsonl").read_text("utf-8")
    assert making.faults(coastal) == []


def test_the_page_shows_passages_arithmetic_and_decisions(made):
    page = (made / "data" / "index.html").read_text("utf-8")
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    assert "They have lost enough." in words
    assert "64 − 46 = 18" in words
    assert "finding: dismissed (misread) okafor" in words
    assert "the wire dropped a word" in words
    assert "correction: speaker (Ines Carrow) [taken back since]" in words
    tagged = next(one["id"] for one in making.lines(made, "passages.jsonl") if one["tags"])
    assert f'on <a href="#passage-{tagged}">' in page


def test_the_page_runs_nothing_and_asks_for_nothing(made):
    page = (made / "data" / "index.html").read_text("utf-8")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    assert f'content="{policy(style)}"' in html.unescape(page)
    assert not re.search(r"<script|<img|<link|<iframe|@import|url\(|\ssrc=|\son\w+=", page)
    assert {url for url in re.findall(r'href="([^"]*)"', page) if "://" in url} == {
        "https://herald.example/pier"
    }


def test_hostile_text_is_text_on_the_page(ledger_of, tmp_path):
    hostile = making.STORIES[1]
    words = "“<script>alert(1)</script> {{ 7*7 }} \x1b]52;c;AA\x07 \u202eevil,” Mayor Marisol Vega said.\n"
    story = type(hostile)(words.encode(), "javascript:alert(1)", making.AT, hostile.given)
    ledger = ledger_of(story)
    made = making.write(making.dossier_of(ledger), tmp_path / "d")
    raw = (made / "data" / "index.html").read_text("utf-8")
    assert "<script" not in raw
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in raw
    assert not set(raw) & {"\x1b", "\x07", "\u202e"}
    assert 'href="javascript' not in raw
    assert making.faults(made) == []


def test_the_same_record_gives_the_same_bytes_but_for_the_time(decided, tmp_path):
    copies = []
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        for name in ("one", "other"):
            copies.append(making.write(making.dossier_of(ledger), tmp_path / name))
    timed = ("bag-info.txt", "tagmanifest-sha256.txt")
    assert names(copies[0]) == names(copies[1])
    for name in names(copies[0]):
        if name not in timed:
            assert (copies[0] / name).read_bytes() == (copies[1] / name).read_bytes()
    time = re.search(r"Exported-At: (\S+)", (copies[0] / "bag-info.txt").read_text("utf-8"))
    assert not [
        name
        for name in names(copies[0])
        if name not in timed and time[1].encode() in (copies[0] / name).read_bytes()
    ]


@pytest.mark.parametrize("name", ["dossier.zip", "DOSSIER.zip"])
def test_a_zip_file_holds_the_same_in_one_folder(made, decided, tmp_path, name):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        place = making.write(making.dossier_of(ledger), tmp_path / name)
    with ZipFile(place) as archive:
        assert sorted(archive.namelist()) == [f"dossier/{one}" for one in names(made)]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("dossier/data/index.html") == (made / "data" / "index.html").read_bytes()
    assert making.faults(place) == []


def test_a_dossier_is_its_owners_only(made):
    assert {path.stat().st_mode & 0o077 for path in made.rglob("*")} == {0}


def test_a_recording_tells_the_time_of_a_passage_and_that_its_text_was_not_made_anew(ledger_of, tmp_path):
    captions = (
        "WEBVTT\n\n00:12:31.000 --> 00:12:36.000\n"
        "<v Marisol Vega>We will not ask the fishing families to pay for this pier.\n"
    )
    ledger = ledger_of(type(making.STORIES[0])(captions.encode(), "council.vtt", making.AT))
    made = making.write(making.dossier_of(ledger), tmp_path / "d")
    assert "at 00:12:31" in {one["located"] for one in making.lines(made, "passages.jsonl")}
    assert "at 00:12:31, characters" in " ".join((made / "data" / "index.html").read_text("utf-8").split())
    done = verify(made)
    assert done.faults == ()
    assert any("(1) were not made anew of their bytes" in note for note in done.notes)
