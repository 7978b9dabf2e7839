"""What would explain a finding and what would settle it."""

from claims.checks.altered_wording import AlteredWording
from claims.checks.changed_figure import ChangedFigure
from claims.checks.explaining import explanations, settlers
from claims.checks.sum_of_parts import SumOfParts
from claims.model import Attribution, Population

RAID = "In Operation Tidewater agents made {} arrests."


def arrests(figures, number="179", text=RAID, more=None, **published):
    (one,) = figures(text.format(number), (number, {"counted": "arrests", **(more or {})}), **published)
    return one


def test_a_place_a_part_and_a_later_day_are_told(figures):
    one = arrests(figures, more={"place": "the U.S."}, source="Coastal Wire", date="2024-03-17")
    two = arrests(figures, "121", more={"population": Population.PART}, source="HBTV News", date="2024-03-20")
    assert explanations(one, two) == (
        "Coastal Wire may count the U.S. only",
        "HBTV News may count a part only",
        "HBTV News is 3 days later, and it may have changed",
    )


def test_a_figure_that_is_only_about_right_says_so(figures):
    one = arrests(figures, "nearly 300", more={"value": "300", "comparator": "~"}, source="Coastal Wire")
    assert explanations(one, arrests(figures, source="HBTV News")) == ("“nearly 300” is only about right",)


def test_two_places_that_are_one_explain_nothing(figures):
    one = arrests(figures, more={"place": "the U.S."}, source="Coastal Wire", date="2024-03-17")
    two = arrests(figures, "121", more={"place": "The U.S"}, source="HBTV News", date="2024-03-17")
    assert explanations(one, two) == ()


def test_an_origin_that_is_none_of_the_passages_would_settle_it(figures):
    wire = {"reprints": "Port Authority", "date": "2024-03-17"}
    one = arrests(figures, source="Coastal Wire", **wire)
    two = arrests(figures, "121", source="HBTV News", **wire)
    assert settlers([one, two]) == (
        "what Port Authority itself published, which Coastal Wire and HBTV News carry",
    )
    origin = arrests(figures, "180", source="Port Authority", date="2024-03-17")
    assert settlers([one, two, origin]) == ()


def test_one_author_of_both_figures_would_settle_it_and_two_would_not(figures):
    vega, okafor = ({"attributed_to": Attribution(name, None)} for name in ("Marisol Vega", "Dana Okafor"))
    day = {"date": "2024-03-17"}
    one = arrests(figures, more=vega, source="Coastal Wire", **day)
    two = arrests(figures, "121", more=vega, source="HBTV News", **day)
    assert settlers([one, two]) == (
        "Marisol Vega’s own words or paper, on which Coastal Wire and HBTV News rely",
    )
    other = arrests(figures, "121", more=okafor, source="HBTV News", **day)
    assert settlers([one, other]) == ()


def test_a_page_without_date_asks_for_one(figures):
    one = arrests(figures, source="Coastal Wire", date="2024-03-17")
    assert settlers([one, arrests(figures, "121", source="HBTV News")]) == (
        "when HBTV News published it: it has no date",
    )


def test_a_changed_figure_carries_both(figures, run):
    one = arrests(figures, source="Coastal Wire", date="2024-03-17", reprints="Port Authority")
    two = arrests(figures, "121", source="HBTV News", date="2024-03-18")
    (found,) = run(ChangedFigure(), [one, two])
    assert found.explains == ("HBTV News is a day later, and it may have changed",)
    assert found.settles == ("what Port Authority itself published, which Coastal Wire carries",)


def test_so_do_altered_words(quoted, run):
    one = quoted(
        "We have searched 1,400 containers since the raid on the pier.", "Vega", source="Coastal Wire"
    )
    two = quoted(
        "We have searched 1,100 containers since the raid on the pier.",
        "Vega",
        kind="indirect",
        source="The Courier",
        reprints="Port Authority",
    )
    (found,) = run(AlteredWording(), [one, two])
    assert found.explains == ("The Courier reports it in its own words",)
    assert found.settles[0] == "what Port Authority itself published, which The Courier carries"


def test_a_list_that_falls_short_may_leave_a_part_out(figures, run):
    text = "Agents made 20 arrests: 9 in Harlow Bay, 4 in Halden and 5 in Tern."
    cited = figures(text, *((n, {"counted": "arrests"}) for n in ("20", "9", "4", "5")))
    (found,) = run(SumOfParts(), cited)
    assert found.explains == ("the list may leave a part out",)
