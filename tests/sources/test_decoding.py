import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.decoding import decode

SPOKEN = "“The wall held,” said Marisol Vega – the mayor’s café on Ferry Street didn’t."


@pytest.mark.parametrize(
    ("raw", "declared", "text", "encoding", "guessed"),
    [
        (b"The wall held.", "", "The wall held.", "utf-8", False),
        (SPOKEN.encode(), "", SPOKEN, "utf-8", False),
        (codecs.BOM_UTF8 + SPOKEN.encode(), "", SPOKEN, "utf-8", False),
        (codecs.BOM_UTF16_LE + SPOKEN.encode("utf-16-le"), "", SPOKEN, "utf-16-le", False),
        (codecs.BOM_UTF16_BE + SPOKEN.encode("utf-16-be"), "", SPOKEN, "utf-16-be", False),
        (codecs.BOM_UTF32_LE + SPOKEN.encode("utf-32-le"), "", SPOKEN, "utf-32-le", False),
        (codecs.BOM_UTF32_BE + SPOKEN.encode("utf-32-be"), "", SPOKEN, "utf-32-be", False),
        (SPOKEN.encode("utf-16-le"), "", SPOKEN, "utf-16-le", True),
        (SPOKEN.encode("utf-16-be"), "", SPOKEN, "utf-16-be", True),
        (SPOKEN.encode("cp1252"), "windows-1252", SPOKEN, "cp1252", False),
        # What pages call Latin-1 holds the quotation marks of Windows.
        (SPOKEN.encode("cp1252"), "iso-8859-1", SPOKEN, "cp1252", False),
        ("市長は言った".encode("iso2022_jp"), "ISO-2022-JP", "市長は言った", "iso2022_jp", False),
        ("Мэр сказал".encode("koi8-r"), "koi8-r", "Мэр сказал", "koi8-r", False),
        # A wrong declaration does not spoil what is plainly UTF-8.
        (SPOKEN.encode(), "iso-8859-1", SPOKEN, "utf-8", False),
        (b"one\r\ntwo\rthree\n", "", "one\r\ntwo\rthree\n", "utf-8", False),
        (b"NUL \0 here", "", "NUL \ufffd here", "utf-8", False),
    ],
)
def test_bytes_become_text(raw: bytes, declared: str, text: str, encoding: str, guessed: bool) -> None:
    found = decode(raw, declared)
    assert (found.text, found.encoding, found.guessed) == (text, encoding, guessed)


def test_utf8_that_was_cut_in_its_last_character_keeps_its_quotation_marks() -> None:
    found = decode("“The wall held,” she said of the café".encode()[:-1])
    assert found.text == "“The wall held,” she said of the caf\ufffd"
    assert (found.encoding, found.guessed, found.bad) == ("utf-8", False, 1)


def test_windows_text_that_names_no_encoding_is_guessed_and_says_so() -> None:
    words = "“We were ready,” the mayor said. “Nobody was killed – that’s what counts.” " * 5
    found = decode(words.encode("cp1252"))
    assert (found.text, found.encoding, found.guessed) == (words, "cp1252", True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“Nadie murió en la montaña”, dijo la señora Peña, y mañana habrá más ayuda.", "cp1252"),
        ("« Nous étions prêts », a déclaré la maire à côté de l’hôtel où l’eau a monté.", "cp1252"),
        ("„Wir waren bereit“, sagte die Bürgermeisterin über die größte Überschwemmung.", "cp1252"),
        ("“Eravamo pronti”, ha detto la sindaca. La città è più sicura perché c’è l’argine.", "cp1252"),
        ("“The wall held,” said José Muñoz. “We were ready for the storm that came.”", "cp1252"),
        ("„Byliśmy gotowi”, powiedziała burmistrz. Śnieg wciąż pada, część rodzin została.", "cp1250"),
        ("„Byli jsme připraveni,“ řekla starostka. Příští týden přijde déšť a řeka zaplaví město.", "cp1250"),
        ("„Készen álltunk” – mondta a polgármester. Az őszi árvíz után döntött a gyűlés.", "cp1250"),
    ],
)
def test_of_two_code_pages_the_language_of_the_text_tells_which(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.guessed) == (text, encoding, True)


def test_an_unknown_declaration_is_a_guess() -> None:
    assert decode("“The wall held,” she said".encode("cp1252"), "martian").guessed


def test_an_encoded_surrogate_is_a_character_that_could_not_be_read() -> None:
    found = decode("“Ready,” she said.".encode() + b"\xed\xa0\x80")
    assert found.text.startswith("“Ready,” she said.\ufffd")
    assert found.encoding == "utf-8"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_in_utf8_survives_character_for_character(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary())
def test_any_bytes_become_text_that_can_be_stored(raw: bytes) -> None:
    text = decode(raw).text
    assert "\0" not in text
    assert text.encode().decode() == text
