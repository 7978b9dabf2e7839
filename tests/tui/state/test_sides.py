from claims.model import Claim, Comparator, Quantity, Span
from claims.ports import Citation
from tui.state.sides import LITTLE_CONTEXT, changed_words, difference_words, sides


def of_kind(side, kind: str) -> list[str]:
    return [run.text for excerpt in side.excerpts for run in excerpt if run.kind == kind]


def test_two_quotes_stand_side_by_side_with_what_differs_marked(quoted):
    pair = [
        quoted("It will cost four million dollars."),
        quoted("It will cost five million dollars.", source="Coastal Wire"),
    ]
    left, right = sides(pair)
    assert (left.heading, right.heading) == ("Harlow Bay Herald, 2026-02-03", "Coastal Wire, 2026-02-03")
    assert (of_kind(left, "mark"), of_kind(right, "mark")) == (["four"], ["five"])
    assert left.speakers == ("Ines Carrow, spokeswoman",)
    assert [difference_words(piece) for piece in changed_words(pair)] == ["“four” → “five”"]


def test_words_that_one_side_lacks_are_named(quoted):
    pair = [
        quoted("We will not raise tolls this year."),
        quoted("We will not raise tolls.", source="Coastal Wire"),
    ]
    assert [difference_words(piece) for piece in changed_words(pair)] == ["only A: “this year.”"]


def test_the_runs_of_an_excerpt_are_the_text_itself(quoted):
    text = "Rain fell on the pier.\n\n“Tolls stay,” Ines Carrow said on Tuesday.\n\nFerries ran late."
    side = sides([quoted("Tolls stay,", text)])[0]
    assert "".join(run.text for run in side.excerpts[0]) == text
    assert of_kind(side, "core") == ["Tolls stay,"]


def test_little_context_stays_on_the_line_of_the_passage(quoted):
    text = "Rain fell on the pier.\n“Tolls stay,” Ines Carrow said on Tuesday.\nFerries ran late."
    side = sides([quoted("Tolls stay,", text)], LITTLE_CONTEXT)[0]
    assert "".join(run.text for run in side.excerpts[0]) == "“Tolls stay,” Ines Carrow said on Tuesday."


def test_figures_of_one_document_stand_together_each_marked(document):
    made = document("Police held 12 people in Port and 30 in Halden, 41 in all.")

    def claim(figure: str) -> Citation:
        start = made.text.index(figure)
        quantity = Quantity(Comparator.EXACT, int(figure), int(figure))
        span = Span(start, start + len(figure))
        return Citation(Claim(figure, made.id, span, figure, Span(0, len(made.text)), quantity), made)

    found = sides([claim("41"), claim("12"), claim("30")])
    assert len(found) == 1
    assert of_kind(found[0], "mark") == ["12", "30", "41"]
    assert found[0].first == "41"
    assert found[0].speakers == ("the document itself",)


def test_far_passages_of_one_document_are_two_excerpts(document, quoted):
    text = "“One bridge.” " + "word " * 200 + "“Two bridges.”"
    first, second = quoted("One bridge.", text), quoted("Two bridges.", text)
    assert len(sides([first, second])) == 2
