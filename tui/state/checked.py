"""The answer of `check` in a reporter's words: the verdict, what differs, what was looked through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.asked.values import Checked, Likeness, Part, Statement, Verdict
from claims.model import Relation
from claims.printed import NO_SOURCE
from claims.views import Difference, Hit, Searched
from tui.state.words import ONLY_MARKS, RELATIONS, SMALL_WORDS, counted, date_words

LEGEND = "[-only in your text-] {+only on record+}"
# Words of a long stretch that are shown at each end of it.
_ENDS = 6
# Letters of a differing stretch that fit into a first line.
_SHORT = 60

_VERDICTS = {
    Verdict.VERBATIM: "Said, word for word",
    Verdict.SHORTENED: "Said, shortened",
    Verdict.IN_PART: "Said in part",
    Verdict.CHANGED: "Words changed",
    Verdict.CHANGED_FIGURE: "Figure changed",
    Verdict.ANOTHER_SPEAKER: "Said by somebody else",
    Verdict.NO_SPEAKER: "Printed, but nobody is named as the speaker",
    Verdict.NEGATED: "The opposite was said",
    Verdict.IN_TEXT: "Printed, but in no recorded quote",
    Verdict.NOT_FOUND: "Not found here",
}


def headline(checked: Checked) -> str:
    """The verdict with who said it, where and when: "Said, word for word: Marisol Vega, Bay Ledger, 2031"."""
    words = _VERDICTS[checked.verdict]
    if checked.verdict is Verdict.IN_TEXT:
        return _in_text(checked)
    if checked.verdict is Verdict.NOT_FOUND:
        return f"{words}: looked through {looked_through(checked.searched)}."
    first = deciding(checked)
    if checked.verdict is Verdict.NEGATED and not first.is_theirs:
        other = f"{first.hit.speaker or 'somebody who is not named'} said the opposite ({where(first.hit)})"
        return f"Nothing like it of {checked.speaker} on record; {other}."
    if checked.verdict is Verdict.ANOTHER_SPEAKER:
        return f"{words}: {first.hit.speaker}, not {checked.speaker} ({where(first.hit)})."
    who = " · ".join(filter(None, (first.hit.speaker, where(first.hit))))
    if checked.verdict is Verdict.SHORTENED and (cut := _cut_off(first.likeness)):
        words = f"Said, but right {cut}, which you leave out"
    if checked.verdict is Verdict.VERBATIM and not first.likeness.is_as_written:
        words = f"Said, {_AS_REPORTED if first.likeness.read_as else f'in {_OTHER_WRITING}'}"
    words += _REPORTED.get(first.hit.type, "")
    changed = _changed_words(first.likeness) if checked.verdict in _TELLS_WORDS else ""
    return f"{words}{changed}: {who}."


# What is no quotation is nobody's very words.
_REPORTED = {
    "indirect": " (as the source reports it, not in quotation marks)",
    "mixed": " (partly in the source's own words)",
}
_OTHER_WRITING = "the same words written another way"
_AS_REPORTED = "as your text reports it"
_LEFT_OUT = re.compile("right (before|after) these words stands (“.+”)")


def _cut_off(found: Likeness) -> str:
    """What turns or holds back, on record, what was asked for: "after “not”", "before “only if”"; else ""."""
    told = next((told for why in found.why if (told := _LEFT_OUT.match(why))), None)
    return f"{'after' if told[1] == 'before' else 'before'} {told[2]}" if told else ""


def _in_text(checked: Checked) -> str:
    first = checked.in_text[0]
    if first.likeness.is_verbatim:
        return f"{_VERDICTS[Verdict.IN_TEXT]}: {where(first.hit)}."
    what = "figure" if first.likeness.relation is Relation.CHANGED_FIGURE else "words"
    changed = _changed_words(first.likeness)
    return f"Printed with other {what}, and in no recorded quote{changed}: {where(first.hit)}."


_TELLS_WORDS = (Verdict.CHANGED, Verdict.CHANGED_FIGURE)


def _changed_words(found: Likeness) -> str:
    """ ", “46” for “64”": what the text has for what the record has, if that is short."""
    changed = [one for one in found.diff if one.op == "replace"]
    if len(changed) != 1 or len(changed[0].left + changed[0].right) > _SHORT:
        return ""
    return f", “{changed[0].left}” for “{changed[0].right}” on record"


def deciding(checked: Checked) -> Statement:
    """The statement that the verdict rests on."""
    fitting = [one for one in checked.statements if _decides(checked.verdict, one)]
    return next((one for one in fitting if one.is_theirs), fitting[0])


def _decides(verdict: Verdict, one: Statement) -> bool:
    match verdict:
        case Verdict.NEGATED:
            return one.likeness.relation is Relation.NEGATED
        case Verdict.ANOTHER_SPEAKER:
            return one.likeness.relation.joins and bool(one.hit.speaker)
        case Verdict.NO_SPEAKER:
            return one.likeness.relation.joins
        case _:
            return one.likeness.relation.joins and one.is_theirs


def remarks(checked: Checked) -> list[str]:
    """What else has to be known: who was asked for, the opposite, a "not" that was cut off."""
    found = []
    if checked.from_paste:
        found.append(f"Your text names {checked.speaker}: that is who is asked for.")
    found += _besides(checked)
    if checked.speaker and not checked.is_speaker_known:
        found.append(f"Nobody called {checked.speaker} is on record: see `onrecord speakers`.")
    if checked.verdict is Verdict.IN_TEXT:
        found.append("`onrecord record DOCUMENT START END` puts a passage on record.")
    if checked.verdict is Verdict.NOT_FOUND and checked.statements:
        found.append("The nearest statements share words with it, and are no versions of it.")
    return found


def _besides(checked: Checked) -> Iterator[str]:
    """The opposite, where it is not the verdict; beside the opposite who said the very words."""
    denials = [one for one in checked.statements if one.likeness.relation is Relation.NEGATED]
    if denials and checked.verdict is not Verdict.NEGATED:
        yield f"The opposite is on record too: {denials[0].hit.speaker or where(denials[0].hit)}."
    others = [one for one in checked.statements if one.likeness.is_verbatim and not one.is_theirs]
    if others and checked.verdict is Verdict.NEGATED:
        yield f"Somebody else said it: {others[0].hit.speaker or where(others[0].hit)}."


def where(hit: Hit) -> str:
    """ "Bay Ledger, 2031-03-03 (published)"."""
    when = f"{hit.date} ({hit.date_is})" if hit.date and hit.date_is else date_words(hit.date)
    return f"{hit.source or NO_SOURCE}, {when}"


def looked_through(searched: Searched) -> str:
    """Documents with their dates, quotes, and whole texts."""
    dates = f" dated {searched.period}" if searched.period else ""
    undated = f" ({searched.undated:,} undated)" if searched.undated else ""
    documents = counted(searched.documents, "document")
    return f"{counted(searched.quotes, 'quote')} and the whole texts of {documents}{dates}{undated}"


def likeness_words(found: Likeness) -> str:
    """How a wording differs: "word for word, within a longer statement", "words changed, in a part of it"."""
    if found.is_whole and found.is_as_written:
        return "word for word" if found.relation is Relation.IDENTICAL else ONLY_MARKS
    if found.relation is Relation.NEAR and not found.is_verbatim:
        return SMALL_WORDS
    exactly = "word for word" if found.is_as_written else _AS_REPORTED if found.read_as else _OTHER_WRITING
    words = exactly if found.is_verbatim else RELATIONS[found.relation]
    if found.relation in (Relation.TRUNCATED, Relation.ELIDED):
        return f"{words}, {'in your text' if found.part is Part.ASKED else 'on record'}"
    tail = {Part.ASKED: ", within a longer statement", Part.RECORDED: ", a part of your text"}
    return words + tail.get(found.part, "")


def reasons(found: Likeness) -> Sequence[str]:
    """Why, without what the words of `likeness_words` or the marks of the diff say."""
    return [why for why in found.why if why.startswith(_TELLING)]


_TELLING = (
    "right before",
    "right after",
    "these words are denied",
    "your text goes on",
    "your text is read",
    "another name",
    "may, must",
    "it is like",
)


def printings_words(one: Statement) -> str:
    """ "primary source of 3 printings"; "" for a statement that was printed once."""
    if one.printings < 2:
        return ""
    count = f"{'at least ' if one.more else ''}{one.printings:,} printings"
    return f"primary source of {count}" if one.primary else f"one of {count}"


def marked(diff: Iterable[Difference]) -> str:
    """The words with what differs between marks that need no colour; long stretches cut in the middle."""
    parts = []
    for one in diff:
        if one.op == "equal":
            parts.append(_short(one.right))
            continue
        parts += [f"[-{_short(one.left)}-]"] if one.left else []
        parts += [f"{{+{_short(one.right)}+}}"] if one.right else []
    return " ".join(parts)


def _short(words: str) -> str:
    several = words.split()
    if len(several) <= 2 * _ENDS + 2:
        return words
    return " ".join((*several[:_ENDS], "…", *several[-_ENDS:]))
