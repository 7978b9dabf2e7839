from collections.abc import Callable
from datetime import UTC, datetime

from claims.model import Cluster, Judgement, JudgementKind, Outcome, Pair, Relation
from claims.ports import Citation
from claims.views import Difference, Utterance, Version
from tui.state.laidout import Laid, laid

WHOLE = "We will not ask the families to pay for this pier in the next two years."


def utterance(*citations: Citation) -> Utterance:
    versions = [Version(one, one.value, preferred=not at) for at, one in enumerate(citations)]
    ids = list(dict.fromkeys(one.value.id for one in citations))
    pairs = [Pair(*sorted((ids[0], other)), Relation.NEAR, 0.9, ("alike",)) for other in ids[1:]]
    return Utterance(Cluster(tuple(ids), tuple(pairs)), tuple(versions))


def differing(one: Laid) -> list[Difference]:
    return [piece for piece in one.diff if piece.op != "equal"]


def test_each_wording_stands_once_with_how_it_differs_from_the_first(quoted: Callable[..., Citation]):
    shorter, other = WHOLE.replace(" in the next two years", ""), WHOLE.replace("pier", "bridge")
    made = [
        quoted(WHOLE, source="City Hall"),
        quoted(shorter, source="Harlow Bay Herald"),
        quoted(other, source="Coastal Wire"),
        quoted(WHOLE, source="Bay Ledger"),
    ]
    first, second, third = laid(utterance(*made), {})
    assert (first.heading, first.told) == ("City Hall, 2026-02-03 and 1 more", "primary source")
    assert len(first.quotes) == 2
    assert (second.told, second.why) == ("− shortened: 5 words cut", ("alike",))
    assert differing(second) == [Difference("delete", "in the next two years.", "")]
    assert third.told == "≠ words changed: 1 word cut, 1 word added"
    assert differing(third) == [Difference("replace", "pier", "bridge")]


def test_capitals_and_punctuation_count_only_on_request(quoted: Callable[..., Citation]):
    loud = WHOLE.replace("We will not", "We Will Not,")
    found = utterance(quoted(WHOLE, source="City Hall"), quoted(loud, source="Coastal Wire"))
    assert len(laid(found, {})) == 1
    first, second = laid(found, {}, exact=True)
    assert differing(first) == []
    assert differing(second) == [Difference("replace", "will not", "Will Not,")]


def test_what_was_decided_of_a_pair_is_told_beside_the_other_version(quoted: Callable[..., Citation]):
    one, two = quoted(WHOLE, source="City Hall"), quoted(WHOLE[:-20], source="Coastal Wire")
    pair = tuple(sorted((one.value.id, two.value.id)))
    made = Judgement(JudgementKind.QUOTES, pair, "same", "okafor", datetime(2031, 3, 2, tzinfo=UTC))
    found = laid(utterance(one, two), {pair: Outcome("same", "agreed", ("okafor",), (made,))})
    assert [each.decided for each in found] == ["", "same, by okafor"]
