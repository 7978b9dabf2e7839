"""The first rows of an answer are those that the whole answer begins with, whatever is asked."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_material import HERALD, LINDQVIST, OKAFOR, VEGA, WIRE, told

from claims.matching.speakers import Term, member_of
from claims.model import Source
from claims.store import Store, looking, matching, postings, walks, ways
from claims.views import Kind, Query

# Few words with many beginnings in common, accents, and signs that part words.
WORDS = (
    "pier", "piers", "pierced", "port", "ports", "porter", "quay", "Quay", "quays", "CAFÉ", "café", "cafes",
    "storm", "stormy", "u.s.", "tax-free", "a", "an", "and", "ﬁsh", "Ångström", "мост", "40", "4,000",
)  # fmt: skip
SOURCES = (HERALD, WIRE, Source("Harlow Bay Ledger"), None)
PEOPLE = (VEGA, OKAFOR, LINDQVIST, None)
DATES = ("2024-05-03", "2024-05", "2024", "2023-12-31", "2024-06-01", None)


READ_AHEAD = (
    "nothing", "all", "all, and few words at once", "all, few words in memory", "all, with offices",
)  # fmt: skip


@pytest.fixture(scope="module", params=READ_AHEAD)
def many(filled, request):
    """The same with nothing read ahead, or what the app reads ahead; where three words that begin alike are
    many; where the rows of most words are left to the index; and where Vega is another speaker for some days.
    """
    with pytest.MonkeyPatch.context() as patched:
        vega = member_of(VEGA).id
        days = [date(2024, 5, 2).toordinal(), date(2024, 5, 31).toordinal()]
        held = [Term(vega, *days, member_of(OKAFOR).id)] if request.param.endswith("offices") else []
        filled.set_terms([vega], held)
        filled._memory._kept.clear()
        if "memory" in request.param:
            patched.setattr(postings, "_MOST", 250)
        if request.param != "nothing":
            filled.warm()
        if request.param.endswith("at once"):
            patched.setattr(matching, "_SOON", 12)
        yield filled


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Three hundred quotes of random words, some hidden, some edited, some with a tag."""
    chance = Random(6)
    with_store = Store.open(tmp_path_factory.mktemp("many") / "record.db", create=True)
    with with_store.together():
        for number in range(300):
            words = chance.choices(WORDS, weights=range(len(WORDS), 0, -1), k=chance.randint(1, 9))
            said = told(
                with_store,
                " ".join(words),
                who=chance.choice(PEOPLE),
                source=chance.choice(SOURCES),
                published=chance.choice(DATES),
                said_on=chance.choice((None, None, None, "2024-05-02", "2024-04")),
                location=f"{number}.txt",
            )
            if number % 17 == 0:
                with_store.put_effective(said, hidden=True)
            if number % 19 == 0:
                with_store.put_effective(replace(said, attribution=LINDQVIST), hidden=False)
            if number % 23 == 0:
                with_store.set_withdrawn(said.document, withdrawn=True)
            if number % 13 == 0:
                with_store.set_tags(said.id, ["look"])
    yield with_store
    with_store.close()


PARTS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: word[:2]),
    st.sampled_from(WORDS).map(lambda word: f"-{word}"),
    st.sampled_from(WORDS).map(lambda word: f"~{word}x"),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(['-"a pier"', "p", "q", "s", "pi", "po", "qu", "u.s", "ca"]),
)
QUERIES = st.builds(
    Query,
    words=st.lists(PARTS, max_size=3).map(" ".join),
    speaker=st.sampled_from(["", "", "vega", "okafor", "m", "chief", "sen", "nobody"]),
    source=st.sampled_from(["", "", "harlow", "coast", "the", "none"]),
    since=st.sampled_from([None, None, date(2024, 5, 3), date(2024, 5, 20), date(2025, 1, 1)]),
    until=st.sampled_from([None, None, date(2024, 5, 3), date(2023, 12, 31)]),
    tag=st.sampled_from(["", "", "", "look", "other"]),
    status=st.sampled_from(["", "", "", "open", "edited", "hidden", "withdrawn", "earlier"]),
)
ASKED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(QUERIES, st.integers(1, 30))
@ASKED
def test_the_first_rows_are_those_that_the_whole_answer_begins_with(many, query, wanted):
    assert list(many.first(query, wanted)) == list(many.keys(query)[:wanted])


@given(QUERIES, st.integers(1, 9), st.randoms(use_true_random=False))
@settings(ASKED, max_examples=10)
def test_typing_gives_at_each_letter_what_asking_at_once_gives(many, query, wanted, chance):
    """Forwards, and now and then a letter back; what was asked before is narrowed, however short it was."""
    with pytest.MonkeyPatch.context() as patched:
        if chance.random() < 0.5:
            patched.setattr(looking.Looking, "cost", lambda self, keys: -1.0)
        length = 0
        while length < len(query.words):
            length = max(0, length + chance.choice((1, 1, 1, 1, -1)))
            typed = replace(query, words=query.words[:length])
            assert list(many.first(typed, wanted)) == list(many.keys(typed)[:wanted])


@given(QUERIES)
@settings(ASKED, max_examples=90)
def test_each_way_to_the_first_rows_gives_the_same(many, query):
    """Every way that a query has is walked by itself, to its end."""
    expected = list(many.keys(query))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ways, "first_found", _each_alone)
        patched.setattr(ways, "found_by_shortest", _each_choice)
        assert list(many.first(query, 400)) == expected


def _each_choice(choices, wanted):
    return _each_alone([begin() for _, begin in choices], [], wanted, 0)


def _each_alone(begun, later, wanted, far):
    opened = [*begun, *filter(None, (begin() for begin in later))]
    answers = [walks.first_found([way], [], wanted, far) for way in opened]
    assert all(answer == answers[0] for answer in answers), answers
    return answers[0]


def test_what_was_read_ahead_is_not_asked_of_a_record_that_changed(store: Store):
    said = told(store, "The pier will open.", who=VEGA, source=HERALD, location="1.txt")
    store.warm()
    asked = Query("pie", speaker="vega", source="herald")
    assert len(store.first(asked, 9)) == 1
    told(store, "The pierhead is shut.", who=VEGA, source=HERALD, location="2.txt")
    assert len(store.first(asked, 9)) == 2
    store.warm()
    assert len(store.first(asked, 9)) == 2
    store.put_effective(said, hidden=True)
    assert len(store.first(asked, 9)) == 1


@pytest.mark.parametrize("words", ["", "p", "pie", "~pier", '"the pier"', "-pier"])
def test_an_empty_record_that_was_read_ahead_has_no_first_rows(store: Store, words):
    store.warm()
    assert list(store.first(Query(words, speaker="vega", source="herald"), 9)) == []
    assert list(store.first(Query(words), 9)) == []


@pytest.mark.parametrize("words", ["", "p", "pier", "zzz", "pier -port", '"the pier"', "!!!"])
def test_claims_are_asked_for_in_the_same_way(many, words):
    query = Query(words, kind=Kind.CLAIMS)
    assert list(many.first(query, 5)) == list(many.keys(query)[:5])
