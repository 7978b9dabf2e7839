"""Who said it: names, roles, bodies, groups and nobody."""

from collections.abc import Iterator, Sequence

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.candidate import Candidate, Marked
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.statements import Statements, statements
from claims.extraction.quotes.tags import LEARNED, Tag
from claims.extraction.windows import windows
from claims.model import Attribution, Document, Problem, Quote, Span, SpeakerKind


def attributions(text: str) -> list[Attribution | None]:
    found = statements(Page(Document(text, "0" * 64)))
    return [one.attribution for one in found if isinstance(one, Quote)]


def last(text: str) -> Attribution:
    attribution = attributions(text)[-1]
    assert attribution is not None
    return attribution


@pytest.mark.parametrize(
    ("words", "name", "role", "organization"),
    [
        ("Mayor Marisol Vega said", "Marisol Vega", "Mayor", ""),
        ("Deputy Attorney General Ruth Adeyemi said", "Ruth Adeyemi", "Deputy Attorney General", ""),
        ("acting Attorney General Ruth Adeyemi said", "Ruth Adeyemi", "acting Attorney General", ""),
        ("FBI Deputy Director Ruth Adeyemi said", "Ruth Adeyemi", "Deputy Director", "FBI"),
        ("spokeswoman Ines Carrow said", "Ines Carrow", "spokeswoman", ""),
        ("said Dana Okafor, chief of the Halden Police", "Dana Okafor", "chief", "Halden Police"),
        ("said Ines Carrow, of the Halden Port Office", "Ines Carrow", "", "Halden Port Office"),
        ("Ines Carrow, 41, a lawyer for the Port Authority, said", "Ines Carrow", "lawyer", "Port Authority"),
        ("Mrs. Ines Carrow said", "Ines Carrow", "", ""),
        ("Harbor Master Piet Sorensen said", "Piet Sorensen", "Harbor Master", ""),
        ("Harlow Bay Fire Marshal Piet Sorensen said", "Piet Sorensen", "Fire Marshal", "Harlow Bay"),
        ("Halden County Coroner Ada Brask said", "Ada Brask", "Coroner", "Halden County"),
        ("Water Commissioner Ada Brask said", "Ada Brask", "Water Commissioner", ""),
        ("Mayor of Stroud Ketil Brask said", "Ketil Brask", "Mayor of Stroud", ""),
        ("Harlow Port Council president Ada Brask said", "Ada Brask", "president", "Harlow Port Council"),
        ("said Piet Sorensen, the harbor master, who was a boy", "Piet Sorensen", "harbor master", ""),
        ("said Marisol Vega, mayor of Harlow Bay", "Marisol Vega", "mayor of Harlow Bay", ""),
        ("the US State Department said", "United States State Department", "", ""),
    ],
)  # fmt: skip
def test_title_and_body_are_taken_from_the_name(words, name, role, organization):
    found = last(f"“The road is closed,” {words}.")
    assert (found.name, found.role, found.organization) == (name, role, organization)


def test_a_last_name_is_the_full_name_of_the_document():
    found = last("Mayor Marisol Vega walked the pier.\n\n“It is closed,” Vega said.")
    assert (found.name, found.mention_text, found.role) == ("Marisol Vega", "Vega", "Mayor")


def test_a_last_name_may_stand_before_the_full_one():
    assert last("Vega said the pier is closed. It was Marisol Vega who built it.").name == "Marisol Vega"


def test_he_is_the_last_man_who_spoke():
    text = "Tomas Lindqvist said taxes fell. Marisol Vega said the pier is closed.\n\n“It is late,” he said."
    assert last(text).name == "Tomas Lindqvist"


def test_she_is_the_person_named_in_the_sentence_before():
    text = "Port spokeswoman Ines Carrow praised the crews.\n\n“They worked all night,” she said."
    found = last(text)
    assert (found.name, found.method) == ("Ines Carrow", "pronoun")


def test_a_pronoun_with_nobody_before_it_is_nobody():
    assert attributions("“The road is closed,” she said.") == [None]


def test_a_woman_is_not_he():
    assert attributions("Marisol Vega walked the pier. “It is late,” he said.") == [None]


def test_the_mayor_is_whoever_the_document_calls_mayor():
    text = "Mayor Marisol Vega met Chief Dana Okafor.\n\nThe mayor said that the road is closed."
    assert last(text).name == "Marisol Vega"


def test_a_body_has_its_full_name_where_the_document_gives_it():
    text = "The Port Authority of Harlow Bay (PAHB) met. “Work begins soon,” PAHB said in a release."
    found = last(text)
    assert (found.name, found.kind) == ("Port Authority of Harlow Bay", SpeakerKind.BODY)


def test_an_unnamed_group_keeps_its_words():
    found = last("Dock officials in Halden County said the road is closed.")
    assert (found.name, found.kind) == ("Dock officials in Halden County", SpeakerKind.GROUP)


def test_a_name_in_apposition_to_a_role_is_the_speaker():
    found = last("The team's coach, Tomas Lindqvist, said the road is closed.")
    assert found.name == "Tomas Lindqvist"


def test_two_persons_of_one_last_name_are_told_apart_by_title():
    text = "Marisol Vega met Peter Vega.\n\nMr. Vega said the road is closed. Mrs. Vega said it is open."
    assert [found.name for found in attributions(text) if found] == ["Peter Vega", "Marisol Vega"]


def test_mention_and_cue_are_where_they_stand():
    text = "“The road is closed,” Marisol Vega said."
    found = last(text)
    assert found.mention is not None
    assert found.cue is not None
    assert (found.mention.of(text), found.cue.of(text)) == ("Marisol Vega", "said")


def test_a_new_speaker_after_a_forgotten_mark_keeps_the_own_words():
    text = "“The road is closed, Marisol Vega said.\n\n“The pier is open,” said Dana Okafor."
    assert last(text).name == "Dana Okafor"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The flood, which broke it, was the worst, said Piet Sorensen, who was a boy.", "Piet Sorensen"),
        ("The board’s minutes, which the Courier has read, call the wall “sound.”", "board’s minutes"),
        ("State Sen. Ada Brask, who sits on the board, said crews slowly built it.", "Ada Brask"),
        ("“It is late,” Tomas Lindqvist, 52, told the Harlow Bay Herald.", "Tomas Lindqvist"),
        ("“We go ahead,” Marisol Vega will say.", "Marisol Vega"),
        ("“It is late,” said Ada Brask, who was on the pier and has a boat there.", "Ada Brask"),
        ("The number marked a victory for Ada Brask, who has said that the wall is old.", "Ada Brask"),
        ("This year Mayor Marisol Vega said that the wall is old.", "Marisol Vega"),
        ("The mayor of Harlow Bay, Marisol Vega, said the road is closed.", "Marisol Vega"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_person_and_not_the_nearest_noun(text, name):
    assert last(text).name == name


def test_two_persons_who_speak_as_one_have_both_names():
    text = "Marisol Vega met Dana Okafor. Vega and Okafor said the road is closed."
    found = last(text)
    assert (found.name, found.kind) == ("Marisol Vega and Dana Okafor", SpeakerKind.GROUP)


def test_a_headline_in_capitals_names_the_person_of_the_story():
    text = "VEGA SAYS THE WALL WILL BE REBUILT\n\nMayor Marisol Vega was on the pier."
    assert last(text).name == "Marisol Vega"


def test_a_role_without_an_article_in_a_headline_is_its_holder():
    text = "Raids end in 187 arrests, attorney general says\n\nAttorney General Ruth Adeyemi was on the pier."
    assert last(text).name == "Ruth Adeyemi"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The tide took it,” said her deputy, Piet Sorensen.", "Piet Sorensen"),
        ("“The tide took it,” the harbor master said by telephone.", "harbor master"),
        ("“The tide took it,” Marisol Vega shot back.", "Marisol Vega"),
        ("“The tide took it all.”\n— Piet Sorensen, fisherman", "Piet Sorensen"),
        ("“The tide took it all.” — Piet Sorensen, fisherman", "Piet Sorensen"),
        ("The mayor on Tuesday closed the pier, saying it “was not the tide.”", "mayor"),
        ("A clerk, who asked not to be named, said the tide took it.", "clerk"),
        ("At least 12 boats sank when the tide came, officials say.", "officials"),
        ("The Port Authority, in a memo, said it “regrets the loss” and moved on.", "Port Authority"),
        ("According to a report released Friday by the port, the tide took it.", "report"),
    ],
)
def test_the_speaker_stands_where_newspapers_put_it(text: str, name: str) -> None:
    before = "“I never saw a boat there,” Marisol Vega said.\n\n"
    assert [one and one.name for one in attributions(before + text)][1:] == [name]


def test_who_asks_a_question_is_not_who_answers_it() -> None:
    text = "“It was March,” Dana Okafor said.\n\n“Did you put it on paper?” “I did not,” Okafor replied."
    assert [one and one.name for one in attributions(text)] == ["Dana Okafor", None, "Dana Okafor"]


def test_a_name_and_a_colon_before_marks_say_who_speaks() -> None:
    text = "Vega: ‘No pier will close’\n\nMayor Marisol Vega said the piers stay.\n\nVega: “Never.”"
    assert [one and one.name for one in attributions(text)] == ["Marisol Vega"] * 3


def test_a_link_with_a_colon_is_no_speaker() -> None:
    assert attributions("More News: “The pier that nobody wanted is sold.”") in ([], [None])


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of this story said",
        "An earlier version of the article said that",
        "A previous version said",
        "The earlier headline said",
        "This article said",
    ],
)
def test_the_page_itself_is_no_speaker(words):
    assert attributions(f"{words} four people were hurt.") == []
    assert attributions(f"Correction: {words} “four people were hurt in the storm.”") == []


def test_an_earlier_version_of_another_document_may_speak():
    said = last("An earlier version of the bill said that 12 boats would be sold.")
    assert said.name == "earlier version of the bill"


# -- names in headlines ------------------------------------------------------------


@pytest.mark.parametrize(
    "headline",
    [
        "Marisol Vega Opens the Old Pier",
        "Marisol Vega's Old Pier Opens in Spring",
        "Halden Mayor Marisol Vega Opens Old Pier To Boats.",
    ],
)
def test_a_headline_names_whom_the_text_calls_by_the_last_name_alone(headline):
    found = last(f"{headline}\n\n“It is sound,” Vega said.")
    assert (found.name, found.mention_text) == ("Marisol Vega", "Vega")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Whom the text calls otherwise, or names itself.
        ("Marisol Vega Opens the Old Pier\n\n“It is sound,” Carrow said.", "Carrow"),
        ("Marisol Vega Opens Pier Vega\n\nAda Vega came.\n\n“It is sound,” Vega said.", "Ada Vega"),
        ("Marisol Vega Opens the Old Pier\n\n“It is sound,” Vega said. Ada Vega left.", "Ada Vega"),
        # Given names that are verbs, nouns or titles there.
        ("Workers Sue Carrow Over the Old Pier\n\n“It is sound,” Carrow said.", "Carrow"),
        ("Dean Okafor Opens the New Hall\n\n“It is sound,” Okafor said.", "Okafor"),
        ("Sue Carrow Opens the New Hall\n\n“It is sound,” Carrow said.", "Sue Carrow"),
        ("Senator Mark Carrow Opens the New Hall\n\n“It is sound,” Carrow said.", "Mark Carrow"),
    ],
)
def test_a_headline_names_nobody_whom_it_does_not_mean(text, name):
    assert last(text).name == name


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Marisol Vega and Harbor Master Piet Sorensen.",
        "Mayor Marisol Vega, Ada Brask, Harbor Master Piet Sorensen.",
    ],
)
def test_a_line_of_names_with_a_full_stop_is_no_headline(line):
    found = last(f"{line}\n\n“It is sound,” Sorensen said.")
    assert (found.name, found.role) == ("Piet Sorensen", "Harbor Master")


def test_a_sentence_of_many_capitals_is_no_headline():
    text = "Mayor Marisol Vega met Chief Dana Okafor.\n\n“It is late,” the mayor said."
    assert last(text).name == "Marisol Vega"


# -- speakers beside their words -----------------------------------------------------


def test_a_signature_behind_a_dash_is_the_speaker_of_each_line():
    text = "“The pier is old. It must go.” ― Ada Brask\n“I like the old pier very much.”― Ines Carrow"
    assert [found and (found.name, found.method) for found in attributions(text)] == [
        ("Ada Brask", "signature"),
        ("Ines Carrow", "signature"),
    ]


def test_a_signature_goes_before_who_spoke_in_the_paragraph_before():
    text = "“It is late,” Marisol Vega said.\n\n“The pier is old. It must go.” — Ada Brask"
    assert last(text).name == "Ada Brask"


def test_a_paper_that_reports_announces_the_words_below():
    text = "The Harlow Times reports:\n\n“The pier is old. It must go.\n\n“It will be long.”"
    (found,) = attributions(text)
    assert found is not None
    assert found.name == "Harlow Times"


@pytest.mark.parametrize("heading", ["We read all crime reports:", "Halden Crime Reports:"])
def test_reports_with_a_colon_may_be_a_noun(heading):
    assert attributions(f"{heading}\n\n“The pier is old. It must go.”") == [None]


@pytest.mark.parametrize(
    "title", ["“Emma” — Jane Austen", "“Climate Change” – What It Means", "“The pier is old” - Read More"]
)
def test_a_title_with_a_name_behind_a_dash_is_no_statement(title):
    assert attributions(title) == []


def test_words_with_a_tag_of_their_own_are_not_signed():
    text = "“The pier will open in May.” — Marisol Vega, and Dana Okafor said “we must stay here.”"
    assert [found and found.name for found in attributions(text)] == ["Marisol Vega", "Dana Okafor"]


class FromBefore:
    """A tagger that gives the words of each sentence to who stands at a place before it."""

    def __init__(self, source: Span) -> None:
        self.source = source

    def read(self, paragraphs: Sequence[Marked]) -> None:
        """It needs none."""

    def candidates(self, s: Sentence, *, direct_only: bool) -> list[Candidate]:
        return [Candidate(Tag(0, 0, LEARNED, None), ((0, 0),), (0, 0), source=self.source)]

    def problems(self) -> Iterator[Problem]:
        return iter(())


def test_a_signature_goes_before_a_source_that_a_tagger_sees_elsewhere():
    text = "Ines Carrow came.\n\n“The pier is old. It must go.” — Ada Brask"
    page = Page(Document(text, "0" * 64))
    reading = Statements(page, FromBefore(Span(0, len("Ines Carrow"))))
    for window in windows(page):
        reading.read(window, direct_only=False)
    signed = [one for one in reading.found() if isinstance(one, Quote)][-1]
    assert (signed.text, signed.method) == ("The pier is old. It must go.", "signature")


def test_a_signature_signs_the_paragraphs_that_its_words_go_on_from():
    text = "“The pier is old. It was built long ago.\n\n“It must go.” — Ada Brask"
    assert [found and found.name for found in attributions(text)] == ["Ada Brask"]


def test_a_question_is_not_asked_by_whom_the_next_sentence_is_about():
    text = "“Is the pier open for all of you?” The port, which lost money, said in May it was."
    assert attributions(text)[0] is None


@pytest.mark.parametrize(
    "who",
    [
        "Vega's niece, state Sen. Ada Brask (D-Stroud),",
        "Vega's niece, state Sen. Ada Brask,",
        "the mayor's niece, Ada Brask,",
        "Ada Brask, a clerk,",
    ],
)
def test_who_shouted_stands_behind_the_words_with_what_describes_her(who):
    assert last(f"“The pier is open!” {who} shouted to the crowd. “Come all of you.”").name == "Ada Brask"


@pytest.mark.parametrize(
    ("clause", "mention"),
    [
        ("Vega met a clerk who said he left, saying", "Vega"),
        ("The board fired Ada Brask, who said the pier was old, saying", "Ada Brask"),
        ("Vega met a clerk who said he left, adding", "a clerk"),
    ],
)
def test_saying_behind_who_said_is_of_the_main_clause_or_goes_on(clause, mention):
    assert last(f"{clause}, “The pier is old, and it must go.”").mention_text == mention


def test_adding_is_of_whoever_has_just_said_something():
    text = "The board met a clerk who said the pier was old, adding that it must go."
    assert [found and found.mention_text for found in attributions(text)] == ["a clerk", "a clerk"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a speech Ada Brask delivered in May", "Ada Brask"),
        ("a Halden letter Ada Brask wrote", "Ada Brask"),
        ("a report published Wednesday", "report"),
        ("a Port Authority report", "Port Authority report"),
    ],
)
def test_whose_document_it_is_said_it(source, name):
    assert last(f"The pier is closed, according to {source}.").name == name


def test_who_only_received_a_letter_did_not_say_it():
    assert attributions("The pier is closed, according to a letter Vega received.") == [None]


def test_who_is_included_is_no_subject():
    assert last("In May, port clerks, including Vega, said the pier is closed.").name == "port clerks"
