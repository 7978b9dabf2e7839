from claims.matching.likely import LEAST, likely, pairs
from claims.matching.speakers import Part, member_of, of_entry, speakers
from claims.model import Attribution, Entry, PartialDate, Role, SpeakerKind


def speaker(name, role="", organization="", kind=SpeakerKind.PERSON):
    member = member_of(Attribution(name, role=role, organization=organization, kind=kind))
    return speakers([Part(member, 1)])[0], member


def alike(*two, days=None):
    members = {member.id: member for _, member in two}
    return likely(two[0][0], two[1][0], members, days or {})


def close(*several):
    return pairs([one for one, _ in several])


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


def test_pairs_share_a_surname_its_sound_or_the_initials_of_a_body():
    assert close(speaker("Marisol Vega"), speaker("Vega"), speaker("Dana Okafor")) == {(0, 1)}
    assert close(speaker("Ruth Husayn"), speaker("Ruth Hussein")) == {(0, 1)}
    assert close(speaker("PAHB"), speaker("Port Authority of Harlow Bay", kind=SpeakerKind.BODY)) == {(0, 1)}
    assert close(speaker("the department"), speaker("Department")) == set()
    assert close(speaker("officials", kind=SpeakerKind.GROUP), speaker("officials")) == set()


def test_of_hundreds_with_one_surname_those_are_compared_whose_given_names_begin_alike():
    many = [speaker(f"{chr(97 + i % 26)}{chr(97 + i // 26)}x Vega") for i in range(300)]
    found = close(*many, speaker("axx Vega"), speaker("Vega"))
    assert {pair for pair in found if pair[1] == 300} == {(i, 300) for i in range(0, 300, 26)}
    assert not {pair for pair in found if pair[1] == 301}


def test_names_in_short_begin_like_the_long_ones():
    assert close(speaker("Bill Vega"), speaker("William Vega"), speaker("Ruth Vega")) == {(0, 1)}


def test_pairs_grow_with_the_number_of_speakers(in_step):
    def some(count):
        return [speaker(f"{chr(97 + i % 26)}xx V{i // 3}ga")[0] for i in range(count)]

    small, large = some(1000), some(4000)
    assert in_step(lambda: pairs(small), lambda: pairs(large), 4)


def test_names_in_another_order_or_with_a_role_after_them_are_found():
    assert close(speaker("Vega, Marisol"), speaker("Marisol Vega")) == {(0, 1)}
    assert close(speaker("Marisol Vega (mayor)"), speaker("Marisol Vega")) == {(0, 1)}
