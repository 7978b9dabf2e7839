"""`onrecord speakers`: authority files, suggestions, merging and taking out."""

import pytest

CSV = """id,name,aliases,role,organization,from,to
V1,Marisol Vega,Mayor Vega,mayor,Harlow Bay,2030,2034
V2,Marisol Vega,,mayor,Stroud,2010,2020
"""


@pytest.fixture
def officials(own_settings):
    path = own_settings / "officials.csv"
    path.write_text(CSV)
    return path


@pytest.fixture
def dated(onrecord, own_settings):
    """The mayor on record, on two days of which one is in her time of office."""
    for number, (day, who) in enumerate(
        [("2031-03-03", "Mayor Marisol Vega"), ("2025-03-03", "Mayor Marisol Vega"), ("2031-03-04", "Vega")]
    ):
        path = own_settings / f"{number}.txt"
        path.write_text(f"“We will rebuild pier number {number},” {who} said.\n")
        assert onrecord("add", path, "--date", day).code == 0
    return onrecord


def test_an_authority_file_says_who_speakers_are(dated, officials):
    run = dated("speakers", "--authority", officials)
    assert run.code == 0
    assert run.err.strip() == "2 entries, 2 new or changed. 1 quote by 1 speaker of authority files."
    (vega,) = dated("speakers", "V1", "--json").json
    assert (vega["id"], vega["authority"], vega["quotes"]) == ("V1", "V1", 1)
    assert vega["roles"] == [
        {"title": "mayor", "organization": "Harlow Bay", "since": "2030", "until": "2034"}
    ]
    assert "mayor, Harlow Bay (from 2030 to 2034)" in dated("speakers", "V1").flat
    assert "V1 (authority)" in dated("show", "V1").flat
    assert [hit["date"] for hit in dated("search", "--speaker", "V1", "--json").json] == ["2031-03-03"]


def test_an_authority_file_can_be_taken_out_again(dated, officials):
    before = dated("speakers", "--json").json
    dated("speakers", "--authority", officials)
    run = dated("speakers", "--authority-remove", officials, "--json")
    assert (run.code, run.json) == (0, [{"removed": 2}])
    assert dated("speakers", "--json").json == before
    run = dated("speakers", "--authority-remove", officials)
    assert run.code == 2
    assert "the record has entries of no file" in " ".join(run.err.split())


def test_bad_lines_are_named_and_the_rest_taken(dated, officials):
    officials.write_text(CSV + "V3,,,mayor,Stroud,2021,\n")
    run = dated("speakers", "--authority", officials, "--json")
    assert run.code == 1
    assert f"{officials}, line 4: not taken, it has no name." in " ".join(run.err.split())
    assert run.json == [
        {
            "entries": 2,
            "changed": 2,
            "speakers": 1,
            "quotes": 1,
            "refused": [{"line": 4, "why": "it has no name"}],
        }
    ]


def test_suggestions_have_reasons_and_end_with_a_verdict(dated):
    (pair,) = dated("speakers", "--suggest", "--json").json
    assert {pair["a"]["name"], pair["b"]["name"]} == {"Marisol Vega", "Vega"}
    assert pair["why"] == ["only “Vega” is shared", "both are on record in 2031"]
    assert dated("speakers", "--suggest", pair["b"]["id"], "--json").json == [pair]
    assert dated("speakers", "--merge", pair["a"]["id"], pair["b"]["id"]).code == 0
    run = dated("speakers", "--suggest")
    assert (run.out, run.err.strip()) == ("", "No two speakers seem to be one.")
    dated("undo")
    assert "only “Vega” is shared" in dated("speakers", "--suggest").flat


def test_members_are_listed_and_taken_out(dated):
    pair = dated("speakers", "--suggest", "--json").json[0]
    dated("speakers", "--merge", pair["a"]["id"], pair["b"]["id"])
    (vega,) = dated("speakers", "--json").json
    listed = dated("speakers", "--split", vega["id"], "--json").json
    assert [(one["name"], one["quotes"]) for one in listed] == [("Marisol Vega", 2), ("Vega", 1)]
    run = dated("speakers", "--split", vega["id"], listed[1]["id"])
    assert run.code == 0
    assert len(dated("speakers", "--json").json) == 2
    dated("undo")
    assert len(dated("speakers", "--json").json) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--suggest", "--merge", "abcdef", "bcdefa"], "give one of"),
        (["--merge", "abcdef", "bcdefa", "more"], "only a list and --split take more words"),
        (["--split", "abcdef", "bcdefa", "cdefab"], "one member is taken out at a time"),
        (["--split", "abcdef012345"], "nobody on record is called so"),
        (["--suggest", "abcdef012345"], "nobody on record is called so"),
        (["--suggest", ""], "give a name, an id or a file"),
        (["--merge", "", "Vega"], "give a name, an id or a file"),
        (["--merge", "Marisol Vega", "Marisol Vega"], "both are one speaker already"),
        (["--authority", "0.txt"], "it is no JSON Lines and has no CSV header"),
    ],
)
def test_a_request_that_makes_no_sense_is_one_sentence(dated, arguments, told):
    run = dated("speakers", *arguments)
    assert run.code == 2
    assert told in " ".join(run.err.split())


def test_a_file_that_is_not_there_fails(dated):
    run = dated("speakers", "--authority", "none.csv")
    assert run.code == 1
    assert run.err.strip() == "onrecord: none.csv: there is no such file"


def test_names_are_taken_where_they_mean_one_speaker(dated):
    run = dated("speakers", "--merge", "Mayor Marisol Vega", "veg")
    assert run.code == 2
    assert "it fits several, give the id of one: " in " ".join(run.err.split())
    surname = next(one for one in dated("speakers", "--json").json if one["name"] == "Vega")
    assert dated("speakers", "--merge", "Marisol Vega", surname["id"]).code == 0
    assert len(dated("speakers", "--json").json) == 1
    (mayor, alone) = dated("speakers", "--split", "Marisol Vega", "--json").json
    assert {mayor["name"], alone["name"]} == {"Marisol Vega", "Vega"}
    assert dated("speakers", "--split", "marisol vega", "Vega").code == 0
    assert len(dated("speakers", "--json").json) == 2
