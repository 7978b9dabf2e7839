"""What stops us. Odd material is a Problem (a value); these are exceptions.

    OnRecordError
    ├── InputError              this one input cannot be taken; the others go on (exit 1)
    │   ├── UnknownFormat       no reader claims the bytes
    │   ├── AmbiguousFormat     two readers claim them
    │   ├── UnreadableDocument  the reader cannot read them
    │   ├── NothingThere        no such file, not a regular file
    │   │   └── NoPermission    it may not be read
    │   ├── TooLarge            over the product's limit
    │   └── GivenUp             reading it went over a limit of time or memory
    ├── UsageError              the request makes no sense (exit 2)
    │   ├── UnknownId           no value of the record has this id
    │   ├── AmbiguousId         an abbreviated id fits several
    │   ├── BadValue            a verdict, a field, a date or a place that is none
    │   │   └── NothingLeft     nothing to undo or to redo
    │   └── BadSettings         a setting is unknown or wrong
    ├── RecordError             the record cannot be used (exit 2)
    │   ├── NotARecord          the file is no OnRecord database
    │   ├── NewerRecord         a newer OnRecord wrote it
    │   ├── DamagedRecord       the database fails its own check
    │   ├── ReadOnlyRecord      it can be read but not written
    │   └── NoSuchRecord        there is no file to open
    ├── StoreBusy               another program holds the write lock (exit 4)
    ├── WorkLost                the worker that had an item was killed at a limit, or died (exit 1)
    ├── NoWorkers               no worker process can be started (exit 2)
    └── PluginError             a plugin group is empty, or a plugin does not load (exit 2)

Errors carry fields; the sentence is made from them.
"""

from __future__ import annotations

from collections.abc import Sequence


class OnRecordError(Exception):
    """Everything OnRecord raises on purpose. `str(error)` is one sentence for the user."""

    exit_code = 2


class InputError(OnRecordError):
    """One input cannot be taken.

    Attributes:
        location: the path or URL as it was given.
        why: a clause that completes "LOCATION: ".
        is_missed: it is there and was not read, so that somebody would miss it: kept as a problem.
    """

    exit_code = 1
    is_missed = False
    why = "cannot be read"

    def __init__(self, location: str, why: str = "") -> None:
        self.location = location
        self.why = why or type(self).why
        super().__init__(location, self.why)

    def __str__(self) -> str:
        return f"{self.location}: {self.why}"

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Between processes it travels as a plain InputError: subclasses take other arguments."""
        return InputError, (self.location, self.why)


class UnknownFormat(InputError):
    def __init__(self, location: str, readers: Sequence[str]) -> None:
        self.readers = tuple(readers)
        super().__init__(location, f"no reader knows this format (there are {', '.join(readers)})")


class AmbiguousFormat(InputError):
    def __init__(self, location: str, readers: Sequence[str]) -> None:
        self.readers = tuple(readers)
        super().__init__(location, f"several readers claim it ({', '.join(readers)})")


class UnreadableDocument(InputError):
    """The reader that claimed the bytes cannot read them.

    Attributes:
        line: 1-based, where the trouble is, or None.
    """

    def __init__(self, location: str, why: str = "", line: int | None = None) -> None:
        self.line = line
        super().__init__(location, f"{why} (line {line})" if line else why)


class NothingThere(InputError):
    why = "there is no such file"


class NoPermission(NothingThere):
    is_missed = True
    why = "there is no permission to read it"


class TooLarge(InputError):
    is_missed = True

    def __init__(self, location: str, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        super().__init__(location, f"{size:,} bytes are over the limit of {limit:,}")


class GivenUp(InputError):
    why = "reading it took too much time or memory"


class UsageError(OnRecordError):
    """The request makes no sense as it stands."""


class UnknownId(UsageError):
    def __init__(self, wanted: str, what: str = "value") -> None:
        self.wanted, self.what = wanted, what
        super().__init__(wanted, what)

    def __str__(self) -> str:
        return f"no {self.what} of this record has the id {self.wanted!r}"


class AmbiguousId(UsageError):
    def __init__(self, wanted: str, found: Sequence[str]) -> None:
        self.wanted, self.found = wanted, tuple(found)
        super().__init__(wanted, self.found)

    def __str__(self) -> str:
        return f"{self.wanted!r} fits several ids: {', '.join(self.found[:5])}"


class BadValue(UsageError):
    """A value that its field does not take.

    Attributes:
        remedy: a clause saying what is taken instead.
    """

    def __init__(self, field: str, value: str, remedy: str) -> None:
        self.field, self.value, self.remedy = field, value, remedy
        super().__init__(field, value, remedy)

    def __str__(self) -> str:
        return f"{self.value!r} is no {self.field}: {self.remedy}"


class NothingLeft(BadValue):
    """There is nothing to undo or to redo; `field` is which."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(field, "", why)

    def __str__(self) -> str:
        return f"there is nothing to {self.field}: {self.remedy}"


class BadSettings(UsageError):
    def __init__(self, setting: str, where: str, why: str) -> None:
        self.setting, self.where, self.why = setting, where, why
        super().__init__(setting, where, why)

    def __str__(self) -> str:
        return f"setting {self.setting!r} in {self.where}: {self.why}"


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


class WorkLost(OnRecordError):
    """What a worker was doing is lost.

    Attributes:
        why: a clause, as an input's reason for having failed.
    """

    exit_code = 1

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class NoWorkers(OnRecordError):
    """Attributes:
    why: what the system said, or "".
    """

    def __init__(self, why: str = "") -> None:
        self.why = why
        super().__init__(why)

    def __str__(self) -> str:
        said = f" ({self.why})" if self.why else ""
        return f"no process can be started to read in{said}: `onrecord doctor` says what is installed"


class PluginError(OnRecordError):
    def __init__(self, group: str, why: str) -> None:
        self.group, self.why = group, why
        super().__init__(group, why)

    def __str__(self) -> str:
        return f"plugins {self.group!r}: {self.why}"
