"""Rows of a small table, as `sources.tables` gives them."""

from __future__ import annotations

import io
import json

import pytest

from sources.tables import table_in

VEGA = {
    "text": "“We will not ask the fishing families to pay for this pier.”",
    "speaker": "Marisol Vega",
    "role": "mayor",
    "source": "Bay Ledger",
    "date": "2031-03-03",
    "url": "https://ledger.example/pier",
}
CARROW = {"text": "Storm Edda sank 12 boats and injured 46 people.", "speaker": "Ines Carrow", "date": "2031"}
BARE = {"text": "The pier stays shut."}


@pytest.fixture
def rows():
    """A table of some rows."""

    def made(*fields, location="quotes.jsonl"):
        lines = "".join(json.dumps(each) + "\n" for each in fields or (VEGA, CARROW, BARE))
        return table_in(io.BytesIO(lines.encode()), location)

    return made
