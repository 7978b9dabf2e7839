"""Four years of raids on the quays of Harlow Bay, as releases told them."""

import pytest

from claims.model import PartialDate

RELEASES = (
    ("2028-05-02", "Port Authority", "Police made 120 arrests in Operation Tidewater in Harlow Bay.\n"),
    (
        "2029-05-02",
        "Port Authority",
        "Police made 150 arrests in Operation Tidewater in Harlow Bay. They seized 40 pounds of resin.\n",
    ),
    ("2030-05-02", "Bay Ledger", "Prosecutors charged 90 people in Operation Lantern in Harlow Bay.\n"),
    (
        "2031-05-02",
        "Bay Ledger",
        "About 180 arrests were made in Harlow Bay. Police seized 25 pounds of resin and 7 boats.\n",
    ),
)


@pytest.fixture
def raids(ledger_of, make_material):
    """A record of the releases."""
    given = [
        make_material(text, f"{day}.txt", source=source, date=PartialDate.parse(day))
        for day, source, text in RELEASES
    ]
    return ledger_of(*given)


@pytest.fixture
def told():
    """Figure, what it counts and its change of each row."""

    def rows(series):
        return [(one.claim.text, one.counts, one.change and one.change.by) for one in series.rows]

    return rows
