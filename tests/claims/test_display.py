"""No text of a document acts on the terminal, and nothing in it stays unseen."""

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from claims.display import disguised, display_safe, hidden, json_safe, one_line

# Visible signs that Unicode files under format characters: they stand before digits.
_VISIBLE_FORMATS = set("؀؁؂؃؄؅۝܏࢐࢑࣢") | {"\U000110bd", "\U000110cd"}


def test_an_escape_sequence_is_shown_and_does_nothing():
    assert display_safe("\x1b]52;c;aGk=\x07") == "␛]52;c;aGk=␇"
    assert display_safe("\x9b2J") == "␦2J"


def test_a_line_cannot_be_turned_around_or_overwritten():
    assert display_safe("paid \u202e000,01\u202c") == "paid ⇄000,01⇄"
    assert display_safe("179 arrests\r181") == "179 arrests␍181"


def test_zero_width_characters_are_seen():
    assert display_safe("Ve\u200bga\ufeff") == "Ve␦ga␦"


def test_lines_stay_lines_and_a_tab_is_a_space():
    assert display_safe("a\r\nb\tc\nd") == "a \nb c\nd"


def test_accents_quotes_and_other_scripts_stay_as_they_are():
    text = "Señora Vega: „Größe“ — «да» 市長 ﷺ é 🚢"
    assert display_safe(text) == text


def test_one_line_has_no_breaks():
    assert one_line("  Harlow\n\n Bay\r\n\tHerald ") == "Harlow Bay Herald"


def test_every_control_and_format_character_of_unicode_is_made_visible():
    wanted = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    every = map(chr, range(sys.maxunicode + 1))
    suspects = "".join(c for c in every if unicodedata.category(c) in wanted and c not in _VISIBLE_FORMATS)
    left = {c for c in display_safe(suspects) if unicodedata.category(c) in wanted}
    assert left == {"\n"}


@given(st.text(st.characters()))
def test_places_in_the_text_hold(text):
    assert len(display_safe(text)) == len(text)


@given(st.text(st.characters(categories=["Cc", "Cf", "Ll", "Zs"])))
def test_what_is_made_visible_is_listed_by_place(text):
    changed = {
        place
        for place, (old, new) in enumerate(zip(text, display_safe(text), strict=True))
        if old != new and not (old == "\t" or text[place : place + 2] == "\r\n")
    }
    assert {place for place, _ in hidden(text)} == changed


def test_hidden_characters_have_names():
    assert list(hidden("a\u202eb\x07")) == [
        (1, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (3, "U+0007 control character"),
    ]


def test_a_word_of_two_scripts_is_told_and_a_unit_or_a_foreign_word_is_not():
    assert list(disguised("Mayor V\u0435ga paid 4 \u03bcm of \u0412\u0435\u0433\u0430, \u0394x.")) == [
        (6, "V\u0435ga")
    ]
    assert list(disguised("The \u039dATO chief")) == [(4, "\u039dATO")]
    assert list(disguised("Mayor Marisol Vega")) == []


@given(st.text())
def test_safe_json_says_the_same(text):
    written = json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert display_safe(written) == written
