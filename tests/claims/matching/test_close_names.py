from claims.matching.close_names import pairs
from claims.matching.speakers import Part, member_of, speakers
from claims.model import Attribution, SpeakerKind


def speaker(name, role="", organization="", kind=SpeakerKind.PERSON):
    member = member_of(Attribution(name, role=role, organization=organization, kind=kind))
    return speakers([Part(member, 1)])[0], member


def close(*several):
    return pairs([one for one, _ in several])


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


def test_a_name_that_runs_on_into_a_sentence_or_a_headline_is_nobody():
    vega = speaker("Vega")
    for odd in ("But Vega", "Storm Test Cancelled Halden Vega", "VEGA LEADS STATE VEGA", "daughter and Vega"):
        assert close(vega, speaker(odd)) == set()
    assert close(vega, speaker("María del Carmen Ruiz Vega")) == {(0, 1)}
    assert close(vega, speaker("DANA VEGA")) == {(0, 1)}
