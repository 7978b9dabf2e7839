"""A document that gives several amounts of one measure counts several things."""

from claims.checks.changed_figure import ChangedFigure


def test_a_document_that_gives_both_figures_tells_them_apart(figures, run):
    text = "Storm Edda tore down 58 homes. After Storm Edda the county will build 97 homes."
    homes = {"counted": "homes"}
    cited = [
        *figures(text, ("58", homes), ("97", homes), source="Coastal Wire"),
        *figures("After Storm Edda the county will build 97 homes, it says.", ("97", homes), source="HBTV"),
    ]
    assert [f.kind for f in run(ChangedFigure(), cited)] == ["corroboration"]


def test_a_form_sentence_that_comes_again_and_again_is_not_compared_with_itself(figures, run):
    form = "The county pays {} dollars toward the cost of the new harbor pumps. "
    amounts = ["300", "450", "620"]
    text = "".join(form.format(amount) for amount in amounts).strip()
    fields = [(amount, {"counted": "dollars"}) for amount in amounts]
    cited = [*figures(text, *fields, source="Halden County"), *figures(f"{text} ", *fields, source="HBTV")]
    assert run(ChangedFigure(), cited) == []
