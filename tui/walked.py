"""Which files of a folder nobody wants read."""

from __future__ import annotations

import codecs
import os
import stat

from claims.errors import InputError, NoPermission, UnknownFormat
from sources.gather import Gathered


def is_no_document(walked: Gathered) -> bool:
    """Empty, left behind by a program, or no regular file: what nobody wants read from a folder.

    A file that has the right name and cannot be read is one that somebody would miss, and so are those
    of a folder that cannot be read.
    """
    if walked.material is not None:
        return not walked.material.raw.removeprefix(codecs.BOM_UTF8).strip()
    if type(walked.error) in (InputError, UnknownFormat):
        return True
    if isinstance(walked.error, NoPermission):
        return False
    try:
        return not stat.S_ISREG(os.lstat(walked.location).st_mode)
    except OSError:
        return False
