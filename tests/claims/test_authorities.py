import io

import pytest

from claims.authorities import Refused, opened, read
from claims.errors import BadValue, NothingThere
from claims.model import Entry, Role, SpeakerKind


def found(text):
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read(io.BytesIO(raw), "officials"))


def dates(role):
    return str(role.since or ""), str(role.until or "")


def test_json_lines_with_types_in_words_and_numbers_as_ids():
    line = (
        '{"id": 17, "name": "Marisol Vega", "nickname": "Mari", "last": "Vega", "state": "WA", "roles":'
        ' [{"type": "sen", "start": "2031-01-03", "end": "2037-01-03"}, {"title": "harbor master", "from": "2020"}]}'
    )
    (entry,) = found(line)
    assert (entry.id, entry.name, entry.aliases, entry.state) == ("17", "Marisol Vega", ("Mari Vega",), "WA")
    assert [(role.title, role.organization, *dates(role)) for role in entry.roles] == [
        ("senator", "U.S. Senate", "2031-01-03", "2037-01-03"),
        ("harbor master", "", "2020", ""),
    ]


def test_rows_of_one_id_are_one_entry_with_all_roles():
    text = (
        "\ufeffID,Name,Aliases,Role,Organization,From,To,Kind\n"
        "M1,Dana Okafor,D. Okafor; Danny Okafor,mayor,Harlow Bay,2030,2034,\n"
        "M1,Dana Okafor,,councilor,Harlow Bay,2026,2029,\n"
        "P1,Port Authority,PAHB,,,,,body\n"
    )
    mayor, port = found(text)
    assert mayor.aliases == ("D. Okafor", "Danny Okafor")
    assert [(role.title, *dates(role)) for role in mayor.roles] == [
        ("mayor", "2030", "2034"),
        ("councilor", "2026", "2029"),
    ]
    assert port == Entry("P1", "Port Authority", SpeakerKind.BODY, ("PAHB",))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "it is no JSON"),
        ('{"name": "Vega"}', "it has no id"),
        ('{"id": "1", "name": " "}', "it has no name"),
        ('{"id": "1", "name": ["Vega"]}', "its name is no text"),
        ('{"id": "1", "name": "Vega\\u001b[2J"}', "its name is no line of 300 characters at most that can be printed"),
        ('{"id": "1", "name": "Vega", "roles": {}, "aliases": "x"}', "its roles and aliases are no lists"),
        ('{"id": "1", "name": "Vega", "roles": [{"start": "2031"}]}', "a role of it has no title"),
        ('{"id": "1", "name": "Vega", "roles": [{"type": "sen", "start": "soon"}]}',
         "'soon' is no date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ('{"id": "1", "name": "Vega", "roles": [{"type": "sen", "start": "2031", "end": "2030"}]}',
         "its role as senator ends before it begins"),
        ('{"id": "1", "name": "Vega", "kind": "ship"}', "'ship' is neither person nor body"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_rest_taken(line, why):
    good = '{"id": "2", "name": "Dana Okafor"}'
    assert found(f"{good}\n{line}\n{good}") == [Refused(2, why), Entry("2", "Dana Okafor")]


def test_a_bad_row_is_named_and_the_rest_taken():
    text = "id,name,role,from\n1,Dana Okafor,,2030\n2,Marisol Vega,mayor,2030\n"
    refused, entry = found(text)
    assert refused == Refused(2, "it has dates or an organization, but no role")
    assert entry.roles[0].title == "mayor"


@pytest.mark.parametrize(
    "text", ["", "name,role\nVega,mayor\n", "Marisol Vega is mayor.", b"\xff\xfe\x00id,name"]
)
def test_what_is_no_authority_file_is_refused_with_what_one_is(text):
    with pytest.raises(BadValue, match="no CSV header with id and name"):
        found(text)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(NothingThere), opened(str(tmp_path / "none.csv")):
        pass


def test_a_role_without_dates_is_always_held():
    (entry,) = found("id,name,role\n1,Vega,mayor\n")
    assert entry.roles == (Role("mayor"),)
