"""One input cannot be taken; the others go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.errors.base import OnRecordError


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

    def __reduce__(self) -> tuple[Callable[..., InputError], tuple[type[InputError], dict[str, object]]]:
        """Between processes it travels as its fields: subclasses take other arguments."""
        return _again, (type(self), dict(self.__dict__))


def _again(kind: type[InputError], fields: dict[str, object]) -> InputError:
    error = kind.__new__(kind, fields["location"], fields["why"])
    error.__dict__.update(fields)
    return error


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

    is_missed = True

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


class NoDossier(InputError):
    why = "it is no dossier: neither its folder nor a ZIP file of one"
