"""Bytes of one file or stream, within the product's limit; links, pipes and devices are refused."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

from claims.errors import InputError, NoPermission, NothingThere, TooLarge

# The product's limit for one file; it fits the memory of a reading worker many times.
MAX_BYTES = 50 * 1024 * 1024

_KINDS = (
    (stat.S_ISLNK, "it is a symbolic link: name the file it points to"),
    (stat.S_ISFIFO, "it is a pipe: use - to read standard input"),
    (stat.S_ISSOCK, "it is a socket, no file"),
    (stat.S_ISBLK, "it is a device, no file"),
    (stat.S_ISCHR, "it is a device, no file"),
)


def bytes_of(location: str) -> bytes:
    """A regular file's bytes. It is looked at again once open, as it may have been exchanged.

    Raises:
        NothingThere: it is no regular file.
        TooLarge: it is over the limit.
        OSError, ValueError: it cannot be opened; `error_of` puts that in words.
    """
    _must_be_regular(location, os.lstat(location))
    no_link = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(location, os.O_RDONLY | no_link), "rb") as file:
        state = os.fstat(file.fileno())
        _must_be_regular(location, state)
        return limited(file, location, state.st_size)


def _must_be_regular(location: str, state: os.stat_result) -> None:
    if stat.S_ISREG(state.st_mode):
        return
    why = next((why for is_kind, why in _KINDS if is_kind(state.st_mode)), "it is no file")
    raise NothingThere(location, why)


def limited(file: BinaryIO, location: str, size: int) -> bytes:
    """All bytes up to the limit; a size that is told is not relied on."""
    if size > MAX_BYTES:
        raise TooLarge(location, size, MAX_BYTES)
    raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise TooLarge(location, len(raw), MAX_BYTES)
    return raw


def error_of(location: str, error: Exception) -> InputError:
    """What the system says of a file, in our words."""
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return NothingThere(location)
        case errno.EACCES | errno.EPERM:
            return NoPermission(location)
        case errno.ELOOP:
            return NothingThere(location, "it is a symbolic link: name the file it points to")
        case errno.ENAMETOOLONG:
            return NothingThere(location, "the name is too long")
        case None:
            return NothingThere(location, "this is no name of a file")
    return InputError(location, (getattr(error, "strerror", None) or "it cannot be read").lower())
