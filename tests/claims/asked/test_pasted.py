import pytest

from claims.asked.pasted import pasted
from claims.errors import BadValue

SAID = "We will not ask the fishing families to pay for this pier"


@pytest.mark.parametrize(
    ("paste", "speaker"),
    [
        (SAID, ""),
        (f"“{SAID}”", ""),
        (f"“{SAID},” Vega said.", "Vega"),
        (f"{SAID},” Mayor Marisol Vega said.", "Marisol Vega"),
        (f"Mayor Marisol Vega: “{SAID}”", "Marisol Vega"),
        (f'"{SAID}" - Marisol Vega', "Marisol Vega"),
        (f"{SAID}\n— Ines Carrow of the Port Authority", "Ines Carrow of the Port Authority"),
        (f"“{SAID.replace('families', 'fami-' + chr(10) + 'lies')},” Vega said.", "Vega"),
        (f"“{SAID.replace('fishing', 'fishing [sic]')},” Vega said.", "Vega"),
        (SAID.replace("fishing", "fish\xading").replace(" ask", "\nask"), ""),
    ],
)
def test_a_paste_is_read_as_the_words_that_were_said_and_who_said_them(paste, speaker):
    found = pasted(paste)
    assert (found.text, found.speaker) == (SAID, speaker)


@pytest.mark.parametrize(
    ("paste", "speaker"),
    [
        (f"Vega: “{SAID}”", "Vega"),
        (f"MAYOR VEGA: {SAID}", "Vega"),
        (f"Vega (D-Halden): {SAID}", "Vega"),
        (f"Vega said on Monday: {SAID}", "Vega"),
        (f"Marisol Vega tweeted: {SAID}", "Marisol Vega"),
    ],
)
def test_a_name_before_a_colon_says_who_said_it(paste, speaker):
    found = pasted(paste, lambda name: name.casefold() in ("vega", "mayor vega"))
    assert (found.text, found.speaker) == (SAID, speaker)


@pytest.mark.parametrize(
    ("paste", "text", "speaker", "said"),
    [
        ("Vega said she won't go", "she won't go", "Vega", "I won't go"),
        ("Mayor Marisol Vega of Harlow Bay said on Monday that she won't go", "she won't go", "Marisol Vega",
         "I won't go"),
        ("the mayor said she won't go", "she won't go", "mayor", "I won't go"),
        ("She said she won't go", "she won't go", "", "I won't go"),
        ("Vega denied that she will go", "Vega denied that she will go", "Vega", "I will not go"),
    ],
)  # fmt: skip
def test_a_report_is_read_as_what_may_have_been_said(paste, text, speaker, said):
    found = pasted(paste, lambda name: name == "mayor")
    assert (found.text, found.speaker, found.as_said[0]) == (text, speaker, said)


def test_a_word_before_a_colon_that_nobody_is_called_was_said():
    words = f"Remember: {SAID}"
    assert (pasted(words).text, pasted(words).speaker) == (words, "")


def test_a_paste_can_be_taken_as_it_stands():
    found = pasted(f"{SAID}, according to Okafor").as_it_stands()
    assert (found.text, found.speaker) == (f"{SAID}, according to Okafor", "")


def test_a_left_out_stretch_is_three_dots_however_it_is_printed():
    assert pasted("We will not [...] pay for (…) this . . . pier").text == (
        "We will not … pay for … this … pier"
    )


def test_marks_inside_a_statement_are_no_statement_of_their_own():
    words = "They call it the “pier of hope” and we will not rest until it stands again."
    assert pasted(words).text == words


@pytest.mark.parametrize(
    "words",
    [
        "Frankly, our coalition has promised to rebuild the pier and the wall before winter",
        "My worry is that nobody pays, and Dana Okafor said the port is broke, and none of it is told to us",
    ],
)
def test_a_paraphrase_inside_a_statement_is_a_part_of_it(words):
    assert (pasted(words).text, pasted(words).speaker) == (words, "")


def test_two_speakers_of_one_paste_are_nobody():
    found = pasted(f"“{SAID},” Vega said. “Nobody asked the port about any of this,” Okafor said.")
    assert found.speaker == ""
    assert found.pieces == (SAID, "Nobody asked the port about any of this")


def test_a_long_paste_is_looked_for_by_its_sentences_too():
    found = pasted(
        f"{SAID}. They have lost enough for one winter and one storm. {SAID.replace('pier', 'wall')}."
    )
    assert found.pieces[1] == "They have lost enough for one winter and one storm."


def test_figures_of_a_paste_are_read():
    found = pasted("Storm Edda injured 46 people and sank 12 boats")
    assert [(one.value.text, one.value.counted) for one in found.figures] == [
        ("46", "people"),
        ("12", "boats"),
    ]


@pytest.mark.parametrize("paste", ["", "  \n", "…", "“ ”", "—"])
def test_a_paste_without_a_word_is_refused(paste):
    with pytest.raises(BadValue, match="paste or type the words"):
        pasted(paste)
