"""What the copy menu puts into the clipboard."""

import json

from claims.model import PartialDate
from tui.state.copies import copies

TEXT = "Pier\n\n“We will not\u202e ask the families to pay,” Mayor Marisol Vega said. “They lost 12 boats.”\n"


def forms(ledger, make_material, **given) -> dict[str, str]:
    list(ledger.add([make_material(TEXT, "herald.txt", **given)], extractor="rules"))
    quote = next(iter(ledger.show(ledger.documents()[0].id).quotes))
    return {form.key: form.text for form in copies(ledger.show(quote.id).citations[0])}


def test_a_quote_is_copied_in_five_forms_with_hidden_characters_shown(ledger, make_material):
    found = forms(
        ledger,
        make_material,
        source="Harlow Bay Herald",
        url="https://herald.example/pier",
        date=PartialDate.parse("2031-03-03"),
    )
    words = "“We will not⇄ ask the families to pay” … “They lost 12 boats.”"
    assert list(found) == ["q", "c", "l", "m", "j"]
    assert found["q"] == words
    assert found["c"] == (
        f"{words} — Marisol Vega, Mayor. Harlow Bay Herald, 2031-03-03 (published). "
        "https://herald.example/pier"
    )
    assert found["l"] == "https://herald.example/pier"
    assert found["m"].startswith(f"> {words}\n>\n> Marisol Vega, Mayor.")
    assert json.loads(found["j"])["speaker"] == "Marisol Vega"


def test_what_is_not_known_is_said_to_be_so(ledger, make_material):
    found = forms(ledger, make_material)
    assert found["c"].endswith(
        "— Marisol Vega, Mayor. source not named, undated. herald.txt, characters 7 to 91"
    )
