import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.matching.alignment import word_diff
from claims.matching.likeness import likeness
from claims.views import Difference

SAID = "We will not raise harbor fees to pay for the new wall at Pier 9 this year"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (f"“{SAID}”", "identical"),
        (f"{SAID.lower()}.", "near"),
        ("We won't raise harbor fees to pay for the new wall at Pier 9 this year", "near"),
        ("We will not raise harborr fees to pay for new wall at Pier 9 this year", "near"),
        ("We will not raise harbor fees to pay for the new wall", "truncated"),
        ("We will not raise harbor fees … at Pier 9 this year", "elided"),
        ("We will not raise harbor fees to pay for the new wall this year", "elided"),
        ("We will not increase harbor fees to pay for the new wall at Pier 9 this year", "altered"),
        ("We may not raise harbor fees to pay for the new wall at Pier 9 this year", "altered"),
        ("We will raise harbor fees to pay for the new wall at Pier 9 this year", "negated"),
        ("We will not raise harbor fees to pay for the new wall at Pier 7 this year", "different"),
        ("The last of the shelters at Harlow High School closes on Friday", "different"),
    ],
)
def test_each_kind_of_change_has_its_name(other, relation):
    assert likeness(SAID, other).relation == relation


def test_a_changed_figure_is_the_same_utterance_with_a_changed_figure():
    found = likeness("They found 1,400 containers in the port.", "They found 1,100 containers in the port.")
    assert found.relation == "changed-figure"
    assert found.why == ("the figure differs: “1,400” / “1,100”",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She was elected in the 4th District on Tuesday", "She was elected in the 7th District on Tuesday"),
        (
            "The council has asked Senator Lindqvist for help",
            "The council has asked Senator Adeyemi for help",
        ),
        ("The governor sends 5,000 troops to the coast", "The governor sends more troops to the coast"),
    ],
)
def test_another_name_or_a_lost_figure_makes_another_statement(one, other):
    assert likeness(one, other).relation == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("will", "may"),
        ("must", "should"),
        ("legal", "illegal"),
        ("likely", "unlikely"),
        ("million", "billion"),
    ],
)
def test_a_word_that_turns_the_meaning_is_never_near(one, other):
    left, right = (
        f"The new wall is {word} to hold for 30 years, the engineers said" for word in (one, other)
    )
    assert likeness(left, right).relation not in ("identical", "near")


def test_words_and_digits_of_one_number_are_one_number():
    assert likeness("Five boats sank in the bay.", "5 boats sank in the bay").relation == "near"


def test_shared_words_of_somebody_else_need_more_proof():
    one = "The harbor wall must be finished before winter, whatever the state decides to pay"
    other = "The harbor wall must be finished before winter, and I have told the council so"
    assert likeness(one, other, same_speaker=True).score >= likeness(one, other, same_speaker=False).score


def test_a_short_phrase_inside_a_long_statement_is_no_cut_of_it():
    assert likeness("for the people", f"{SAID}, I say for the people").relation == "different"


WORDS = st.lists(
    st.sampled_from("we will not may raise 12 30 fees Vega Okafor the of harbor wall … said never".split()),
    max_size=25,
).map(" ".join)


@example("said 12 harbor said fees", "said 12 said harbor fees")
@example("may of Okafor", "may Okafor of")
@given(WORDS, WORDS)
def test_likeness_does_not_depend_on_which_text_comes_first(left, right):
    one, other = likeness(left, right), likeness(right, left)
    assert (one.relation, one.score) == (other.relation, other.score)
    assert 0 <= one.score <= 1


@given(WORDS)
def test_every_text_is_identical_to_itself(text):
    assert likeness(text, text).relation == "identical"


@given(WORDS, WORDS)
def test_a_word_diff_holds_every_word_of_both_sides(left, right):
    diff = word_diff(left, right)
    assert " ".join(part.left for part in diff if part.left) == left
    assert " ".join(part.right for part in diff if part.right) == right


def test_a_word_diff_shows_what_was_replaced():
    assert word_diff("We will not pay, now", "We will never pay now") == [
        Difference("equal", "We will", "We will"),
        Difference("replace", "not", "never"),
        Difference("equal", "pay, now", "pay now"),
    ]


def test_a_few_words_of_another_speaker_are_anybodys_beginning():
    whole = "When I came to the harbour last week I was told that the cranes would be gone by the summer."
    part = "When I came to the harbour last week"
    assert likeness(whole, part, same_speaker=True).relation == "truncated"
    assert likeness(whole, part, same_speaker=False).relation == "different"
    assert likeness(whole, whole[:-20], same_speaker=False).relation == "truncated"


def test_an_amount_with_marks_inside_is_no_number_of_a_name():
    one = "The ferry tax has cost every ward and every district 86,036 crowns since the storm, she said."
    assert likeness(one, one.replace("86,036", "76,036")).relation == "changed-figure"
    assert (
        likeness(one.replace("86,036 crowns", "8"), one.replace("86,036 crowns", "7")).relation == "different"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will", "We will not"),
        ("We will raise the harbor fees this year", "We will raise the harbor fees this year no more"),
        ("have we paid for the pier in this town", "Never have we paid for the pier in this town"),
    ],
)
def test_a_statement_that_ends_before_the_not_is_no_excerpt(one, other):
    assert likeness(one, other).relation == likeness(other, one).relation == "negated"


def test_figures_of_the_same_digits_with_other_marks_are_other_figures():
    one = "The storm sank 2-3 boats in the bay that night"
    assert likeness(one, one.replace("2-3", "2.3")).relation == "changed-figure"
    assert likeness(one, one.replace("2-3", "2.3").replace("that", "last")).relation == "changed-figure"
    assert likeness(one.replace("2-3", "1,200"), one.replace("2-3", "1200")).relation == "near"


def test_words_that_corpora_part_from_their_not_are_read():
    one = "We do not want the pier to close, and they can not ask us to pay for it"
    other = "We do n't want the pier to close, and they ca n't ask us to pay for it"
    assert likeness(one, other).relation in ("near", "altered")
    assert likeness(other, other.replace(" n't", "", 1)).relation == "negated"


def test_another_name_is_no_misprint():
    one = "I said that Councilwoman Clinton stood at noon on the quay of Harlow Bay."
    assert likeness(one, one.replace("Clinton", "Clifton")).relation == "altered"


def test_a_figure_with_another_sign_is_another_figure():
    one = "The storm has cost the port $5 million this year"
    found = likeness(one, one.replace("$", "€"))
    assert (found.relation, found.why) == ("changed-figure", ("the figure differs: “$5” / “€5”",))
    assert likeness(one, one.replace("$", "")).relation == "near"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do want", "donʼt want"),
        ("might want", "mightn't want"),
        ("might want", "mightnt want"),
        ("need", "neednt"),
        ("can", "can hardly"),
        ("would", "would barely"),
        ("would", "would scarcely"),
        ("often", "rarely"),
        ("are able to", "are unable to"),
        ("agree to", "refuse to"),
        ("managed to", "failed to"),
        ("will", "refuse to"),
    ],
)
def test_a_statement_and_its_opposite_never_join(one, other):
    said = "We {} raise the harbor fees for the wall at the pier this year"
    assert likeness(said.format(one), said.format(other)).relation == "negated"


@pytest.mark.parametrize(("one", "other"), [("are not able to", "are unable to"), ("will not", "refuse to")])
def test_two_ways_to_deny_are_no_opposites(one, other):
    said = "We {} raise the harbor fees for the wall at the pier this year"
    assert likeness(said.format(one), said.format(other)).relation.joins


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("nineteen ninety", "nineteen ninety five", "“nineteen ninety” / “nineteen ninety five”"),
        ("nineteen ninety", "ninety five", "“nineteen ninety” / “ninety five”"),
        ("the fifteenth", "the sixteenth", "“fifteenth” / “sixteenth”"),
        ("the twenty-first", "the twenty-second", "“twenty-first” / “twenty-second”"),
        ("a hundred", "two hundred", "“a hundred” / “two hundred”"),
        ("five", "five million", "“five” / “five million”"),
    ],
)
def test_a_number_in_words_that_differs_is_a_changed_figure(one, other, why):
    said = "The council has told us of {} in the letters that it wrote about the harbor"
    found = likeness(said.format(one), said.format(other))
    assert (found.relation, found.why) == ("changed-figure", (f"the figure differs: {why}",))


def test_other_money_is_told_where_other_words_differ_too():
    found = likeness(
        "It cost $5 million to build the new wall at the pier",
        "It cost €5 million to put up the new wall at the pier that winter",
    )
    assert found.relation == "changed-figure"
    assert found.why == ("the figure differs: “$5” / “€5”",)


def test_a_small_word_misheard_as_a_number_is_none():
    one = "We are going to vote on it on the day after the storm"
    assert likeness(one, one.replace(" to ", " two ")).relation == "near"
    assert likeness(one, one.replace(" the day", " two hundred days")).relation != "near"


@pytest.mark.parametrize(
    ("one", "other", "is_sure"),
    [
        (SAID, SAID.replace("will not", "will"), True),
        (SAID, SAID.replace("will not", "will …"), False),
        (SAID.replace("not", "never"), SAID, False),
        (f"Nobody said so. {SAID}", f"Noboody said so. {SAID}", False),
        (SAID, SAID.partition(" not ")[2], False),
    ],
)
def test_a_not_that_print_may_have_lost_is_no_sure_opposite(one, other, is_sure):
    found = likeness(one, other)
    assert (found.relation == "negated" and found.score >= 0.25) is is_sure
