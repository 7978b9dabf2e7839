"""The request makes no sense as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from claims.errors.base import OnRecordError


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
