from claims.model import PartialDate, Role, Speaker
from tui.state.person import sections

VEGA = Speaker(
    "s1",
    "Marisol Vega",
    roles=(
        Role("Senator", "State of Norrow", PartialDate.parse("2032"), None),
        Role("mayor"),
        Role("Mayor", "Harlow Bay", PartialDate.parse("2028-01"), PartialDate.parse("2031-12")),
    ),
    aliases=("M. Vega",),
    quotes=6,
)


def lines(heading: str, *dates: str) -> list[tuple[str, str]]:
    parsed = [PartialDate.parse(date) if date else None for date in dates]
    return next((list(one.lines) for one in sections(VEGA, parsed, []) if one.heading == heading), [])


def test_roles_stand_by_date_and_one_without_a_date_is_how_documents_name_them():
    assert lines("Roles by date") == [
        ("", "mayor"),
        ("2028-01 to 2031-12", "Mayor, Harlow Bay"),
        ("2032 to now", "Senator, State of Norrow"),
    ]
    assert lines("Also printed as") == [("", "M. Vega")]


def test_statements_are_counted_by_month_with_silences_and_what_has_no_month():
    dates = ("2031-03-03", "2031-03-09", "2031-05", "2032-01-02", "2030", "")
    assert lines("Statements by month", *dates) == [
        ("2031-03", "████████████████████ 2"),
        ("2031-04", "0"),
        ("2031-05", "██████████ 1"),
        ("…", "nothing for 7 months"),
        ("2032-01", "██████████ 1"),
        ("2030", "██████████ 1, the month is not told"),
        ("undated", "1"),
    ]


def test_who_never_spoke_has_no_months():
    assert lines("Statements by month") == []
