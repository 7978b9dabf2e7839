"""The record cannot be used, or not now."""

from __future__ import annotations

from claims.errors.base import OnRecordError


class RecordError(OnRecordError):
    """The record cannot be used.

    Attributes:
        location: its path or URL.
    """

    why = "cannot be used"

    def __init__(self, location: str, why: str = "") -> None:
        self.location = location
        self.why = why or type(self).why
        super().__init__(location, self.why)

    def __str__(self) -> str:
        return f"{self.location}: {self.why}"


class NotARecord(RecordError):
    why = "this file is no OnRecord record"


class NewerRecord(RecordError):
    why = "a newer OnRecord wrote this record: update OnRecord to open it"


class DamagedRecord(RecordError):
    why = "the database is damaged: restore a backup with `onrecord restore`"


class ReadOnlyRecord(RecordError):
    why = "this record can be read but not written"


class NoSuchRecord(RecordError):
    why = "there is no record yet: `onrecord add FILE` makes one"


class StoreBusy(OnRecordError):
    exit_code = 4

    def __init__(self, location: str, seconds: float) -> None:
        self.location, self.seconds = location, seconds
        super().__init__(location, seconds)

    def __str__(self) -> str:
        return f"{self.location}: another program has been writing for {self.seconds:.0f} s: try again"
