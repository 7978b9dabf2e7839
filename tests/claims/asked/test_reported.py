import pytest

from claims.asked.reported import as_said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("she won't resign", ["I won't resign", "she would not resign"]),
        ("he would not resign", ["I would not resign", "I will not resign"]),
        ("they could pay for their pier", ["we could pay for our pier", "we can pay for our pier"]),
        ("her office paid for it", ["my office paid for it"]),
        ("the council asked her to go", ["the council asked me to go"]),
        ("she's not going", ["I am not going", "she was not going"]),
        ("he's been asked", ["I have been asked", "he was been asked"]),
        ("he always tries his best", ["I always try my best"]),
        ("she was pleased", ["I was pleased", "I am pleased"]),
        ("not to resign", ["I will not resign"]),
        ("the city would pay", ["the city will pay"]),
        ("the pier stands", []),
        ("", []),
    ],
)
def test_what_is_reported_is_turned_into_what_may_have_been_said(told, said):
    assert list(as_said(told, "Marisol Vega")) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("she would resign", ["I would not resign", "I will not resign", "she would not resign"]),
        ("she won't resign", ["I will resign", "she would resign"]),
        ("the city never paid", []),
    ],
)
def test_who_is_reported_to_have_denied_it_said_the_opposite(told, said):
    assert list(as_said(told, "Marisol Vega", denied=True)) == said


def test_it_is_a_body_and_nobody_else():
    assert as_said("it closes the pier", "Port Authority") == ("we close the pier",)
    assert as_said("it closes the pier", "Marisol Vega") == ()
