import pytest
from store_material import VEGA, add, claim, document, note, quote, sql

from claims.errors import AmbiguousId, UnknownId
from claims.matching.speakers import member_of
from claims.model import Evidence, Finding, FindingKind, Severity, Span


@pytest.fixture
def ids(store):
    """One id of each kind."""
    made = document("“Word,” said Mayor Marisol Vega. Police seized 40 crates.")
    said, counted = quote(made, "Word"), claim(made, "40 crates", "Police seized 40 crates.")
    add(store, made, said, claims=[counted])
    evidence = (Evidence(made.id, Span(1, 5), "Word", quote=said.id),)
    found = Finding("sum", FindingKind.CONFLICT, Severity.LOW, (said.id, counted.id), "Odd.", (), evidence)
    store.replace_findings({1: [found]})
    decided = store.append(note(said.id, "see page 2"))
    return {
        "document": made.id,
        "quote": said.id,
        "claim": counted.id,
        "finding": found.id,
        "judgement": decided.id,
        "speaker": member_of(VEGA).id,
    }


@pytest.mark.parametrize("kind", ["document", "quote", "claim", "finding", "judgement", "speaker"])
def test_an_id_or_its_first_six_characters_name_a_value(store, ids, kind):
    assert (
        store.resolve(ids[kind])
        == store.resolve(ids[kind][:6])
        == store.resolve(f" {ids[kind][:9]} ")
        == (kind, ids[kind])
    )


def test_fewer_than_six_characters_name_nothing_unless_they_are_the_whole_id(store, ids):
    with pytest.raises(UnknownId):
        store.resolve(ids["quote"][:5])
    store.set_speaker({ids["speaker"]: "Q42"})
    assert store.resolve("Q42") == ("speaker", "Q42")


def test_a_speaker_is_named_by_its_own_id_and_by_those_of_its_members(store, ids):
    store.set_speaker({ids["speaker"]: "authority-7"})
    assert store.resolve("authority") == ("speaker", "authority-7")
    assert store.resolve(ids["speaker"]) == ("speaker", ids["speaker"])


def test_a_beginning_that_fits_several_ids_is_an_error_that_names_them(store, ids, path):
    sql(path, "UPDATE member SET speaker = 'abcdef1' WHERE name LIKE 'Marisol%'")
    sql(path, "UPDATE member SET speaker = 'abcdef2' WHERE name LIKE 'Dana%'")
    with pytest.raises(AmbiguousId) as error:
        store.resolve("abcdef")
    assert error.value.found == ("abcdef1", "abcdef2")
    assert store.resolve("abcdef1") == ("speaker", "abcdef1")


@pytest.mark.parametrize(
    "wanted", ["", "zzzzzz", "%%%%%%", "______", "\ud800aaaaaa", "\0", "' OR 1=1 --", "a" * 10_000]
)
def test_what_is_no_id_is_an_error(store, ids, wanted):
    with pytest.raises(UnknownId):
        store.resolve(wanted)
