"""What checks compare is kept as numbers, and what they find inside one document is found at once."""

from datetime import UTC, datetime

from claims.intake import prepare
from claims.keying import is_between, is_within, keyed, mark, within
from claims.model import PartialDate
from claims.ports import Citation, Material, Reach
from claims.registry import CHECKS, plugins

TEXT = """Raids

Police made 28 arrests in all. They made 10 arrests in Harlow Bay, 12 in Halden County and 8 aboard the ferry.

“We will not ask the fishing families of Harlow Bay to pay for this pier,” Mayor Marisol Vega said.
"""


def citations():
    when = PartialDate.instant(datetime(2031, 3, 5, tzinfo=UTC), evidence="clock")
    (made,) = prepare(Material(TEXT.encode(), "raids.txt", when))
    values = (*made.extraction.quotes, *made.extraction.claims)
    return made.document, [Citation(value, made.document) for value in values]


class Broken:
    """A check of another package that stops at every quote."""

    name = "broken"

    def __init__(self, reach):
        self.reach = reach

    def keys(self, citation):
        raise RuntimeError("no luck")

    def find(self, group):
        return iter(())


def test_a_mark_is_the_same_on_every_machine_and_another_for_each_check():
    assert mark("changed-figure", "arrests") == -452981624371969010
    assert mark("correction", "arrests") != mark("changed-figure", "arrests")


def test_every_mark_names_its_check_and_none_is_of_a_check_within_a_document():
    _, cited = citations()
    marks = keyed(cited).marks
    assert marks.keys() == {one.value.id for one in cited}
    named = {name for mine in marks.values() for name in mine.values()}
    assert {"changed-figure", "correction", "altered-wording"} <= named
    assert not named & {"sum-of-parts", "conversion"}


def test_a_document_is_looked_through_by_itself():
    document, cited = citations()
    looked = within(document.id, cited)
    assert looked.found.keys() >= {"sum-of-parts", "conversion", "headline"}
    assert [one.check for one in looked.found["sum-of-parts"]] == ["sum-of-parts"]
    assert within(document.id, []).found == {name: [] for name in looked.found}


def test_a_check_that_says_nothing_reaches_anywhere():
    check = Broken(Reach.ANYWHERE)
    del check.reach
    assert (is_within(check), is_between(check)) == (False, False)


def test_a_check_that_stops_is_named_and_the_others_go_on(monkeypatch):
    document, cited = citations()
    for reach in (Reach.ANYWHERE, Reach.DOCUMENT):
        checks = {**plugins(CHECKS), "broken": Broken(reach)}
        monkeypatch.setattr("claims.keying.plugins", lambda group, checks=checks: checks)
        made, looked = keyed(cited), within(document.id, cited)
        stopped = (*made.problems, *looked.problems)
        assert {problem.stage for problem in stopped} == {"check broken"}
        assert all("no luck" in problem.message for problem in stopped)
        assert any("changed-figure" in mine.values() for mine in made.marks.values())
        assert looked.found["sum-of-parts"]
