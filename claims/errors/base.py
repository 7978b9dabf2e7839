"""What all errors have in common."""

from __future__ import annotations


class OnRecordError(Exception):
    """Everything OnRecord raises on purpose. `str(error)` is one sentence for the user."""

    exit_code = 2
