from dataclasses import replace

import pytest

from claims.errors import BadValue
from claims.model import Span
from tui.state.form import changes, check_all, fields_of


def test_only_changed_fields_are_kept_in_the_order_of_the_form(quoted):
    fields = fields_of(quoted("Tolls stay.").value)
    typed = {field.name: field.value for field in fields} | {"role": " mayor ", "speaker": "Marisol Vega"}
    assert changes(fields, typed) == [("speaker", "Marisol Vega"), ("role", "mayor")]


def test_blanks_around_a_value_are_no_change(quoted):
    fields = fields_of(quoted("Tolls stay.").value)
    assert changes(fields, {"speaker": " Ines Carrow "}) == []


def test_emptying_a_field_takes_it_away(quoted):
    assert changes(fields_of(quoted("Tolls stay.").value), {"speaker": ""}) == [("speaker", "")]


def test_a_selection_is_offered_as_bounds(quoted):
    fields = {field.name: field for field in fields_of(quoted("Tolls stay.").value, Span(1, 6))}
    assert (fields["bounds"].value, fields["bounds"].offered) == ("1:12", "1:6")


def test_fields_are_checked_together_in_the_order_of_the_form(quoted):
    cited = quoted("Tolls stay.")
    nobody = replace(cited.value, attribution=None)
    check_all(nobody, [("speaker", "Ines Carrow"), ("role", "mayor"), ("quote", "no")], cited.document.text)
    with pytest.raises(BadValue, match="said_on"):
        check_all(nobody, [("speaker", "Ines Carrow"), ("said_on", "monday")], cited.document.text)


def test_the_bounds_of_a_split_quote_are_all_its_pieces(quoted):
    split = replace(quoted("Tolls stay.").value, spans=(Span(1, 6), Span(7, 12)))
    assert {field.name: field.value for field in fields_of(split)}["bounds"] == "1:6,7:12"


def test_a_document_has_its_own_fields(document):
    names = [field.name for field in fields_of(document("x"))]
    assert names == ["title", "source", "kind", "author", "published", "modified", "url"]
