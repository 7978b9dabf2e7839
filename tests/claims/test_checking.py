"""Values that share several keys, as two reports of one event do."""

from contextlib import closing

from claims.checking import Checker
from claims.ports import Reach
from claims.store import Store


class Noting:
    """Notes the groups that it is given."""

    name = "noting"
    reach = Reach.DOCUMENTS

    def __init__(self):
        self.groups = []

    def keys(self, citation):
        return []

    def find(self, group):
        self.groups.append([citation.value.text for citation in group])
        return iter(())


def test_values_that_share_several_keys_are_compared_once(ledger, make_material, place, monkeypatch):
    stories = ("Storm Edda left 64 people injured.", "The city counts 46 injured.", "They found 12 boats.")
    pages = [make_material(text, f"{at}.txt") for at, text in enumerate(stories)]
    added = list(ledger.add(pages, extractor="rules"))
    check = Noting()
    monkeypatch.setattr("claims.keying.plugins", lambda group: {"noting": check})
    with closing(Store.open(place)) as store:
        one, two, three = (next(iter(store.citations_of(page.document))) for page in added)
        store.put_keys({one: [1, 2, 3], two: [1, 2, 3], three: [3]})
        Checker(store).compare([], dict.fromkeys((1, 2, 3), "noting"))
    assert sorted(map(sorted, check.groups)) == [["12", "46", "64"], ["46", "64"]]
