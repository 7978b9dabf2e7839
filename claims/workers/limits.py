"""What one input may cost before it is given up."""

from __future__ import annotations

import sys
from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one input; a worker past them ends and the next input goes on.

    The parent holds the time, with SIGKILL: a parser in C listens to nothing
    else. The system holds the memory (RLIMIT_DATA: what the process has
    allocated for itself alone); macOS has no such limit, so there time alone holds.

    Attributes:
        reading_seconds: wall clock of reading. A news page takes 0.01 s, one
            of 5 MB took 6 s on a busy machine.
        reading_bytes: of the whole worker while it reads, 30 times the
            product's limit for a file. A page of 50 MB took 0.9 GB.
        working_seconds: wall clock of everything else. Extraction ends by a
            budget of size, so that results do not depend on the machine; this
            only ends what hangs. The largest text (50 MB of prose) took 55 s
            on two cores with other work, 160 s with much; this is 20 times that.
        working_bytes: of the whole worker beside reading, so that a fault of
            ours meets its end before the machine does. That text took 0.44 GB.
    """

    reading_seconds: float = 20.0
    reading_bytes: int = 1_500 * MB
    working_seconds: float = 3_600.0
    working_bytes: int = 6_000 * MB

    @property
    def read_too_long(self) -> str:
        return f"reading it took more than {self.reading_seconds:g} s, so it was given up"

    @property
    def read_too_large(self) -> str:
        return f"reading it needs more than {_size(self.reading_bytes)} of memory"

    @property
    def worked_too_long(self) -> str:
        return f"working on it took more than {self.working_seconds:g} s, so it was given up"


LIMITS = Limits()


def hold_memory(most: int) -> None:
    """No more than so many bytes of private memory for this process from now on, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def leave_no_core() -> None:
    """A worker that crashes writes no copy of its memory to the disk."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _size(most: int) -> str:
    return f"{most / 1000 / MB:g} GB" if most >= 1000 * MB else f"{most // MB} MB"
