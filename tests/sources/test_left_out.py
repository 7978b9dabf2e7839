"""Names of a folder that are no documents, beside those that are."""

from collections.abc import Callable

import pytest

from sources.left_out import parts_of_pages

InStep = Callable[[Callable[[], object], Callable[[], object], int], bool]


@pytest.mark.parametrize(
    ("folder", "page"),
    [
        ("Storm_files", "Storm.html"),
        ("STORM-Dateien", "Storm.HTM"),
        ("Storm.final_fichiers", "Storm.final.xhtml"),
        ("Storm_files_files", "Storm_files.html"),
    ],
)
def test_a_folder_is_of_the_page_that_is_called_as_it_is(folder: str, page: str) -> None:
    assert parts_of_pages([folder, page, "Storm", "Ferry.html"]) == {folder: page}


def test_a_folder_of_no_page_here_is_none() -> None:
    assert parts_of_pages(["Storm_files", "Storm_pictures", "Ferry.html", "Storm.txt"]) == {}


def test_a_folder_of_thousands_of_pages_is_looked_through_once(in_step: InStep) -> None:
    def looking(count: int) -> Callable[[], None]:
        names = [f"{number}{ending}" for number in range(count) for ending in (".html", "_files")]
        return lambda: None if len(parts_of_pages(names)) == count else pytest.fail("some were not found")

    assert in_step(looking(250), looking(4_000), 16)
