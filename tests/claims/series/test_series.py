"""The history of a figure: which claims count one thing, in order, and what changed."""

from dataclasses import replace
from fractions import Fraction

import pytest

from claims import Ledger
from claims.errors import BadValue, UnknownId
from claims.exchange.fitting import check
from claims.exchange.lines import BadLine
from claims.model import JudgementKind, PartialDate
from claims.series.key import key_of
from claims.views import Kind, Query


def claim(ledger, words, figure):
    hits = ledger.search(Query(words, kind=Kind.CLAIMS)).hits
    return next(hit.id for hit in hits if hit.surface.startswith(figure))


def test_claims_that_count_one_thing_are_listed_by_date_with_their_change(raids, told):
    series = raids.figures("arrests")
    assert told(series) == [
        ("120", "arrests", None),
        ("150", "arrests", Fraction(30)),
        ("About 180", "arrests", Fraction(30)),
    ]
    first, second = series.rows[1].change, series.rows[2].change
    assert (first.percent, first.about) == (Fraction(25), False)
    assert (second.percent, second.about) == (Fraction(20), True)
    assert first.since == series.rows[0].claim.id
    assert [(str(one.date), one.date_is, one.source) for one in series.rows][:1] == [
        ("2028-05-02", "published", "Port Authority")
    ]
    assert series.is_whole


def test_a_unit_in_the_topic_leaves_other_units_out(raids, told):
    assert told(raids.figures("resin pounds")) == [
        ("40 pounds", "pounds of resin", None),
        ("25 pounds", "pounds of resin", Fraction(-15)),
    ]
    assert told(raids.figures("pounds of resin")) == told(raids.figures("resin pounds"))
    assert told(raids.figures("resin kilograms")) == []


def test_words_beside_the_head_must_be_about_the_claim(raids, told):
    assert [one[0] for one in told(raids.figures("Tidewater arrests"))] == ["120", "150"]
    assert [one[0] for one in told(raids.figures("seized boats"))] == ["7"]
    # The head of a topic is what is counted: nobody counts Tidewaters.
    assert told(raids.figures("arrests Tidewater")) == []


def test_what_another_figure_counts_is_no_figure_of_it(ledger, make_material, told):
    text = "Operation Tidewater led to 187 arrests in three counties.\n"
    assert [one.status for one in ledger.add([make_material(text)], extractor="rules")] == ["stored"]
    assert [one[0] for one in told(ledger.figures("arrests"))] == ["187"]


def test_another_place_than_the_topic_names_is_left_out(ledger, make_material, told):
    text = "There were 12 arrests in Stroud and 20 arrests in Halden.\n"
    assert [one.status for one in ledger.add([make_material(text)], extractor="rules")] == ["stored"]
    assert [one[0] for one in told(ledger.figures("arrests in Halden"))] == ["20"]


def test_a_topic_without_words_or_claims_says_so(raids):
    with pytest.raises(BadValue, match="name what is counted"):
        raids.figures("of the")
    series = raids.figures("aqueducts")
    assert (series.rows, series.searched.documents) == ((), 4)


@pytest.mark.parametrize("date", [None, PartialDate.parse("2031-03-03"), PartialDate.parse("2031")])
def test_figures_of_one_day_or_of_no_day_are_no_history(ledger, make_material, told, date):
    texts = ("Police made 120 arrests in Harlow Bay.\n", "Police made 150 arrests in Harlow Bay.\n")
    given = [make_material(text, f"{n}.txt", date=date) for n, text in enumerate(texts)]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    assert [change for _, _, change in told(ledger.figures("arrests"))] == [None, None]


def test_other_scopes_are_not_compared(ledger, make_material, told):
    texts = {
        "2028": "Police made 120 arrests in Stroud.\n",
        "2029": "Police made 150 arrests in Halden.\n",
        "2030": "Police made 130 arrests in Stroud.\n",
    }
    given = [make_material(t, f"{y}.txt", date=PartialDate.parse(y)) for y, t in texts.items()]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    assert [change for _, _, change in told(ledger.figures("arrests"))] == [None, None, Fraction(10)]


@pytest.mark.parametrize(
    ("topic", "level", "other"),
    [
        (
            "dredging budget",
            "The dredging budget was $40 million.",
            "The dredging budget rose by $4 million.",
        ),
        (
            "dredging budget",
            "The dredging budget was $40 million.",
            "The dredging budget was cut by $5 million.",
        ),
        ("arrests", "Police made 80 arrests.", "Arrests fell by 5."),
        ("arrests", "Police made 80 arrests.", "Arrests fell about 5 to 75."),
        ("arrests", "Police made 80 arrests.", "Police made 9 more arrests."),
        (
            "arrests",
            "Two-thirds of the arrests were made on the quay.",
            "Half of the arrests were made at sea.",
        ),
    ],
)
def test_a_rise_a_cut_or_a_part_is_not_compared_with_a_level(ledger, make_material, topic, level, other):
    texts = {"2028": level, "2029": other}
    given = [make_material(f"{t}\n", f"{y}.txt", date=PartialDate.parse(y)) for y, t in texts.items()]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    series = ledger.figures(topic)
    assert len(series.rows) >= 2
    assert series.rows[1].change is None


def test_where_a_figure_stands_after_a_rise_is_compared(ledger, make_material, told):
    texts = {
        "2028": "Police made 80 arrests.",
        "2029": "Arrests rose by 12 to 92.",
        "2030": "Arrests rose to 95.",
    }
    given = [make_material(f"{t}\n", f"{y}.txt", date=PartialDate.parse(y)) for y, t in texts.items()]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    assert [(figure, change) for figure, _, change in told(ledger.figures("arrests"))] == [
        ("80", None), ("12", None), ("92", Fraction(12)), ("95", Fraction(3)),
    ]  # fmt: skip


def test_a_place_inside_what_is_counted_is_its_place(ledger, make_material, told):
    texts = {
        "2028": "The jail population in Harlow Bay was 412 on March 1, 2028.",
        "2029": "The jail population in Harlow Bay was 430 on March 1, 2029.",
        "2030": "The jail population in Stroud was 95 on March 1, 2030.",
    }
    given = [make_material(f"{t}\n", f"{y}.txt", date=PartialDate.parse(y)) for y, t in texts.items()]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    rows = told(ledger.figures("jail population"))
    assert [(figure, change) for figure, _, change in rows] == [
        ("412", None),
        ("430", Fraction(18)),
        ("95", None),
    ]


@pytest.mark.parametrize(
    ("topic", "figures"),
    [
        ("dollars", ["$3 million"]),
        ("$", ["$3 million"]),
        ("usd", ["$3 million"]),
        ("euros", ["1.5 million euros"]),
        ("€", ["1.5 million euros"]),
        ("kg of resin", ["3 kg"]),
        ("kilograms of resin", ["3 kg"]),
        ("%", ["40%"]),
        ("percent", ["40%"]),
        ("pounds of resin", ["more than 500 pounds"]),
        ("resin pounds", ["more than 500 pounds"]),
        ("pounds", ["more than 500 pounds", "2,000 pounds"]),
        ("arrested people", ["30"]),
        ("boats won", []),
    ],
)
def test_a_unit_is_known_by_each_of_its_names_and_signs(ledger, make_material, told, topic, figures):
    text = """The bridge cost 1.5 million euros. The port lost $3 million.

They seized 3 kg of resin and 40% of the cargo.

Officers found more than 500 pounds of resin, 2,000 pounds of barley.

Fourteen people were charged. Police arrested 30 people.
"""
    assert [one.status for one in ledger.add([make_material(text)], extractor="rules")] == ["stored"]
    assert [figure for figure, _, _ in told(ledger.figures(topic))] == figures


def test_a_sign_files_a_topic_as_its_word():
    assert key_of("$") == key_of("dollars") == "dollar"


@pytest.mark.parametrize(
    ("text", "topic", "counts"),
    [
        ("The minimum wage is $15 per hour.", "wage", "minimum wage in USD per hour"),
        ("The dredging budget was $40 million.", "dredging budget", "dredging budget in USD"),
        ("The port spent $9 million in fees.", "fees", "USD in fees"),
        ("The number was $40 million.", "dollars", "USD"),
        ("They seized 40% of the cargo.", "cargo", "percent of cargo"),
        ("They seized two tons of grain.", "grain", "tons of grain"),
    ],
)
def test_what_a_measure_counts_can_be_read_aloud(ledger, make_material, told, topic, text, counts):
    assert [one.status for one in ledger.add([make_material(f"{text}\n")], extractor="rules")] == ["stored"]
    assert [one for _, one, _ in told(ledger.figures(topic))] == [counts]


# -- what people decide ---------------------------------------------------------------


def test_a_row_is_dropped_and_another_added_and_undo_takes_both_back(raids, told):
    before = told(raids.figures("arrests"))
    wrong, missing = claim(raids, "arrests", "120"), claim(raids, "charged", "90")
    raids.drop_from_series("arrests", wrong)
    made = raids.put_in_series("arrests", missing, note="the office counts charges from 2030 on")
    assert (made.kind, made.verdict, made.value) == (JudgementKind.FIGURES, "added", "arrests")
    series = raids.figures("arrests")
    assert [one[0] for one in told(series)] == ["150", "90", "About 180"]
    assert [one.claim.id for one in series.dropped] == [wrong]
    assert [one.state.value for one in series.rows] == ["found", "added", "found"]
    raids.undo()
    raids.undo()
    assert told(raids.figures("arrests")) == before


def test_drift_of_what_is_counted_is_told(raids):
    raids.put_in_series("arrests", claim(raids, "charged", "90"))
    assert [one.drift for one in raids.figures("arrests").rows] == [
        "", "", "people charged, not arrests", "arrests, not people charged",
    ]  # fmt: skip


def test_a_decision_stands_after_a_rebuild_and_for_every_way_to_write_the_topic(raids, told):
    raids.drop_from_series("Tidewater arrests", claim(raids, "arrests", "120"))
    raids.rebuild(extractor="rules")
    for written in ("Tidewater arrests", "arrests of Tidewater"):
        assert [one[0] for one in told(raids.figures(written))] == ["150"]
    # Of another topic it says nothing.
    assert len(raids.figures("arrests").rows) == 3


def test_reviewers_who_disagree_leave_a_row_there_and_marked(raids, place):
    wanted, elsewhere = claim(raids, "arrests", "120"), claim(raids, "charged", "90")
    raids.drop_from_series("arrests", wanted)
    raids.put_in_series("arrests", elsewhere)
    with Ledger.open(place, by="carrow") as other:
        other.put_in_series("arrests", wanted)
        other.drop_from_series("arrests", elsewhere)
        rows = other.figures("arrests").rows
    assert [(one.claim.text, one.state.value) for one in rows] == [
        ("120", "disputed"), ("150", "found"), ("90", "disputed"), ("About 180", "found"),
    ]  # fmt: skip


def test_a_figure_that_was_taken_back_is_a_retracted_row(ledger, make_material, told):
    for day, text in (
        ("2031-03-01", "The storm injured 31 people in Stroud.\n"),
        ("2031-03-03", "An earlier version of this story said that the storm injured 64 people in Stroud.\n"),
        ("2031-03-04", "The storm injured 46 people in Stroud.\n"),
    ):
        given = make_material(text, f"{day}.txt", date=PartialDate.parse(day))
        assert [one.status.value for one in ledger.add([given], extractor="rules")] == ["stored"]
    series = ledger.figures("people injured")
    assert [(one.claim.text, one.retracted) for one in series.rows] == [
        ("31", False), ("64", True), ("46", False),
    ]  # fmt: skip
    assert told(series)[1:] == [("64", "people injured", None), ("46", "people injured", Fraction(15))]
    assert series.retracted == 1


def test_topics_to_begin_with_are_those_of_most_documents(raids):
    assert [(one.topic, one.figures, one.documents) for one in raids.counted_often()][:2] == [
        ("arrests", 3, 3),
        ("resin", 2, 2),
    ]


def test_only_claims_are_put_in_and_only_under_a_topic(raids):
    with pytest.raises(UnknownId):
        raids.put_in_series("arrests", raids.documents()[0].id)
    with pytest.raises(BadValue, match="topic"):
        raids.drop_from_series(" ? ", claim(raids, "arrests", "120"))


def test_another_record_takes_such_a_decision_and_none_without_a_topic(raids):
    made = raids.drop_from_series("arrests", claim(raids, "arrests", "120"))
    check(made)
    with pytest.raises(BadLine, match="no topic"):
        check(replace(made, value=" "))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("darknet arrests", "arrest, darknet"),
        ("people killed", "killed people"),
        ("jail population", "Population of the jail"),
    ],
)
def test_a_topic_is_filed_under_its_words(one, other):
    assert key_of(one) == key_of(other) != ""


def test_time_grows_with_the_rows(tmp_path, make_material, in_step):
    def asked(number):
        text = "".join(f"Police made {n + 2} arrests on the quay. \n\n" for n in range(number))
        with Ledger.open(tmp_path / f"{number}.db", by="okafor", create=True) as made:
            assert [one.claims for one in made.add([make_material(text)], extractor="rules")] == [number]
        return Ledger.open(tmp_path / f"{number}.db", by="okafor")

    with asked(250) as few, asked(1000) as many:
        assert len(many.figures("arrests").rows) == 1000
        assert in_step(lambda: few.figures("arrests"), lambda: many.figures("arrests"), 4)
