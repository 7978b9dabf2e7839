"""Archives of ours, and what is taken of them as `add` takes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.ports import Given
from sources.gather import gather


@pytest.fixture
def zipped() -> Callable[[dict[str, bytes]], bytes]:
    """Gives a function that packs files into a ZIP."""

    def pack(files: dict[str, bytes]) -> bytes:
        with io.BytesIO() as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in files.items():
                    archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
            return file.getvalue()

    return pack


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], dict[str, bytes | str]]:
    """Gives a function that names a file of such bytes to `gather`: what each input holds, or why not."""
    monkeypatch.chdir(tmp_path)

    def take(name: str, raw: bytes) -> dict[str, bytes | str]:
        Path(name).write_bytes(raw)
        found = list(gather([name], Given()))
        return {
            one.location: one.material.raw if one.material else str(one.error and one.error.why)
            for one in found
        }

    return take
