"""WordPiece: the longest pieces the vocabulary holds, exact to the character."""

from claims.extraction.encoder.wordpiece import WordPieces

VOCABULARY = ["[CLS]", "[SEP]", "[UNK]", "harbour", "har", "##bour", "##s", "cafe", ",", "vega", "\u201c"]
PIECES = WordPieces(VOCABULARY)


def spelt(text: str) -> list[list[str]]:
    return [[VOCABULARY[index] for index in word.cut.ids] for word in PIECES.words(text, 0, len(text))]


def test_a_word_of_the_vocabulary_is_one_piece_whatever_its_capitals() -> None:
    assert spelt("Harbour HARBOUR") == [["harbour"], ["harbour"]]


def test_another_word_is_cut_into_the_longest_pieces_from_the_left() -> None:
    assert spelt("harbours") == [["harbour", "##s"]]


def test_a_word_that_no_pieces_make_is_unknown_and_keeps_its_place() -> None:
    (word,) = PIECES.words("  xylem ", 0, 8)
    assert (word.start, word.end, word.cut.ids) == (2, 7, (2,))


def test_accents_are_read_as_if_they_were_not_there() -> None:
    assert spelt("Café") == [["cafe"]]


def test_marks_stand_alone() -> None:
    assert spelt("\u201cVega,") == [["\u201c"], ["vega"], [","]]


def test_only_the_place_that_was_asked_for_is_read() -> None:
    found = list(PIECES.words("Vega, Vega", 4, 10))
    assert [(word.start, word.end) for word in found] == [(4, 5), (6, 10)]


def test_a_run_of_letters_that_is_no_word_is_one_unknown_piece() -> None:
    (word,) = PIECES.words("s" * 5000, 0, 5000)
    assert word.cut.ids == (2,)


def test_a_word_whose_letters_are_many_when_taken_apart_is_one_unknown_piece() -> None:
    pieces = WordPieces([*VOCABULARY, "\u1100", "##\u1161", "##\u1100", "##\u11a8"])
    (short,) = pieces.words("\uac01" * 2, 0, 2)
    assert len(short.cut.ids) == 6
    (long,) = pieces.words("\uac01" * 50, 0, 50)
    assert long.cut.ids == (2,)
