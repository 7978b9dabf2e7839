import pytest

from claims.checks.breakdown import Breakdown

HEAD = "Sen. Marisol Vega announced that five fire departments will receive a total of {} in grants.\n"
LIST = (
    "The following departments will receive funding:\n"
    "* Seagate Fire Department will receive $6,260 for operations.\n"
    "* Marrow Volunteer Fire Department will receive $52,920 for safety.\n"
    "* Stroud Fire Department will receive $125,487 for a boat.\n"
    "* Pell Rural Fire Department will receive $52,900 for hoses.\n"
    "* Halden County Fire Department will receive $125,000 for a truck.\n"
    "The program assists departments everywhere.\n"
)


def test_items_that_come_to_more_than_the_total_conflict(read, run):
    (found,) = run(Breakdown(), read(HEAD.format("$344,777") + LIST, source="Vega's office"))
    assert (found.kind, found.severity) == ("conflict", "high")
    assert found.sentence == (
        "Vega's office gives a total of $344,777 in grants, but the 5 items it gives add up to $362,567."
    )
    assert found.why == (
        "total stated: $344,777 in grants",
        "6,260 + 52,920 + 125,487 + 52,900 + 125,000 = $362,567",
        "$17,790 more than printed",
    )
    assert found.explains == ("an item may be counted twice",)
    assert [passage.text for passage in found.evidence][:2] == ["$344,777", "$6,260"]


@pytest.mark.parametrize("total", ["$362,567", "more than $362,000", "$0.36 million"])
def test_items_that_come_to_the_total_corroborate_it(read, run, total):
    (found,) = run(Breakdown(), read(HEAD.format(total) + LIST))
    assert (found.kind, found.severity) == ("corroboration", "info")


def test_paragraphs_that_come_to_the_total_exactly_corroborate_it(read, run):
    text = (
        "The port won grants totaling $9,139,112.\n\n"
        "The amount of $3,911,091 goes to Harlow Bay.\n\n"
        "The amount of $1,578,860 goes to Stroud.\n\n"
        "The amount of $3,649,161 goes to Pell.\n\n"
        "Last year the state gave $2,000,000.\n"
    )
    (found,) = run(Breakdown(), read(text))
    assert found.kind == "corroboration"
    assert "3,911,091 + 1,578,860 + 3,649,161 = $9,139,112" in found.why


@pytest.mark.parametrize(
    "text",
    [
        # Paragraphs that come to something else may be of something else.
        "The port won a total of $9,000.\n\nHarlow Bay got $4,000.\n\nStroud got $4,500.\n",
        # No total is called one.
        "The port won $9,000.\n* Harlow Bay: $4,000\n* Stroud: $4,500\n",
        # A list far from the total is of something else.
        "The port won a total of $90,000.\n* Harlow Bay: $4,000\n* Stroud: $4,500\n",
        # What is left is told elsewhere.
        "The port won a total of $9,000, of which $500 is held back.\n* Harlow Bay: $4,000\n* Stroud: $4,500\n",
        # One line has two figures, so which of them is the item is not known.
        "The port won a total of $9,000.\n* Harlow Bay: $4,000 of $8,000\n* Stroud: $4,500\n",
        # A line has none.
        "The port won a total of $9,000.\n* Harlow Bay: $4,000\n* Pell: not yet known\n* Stroud: $4,500\n",
        # A slip of the keyboard cut a figure.
        "The port won a total of $9,000.\n* Harlow Bay: $4, 500\n* Stroud: $4,500\n",
        # A total of "nearly" so much leaves it open.
        "The port won a total of nearly $9,000.\n* Harlow Bay: $4,000\n* Stroud: $4,500\n",
    ],
)
def test_a_list_that_may_be_of_something_else_is_left_alone(read, run, text):
    assert run(Breakdown(), read(text)) == []


def test_a_total_that_says_not_of_how_many_and_leads_into_no_list_is_less_sure(read, run):
    head = HEAD.replace("five fire departments", "fire departments")
    (found,) = run(Breakdown(), read(head.format("$344,777") + LIST))
    assert (found.kind, found.severity) == ("possible conflict", "low")


def test_a_total_that_leads_into_its_list_is_surer(read, run):
    text = "The port won a total of $9,000:\n* Harlow Bay: $4,000\n* Stroud: $4,500\n"
    (found,) = run(Breakdown(), read(text))
    assert (found.kind, found.severity) == ("conflict", "medium")


def test_a_difference_that_rounding_may_explain_but_is_large_is_told_by_nobody(read, run):
    text = "The port won a total of $10 million:\n* Pell: $2 million\n* Stroud: $3 million\n* Marrow: $4 million\n"
    assert run(Breakdown(), read(text)) == []
    near = text.replace("$4 million", "$4.9 million")
    (found,) = run(Breakdown(), read(near))
    assert found.kind == "corroboration"


@pytest.mark.parametrize(
    ("total", "kind", "told"),
    [
        ("$20.40 million", "corroboration", "$20,380,000, which rounding or its words explain."),
        ("$20.36 million", "corroboration", "$20,380,000, which rounding or its words explain."),
        ("$20.31 million", "possible conflict", "$20,380,000."),
    ],
)
def test_a_total_as_fine_as_its_finest_item_is_off_by_no_more_than_half_of_that_place_for_each(
    read, run, total, kind, told
):
    text = "The port won a total of {}.\n* Pell: $10.8 million\n* Stroud: $3.98 million\n* Marrow: $1.5 million\n"
    (found,) = run(Breakdown(), read(f"{text.format(total)}* Halden: $4.1 million\n"))
    assert found.kind == kind
    assert found.sentence.endswith(f"the 4 items it gives add up to {told}")


def test_a_list_that_goes_on_under_another_heading_is_one(read, run):
    text = (
        "The state awarded a total of $12,700 to three towns.\n"
        "Two towns won boats:\n* Harlow Bay: $4,000\n* Stroud: $4,500\n"
        "One town won a pier:\n* Pell: $4,200\n"
    )
    (found,) = run(Breakdown(), read(text))
    assert found.kind == "corroboration"
    assert found.sentence.endswith("gives a total of $12,700, and the 3 items it gives add up to it.")


def test_a_figure_of_the_headline_is_held_against_the_list_though_nobody_calls_it_a_total(read, run):
    text = "VEGA WINS {} FOR PIERS\nThree piers are to be built:\n* Pell: $4,200\n* Stroud: $4,500\n* Marrow: $400\n"
    (found,) = run(Breakdown(), read(text.format("$9,100")))
    assert found.kind == "corroboration"
    (found,) = run(Breakdown(), read(text.format("MORE THAN $9,000"), source="HBTV"))
    assert found.sentence == (
        "HBTV gives a total of more than $9,000, and the 3 items it gives add up to $9,100, "
        "which rounding or its words explain."
    )
    (found,) = run(Breakdown(), read(text.format("$9,327")))
    assert (found.kind, found.severity) == ("possible conflict", "low")
    assert run(Breakdown(), read(text.format("$7,000"))) == []


AT_HOME = (
    "Operation Tidewater ended with {} arrests. Overseas, the police made 135 arrests. "
    "There were more arrests than ever, among them 153 arrests in the U.S. at dawn."
)


def test_arrests_at_home_and_abroad_that_come_to_the_total(read, run):
    (found,) = run(Breakdown(), read(AT_HOME.format(288)))
    assert (found.kind, found.severity) == ("corroboration", "info")
    assert "135 + 153 = 288" in found.why


def test_arrests_at_home_and_abroad_that_do_not(read, run):
    (found,) = run(Breakdown(), read(AT_HOME.format(279), source="HBTV"))
    assert (found.kind, found.severity) == ("conflict", "medium")
    assert found.sentence == ("HBTV gives a total of 279 arrests, but the two parts it gives add up to 288.")


def test_two_towns_may_not_be_all_so_only_what_fits_is_told(read, run):
    text = "Police made {} arrests. They made 40 arrests in Stroud. They made 35 arrests in Pell."
    assert run(Breakdown(), read(text.format(80))) == []
    (found,) = run(Breakdown(), read(text.format(75)))
    assert found.kind == "corroboration"


@pytest.mark.parametrize(
    ("lead", "amounts"),
    [
        ("The county has awarded a total of $500,000 for three programs since 2029, and this year's awards are:",
         ("$150,000", "$140,000", "$130,000")),
        ("The port says a total of $8 million for 3 piers would be needed. So far the state has paid:",
         ("$2.5 million", "$2.4 million", "$2.2 million")),
        ("The city will spend a total of $900,000 for 3 schools over four years. The first payments are:",
         ("$250,000", "$240,000", "$230,000")),
    ],
)  # fmt: skip
def test_a_total_of_another_time_than_the_list_is_not_held_against_it(read, run, lead, amounts):
    items = "".join(f"* The town of Stroud: {amount}\n" for amount in amounts)
    assert run(Breakdown(), read(f"{lead}\n{items}")) == []


def test_a_total_of_as_many_things_as_are_listed_is_held_against_the_list(read, run):
    text = "The county has awarded a total of $75,000 for 2 roads:\n* Stroud: $40,000\n* Pell: $38,000\n"
    (found,) = run(Breakdown(), read(text))
    assert (found.kind, found.severity) == ("conflict", "high")
