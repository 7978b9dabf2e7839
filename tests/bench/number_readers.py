"""Ways to read the figures of a text, each loading nothing but what it needs itself.

`python -P tests/bench/number_readers.py NAME` reads one text and prints the most memory
the process had, in MB: `numbers.py` times such processes from their start to their end.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import re
import resource
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

# One figure in the form of the scorer (see `numbers/README.md` of the test sets).
Predicted = dict[str, Any]
Reader = Callable[[str], list[Predicted]]

FIRST_TEXT = "The flood drove about 1,240 people from 46 streets and cost Harlow Bay $3.2 million."


class NotInstalled(Exception):
    """What a reader needs is missing; the message says what."""


def _beside(name: str) -> Any:
    """A module of this folder, which is on no path: `numbers.py` in it would hide Python's own."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, Path(__file__).with_name(name))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours() -> Reader:
    """Every figure of a text by our rules."""

    from claims.extraction.figures import figures
    from claims.extraction.page import Page
    from claims.model import Document

    predicted = _beside("our_numbers.py").predicted

    def read(text: str) -> list[Predicted]:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return predicted(text, figures(Page(Document(text, digest))))

    return read


# -- the baseline -----------------------------------------------------------------

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
}
_WORDS = {
    w: float(i)
    for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_BOUND = {"more than": ">", "over": ">", "at least": ">", "less than": "<", "under": "<", "up to": "<",
          "about": "~", "around": "~", "nearly": "~", "almost": "~", "some": "~", "roughly": "~"}  # fmt: skip
_PLAIN = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(_BOUND)})\s)?(?P<money>[$£€]\s?)?"
    rf"(?P<number>\b[0-9][0-9,]*(?:\.[0-9]+)?|\b(?:{'|'.join(_WORDS)})\b)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALE)})\b)?\s?-?(?P<unit>%|[A-Za-z°µ]+)?",
    re.IGNORECASE,
)


def regex() -> Reader:
    """Numbers, one bound word, one scale word and the next word as the unit; nothing is turned down."""
    return lambda text: [_plain(found) for found in _PLAIN.finditer(text)]


def _plain(found: re.Match[str]) -> Predicted:
    word = found["number"].lower().replace(",", "")
    amount = _WORDS[word] if word in _WORDS else float(word)
    unit = found["money"].strip() if found["money"] else found["unit"] or ""
    return {
        "start": found.start(),
        "end": found.end(),
        "value": amount * _SCALE.get((found["scale"] or "").lower(), 1.0),
        "unit": unit,
        "unit_norm": unit,
        "qualifier": _BOUND.get((found["bound"] or "").lower(), "="),
        "concept": found["unit"],
    }


# -- quantulum3 --------------------------------------------------------------------


def quantulum() -> Reader:
    """quantulum3 without its classifier of ambiguous units."""
    return _quantulum(classifier=False)


def quantulum_classifier() -> Reader:
    """quantulum3 as it runs where scikit-learn is installed."""
    return _quantulum(classifier=True)


def _quantulum(*, classifier: bool) -> Reader:
    warnings.simplefilter("ignore")  # of a classifier saved by another scikit-learn
    logging.disable(logging.ERROR)
    try:
        from quantulum3 import classifier as choice
        from quantulum3 import parser
    except ImportError:
        raise NotInstalled("quantulum3") from None
    if classifier and not hasattr(choice, "joblib"):
        raise NotInstalled("quantulum3[classifier]")

    def read(text: str) -> list[Predicted]:
        choice.USE_CLF = classifier  # its own switch, and one for the whole process
        return [_quantity(found) for found in parser.parse(text)]

    return read


def _quantity(found: Any) -> Predicted:
    """It has no bounds; a range is its middle with an uncertainty."""
    start, end = found.span
    low, high = (
        (found.value - found.uncertainty, found.value + found.uncertainty) if found.uncertainty else (0, 0)
    )
    return {
        "start": start,
        "end": end,
        "value": [low, high] if found.uncertainty else found.value,
        "unit": found.unit.name,
        "unit_norm": found.unit.name,
        "qualifier": "=",
        "concept": None,
    }


READERS: dict[str, Callable[[], Reader]] = {
    "ours": ours,
    "regex": regex,
    "quantulum3": quantulum,
    "quantulum3+clf": quantulum_classifier,
}


def peak() -> float:
    """The most memory this process had, in MB. Linux counts from what its parent had, but not here."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    if found:
        return int(found[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main(name: str) -> None:
    if name == "quantulum3":
        sys.modules["joblib"] = None  # type: ignore[assignment]  # as where its classifier is not installed
    try:
        READERS[name]()(FIRST_TEXT)
    except NotInstalled as missing:
        sys.exit(f"not installed: {missing}")
    except Exception as error:  # noqa: BLE001 - what other tools raise is theirs to choose
        print(f"{name} stops at its first text: {error}", file=sys.stderr)
    print(peak())


if __name__ == "__main__":
    main(sys.argv[1])
