from tui.state.plot import Point, plot

DAYS = [Point("a", 741_000, 100), Point("b", 741_010, 50), Point("c", 741_020, 0)]


def test_values_fall_from_the_top_and_days_run_to_the_right():
    assert plot(DAYS, 25, 7) == [
        " 100┤●",
        "    │",
        "  50┤          ●",
        "    │",
        "   0┤                   ●",
        "    └────────────────────",
        "     2029-10-15",
    ]


def test_the_marked_figure_and_several_in_one_place_have_signs_of_their_own():
    points = [*DAYS, Point("d", 741_020, 0), Point("e", 741_000, 99)]
    lines = plot(points, 25, 7, claim="b")
    assert [line.split("┤")[-1].strip() for line in lines[:5:2]] == ["2", "◆", "2"]


def test_the_axis_names_both_days_where_there_is_room():
    assert plot(DAYS, 40, 7)[-1] == "     2029-10-15               2029-11-04"
    assert plot([DAYS[0]], 40, 5)[-1].strip() == "2029-10-15"


def test_no_line_is_wider_than_asked_for_and_large_numbers_are_short():
    points = [Point("a", 741_000, 2_400_000.0), Point("b", 741_300, 1_200_000.0)]
    lines = plot(points, 60, 12)
    assert max(map(len, lines)) <= 60
    assert len(lines) == 12
    assert lines[0].startswith(" 2.4M┤")


def test_negative_values_lie_below_zero_and_nothing_is_no_plot():
    assert plot([Point("a", 741_000, -5), Point("b", 741_009, 5)], 30, 7)[4].startswith(" -5┤●")
    assert plot([], 30, 7) == []
