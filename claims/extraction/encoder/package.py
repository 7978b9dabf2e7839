"""The weights that are shipped: where they are, and whether they are whole."""

from __future__ import annotations

import json
from functools import cache
from hashlib import file_digest
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
# WEIGHTS and VOCABULARY are what training wrote; CARD holds their hashes, in the form of `sha256sum`.
WEIGHTS, VOCABULARY, CARD = "weights.onnx", "vocabulary.txt", "card.json"


@cache
def name(folder: Path = FOLDER) -> str:
    """The first digits of the weights' hash, as the card has it."""
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    return str(card["sha256"][WEIGHTS])[:8]


@cache
def damage(folder: Path = FOLDER) -> str:
    """What is wrong with the files in a folder, as a clause; "" if they are those that were trained."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        wanted = {name: card["sha256"][name] for name in (WEIGHTS, VOCABULARY)}
    except OSError:
        return f"{CARD} is missing"
    except (ValueError, LookupError, TypeError):
        return f"{CARD} is damaged"
    for name, sha256 in wanted.items():
        try:
            with (folder / name).open("rb") as file:
                is_whole = file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return f"{name} is missing"
        if not is_whole:
            return f"{name} is damaged"
    return ""
