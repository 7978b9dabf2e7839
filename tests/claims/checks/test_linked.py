from hashlib import sha256

import pytest

from claims.checks.linked import operations, storm_of, words_in_common
from claims.model import Document


def document(text: str) -> Document:
    return Document(text, sha256(text.encode()).hexdigest())


def test_an_operation_is_known_by_its_name_however_it_is_written():
    assert operations(document("Operation Sea-Lantern ended.")) == {"sealantern"}
    assert operations(document("The largest SEALANTERN operation. Rescue operations went on.")) == {
        "sealantern"
    }
    assert operations(document("The Harbor operation went on.")) == frozenset()


def test_a_storm_keeps_its_name():
    assert [storm_of(event) for event in ("tropical storm edda", "hurricane edda", "operation edda")] == [
        "edda",
        "edda",
        "",
    ]


def test_few_words_in_common_tell_nothing():
    assert words_in_common(document("Officers seized contraband."), document("Contraband was seized.")) == ()


@pytest.mark.timeout(20)
def test_a_long_run_of_capitals_is_read_once():
    # Each two letters more took four times as long once: of a key of 60 it never ended.
    assert operations(
        document(f"Operation Tidewater. The key was {'AB' * 30}, of no use to operations.")
    ) == {"tidewater"}
