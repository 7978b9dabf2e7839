"""Who holds or held which office, as an authority file has it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.identity import content_id
from claims.model.statements import Role, SpeakerKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or body of an authority file.

    Attributes:
        id: the file's own; a speaker found to be this entry has it.
        aliases: other names, with titles where the file has them ("Sen. Vega").
        party, state: in words or short, as the file has them; "" for none.
        roles: each with its time; one without a time was always held.
    """

    id: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()
    party: str = ""
    state: str = ""
    roles: tuple[Role, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.strip() or not self.name.strip():
            raise ValueError("an entry has an id and a name")

    @property
    def subject(self) -> str:
        """What decisions on it are about: an id as all others are, whatever the file's look like."""
        return subject_of(self.id)


def subject_of(entry: str) -> str:
    """`Entry.subject` of the entry with this id."""
    return content_id("entry", entry)
