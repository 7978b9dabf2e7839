"""The record: who said what, where and when, and which figures were claimed.

`Ledger` is the one door; it is loaded when first asked for, so that importing
this package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.ledger import Ledger

__all__ = ["Ledger", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "Ledger":
        from claims.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
