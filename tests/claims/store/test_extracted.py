"""What reading gave, beside what it gives now."""

from dataclasses import replace

from store_material import document, material

from claims.ports import Extraction
from claims.store.extracted import is_same


def test_another_version_of_a_library_that_reads_the_same_is_noted_and_changes_nothing(store):
    one = document("The pier will stand.", read_with="a library 1.0")
    store.add_document(one, material(one), Extraction(), extractor="x 1")
    again = replace(one, read_with="a library 2.0")
    assert is_same(store.derived(one.id), again, Extraction())
    assert not is_same(store.derived(one.id), replace(again, title="The pier"), Extraction())
    store.set_makers(one.id, "x 1", "a library 2.0")
    assert store.document(one.id).read_with == "a library 2.0"
