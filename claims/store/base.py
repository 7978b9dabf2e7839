"""What each part of the store works with."""

from __future__ import annotations

from claims.store.database import Database
from claims.store.memory import Memory
from claims.store.snapshots import Snapshots


class Part:
    """One part of `Store`; a part asks the others only through their public verbs."""

    _database: Database
    _memory: Memory
    snapshots: Snapshots
