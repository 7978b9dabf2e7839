from claims.checks.framing import FramePattern, claim_of, frame_pattern, frames


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


def test_a_pattern_needs_the_figures_that_stand_outside_all_brackets():
    pattern = frame_pattern(r"rose <by:PR>... (?:from <old:N>|of <then:U>) to <new:N>(?=[,.;)|]|$)")
    assert dict(pattern.needs) == {"PR": 1, "N": 1}
    assert frame_pattern(r"<a:N> men|<b:N> women").needs == ()


def test_a_sentence_without_the_figures_that_a_pattern_needs_is_not_searched(read):
    (frame,) = frames(read("Turnout rose 20 percent to 70."))
    assert len(list(frame.places(FramePattern("rose", (("P", 1), ("NU", 1)))))) == 1
    assert list(frame.places(FramePattern("rose", (("P", 1), ("NU", 2))))) == []


def test_sentences_with_fewer_figures_have_no_frame_where_more_are_asked_for(read):
    cited = read("Turnout rose 20 percent, from 50 to 70. The port counted 12 boats.")
    assert [frame.kinds for frame in frames(cited)] == ["PNN", "N"]
    assert [frame.kinds for frame in frames(cited, 2)] == ["PNN"]
