"""Words of speech, and the small words that stand around them.

A cue is a word that puts something on record ("said", "according to"). Beliefs
and intentions ("hopes", "wants", "thinks") are none. Each verb has a frame:

    say    takes a clause with or without "that":  said the road is closed
    tell   takes the person told first:            told reporters the road is closed
    state  needs signs of a clause, since it is an everyday word too: added that
    name   takes any complement:                   called it a mess, urged them to go
    mark   goes with quotation marks only:         "Yes," she laughed
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Frame(StrEnum):
    SAY = "say"
    TELL = "tell"
    STATE = "state"
    NAME = "name"
    MARK = "mark"


class Form(StrEnum):
    PAST = "past"
    THIRD = "third"
    BASE = "base"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    lemma: str
    frame: Frame
    form: Form
    noun: bool = False  # the form is a noun as well: "claims", "reports"


_VERBS = {
    Frame.SAY: """say argue claim insist acknowledge declare suggest warn assert contend allege announce
        explain concede admit testify confirm predict deny reiterate complain recall report write tweet stress
        emphasize boast lament vow promise pledge swear reveal disclose mention propose caution joke""",
    Frame.TELL: "tell remind inform assure notify",
    Frame.STATE: """add note state conclude respond reply answer counter remark comment observe repeat
        maintain charge point quip shout yell chant retort tout indicate post ask read speak
        talk proclaim advise estimate question discuss recommend exclaim""",
    Frame.NAME: """call describe accuse criticize praise condemn mock blast slam urge demand""",
    Frame.MARK: """continue begin start laugh smile sigh whisper cry cheer shrug nod finish go fire bark
        recount interject opine deadpan chuckle muse shoot snap mutter murmur scream groan grumble plead fume
        gush enthuse elaborate clarify wonder""",
}
_PAST = {
    "say": "said", "tell": "told", "write": "wrote", "swear": "swore", "read": "read", "speak": "spoke",
    "begin": "began", "go": "went", "deny": "denied", "reply": "replied", "testify": "testified",
    "notify": "notified", "cry": "cried",
    "shoot": "shot",
}  # fmt: skip
_DOUBLED = {
    "admit": "admitt",
    "nod": "nodd",
    "quip": "quipp",
    "slam": "slamm",
    "begin": "beginn",
    "snap": "snapp",
    "chat": "chatt",
}
# Third person and base forms that are nouns as often as verbs.
_NOUNS = frozenset(
    """report claim note call charge question promise state demand comment answer remark point tweet post
    estimate vow pledge read shout chant cheer laugh smile sigh cry fire counter start mention praise boast
    lament reply caution warn talk joke shoot snap scream wonder""".split()
)


def _forms(lemma: str) -> dict[str, Form]:
    stem = _DOUBLED.get(lemma, lemma)
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    s = lemma[:-1] + "ies" if y else lemma + ("es" if lemma.endswith(("ss", "sh", "go")) else "s")
    ed = _PAST.get(lemma) or (stem + "d" if stem.endswith("e") else stem + "ed")
    ing = (stem[:-1] if stem.endswith("e") else stem) + "ing"
    return {lemma: Form.BASE, s: Form.THIRD, ing: Form.ING, ed: Form.PAST}


def _lexicon() -> dict[str, Cue]:
    words: dict[str, Cue] = {}
    for frame, lemmas in _VERBS.items():
        for lemma in lemmas.split():
            for word, form in _forms(lemma).items():
                noun = lemma in _NOUNS and form in (Form.THIRD, Form.BASE)
                words[word] = Cue(lemma, frame, form, noun)
    return words


CUES = _lexicon()
# "added that", "noted the" take a clause; these need a clear sign of one (see clauses).
PARTICLES = {"point": "out", "go": "on"}

ARTICLES = frozenset("the a an his her their its our my your".split())
# Nouns of a place where something is said: "in a statement", "during an interview with".
OCCASIONS = frozenset(
    """statement interview release email e-mail tweet tweets speech letter report remarks comments briefing
    conference call post message video memo filing testimony address broadcast appearance debate rally
    hearing podcast forum event editorial column op-ed essay article note affidavit documents complaint
    lawsuit press news telephone phone television tv radio twitter facebook townhall hall""".split()
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
TIMES = frozenset(
    (*WEEKDAYS, "today", "yesterday", "tonight", "earlier", "later", "recently", "morning", "afternoon",
     "evening", "night", "week", "month", "year", "ago", "early", "late")
)  # fmt: skip
AUXILIARIES = frozenset(
    """has have had is was are were be been being will would could might may should can must do does did
    ’s 's ’d 'd""".split()
)
# Past forms of everyday verbs that do not end in -ed and are no nouns.
IRREGULAR = frozenset(
    """became began bought broke brought built came caught chose did died drew drove fell felt fled flew
    forgot fought found froze gave got grew heard held kept knew laid lent lost made meant met paid ran
    rose said sank sat saw sent sold sought spent spoke stole stood struck swore taught thought threw
    told took understood went woke won wore wrote""".split()
)
BE = frozenset("is was are were be been being am ’s 's get gets got getting".split())
NEGATIONS = frozenset("not never n't neither nor no".split())
CONTRACTED = ("n't", "n’t")
ADVERBS = frozenset(
    """also then later once again still even just now already often always sometimes first initially
    previously recently repeatedly reportedly earlier today yesterday too however meanwhile simply
    further famously openly publicly both all each long since only quickly instead soon
    afterward afterwards twice ever himself herself themselves itself perhaps""".split()
)
PRONOUNS = frozenset("he she they it we i you".split())
RELATIVES = frozenset("who which that".split())
PREPOSITIONS = frozenset(
    """in on at during for with from by to about after before under over through via amid against since
    among between despite despite following without within into as per unlike like near outside inside
    around along across toward towards upon beyond citing given throughout""".split()
)
DETERMINERS = frozenset(
    """the a an his her their its our my your this that these those some many several most other another
    one two three four five six seven eight nine ten few both all any each every no more""".split()
)
# Where a noun phrase cannot go on to the left.
BREAKS = frozenset(
    """but or while as because although though if when that than so where since until what how why whether
    which who whom whose yet also then nor unless except once even and""".split()
) | AUXILIARIES  # fmt: skip
PLURALS = frozenset(
    "people police men women others some many few most both all critics media data public".split()
)
