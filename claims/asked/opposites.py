"""The ways in which a short statement may have been denied, or a denial said without its "not"."""

from __future__ import annotations

import re

from claims.matching.wording import NEGATORS, wording

_AUXILIARIES = frozenset(
    """do does did is are was were has have had can could will would shall should must may might am""".split()
)
_SHORT_FORMS = {"will": "won't", "can": "can't", "shall": "shan't"}
_PRONOUNS = frozenset("i we you they he she it".split())


def opposites(text: str) -> list[str]:
    """Wordings of a few words to be looked for as they stand: with "not", "n't" and "never", without them,
    and as "I'll" for "I will".
    """
    bare = [form for form in wording(text).forms if form not in NEGATORS]
    if len(bare) < _FEWEST:
        return []
    at = next((place for place, form in enumerate(bare) if form in _AUXILIARIES), -1)
    if at < 0:
        ways = [bare, [bare[0], "never", *bare[1:]]]
    else:
        before, verb, after = bare[:at], bare[at], bare[at + 1 :]
        short = _SHORT_FORMS.get(verb, f"{verb}n't")
        ways = [
            bare,
            [*before, verb, "not", *after],
            [*before, short, *after],
            [*before, verb, "never", *after],
        ]
        if verb == "will" and before and before[-1] in _PRONOUNS:
            ways.append([*before[:-1], f"{before[-1]}'ll", *after])
    return [" ".join(way) for way in ways]


def denied_in(text: str, words: str) -> tuple[int, int] | None:
    """Where a few words stand in some others (normalised), one of them with a negation inside."""
    bare = [form for form in wording(text).forms if form not in NEGATORS]
    if len(bare) < _FEWEST:
        return None
    ways = [f"(?:{re.escape(form)}{_contracted(form)})" for form in bare]
    found = re.search(rf"\b{_NEGATED.join(ways)}\b", words)
    return found.span() if found else None


def _contracted(form: str) -> str:
    """Further ways to print a verb with its "not", as words are folded."""
    if form not in _AUXILIARIES:
        return ""
    short = _SHORT_FORMS.get(form, f"{form}n't")
    return f"|{short.replace(chr(39), ' ')}|{short.replace(chr(39), '')}|{form}not"


_NEGATED = f"(?: (?:{'|'.join(sorted(NEGATORS))}))? "

# Words of a statement that is looked for in the ways in which it may have been denied: it shares no run
# of four words with them.
FEW_WORDS = 6
# A word alone, without its "not", stands in thousands of statements.
_FEWEST = 2
