"""What is known of every quote without reading it."""

import pytest
from store_material import HERALD, OKAFOR, VEGA, WIRE, told

from claims.store import Store
from claims.store.outline import EDITED, Outline
from claims.store.screen import Screen


@pytest.fixture
def outline(store: Store):
    """Four quotes, the newest last: of Vega, Okafor, nobody, and Vega again."""
    for number, (who, source) in enumerate(((VEGA, HERALD), (OKAFOR, WIRE), (None, HERALD), (VEGA, None)), 1):
        about = {"who": who, "source": source, "published": f"2024-05-0{number}"}
        said = told(store, f"Pier {number}.", location=f"{number}.txt", **about)
        if number == 2:
            store.put_effective(said, hidden=True)
    with store._database.read() as connection:
        yield Outline(connection)


def kept(outline, *tests, low=-(2**63), high=2**63 - 1):
    screen = Screen(outline, tests, certain=True, share=1.0)
    rising = outline.keys.tolist()
    keys = [key for block in screen.blocks(low, high) for key in block]
    # Each way to ask gives the same.
    assert [key for (key,) in screen.of([(key,) for key in reversed(rising)]) if low <= key < high] == keys
    return [rising.index(key) + 1 for key in keys]


def test_rows_are_told_by_speaker_source_and_whether_they_are_shown(outline):
    shown = outline.flagged(lambda flags: not flags & ~EDITED)
    herald = outline.sources.among([HERALD.name, "Nobody's Paper"])
    nobody = outline.members.which(lambda member: member is None)
    assert kept(outline, shown) == [4, 3, 1]
    assert kept(outline, herald) == [3, 1]
    assert kept(outline, shown, herald, nobody) == [3]
    assert outline.sources.share([HERALD.name]) == 0.5


def test_only_what_stands_between_two_bounds_is_looked_at(outline):
    every = outline.flagged(lambda flags: True)
    keys = outline.keys.tolist()
    assert kept(outline, every, low=keys[1], high=keys[3]) == [3, 2]
    assert kept(outline, every, high=keys[0]) == []


def test_a_value_is_asked_about_once(outline):
    asked = []
    test = outline.members.which(lambda member: asked.append(member) or True)
    kept(outline, test)
    assert len(asked) == 3


def test_an_empty_record_has_an_empty_outline(store: Store):
    with store._database.read() as connection:
        assert kept(Outline(connection)) == []
