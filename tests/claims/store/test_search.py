from datetime import date

import pytest
from store_material import HERALD, LINDQVIST, OKAFOR, VEGA, WIRE, add, claim, document, quote, told

from claims.errors import BadValue
from claims.model import PartialDate, Span
from claims.store import Store, order
from claims.store.fulltext import phrase
from claims.store.reading import unseen
from claims.store.rows import QUOTE
from claims.views import Kind, Query


def found(store, words="", kind=Kind.QUOTES, **filters):
    hits = store.hits(kind, store.keys(Query(words, kind=kind, **filters)))
    return [hit.text for hit in hits]


@pytest.fixture(scope="module")
def pier(tmp_path_factory):
    """Three quotes for tests that only ask; `own_pier` is for those that write."""
    store = Store.open(tmp_path_factory.mktemp("pier") / "record.db", create=True)
    yield three_quotes(store)
    store.close()


@pytest.fixture
def own_pier(store):
    return three_quotes(store)


def three_quotes(store):
    told(store, "The budget pays for the pier", published="2024-05-03", said_on="2024-05-01")
    told(store, "The pier budget is gone", who=OKAFOR, published="2024-06", source=WIRE, location="b.txt")
    told(store, "José rebuilt the café", who=LINDQVIST, published=None, source=None, location="c.txt")
    return store


ONE, TWO, THREE = "The budget pays for the pier", "The pier budget is gone", "José rebuilt the café"


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("budget pier", [TWO, ONE]),
        ("BUDGET Pier", [TWO, ONE]),
        ("pier budg", [TWO, ONE]),
        ("b", [TWO, ONE]),
        ("budg pier", []),
        ('"the pier"', [TWO, ONE]),
        ('"the pie"', []),
        ('"pier budget"', [TWO]),
        ("“pier budget”", [TWO]),
        ('"pier budget', [TWO]),
        ("pier -gone", [ONE]),
        ('pier -"pier budget"', [ONE]),
        ("-pier", [THREE]),
        ("jose cafe", [THREE]),
        ("JOSÉ", [THREE]),
        ("~budgte", [TWO, ONE]),
        ("~bugdet gone", [TWO]),
        ("~zzzzzz", []),
        ("~budgte ~pire", [TWO, ONE]),
        ("nothing", []),
        ("", [TWO, ONE, THREE]),
        ("   ", [TWO, ONE, THREE]),
    ],
)
def test_words_phrases_exclusions_beginnings_and_slips_find(pier, words, hits):
    assert found(pier, words) == hits


HOSTILE = [
    '"', '""', '"""', "'", "*", "pier*", "^pier", "(", ")", "pier AND", "OR", "NOT pier",
    "NEAR(pier budget, 2)", "text:pier", "-", "--", "~", "- ~", '-"', '~"', "pier; DROP TABLE quote",
    "{text} : pier", "+", "a + b", "\\", "\0", "pier\0gone", "\ud800", "%", "_", "😀", "!!!", "…", "\u202e",
    "pier " * 5000, '"' + "pier " * 5000, "w " * 20_000, "-a " * 300, "~" * 1000, "a" * 100_000,
    "~" + "a" * 1000, "pier\n\tgone", "rank MATCH 'x'", "quote_text", "-pier -gone -~x",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_is_an_error(pier, words):
    for kind in (Kind.QUOTES, Kind.CLAIMS):
        assert set(found(pier, words, kind)) <= {ONE, TWO, THREE}
    assert isinstance(pier.text_hits(Query(words, kind=Kind.TEXT)), list)


@pytest.mark.parametrize("field", ["speaker", "source", "tag", "document"])
@pytest.mark.parametrize(
    "words", ["'", '"', "%", "*", "\0", "\ud800", "' OR 1=1 --", "x" * 10_000], ids=range(8)
)
def test_what_is_typed_into_a_filter_filters_and_is_no_error(pier, field, words):
    assert list(pier.keys(Query("the", **{field: words}))) == []
    assert pier.text_hits(Query("the", kind=Kind.TEXT, **{field: words})) == []


def test_a_status_that_is_none_is_an_error_that_names_the_others(pier):
    for ask in (pier.keys, pier.text_hits):
        with pytest.raises(BadValue, match="open, edited, hidden, withdrawn or earlier"):
            ask(Query("the", status="lost", kind=Kind.QUOTES if ask == pier.keys else Kind.TEXT))


def test_words_that_hold_no_letter_find_nothing_rather_than_everything(pier):
    assert found(pier, "!!!") == found(pier, "-") == found(pier, "…", speaker="vega") == []
    assert found(pier, "pier -") == found(pier, "pier")


def test_a_mark_inside_a_phrase_ends_nothing():
    assert phrase('a" OR "b') == '"a"" OR ""b"'
    assert phrase("pier\0", beginning=True) == '"pier "*'


def test_new_words_and_new_speakers_are_found_at_once(store):
    told(store, "The quay is open")
    assert (found(store, "~quya"), found(store, speaker="okafor")) == (["The quay is open"], [])
    told(store, "The quayside is shut", who=OKAFOR, location="b.txt")
    assert found(store, "~quaysdie") == found(store, speaker="okafor") == ["The quayside is shut"]


def test_what_is_being_written_is_found_by_its_writer_and_forgotten_if_it_fails(store):
    told(store, "The quay is open")
    with pytest.raises(BadValue):
        _tell_and_fail(store)
    assert found(store, "~quaysdie") == found(store, speaker="okafor") == []


def _tell_and_fail(store):
    with store.together():
        told(store, "The quayside is shut", who=OKAFOR, location="b.txt")
        assert found(store, "~quaysdie") == found(store, speaker="okafor") == ["The quayside is shut"]
        store.keys(Query(status="lost"))


# -- order, dates and filters ----------------------------------------------------------


def test_hits_are_newest_first_by_when_it_was_said_else_published_and_undated_last(store):
    for published, said_on in [
        ("2023", None),
        (None, None),
        ("2024-05-03", "2019-01-01"),
        ("2024-01", None),
        (None, "2022-02-02"),
    ]:
        name = f"{published} {said_on}"
        told(store, f"Word of {name}", published=published, said_on=said_on, location=name)
    assert (
        found(store, "word")
        == found(store)
        == [
            "Word of 2024-01 None",
            "Word of 2023 None",
            "Word of None 2022-02-02",
            "Word of 2024-05-03 2019-01-01",
            "Word of None None",
        ]
    )


def test_hits_of_one_day_are_in_order_of_arrival_and_place(store):
    page = document("“One is first,” she said. “Two is second,” she said.")
    add(store, page, quote(page, "One is first"), quote(page, "Two is second"))
    told(store, "Three is third", location="b.txt")
    assert found(store) == found(store, "is") == ["One is first", "Two is second", "Three is third"]


def test_row_keys_fall_with_the_date_so_that_pages_need_no_sorting(store):
    for day in (5, 1, 9):
        told(store, f"Word {day}", published=f"2024-05-{day:02}", location=f"{day}.txt")
    keys = list(store.keys(Query("word")))
    assert keys == sorted(keys, reverse=True)
    plan = _plan(
        store,
        "SELECT key FROM quote WHERE key NOT IN (SELECT key FROM quote WHERE unseen > 0) ORDER BY key DESC",
    )
    assert "TEMP B-TREE FOR ORDER BY" not in plan


def test_what_is_hidden_is_looked_up_among_the_hidden_alone(own_pier):
    with own_pier._database.read() as connection:
        asked = unseen(QUOTE).compile(connection, compile_kwargs={"literal_binds": True})
    assert "USING COVERING INDEX ix_quote_unseen" in _plan(own_pier, asked)


def test_more_undated_quotes_than_a_day_has_keys_come_last_in_order_of_arrival(store, monkeypatch):
    monkeypatch.setattr(order, "_BITS", 2)
    for number in range(9):
        told(store, f"Word {number}", published=None, location=f"{number}.txt")
    told(store, "Word of the first day", published="0001-01-01", location="first.txt")
    assert found(store, "word") == ["Word of the first day", *(f"Word {number}" for number in range(9))]
    assert found(store, since=date(1, 1, 1)) == found(store, until=date(1, 1, 1)) == ["Word of the first day"]


def _plan(store, statement):
    with store._database.read() as connection:
        return " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}"))


@pytest.mark.parametrize(
    ("since", "until", "hits"),
    [
        (date(2024, 5, 1), date(2024, 5, 1), [ONE]),
        (date(2024, 5, 2), None, [TWO]),
        (date(2024, 6, 30), None, [TWO]),
        (date(2024, 7, 1), None, []),
        (None, date(2024, 6, 1), [TWO, ONE]),
        (None, date(2024, 5, 31), [ONE]),
        (None, date(2024, 4, 30), []),
        (date(1, 1, 1), date(9999, 12, 31), [TWO, ONE]),
    ],
)
def test_a_date_filter_counts_every_day_that_fits_and_never_the_undated(pier, since, until, hits):
    assert found(pier, since=since, until=until) == hits
    assert found(pier, "the", since=since, until=until) == hits


@pytest.mark.parametrize(
    ("speaker", "hits"),
    [
        ("vega", [ONE]),
        ("MARISOL VEGA", [ONE]),
        ("vega mar", [ONE]),
        ("mayor", [ONE]),
        ("chief police", [TWO]),
        ("sen lind", [THREE]),
        ("vega okafor", []),
        ("ega", []),
        ("!", []),
    ],
)
def test_a_speaker_is_found_by_the_beginnings_of_the_words_of_name_and_role(pier, speaker, hits):
    assert found(pier, speaker=speaker) == hits
    assert found(pier, "the", speaker=speaker) == hits


def test_a_speaker_is_found_by_id_or_its_beginning_with_all_that_was_found_to_be_the_same(own_pier):
    vega, okafor = (own_pier.members(forms=[form])[0].id for form in ("marisol vega", "dana okafor"))
    own_pier.set_speaker({okafor: vega})
    assert (
        found(own_pier, speaker=vega)
        == found(own_pier, speaker=vega[:8])
        == found(own_pier, speaker=okafor[:6])
        == [TWO, ONE]
    )
    assert found(own_pier, speaker=vega[:5]) == []


def test_an_accent_in_a_name_needs_not_be_typed(store):
    told(store, "One", who=type(VEGA)("Zoë Ångström"))
    assert found(store, speaker="zoe angstrom") == found(store, speaker="ZOË") == ["One"]


def test_sources_documents_tags_and_status_filter(own_pier):
    one = own_pier.hits(Kind.QUOTES, own_pier.keys(Query("pays")))[0]
    two = own_pier.hits(Kind.QUOTES, own_pier.keys(Query("gone")))[0]
    assert found(own_pier, source="coast") == [TWO]
    assert found(own_pier, source="harlow herald") == [ONE]
    assert found(own_pier, source="?") == []
    assert found(own_pier, document=one.document) == [ONE]
    own_pier.set_tags(one.id, ["budget"])
    assert found(own_pier, tag="budget") == [ONE]
    own_pier.set_tags(two.document, ["budget"])
    assert found(own_pier, tag="budget") == [TWO, ONE]
    assert found(own_pier, tag="budge") == []
    assert found(own_pier, "pier", tag="budget", source="wire", since=date(2024, 1, 1), speaker="chief") == [
        TWO
    ]


# -- what a hit shows -----------------------------------------------------------------


def test_a_hit_shows_who_said_it_where_and_when(pier):
    (hit,) = pier.hits(Kind.QUOTES, pier.keys(Query("pays")))
    assert (hit.kind, hit.text, hit.speaker, hit.role) == ("quote", ONE, "Marisol Vega", "mayor")
    assert (hit.source, hit.location, hit.status, hit.score) == (HERALD.name, "pier.txt", "recorded", 1.0)
    assert (hit.date, hit.date_is) == (PartialDate.parse("2024-05-01"), "said")
    assert pier.document(hit.document).text[hit.spans[0].start : hit.spans[0].end] == ONE


def test_a_hit_without_speaker_source_or_date_says_so(store):
    told(store, "Nobody knows", who=None, published=None, source=None)
    (hit,) = store.hits(Kind.QUOTES, store.keys(Query("nobody")))
    assert (hit.speaker, hit.role, hit.source, hit.date, hit.date_is) == ("", "", "", None, "")


def test_claims_are_found_by_their_sentence_and_by_what_they_count(store):
    page = document("Crews laid 40 stones on the quay. Nobody fell.")
    made = claim(page, "40 stones", "Crews laid 40 stones on the quay.", counted="granite")
    add(store, page, claims=[made])
    for words in ("quay", "granite", "40", "crews grani"):
        (hit,) = store.hits(Kind.CLAIMS, store.keys(Query(words, kind=Kind.CLAIMS)))
        assert (hit.id, hit.kind, hit.text, hit.spans) == (
            made.id,
            "claim",
            "Crews laid 40 stones on the quay.",
            (Span(0, 33),),
        )
    assert found(store, "fell", Kind.CLAIMS) == []


CREWS = "Crews of the U.S. port laid 40 stones on the seaport quay."
BOATS = "“Boats” of the café — 40 in all — lay at the quay, ﬁve boats sank."


@pytest.fixture(scope="module")
def quay(tmp_path_factory):
    """Two claims whose words the text index knows, and not where they stand."""
    store = Store.open(tmp_path_factory.mktemp("quay") / "record.db", create=True)
    page = document(f"{CREWS} {BOATS}")
    crews = claim(page, "40 stones", CREWS, counted="granite stones")
    add(store, page, claims=[crews, claim(page, "40 in", BOATS, counted="boats")])
    yield store
    store.close()


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ('"laid 40"', [CREWS]),
        ('"40 laid"', []),
        ('"LAID  40"', [CREWS]),
        ('"laid stones"', []),
        ('"40 granite"', []),  # one stands in the sentence, the other is what is counted
        ('"granite stones"', [CREWS]),
        ('"port quay"', []),
        ('"seaport quay"', [CREWS]),
        ("u.s. port", [CREWS]),
        ("u.s", [CREWS]),
        ("crews u.s. po", [CREWS]),
        ('"of the"', [CREWS, BOATS]),
        ('"of the po"', []),
        ("the-u.s-po", [CREWS]),
        ('"the café 40"', [BOATS]),
        ('"cafe 40 in"', [BOATS]),
        ('"boats of"', [BOATS]),
        ('"ﬁve boats"', [BOATS]),
        ('"five boats"', []),
        ('40 -"laid 40"', [BOATS]),
        ('-"laid 40"', [BOATS]),
        ('-"40 laid"', [CREWS, BOATS]),
        ('-"of the"', []),
        ('"of the" "seaport quay" -"café 40"', [CREWS]),
        ("~stnes ~laidd", [CREWS]),
        ('~"laid stnes"', [CREWS]),
        ("quay", [CREWS, BOATS]),
    ],
)
def test_phrases_are_found_in_claims_whose_index_knows_no_places(quay, words, hits):
    assert found(quay, words, Kind.CLAIMS) == hits


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ('"laid 40"', [CREWS]),
        ('"40 laid"', []),
        ('quay -"laid 40"', []),
        ('quay -"40 laid"', [CREWS, BOATS]),
        ("u.s", [CREWS]),
        ('"the cafe"', [BOATS]),
        ("of-the-po", []),
    ],
)
def test_phrases_are_found_in_texts_whose_index_knows_no_places(quay, words, hits):
    assert [hit.text for hit in quay.text_hits(Query(words, kind=Kind.TEXT))] == hits


def test_what_was_looked_at_for_a_phrase_is_kept_nowhere(quay):
    quay.keys(Query('"the café 40"', kind=Kind.CLAIMS))
    quay.text_hits(Query('"the café"', kind=Kind.TEXT))
    with quay._database.read() as connection:
        left = [
            connection.exec_driver_sql(f"SELECT count(*) FROM temp.{table}").scalar()
            for table in ("aside_text", "aside_words", "again_words")
        ]
    assert left == [0, 0, 0]


def test_a_claim_in_a_text_without_full_stops_is_found_by_the_whole_words_around_it(store):
    page = document("harbor " * 500 + "wharf 40 stones quay " + "dockside " * 500)
    add(store, page, claims=[claim(page, "40 stones", page.text.strip())])
    (hit,) = store.hits(Kind.CLAIMS, store.keys(Query("wharf quay", kind=Kind.CLAIMS)))
    assert hit.text == hit.spans[0].of(page.text)
    assert set(hit.text.split()) == {"harbor", "wharf", "40", "stones", "quay", "dockside"}
    assert 500 < len(hit.text) < 700
    assert store.verify().faults == ()


def test_keys_that_are_gone_are_left_out_and_the_order_asked_is_kept(pier):
    keys = list(pier.keys(Query()))
    hits = pier.hits(Kind.QUOTES, [keys[2], 12345, keys[0]])
    assert [hit.key for hit in hits] == [keys[2], keys[0]]


# -- whole documents ------------------------------------------------------------------

PAGE = (
    "Harlow Bay will rebuild the pier. “The pier opens in spring,” said Mayor Marisol Vega. "
    "Nobody asked who pays. The harbor office declined to comment on costs."
)


@pytest.fixture
def page(store):
    made = document(PAGE, title="The pier")
    add(store, made, quote(made, "The pier opens in spring"))
    return store


def passages(store, words, **filters):
    return [(hit.text, hit.status) for hit in store.text_hits(Query(words, kind=Kind.TEXT, **filters))]


def test_a_match_in_no_recorded_quote_is_marked_so(page):
    assert passages(page, "pays") == [("Nobody asked who pays.", "in the text, not recorded")]
    (hit,) = page.text_hits(Query("pays", kind=Kind.TEXT))
    assert (hit.id, hit.speaker, hit.kind, hit.title) == ("", "", "text", "The pier")
    assert hit.spans[0].of(PAGE) == hit.text
    assert (str(hit.date), hit.date_is) == ("2024-05-03", "published")


def test_a_match_in_a_recorded_quote_names_it_and_its_speaker(page):
    (hit,) = page.text_hits(Query("spring", kind=Kind.TEXT))
    assert hit.status == "recorded"
    assert page.value(hit.id).text == "The pier opens in spring"
    assert hit.speaker == "Marisol Vega"
    page.put_effective(page.value(hit.id), hidden=True)
    assert page.text_hits(Query("spring", kind=Kind.TEXT))[0].status == "in the text, not recorded"


def test_every_sentence_with_a_match_is_a_hit_and_those_with_most_words_win(page):
    assert [text for text, _ in passages(page, "pier")] == [
        "Harlow Bay will rebuild the pier.",
        "“The pier opens in spring,” said Mayor Marisol Vega.",
    ]
    assert [text for text, _ in passages(page, "pier rebuild")] == ["Harlow Bay will rebuild the pier."]
    assert [text for text, _ in passages(page, '"declined to comment"')] == [
        "The harbor office declined to comment on costs."
    ]
    assert passages(page, "pier -harbor") == passages(page, "pier zebra") == []


def test_text_hits_take_the_filters_of_search(page):
    assert passages(
        page, "pier", source="herald", since=date(2024, 5, 3), until=date(2024, 5, 3)
    ) == passages(page, "pier")
    assert passages(page, "pier", source="wire") == passages(page, "pier", since=date(2024, 5, 4)) == []
    assert [status for _, status in passages(page, "pier", speaker="vega")] == ["recorded"]
    assert passages(page, "pier", speaker="okafor") == passages(page, "pier", tag="quay") == []
    page.set_tags(page.document_ids()[0], ["quay"])
    assert passages(page, "pier", tag="quay") == passages(page, "pier")


def test_documents_with_hits_are_newest_first_and_undated_last(page):
    for published, location in [("2025", "a"), (None, "b"), ("2020", "c")]:
        add(page, document(f"A pier in {location}.", published=published, location=location))
    hits = page.text_hits(Query("pier", kind=Kind.TEXT))
    assert [hit.location for hit in hits] == ["a", "pier.txt", "pier.txt", "c", "b"]
    assert [hit.key for hit in hits] == [0, -1, -2, -3, -4]


def test_without_words_a_document_is_shown_by_its_first_sentence(page):
    assert passages(page, "", source="herald") == [
        ("Harlow Bay will rebuild the pier.", "in the text, not recorded")
    ]


def test_a_text_without_full_stops_is_shown_by_the_words_around_the_match(store):
    add(store, document("dock " * 5000 + "the pier " + "dock " * 5000))
    ((text, _),) = passages(store, "pier")
    assert "pier" in text
    assert len(text) < 1000


def test_signs_that_mark_matches_inside_do_not_confuse_when_the_text_holds_them(store):
    told(store, "\U000f0000 the \U000f0001 pier \U000f0002")
    ((text, status),) = passages(store, "pier")
    assert "\U000f0001 pier" in text
    assert status == "recorded"
    assert store.document(store.document_ids()[0]).text.endswith(text)


def test_a_match_is_placed_rightly_after_letters_of_several_code_units(store):
    made = document("😀𝒳é́ ﬁ “Wörter” here. Später 𝒳 pier stands.")
    add(store, made)
    (hit,) = store.text_hits(Query("pier", kind=Kind.TEXT))
    assert hit.text == "Später 𝒳 pier stands."
