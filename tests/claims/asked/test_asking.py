"""Did anyone say this? Asked of a real record of three outlets."""

import pytest

from claims.model import PartialDate, SourceKind
from claims.ports import Given, Material
from claims.views import Query
from tui.state.checked import headline

RETRIEVED = PartialDate.parse("2031-03-05")

SAID = "We will not ask the fishing families to pay for this pier"

HERALD = f"""Harbor board backs new pier

“{SAID},” Mayor Marisol Vega said on Monday. “They have lost enough, and the city will find another way.”

Storm Edda injured 46 people, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""

OFFICE = f"""Statement on the pier

“{SAID},” Mayor Marisol Vega said.

“Nobody in this town has one dollar left for a pier,” Councilman Dana Okafor said.
"""

WIRE = """Mayor promises to rebuild pier

The wind took the roof of the old fish market on Saturday night. Storm Edda injured 64 people, officials said.

“We will rebuild the harbor wall with the money of the state,” a statement read.
"""


@pytest.fixture
def three(ledger_of, make_material):
    """A record of three documents."""
    return ledger_of(
        make_material(HERALD, "herald.txt", source="Harlow Bay Herald", kind=SourceKind.OUTLET),
        make_material(OFFICE, "office.txt", source="City of Harlow Bay", kind=SourceKind.OFFICE),
        make_material(WIRE, "wire.txt", source="Coastal Wire", kind=SourceKind.AGENCY),
    )


@pytest.fixture
def asked(three):
    """Asks it."""
    return three.check


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (SAID, "verbatim"),
        (f"“{SAID},” Vega said.", "verbatim"),
        ("the fishing families to pay for this pier", "shortened"),
        ("the city will find another way", "shortened"),
        ("one dollar", "shortened"),
        (f"{SAID}, and we will send the bill for all of it to the state before winter", "in-part"),
        ("We would never ask our fishing families to pay for that pier", "changed"),
        ("Storm Edda injured 50 people", "changed-figure"),
        ("We will ask the fishing families to pay for this pier", "negated"),
        (f"“{SAID},” Okafor said.", "another-speaker"),
        ("The wind took the roof of the old fish market", "in-text"),
        (f"Vega: “{SAID}”", "verbatim"),
        (f"MAYOR VEGA: {SAID}", "verbatim"),
        (f"Okafor: {SAID}", "another-speaker"),
        (f"I never said that {SAID.lower()}", "negated"),
        ("She denied that the city will find another way", "negated"),
        (f"{SAID} unless the state tells us to", "changed"),
        ("The moon is made of cheese", "not-found"),
    ],
)
def test_each_kind_of_answer(asked, text, verdict):
    assert asked(text).verdict == verdict


def test_the_primary_source_is_told_with_how_often_it_was_printed(asked):
    found = asked(SAID)
    assert [(one.hit.source, one.primary, one.printings) for one in found.statements] == [
        ("City of Harlow Bay", True, 2),
        ("Harlow Bay Herald", False, 2),
    ]
    assert len({one.utterance for one in found.statements}) == 1
    assert (found.searched.documents, found.in_text) == (3, ())


@pytest.mark.parametrize("speaker", ["Vega", "Mayor Vega", "Marisol Vega", "mayor"])
def test_a_speaker_is_known_by_name_or_role(asked, speaker):
    assert asked(SAID, speaker=speaker).verdict == "verbatim"


def test_a_speaker_is_found_among_many_who_said_the_same(ledger, make_material):
    words = "We will rebuild the pier"
    names = ["Marisol Vega"] * 70 + ["Dana Okafor"]
    stories = [make_material(f"{n}\n\n“{words},” {name} said.", f"{n}.txt") for n, name in enumerate(names)]
    list(ledger.add(stories, extractor="rules"))
    found = ledger.check(words, speaker="Okafor")
    assert (found.verdict, found.statements[0].hit.speaker) == ("verbatim", "Dana Okafor")


def test_whom_the_text_names_is_asked_for_unless_somebody_else_is(asked):
    found = asked(f"“{SAID},” Okafor said.")
    assert (found.speaker, found.from_paste, found.statements[0].is_theirs) == ("Okafor", True, False)
    found = asked(f"“{SAID},” Okafor said.", speaker="Vega")
    assert (found.verdict, found.speaker, found.from_paste) == ("verbatim", "Vega", False)


def test_words_of_nobody_are_not_somebody_elses(asked):
    words = "We will rebuild the harbor wall with the money of the state"
    who = asked(words).statements[0].hit.speaker
    assert asked(words, speaker="Vega").verdict == ("another-speaker" if who else "no-speaker")


def test_a_passage_of_a_text_is_found_also_with_a_word_changed(asked):
    (passage,) = asked("The wind took the roof off the old fish market").in_text
    assert passage.hit.text == "The wind took the roof of the old fish market"
    assert (passage.hit.status, passage.hit.location) == ("in the text, not recorded", "wire.txt")
    assert passage.hit.spans[0].of(WIRE) == passage.hit.text


def test_a_passage_inside_a_recorded_quote_is_no_text_beside_it(asked):
    found = asked("We would never ask our fishing families to pay for that pier")
    assert (found.verdict, found.in_text) == ("changed", ())


def test_copies_that_were_not_compared_with_each_other_are_one_utterance(asked, three):
    three._store.drop_pairs(one.hit.id for one in asked(SAID).statements)
    three._store.drop_pairs(hit.id for hit in three.search(Query(words="fishing")).hits)
    office = asked(SAID).statements[0]
    assert office.printings == 1
    list(
        three.add(
            [
                Material(
                    OFFICE.encode(),
                    "again.txt",
                    RETRIEVED,
                    Given(source="Bay Ledger", url="https://bay.example"),
                )
            ]
        )
    )
    three._store.drop_pairs(hit.id for hit in three.search(Query(words="fishing")).hits)
    assert {one.printings for one in asked(SAID).statements if one.likeness.is_whole} == {2}


def test_the_primary_source_is_told_also_where_it_lacks_the_words(ledger, make_material):
    long = f"{SAID}, because the storm took their boats and the insurers paid them nothing at all"
    stories = [
        make_material(f"One\n\n“{SAID},” Marisol Vega said.", "a.txt", source="City", kind=SourceKind.OFFICE),
        make_material(f"Two\n\n“{long},” Marisol Vega said.", "b.txt", source="Bay Ledger"),
    ]
    list(ledger.add(stories, extractor="rules"))
    found = ledger.check("the insurers paid them nothing at all")
    assert [(one.hit.source, one.primary, one.likeness.relation) for one in found.statements] == [
        ("Bay Ledger", False, "identical"),
        ("City", True, "different"),
    ]


def test_figures_of_the_same_measure_are_told_with_whether_they_fit(asked):
    found = asked("Storm Edda injured 46 people")
    assert [(one.recorded.value.text, one.relation) for one in found.claims] == [
        ("64", "conflict"),
        ("46", "agree"),
    ]


def test_what_is_no_version_is_shown_as_the_nearest_there_is(asked):
    found = asked("Nobody in this city has a single dollar for a pier")
    assert found.verdict == "not-found"
    assert [one.hit.speaker for one in found.statements] == ["Dana Okafor"]


def test_a_paste_of_several_quotes_finds_each(asked):
    found = asked(
        f"{SAID}. Nobody in this town has one dollar left for a pier. The rest of it is all my own."
    )
    assert found.verdict == "in-part"
    assert {one.hit.speaker for one in found.statements} == {"Marisol Vega", "Dana Okafor"}


def test_a_hidden_quote_and_a_withdrawn_document_answer_nothing(asked, three):
    for one in asked(SAID).statements:
        three.correct(one.hit.id, "quote", "no")
    assert asked(SAID).verdict == "in-text"
    for line in three.documents():
        three.withdraw(line.id)
    assert (asked(SAID).verdict, asked("The wind took the roof").verdict) == ("not-found", "not-found")


def test_quotes_judged_different_are_two_utterances(asked, three):
    pair = [one.hit.id for one in asked(SAID).statements]
    three.judge(pair, "different")
    found = asked(SAID)
    assert [one.printings for one in found.statements] == [1, 1]
    assert len({one.utterance for one in found.statements}) == 2


def test_a_limit_counts_utterances(asked):
    assert {one.utterance for one in asked("pier", limit=1).statements} == {
        asked("pier", limit=1).statements[0].utterance
    }


def test_marks_of_a_query_are_only_words(asked):
    for odd in ('"', "pay* OR NEAR(", "x' --", "a:b", "\0 pier", "pier \ud800"):
        if odd != '"':
            assert asked(f"{odd} zeppelin quartz").verdict == "not-found"


def test_a_statement_printed_many_times_is_counted_up_to_a_limit(ledger, make_material):
    stories = [make_material(f"Story {n}\n\n“{SAID},” Marisol Vega said.", f"{n}.txt") for n in range(130)]
    list(ledger.add(stories, extractor="rules"))
    found = ledger.check(SAID)
    assert len({one.utterance for one in found.statements}) == 1
    assert found.statements[0].printings >= 100


@pytest.mark.parametrize("speaker", ["Veg", "M", "Mar"])
def test_the_beginning_of_a_name_is_nobody(asked, speaker):
    found = asked(SAID, speaker=speaker)
    assert found.verdict == "another-speaker"


def test_it_says_whether_anybody_is_called_so(asked):
    assert asked(SAID, speaker="Okafor").is_speaker_known
    assert not asked(SAID, speaker="Lindqvist").is_speaker_known


def test_small_words_left_out_are_not_word_for_word(asked):
    assert asked(SAID.replace("the fishing", "fishing")).verdict == "changed"
    assert asked(SAID.replace("fishing", "fishnig")).verdict == "changed"


def test_a_passage_with_other_words_is_not_told_as_printed(asked):
    found = asked("The wind took the roof of the big fish market on Saturday night")
    assert headline(found).startswith(
        "Printed with other words, and in no recorded quote, “big” for “old” on record: Coastal Wire"
    )


SHORT = """Short of it

“I will not resign,” Mayor Marisol Vega said.

“The ferry costs 10 cents,” Mayor Marisol Vega said.

“The cranes cost 5 million dollars, according to the auditors,” Mayor Marisol Vega said.

“I never said that we will sell the old lighthouse,” Mayor Marisol Vega said.

“We will lower the fees only if the state pays,” Mayor Marisol Vega said.
"""


@pytest.fixture
def short(ledger_of, make_material):
    return ledger_of(make_material(SHORT, "short.txt", source="Bay Ledger")).check


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I will resign", "negated"),
        ("will resign", "negated"),
        ("I won't resign", "verbatim"),
        ("The ferry costs $10", "changed-figure"),
        ("The cranes cost $5", "changed-figure"),
        ("We will sell the old lighthouse", "negated"),
    ],
)
def test_a_few_words_are_told_as_the_same_or_the_opposite(short, text, verdict):
    assert short(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("I will not resign", "Said, word for word: Marisol Vega"),
        ("i will not resign!", "Said, word for word: Marisol Vega"),
        ("I won't resign", "Said, in the same words written another way: Marisol Vega"),
    ],
)
def test_only_the_words_as_they_were_written_are_word_for_word(short, text, begins):
    assert headline(short(text)).startswith(begins)


def test_words_that_name_a_source_of_their_own_are_what_was_said(short):
    found = short("The cranes cost 5 million dollars, according to the auditors")
    assert (found.verdict, found.speaker) == ("verbatim", "")


def test_a_condition_that_was_left_out_is_told(short):
    assert headline(short("We will lower the fees")).startswith(
        "Said, but right before “only if the state pays”, which you leave out: Marisol Vega"
    )


def test_the_opposite_of_somebody_else_alone_is_not_told_first(asked):
    found = asked("We will ask the fishing families to pay for this pier", speaker="Okafor")
    assert headline(found).startswith("Nothing like it of Okafor on record; Marisol Vega said the opposite")
