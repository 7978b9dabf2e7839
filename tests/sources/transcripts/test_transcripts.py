"""Captions of ours in, who said what and when out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate
from claims.ports import Material
from sources.html import Html
from sources.plain_text import PlainText
from sources.transcripts.reader import Transcript

NOW = PartialDate.parse("2031-03-05", evidence="clock")

HEARING = """WEBVTT - Hearing on the pier
Language: en

NOTE written by the clerk of the board

STYLE
::cue { color: lime }

1
00:12:31.000 --> 00:12:33.000 align:start
<v Mayor Marisol Vega>We will not ask the fishing

2
00:12:33.000 --> 00:12:35.000
<v Mayor Marisol Vega><i>families</i> to pay

12:35.000 --> 12:37.500
<v Mayor Marisol Vega>for this pier &amp; its repair.</v>

01:02:03.000 --> 01:02:05.000
<v Tom Orr>I vote against it.</v>
<v Mayor Marisol Vega>Noted.</v>

01:02:06.000 --> 01:02:07.000
[APPLAUSE]
"""


def material(text: str, name: str = "hearing") -> Material:
    return Material(text.encode(), name, NOW)


def read(text: str) -> Document:
    document = next(Transcript().read(material(text)))
    assert isinstance(document, Document)
    return document


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Who said what, and when."""
    document = read(text)
    quotes = Transcript().quotes(material(text), document)
    assert quotes is not None
    assert all(quote.spans[0].of(document.text) == quote.text for quote in quotes)
    return [
        (quote.attribution.name if quote.attribution else None, quote.text, document.located(quote.whole))
        for quote in quotes
    ]


def subrip(*cues: str, step: int = 2) -> str:
    """Cues one after the other, two seconds each."""
    return "\n".join(
        f"{at + 1}\n00:00:{at * step:02},000 --> 00:00:{at * step + 2:02},000\n{cue}\n"
        for at, cue in enumerate(cues)
    )


def test_a_sentence_over_three_cues_is_one_quote_of_its_speaker() -> None:
    assert told(HEARING) == [
        (
            "Marisol Vega",
            "We will not ask the fishing families to pay for this pier & its repair.",
            "at 00:12:31",
        ),
        ("Tom Orr", "I vote against it.", "at 01:02:03"),
        ("Marisol Vega", "Noted.", "at 01:02:03"),
    ]


def test_the_text_is_what_is_said_a_paragraph_a_passage() -> None:
    document = read(HEARING)
    assert document.text.split("\n\n") == [
        "Mayor Marisol Vega: We will not ask the fishing families to pay for this pier & its repair.",
        "Tom Orr: I vote against it.",
        "Mayor Marisol Vega: Noted.",
        "[APPLAUSE]",
    ]
    assert (document.title, document.language, document.media_type) == (
        "Hearing on the pier",
        "en",
        "text/vtt",
    )
    assert [one.label for one in document.locators] == [
        "00:12:31",
        "00:12:33",
        "00:12:35",
        "01:02:03",
        "01:02:06",
    ]


def test_a_speaker_has_the_role_that_the_label_tells() -> None:
    quotes = Transcript().quotes(material(HEARING), read(HEARING))
    assert quotes is not None
    said = quotes[0].attribution
    assert said is not None
    assert (said.role, said.mention_text, said.method) == ("Mayor", "Mayor Marisol Vega", "transcript")


def test_labels_name_speakers_and_the_word_before_another_colon_does_not() -> None:
    assert told(
        subrip("VEGA: We will rebuild\nthe pier.", "It will stand. Remember: it rains.", "ORR: No.")
    ) == [
        ("VEGA", "We will rebuild the pier. It will stand. Remember: it rains.", "at 00:00:00"),
        ("ORR", "No.", "at 00:00:04"),
    ]


def test_a_label_in_small_letters_counts_when_it_returns() -> None:
    assert [
        who for who, _, _ in told(subrip("Orr: I vote no.", "Vega: Noted.", "Orr: Again no.", "Vega: Yes."))
    ] == [
        "Orr",
        "Vega",
        "Orr",
        "Vega",
    ]
    assert (
        Transcript().quotes(material(subrip("Remember: it rains.")), read(subrip("Remember: it rains.")))
        is None
    )


def test_a_change_without_a_name_is_nobody() -> None:
    assert told(
        subrip(
            "VEGA: It will stand.", ">> What will it cost?", "- Nobody knows.\n- I do.", ">> ORR: I asked."
        )
    ) == [
        ("VEGA", "It will stand.", "at 00:00:00"),
        (None, "What will it cost?", "at 00:00:02"),
        (None, "Nobody knows.", "at 00:00:04"),
        (None, "I do.", "at 00:00:04"),
        ("ORR", "I asked.", "at 00:00:06"),
    ]


def test_words_without_a_voice_among_voices_are_nobodys() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Vega>It will stand.\n\n00:02.000 --> 00:03.000\nIt will fall.\n"
    assert told(text) == [("Vega", "It will stand.", "at 00:00:01"), (None, "It will fall.", "at 00:00:02")]


def test_in_captions_all_in_capitals_capitals_are_no_label() -> None:
    text = subrip("HE SAID: WE WILL REBUILD IT.", "IT WILL STAND.")
    assert Transcript().quotes(material(text), read(text)) is None


def test_the_same_words_said_twice_are_two_passages() -> None:
    assert [words for _, words, _ in told(subrip("VEGA: No.", "ORR: No.", "VEGA: No."))] == [
        "No.",
        "No.",
        "No.",
    ]


def test_a_silence_after_a_sentence_ends_a_paragraph_and_one_inside_does_not() -> None:
    assert (
        read(subrip("It will stand.", "It will not", "fall.", step=9)).text
        == "It will stand.\n\nIt will not fall."
    )


def test_lines_that_roll_up_are_told_once() -> None:
    text = (
        "WEBVTT\nKind: captions\nLanguage: en\n\n"
        "00:00:01.000 --> 00:00:03.000\nwe will<00:00:01.500><c> rebuild</c><00:00:02.000><c> it</c>\n\n"
        "00:00:03.000 --> 00:00:03.010\nwe will rebuild it\n\n"
        "00:00:03.010 --> 00:00:05.000\nwe will rebuild it\nbefore<00:00:04.000><c> winter</c>\n"
    )
    assert read(text).text == "we will rebuild it before winter"


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (r"{\an8}<font color='red'>The pier</font>", "The pier"),
        ("<b>3 &lt; 4</b>", "3 < 4"),
        ("We need <more> boats", "We need boats"),
        ("\u202aThe pier\u202c", "\u202aThe pier\u202c"),
        ("It sank\n\n412", "It sank 412"),
    ],
)
def test_marks_of_type_are_no_words(payload: str, words: str) -> None:
    assert read(subrip(payload, "[MUSIC]")).text.startswith(words)


def test_a_file_that_names_nobody_is_read_as_any_text() -> None:
    text = subrip("“We will rebuild the pier,”", "Mayor Marisol Vega said.")
    assert read(text).text == "“We will rebuild the pier,” Mayor Marisol Vega said."
    assert Transcript().quotes(material(text), read(text)) is None


def test_captions_without_words_are_no_document() -> None:
    with pytest.raises(UnreadableDocument, match="the captions hold no words"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")


@pytest.mark.parametrize(
    ("raw", "claimed"),
    [
        (b"WEBVTT\n\n", True),
        (b"\xef\xbb\xbfWEBVTT - title", True),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nThe pier.", True),
        ("1\n00:00:01,000 --> 00:00:02,000\nThe pier.".encode("utf-16"), True),
        (b"\n00:00:01.5 --> 00:00:02.0\nThe pier.", True),
        (b"WEBVTTs are captions.", False),
        (b"The board met from 10:00:00,000 --> 11:00:00,000.", False),
    ],
)
def test_captions_are_known_by_how_they_begin(raw: bytes, claimed: bool) -> None:
    one = Material(raw, "story.txt", NOW)
    assert Transcript().claims(one) is claimed
    assert PlainText().claims(one) is not claimed
    assert not Html().claims(one)


PIECES = """WEBVTT|\n|\n\n|1|00:00:01.000 --> 00:00:02.000|00:01,0 --> x|<v Vega>|</v>|VEGA: |>> |- |[MUSIC]|the pier|&amp;|<|>
-->|\u2028|♪""".split("|")
PARTS = st.sampled_from(PIECES)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_captions_give_places_that_hold_or_a_sentence(text: str) -> None:
    try:
        document = read(text)
    except UnreadableDocument:
        return
    quotes = Transcript().quotes(material(text), document) or ()
    assert all(quote.spans[0].of(document.text) == quote.text != "" for quote in quotes)
    assert all(0 <= one.start < len(document.text) for one in document.locators)


def test_captions_are_read_in_linear_time(in_step) -> None:  # type: ignore[no-untyped-def]
    once, more = (
        subrip(*["VEGA: We will <i>rebuild</i> the pier. >> - [" for _ in range(n)]) for n in (500, 4000)
    )
    assert in_step(lambda: read(once), lambda: read(more), 8)
