"""Who is on record, with counts; enter searches for what they said."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Speaker
from tui.screens.lists import ListScreen
from tui.state.queryline import with_filter
from tui.state.rows import Column, Row
from tui.state.words import counted


class Speakers(ListScreen[Speaker]):
    NAME, HEADING, LETTER = "speakers", "Speakers", "p"
    COLUMNS = (
        Column("Speaker", 20, grows=True),
        Column("Role", 18, grows=True),
        Column("Also as", 12, grows=True, gone_below=100),
        Column("Quotes", 6, right=True),
        Column("Claims", 6, right=True, gone_below=60),
    )
    EMPTY = "Nobody is on record yet: run `onrecord add FILE`."

    def fetch(self) -> Sequence[Speaker]:
        return self.ledger.speakers()

    def count(self, items: Sequence[Speaker]) -> str:
        return counted(len(items), "speaker")

    def row(self, item: Speaker) -> Row:
        roles = "; ".join(_role(role.title, role.organization) for role in item.roles)
        aliases = "; ".join(item.aliases)
        return Row((item.name, roles, aliases, f"{item.quotes:,}", f"{item.claims:,}"))

    def open(self, index: int) -> None:
        speaker = self.shown.items[index]
        namesakes = sum(other.name == speaker.name for other in self.items)
        self.app.search(with_filter("", "speaker", speaker.name if namesakes == 1 else speaker.id))


def _role(title: str, organization: str) -> str:
    return (
        f"{title} ({organization})" if organization and organization not in title else title or organization
    )
