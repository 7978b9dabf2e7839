"""What stops us. Odd material is a Problem (a value); these are exceptions.

    OnRecordError
    ├── InputError              this one input cannot be taken; the others go on (exit 1)
    │   ├── UnknownFormat       no reader claims the bytes
    │   ├── AmbiguousFormat     two readers claim them
    │   ├── UnreadableDocument  the reader cannot read them
    │   ├── NothingThere        no such file, not a regular file
    │   │   └── NoPermission    it may not be read
    │   ├── NoDossier           neither a dossier's folder nor its ZIP file
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

from claims.errors.base import OnRecordError
from claims.errors.inputs import (
    AmbiguousFormat,
    GivenUp,
    InputError,
    NoDossier,
    NoPermission,
    NothingThere,
    TooLarge,
    UnknownFormat,
    UnreadableDocument,
)
from claims.errors.machinery import NoWorkers, PluginError, WorkLost
from claims.errors.records import (
    DamagedRecord,
    NewerRecord,
    NoSuchRecord,
    NotARecord,
    ReadOnlyRecord,
    RecordError,
    StoreBusy,
)
from claims.errors.requests import AmbiguousId, BadSettings, BadValue, NothingLeft, UnknownId, UsageError

__all__ = [
    "AmbiguousFormat",
    "AmbiguousId",
    "BadSettings",
    "BadValue",
    "DamagedRecord",
    "GivenUp",
    "InputError",
    "NewerRecord",
    "NoDossier",
    "NoPermission",
    "NoSuchRecord",
    "NoWorkers",
    "NotARecord",
    "NothingLeft",
    "NothingThere",
    "OnRecordError",
    "PluginError",
    "ReadOnlyRecord",
    "RecordError",
    "StoreBusy",
    "TooLarge",
    "UnknownFormat",
    "UnknownId",
    "UnreadableDocument",
    "UsageError",
    "WorkLost",
]
