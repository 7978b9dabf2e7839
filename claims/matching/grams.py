"""Word runs by which alike quotes are found: rare ones point at few quotes."""

from __future__ import annotations

from hashlib import blake2b

from claims.model.identity import normalised

# Four words: three are shared by too many unlike quotes ("at the end of"), and
# five lose quotes in which every fifth word was changed.
LENGTH = 4


def grams(text: str) -> list[int]:
    """Signed 64-bit hashes of the distinct runs of four normalised words, in order of place.

    A text of fewer than four words has one gram, of all of it; a text without
    words has none. The hashes are BLAKE2b: equal on every machine and run.
    """
    words = normalised(text).split()
    runs = (" ".join(words[i : i + LENGTH]) for i in range(max(1, len(words) - LENGTH + 1)))
    return list(dict.fromkeys(_hashed(run) for run in runs if run))


def _hashed(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
