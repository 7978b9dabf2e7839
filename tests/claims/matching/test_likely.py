from claims.matching.likely import LEAST, likely
from claims.matching.speakers import Part, member_of, of_entry, speakers
from claims.model import Attribution, Entry, PartialDate, Role, SpeakerKind


def speaker(name, role="", organization="", kind=SpeakerKind.PERSON):
    member = member_of(Attribution(name, role=role, organization=organization, kind=kind))
    return speakers([Part(member, 1)])[0], member


def alike(*two, days=None):
    members = {member.id: member for _, member in two}
    return likely(two[0][0], two[1][0], members, days or {})


def test_a_surname_alone_is_likely_where_the_offices_fit():
    found = alike(speaker("Marisol Vega", "senator"), speaker("Vega", "Sen."))
    assert found.score == 0.65
    assert found.why == ("only “Vega” is shared", "“senator” and “Sen.” can be one office")
    assert alike(speaker("Marisol Vega", "senator"), speaker("Vega", "mayor")).score < LEAST


def test_place_organization_and_another_office_count():
    assert alike(speaker("Marisol Vega", "senator", "Washington"), speaker("M. Vega", "D-Ore.")).score < LEAST
    found = alike(
        speaker("Ines Carrow", "spokeswoman", "Port Authority"),
        speaker("Inez Carrow", "aide", "Port Authority"),
    )
    assert "both speak for “port authority”" in found.why


def test_an_entry_is_likelier_for_who_spoke_while_it_was_in_office():
    term = Role("senator", "", PartialDate.parse("2031"), PartialDate.parse("2036"))
    entry = of_entry(Entry("V1", "Marisol Vega", roles=(term,)))
    other, member = speaker("Marisol Vega")
    day = PartialDate.parse("2033-03-03").earliest.toordinal()
    then = likely(entry, other, {member.id: member}, {other.id: (day, day)})
    late = likely(entry, other, {member.id: member}, {other.id: (day + 9999, day + 9999)})
    assert then.why[-1] == "in office when “Marisol Vega” spoke (2033)"
    assert late.score < then.score


def test_two_of_one_name_say_what_differs():
    found = alike(speaker("Marisol Vega", "mayor"), speaker("Marisol Vega"))
    assert found.why == (
        "the same name",
        "one is “mayor”, one stands without an office, and others of that name hold other ones",
    )
    found = alike(speaker("Marisol Vega", "mayor"), speaker("Marisol Vega", "harbor pilot"))
    assert found.why == ("the same name", "“mayor” and “harbor pilot” are different offices")


def test_the_surest_have_fitting_offices_then_one_without_then_other_offices():
    first, *others = (speaker("M. Vega", "mayor"), speaker("Marisol Vega"), speaker("Marisol Vega", "pilot"))
    scores = [alike(speaker("Marisol Vega", "mayor"), other).score for other in (first, *others)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_when_both_spoke_is_told():
    one, other = speaker("Marisol Vega", "mayor"), speaker("M. Vega")
    then, later = (PartialDate.parse(year).earliest.toordinal() for year in ("2031", "2044"))
    near = alike(one, other, days={one[0].id: (then, then + 30), other[0].id: (then + 9, then + 9)})
    far = alike(one, other, days={one[0].id: (then, then + 30), other[0].id: (later, later)})
    assert near.why[-1] == "both are on record in 2031"
    assert far.why[-1] == "on record 12 years apart: 2031 and 2044"
    assert far.score < near.score
