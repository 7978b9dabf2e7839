from tui.state.marks import Marks


def test_a_range_holds_what_lies_between_its_beginning_and_the_cursor():
    marks, lines = Marks(), ["a", "b", "c", "d"]
    marks.begin("c")
    marks.stretch(lines, 0)
    assert [marks.sign(one) for one in lines] == ["○", "○", "○", " "]
    marks.stretch(lines, 3)
    assert [marks.sign(one) for one in lines] == [" ", " ", "○", "○"]
    marks.end()
    assert (marks.ids, marks.drawing) == ({"c", "d"}, False)


def test_a_range_that_is_given_up_marks_nothing():
    marks = Marks()
    marks.begin("a")
    assert marks.drop()
    assert not marks.drop()
    assert marks.ids == set()


def test_all_that_is_shown_is_marked_and_a_second_time_none_of_it():
    marks = Marks()
    marks.toggle("z")
    marks.toggle_all(["a", "b"])
    assert marks.ids == {"z", "a", "b"}
    marks.toggle_all(["a", "b"])
    assert marks.ids == {"z"}


def test_what_left_the_list_is_marked_no_more():
    marks = Marks()
    marks.toggle_all(["a", "b"])
    marks.keep(["b", "c"])
    assert marks.ids == {"b"}
