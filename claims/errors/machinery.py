"""What OnRecord works with fails it: worker processes and plugins."""

from __future__ import annotations

from claims.errors.base import OnRecordError


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
