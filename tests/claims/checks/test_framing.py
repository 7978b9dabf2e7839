from claims.checks.framing import claim_of, frame_pattern, frames


def test_figures_are_found_by_kind_and_by_the_words_between(read):
    (frame,) = frames(read("Turnout rose 20 percent, from 50 to 70."))
    (found,) = frame.matches(frame_pattern(r"rose <by:P>... from <old:N> to <new:N>"))
    assert {name: claim_of(one).text for name, one in found.items()} == {
        "by": "20 percent",
        "old": "50",
        "new": "70",
    }


def test_words_between_hold_no_figure_and_end_no_clause(read):
    (frame,) = frames(read("Turnout rose 20 percent; 30 were late, from 50 to 70."))
    assert list(frame.matches(frame_pattern(r"rose <by:P>... from <old:N> to <new:N>"))) == []


def test_marks_in_the_text_itself_stand_for_no_figure(read):
    (frame,) = frames(read("Turnout rose \ue000P0\ue001 from 50 to 70."))
    assert list(frame.matches(frame_pattern(r"rose <by:P>"))) == []


def test_a_text_that_lost_its_marks_has_no_frame(read):
    assert list(frames(read("Turnout rose 4 7 percent from 50 to 70"))) == []
