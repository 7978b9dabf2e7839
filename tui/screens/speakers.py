"""Who is on record, with counts; enter searches for what they said, i asks who may be the same."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Speaker
from claims.views import ReviewItem
from tui import keys
from tui.screens.lists import ListScreen
from tui.screens.person import Person
from tui.state.queryline import with_filter
from tui.state.rows import Column, Row
from tui.state.words import counted


class Speakers(ListScreen[Speaker]):
    COLUMNS = (
        Column("Speaker", 20, grows=True),
        Column("Role", 18, grows=True),
        Column("Also as", 12, grows=True, gone_below=100),
        Column("Quotes", 6, right=True),
        Column("Claims", 6, right=True, gone_below=60),
    )
    EMPTY = "Nobody is on record yet: press I and name a file or a folder."
    FOOTER = ("open", "person", "alike", "alike.all", "narrow", "undo", "close", "help")
    FOOTER_WORDS = {"person": "about them"}  # noqa: RUF012
    SCOPES = ("list", "narrow", "speakers")
    BINDINGS = keys.bindings("narrow", "speakers")

    def fetch(self) -> Sequence[Speaker]:
        return self.ledger.speakers()

    def count(self, items: Sequence[Speaker]) -> str:
        return counted(len(items), "speaker")

    def row(self, item: Speaker) -> Row:
        roles = "; ".join(dict.fromkeys(_role(role.title, role.organization) for role in item.roles))
        aliases = "; ".join(item.aliases)
        return Row((item.name, roles, aliases, f"{item.quotes:,}", f"{item.claims:,}"))

    def open(self, index: int) -> None:
        self.app.search(self._said_by(self.shown.items[index]))

    def action_person(self) -> None:
        if len(self.shown):
            speaker = self.shown.items[self.cursor]
            self.app.push_screen(Person(speaker, self._said_by(speaker)))

    def _said_by(self, speaker: Speaker) -> str:
        """The query line for what they said."""
        # Words of a name may be those of others too, "Vega" of every Vega: then the id says who is meant.
        wanted = speaker.name.casefold().split()
        meant = sum(_may_mean(wanted, other) for other in self.items)
        return with_filter("", "speaker", speaker.name if meant == 1 else speaker.id)

    def action_alike(self) -> None:
        """Who may be the speaker under the cursor: both sides, to be judged."""
        if len(self.shown):
            item = self.shown.items[self.cursor]
            self._decide(item.id, f"Nobody else seems to be {item.name}.")

    def action_alike_all(self) -> None:
        self._decide("", "No two speakers seem to be one.")

    def _decide(self, wanted: str, otherwise: str) -> None:
        def show(cases: Sequence[ReviewItem]) -> None:
            if cases:
                self.app.decide(cases)
            else:
                self.app.remark(otherwise)

        self.ask(lambda: self.ledger.speaker_cases(wanted), show, group="alike")


def _may_mean(wanted: Sequence[str], speaker: Speaker) -> bool:
    """Does each word begin one of a speaker's, of whatever it is found by?"""
    roles = [f"{role.title} {role.organization}" for role in speaker.roles]
    words = " ".join([speaker.name, *speaker.aliases, *roles]).casefold().split()
    return all(any(word.startswith(begins) for word in words) for begins in wanted)


def _role(title: str, organization: str) -> str:
    return (
        f"{title} ({organization})" if organization and organization not in title else title or organization
    )
