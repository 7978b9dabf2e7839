"""Searches for cycles are off for a while, and as they were afterwards."""

import gc

import pytest

from claims.uncollected import uncollected


@pytest.fixture(params=[True, False])
def were_on(request):
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_it_is_off_inside_and_as_before_afterwards_whatever_happens(were_on):
    with uncollected():
        inside = gc.isenabled()
    assert not inside
    assert gc.isenabled() is were_on
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled() is were_on
