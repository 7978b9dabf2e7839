"""Statements: their words, kind and bounds."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.model import Document, PartialDate, Problem, Quote, QuoteKind, Span
from claims.model.spans import joined

DIRECT, MIXED, INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT


def document(text: str, published: str = "", furniture: tuple[Span, ...] = ()) -> Document:
    day = PartialDate.parse(published) if published else None
    return Document(text, "0" * 64, published=day, furniture=furniture)


def quotes(text: str, **given_of: bool) -> list[Quote]:
    return [one for one in statements(Page(document(text)), **given_of) if isinstance(one, Quote)]


def said(text: str) -> list[tuple[QuoteKind, str, str | None]]:
    return [(one.kind, one.text, one.attribution.name if one.attribution else None) for one in quotes(text)]


# -- words in marks ---------------------------------------------------------


def test_a_quote_before_its_tag_loses_the_comma():
    assert said("“The harbor will reopen,” Mayor Marisol Vega said.") == [
        (DIRECT, "The harbor will reopen", "Marisol Vega")
    ]


def test_a_quote_cut_by_a_tag_is_one_statement_of_two_pieces():
    text = "“The harbor will reopen,” Marisol Vega said, “and soon.”"
    (quote,) = quotes(text)
    assert [span.of(text) for span in quote.spans] == ["The harbor will reopen", "and soon."]
    assert quote.text == "The harbor will reopen and soon."


def test_a_speaker_who_goes_on_in_the_paragraph_makes_one_statement():
    assert said("“The harbor will reopen,” Marisol Vega said. “We have the money.”") == [
        (DIRECT, "The harbor will reopen We have the money.", "Marisol Vega")
    ]


def test_a_question_before_a_tag_belongs_to_it():
    assert said("“Why now?” Marisol Vega asked. “We can wait.”") == [
        (DIRECT, "Why now? We can wait.", "Marisol Vega")
    ]


def test_a_quote_after_its_tag_is_direct():
    assert said("Marisol Vega said: “The harbor will reopen.”") == [
        (DIRECT, "The harbor will reopen.", "Marisol Vega")
    ]


def test_paragraphs_that_leave_their_mark_open_are_one_statement():
    text = "“First, the pier.\n\n“Second, the road.\n\n“Third, the school,” Marisol Vega said."
    assert said(text) == [(DIRECT, "First, the pier. Second, the road. Third, the school", "Marisol Vega")]


def test_a_quoted_paragraph_without_a_cue_goes_on_with_the_speaker():
    text = "“They worked all night,” Ines Carrow said.\n\n“Nobody went home.”"
    assert said(text) == [
        (DIRECT, "They worked all night", "Ines Carrow"),
        (DIRECT, "Nobody went home.", "Ines Carrow"),
    ]


def test_a_paragraph_after_said_in_a_statement_is_the_statement():
    text = "Chief Dana Okafor said in a statement:\n\nThe search goes on. We ask for patience.\n\nIt rained."
    assert said(text) == [(DIRECT, "The search goes on. We ask for patience.", "Dana Okafor")]


def test_a_transcript_gives_each_turn_to_its_label():
    text = (
        "Mayor Marisol Vega met Chief Dana Okafor on the air.\n\nVEGA: We will rebuild the pier.\n\n"
        "OKAFOR: When will that be?\n\nVEGA: Next spring."
    )
    assert said(text) == [
        (DIRECT, "We will rebuild the pier.", "Marisol Vega"),
        (DIRECT, "When will that be?", "Dana Okafor"),
        (DIRECT, "Next spring.", "Marisol Vega"),
    ]


def test_a_clause_with_some_words_in_marks_is_mixed_and_whole():
    text = "Ruth Adeyemi doubled the fund, saying the storms are “pouring sand on the engine of the town.”"
    assert said(text) == [(MIXED, "the storms are “pouring sand on the engine of the town.”", "Ruth Adeyemi")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor sent help to “hot spot” districts.",
        'Crews used "gumshoe" tactics and "knock and talk" visits.',
        "They made a list of “targets,” and then they called on them.",
        "“The Drowned Quay” opens at the theater on Friday.",
    ],
)
def test_terms_and_titles_in_marks_are_no_statements(text):
    assert said(text) == []


def test_a_sentence_in_marks_that_nobody_is_named_for_has_no_speaker():
    assert said("The crowd grew. “The whole pier moved under our feet.”") == [
        (DIRECT, "The whole pier moved under our feet.", None)
    ]


# -- reported words -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Marisol Vega said that the road is closed.", "the road is closed", "Marisol Vega"),
        ("Marisol Vega said the road is closed.", "the road is closed", "Marisol Vega"),
        ("The road is closed, Marisol Vega said.", "The road is closed", "Marisol Vega"),
        ("The road is closed, said Ines Carrow, of the Port Authority.", "The road is closed", "Ines Carrow"),
        ("The road is closed, officials announced on Tuesday.", "The road is closed", "officials"),
        ("Critics say the plan costs too much.", "the plan costs too much", "Critics"),
        ("Agents on the pier say it forces a change.", "it forces a change", "Agents on the pier"),
        ("According to Marisol Vega, the road is closed.", "the road is closed", "Marisol Vega"),
        ("The road is closed, according to Marisol Vega.", "The road is closed", "Marisol Vega"),
        ("Ines Carrow told the Harlow Bay Herald that it is closed.", "it is closed", "Ines Carrow"),
        ("Ines Carrow said at a rally in Halden County on Monday that it rains.", "it rains", "Ines Carrow"),
        ("Marisol Vega has called for a vote on the pier.", "a vote on the pier", "Marisol Vega"),
        ("In both cases, Marisol Vega said, the wall was sound.", "the wall was sound", "Marisol Vega"),
        ("In addition, according to the port, the wall is old.", "the wall is old", "port"),
        ("After Vega argued that it was old, Okafor left.", "it was old", "Vega"),
        ("Okafor said only that the wall was old.", "the wall was old", "Okafor"),
        ("Marisol Vega said night traffic would stop.", "night traffic would stop", "Marisol Vega"),
        ("Tomas Lindqvist, when asked about it, answered that it was old.", "it was old", "Tomas Lindqvist"),
    ],
)  # fmt: skip
def test_a_reported_clause_is_indirect(text, words, name):
    assert said(text) == [(INDIRECT, words, name)]


def test_a_second_verb_of_speech_makes_a_second_statement_of_the_same_speaker():
    assert said("Marisol Vega said the road is closed and added that crews are on their way.") == [
        (INDIRECT, "the road is closed", "Marisol Vega"),
        (INDIRECT, "crews are on their way", "Marisol Vega"),
    ]


def test_a_clause_cut_by_a_tag_and_that_is_one_statement():
    assert said("There is a risk, Marisol Vega said, that the wall breaks.") == [
        (INDIRECT, "There is a risk the wall breaks", "Marisol Vega")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Marisol Vega wants a new pier.",
        "Dana Okafor hopes that it rains, and Ines Carrow believes the worst is over.",
        "The council did not say whether it would vote.",
        "The plan proposed by the council costs more.",
        "Crews use software called Tidewatch to see the boats.",
        "The storm moved the pier, suggesting that the piles were rotten.",
    ],
)
def test_beliefs_denied_speech_and_participles_are_no_statements(text):
    assert said(text) == []


def test_a_headline_with_a_name_and_a_colon_is_a_statement():
    text = "Vega: Harbor Will Reopen by June\n\nMayor Marisol Vega was on the pier."
    assert said(text) == [(INDIRECT, "Harbor Will Reopen by June", "Marisol Vega")]


def test_direct_only_leaves_reported_clauses_out():
    text = "Marisol Vega said the road is closed. “We will reopen it,” Vega said."
    assert [one.text for one in quotes(text, direct_only=True)] == ["We will reopen it"]


# -- when ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Marisol Vega said on Tuesday that the road is closed.", date(2031, 3, 4)),
        ("Marisol Vega said in Monday remarks that the road is closed.", date(2031, 3, 3)),
        ("“The road is closed,” Marisol Vega said Wednesday.", date(2031, 3, 5)),
        ("“The road is closed,” Marisol Vega said Thursday.", date(2031, 2, 27)),
        ("The road is closed, Marisol Vega said on Feb. 20.", date(2031, 2, 20)),
    ],
)
def test_a_stated_day_is_reckoned_from_the_day_of_publication(text, day):
    (quote,) = [one for one in statements(Page(document(text, "2031-03-05"))) if isinstance(one, Quote)]
    assert quote.said_on is not None
    assert quote.said_on.earliest == day
    assert quote.said_on.evidence == "text"


def test_a_weekday_is_no_date_where_the_document_has_none():
    assert quotes("Marisol Vega said on Tuesday that the road is closed.")[0].said_on is None


def test_a_day_inside_the_statement_is_not_when_it_was_made():
    text = "Marisol Vega said the road closes on Friday."
    assert [one.said_on for one in statements(Page(document(text, "2031-03-05")))] == [None]


# -- places and limits ----------------------------------------------------------


def test_furniture_gives_no_statement():
    text = "“Buy boats here,” Marisol Vega said.\n\n“The road is closed,” Dana Okafor said."
    page = Page(document(text, furniture=(Span(0, 36),)))
    assert [one.text for one in statements(page)] == ["The road is closed"]


def test_statements_come_in_order_of_place():
    text = "“One thing is sure,” Vega said. Okafor said that is true. “It rains,” Vega said."
    starts = [one.spans[0].start for one in quotes(text)]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_page_that_lost_its_punctuation_gives_no_reported_words_and_one_problem():
    lost = "the senator today praised the port and the crews who moved the freight and said that the wall "
    text = f"HARLOW BAY {lost * 12}\n\n“It is late,” Marisol Vega said.\n\n{lost * 9}"
    found = list(statements(Page(document(text))))
    assert [one.text for one in found if isinstance(one, Quote)] == ["It is late"]
    assert [one.message for one in found if isinstance(one, Problem)] == [
        "punctuation is missing: no reported words are read in 2 overlong sentences"
    ]


def test_words_in_marks_are_read_where_the_text_around_them_has_lost_its_punctuation():
    lost = "crews who moved the freight and the boats of the port " * 150
    text = f"“The pier stays open,” Mayor Marisol Vega said on Monday. {lost}“It will be ours,” Vega said. {lost}"
    assert said(text) == [
        (DIRECT, "The pier stays open", "Marisol Vega"),
        (DIRECT, "It will be ours", "Marisol Vega"),
    ]


def test_of_a_mixed_statement_the_sentences_in_marks_are_direct_ones():
    text = "After the storm and “in vain” “It will be ours again,” Mayor Marisol Vega said."
    assert [one.text for one in quotes(text, direct_only=True)] == ["It will be ours again"]


def test_a_sentence_without_an_end_is_given_up_with_a_problem():
    text = "Vega said the road is closed and " * 3_000
    problems = [one for one in statements(Page(document(text))) if isinstance(one, Problem)]
    assert [problem.stage for problem in problems] == ["quotes"]
    assert problems[0].message.startswith("punctuation is missing")


def sprinkled() -> st.SearchStrategy[str]:
    parts = ["“", "”", '"', "'", "’", "‘", "''", ",", ".", "?", ":", "\n\n", " ", "\ue000", "Q"]
    words = [
        "Vega",
        "said",
        "Marisol Vega",
        "according to",
        "she",
        "the road is closed",
        "that",
        "saying",
        "BAY",
    ]
    return st.lists(st.sampled_from(parts + [f" {word} " for word in words]) | st.text(max_size=3)).map(
        "".join
    )


@given(sprinkled())
def test_every_statement_is_the_words_at_its_spans(text):
    for one in statements(Page(document(text))):
        if isinstance(one, Quote):
            assert one.text == joined(text, one.spans)
            assert all(span.end <= len(text) for span in one.spans)
            assert one.text.strip()


def everything() -> Iterator[str]:
    yield ""
    yield "No marks at all, and nobody speaks."
    yield "“" * 500
    yield '"' * 501


@pytest.mark.parametrize("text", list(everything()))
def test_odd_texts_hold_no_statements(text):
    assert quotes(text) == []


def test_what_a_thing_was_called_ends_with_the_marks():
    assert said("Marisol Vega called the pier “a porch” and wants it open.")[0][1] == "the pier “a porch”"
    assert said("Marisol Vega called it “a porch” and “a home” for anglers.")[0][1].endswith("for anglers")
