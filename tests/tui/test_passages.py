import pytest

from claims.views import Searched
from tui.passages import what_was_searched


@pytest.mark.parametrize(
    ("earliest", "latest", "dated"),
    [
        ("2031-03-03", "2031-03-04", " dated 2031-03-03 to 2031-03-04"),
        ("2031-03-04", "2031-03-04", " dated 2031-03-04"),
        ("", "", ""),
    ],
)
def test_one_day_alone_is_told_once(earliest, latest, dated):
    searched = Searched(2, 1, 3, 0, earliest, latest)
    assert what_was_searched(searched) == f"2 documents{dated} (1 undated) with 3 quotes and 0 claims"
