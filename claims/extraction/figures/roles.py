"""What happened to what is counted: "arrested", "seized", "killed"; as the text says it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted_words import ADVERBS, AUXILIARIES, VERBS, is_participle
from claims.extraction.numbers.tokens import Token

# Verbs of events that news counts, by their past participle: the role that is kept.
_REGULAR = """arrested seized killed injured wounded charged recovered indicted convicted sentenced detained
    rescued hospitalized displaced evacuated destroyed damaged infected deported vaccinated confiscated
    donated fined awarded approved hired dismantled stranded released executed murdered kidnapped abducted
    extradited searched questioned treated tested admitted suspended resigned retired removed intercepted
    identified returned delivered collected issued""".split()
_IRREGULAR = {
    "died": "die dies died dying dead deaths death fatalities fatality",
    "shot": "shot shooting shootings",
    "hurt": "hurt",
    "missing": "missing",
    "stolen": "steal steals stole stolen stealing thefts theft",
    "sold": "sell sells sold selling sales sale",
    "lost": "lose loses lost losing losses loss",
    "spent": "spend spends spent spending",
    "laid off": "layoffs layoff",
}
_NOUNS = {
    "arrested": "arrest arrests",
    "seized": "seizure seizures",
    "injured": "injury injuries",
    "killed": "killings killing slain slayings",
    "convicted": "conviction convictions",
    "indicted": "indictment indictments",
    "detained": "detention detentions",
    "infected": "infection infections",
    "donated": "donation donations",
    "rescued": "rescue rescues",
    "sentenced": "sentence",
    "evacuated": "evacuation evacuations",
    "murdered": "murder murders",
}


def _forms(participle: str) -> list[str]:
    """The regular forms of a verb from its participle: seize, seizes, seizing, seized."""
    stem = participle[:-2] if participle.endswith("ed") else participle
    bases = {stem, stem + "e"}
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        bases.add(stem[:-1])
    forms = [participle, stem + "ing"]
    for base in bases:
        forms += [base, base + "s"]
    return forms


_ROLE: dict[str, str] = {}
for _participle in _REGULAR:
    for _form in _forms(_participle):
        _ROLE[_form] = _participle
for _role, _words in (*_IRREGULAR.items(), *_NOUNS.items()):
    for _word in _words.split():
        _ROLE[_word] = _role
# Forms that are other words more often than verbs of an event.
_OTHER_WORDS = """fin fine fines test tests releas release treat issue issues return returns sale sales sell
    sells sentenc charg award awards search question questions suspend loss losses damage damages stranding"""
for _word in _OTHER_WORDS.split():
    _ROLE.pop(_word, None)

# Things done to people: "arrest 179" counts people though no noun is printed.
OF_PEOPLE = frozenset(
    """arrested killed injured wounded charged indicted convicted sentenced detained rescued hospitalized
    displaced evacuated infected deported vaccinated died shot hurt missing murdered kidnapped abducted
    stranded extradited""".split()
)

_DONE = frozenset("was were been are is be being have has had".split())
_BETWEEN = frozenset("also then later reportedly already allegedly either since who that which".split())


def names_role(word: str) -> bool:
    """Is a lower-case word a form of a verb of an event ("seize"), or its noun?"""
    return word in _ROLE


def role_of_noun(head: str) -> str:
    """The role a counted noun names by itself: "arrests" is arrested."""
    role = _ROLE.get(head, "")
    return role if head not in ("shot", "shooting") else ""


def role(row: Sequence[Token], first: int, last: int, begin: int, end: int) -> str:
    """The role of a figure with its noun at tokens [first, last), or "".

    Args:
        begin: where the sentence or the quotation begins.
        end: where the next figure begins: a passive verb past it is not this one's.
    """
    return _after(row, last, end) or _before(row, first, begin)


_STOPS = frozenset("; . where when while because after before although though who which".split())

# A list between a noun and its verb may be long; a clause is not longer than this.
_REACH = 32


def _after(row: Sequence[Token], last: int, end: int) -> str:
    """ "12 men arrested", "90 kilograms of wire, including ..., were recovered"."""
    at, passive = last, False
    while at < min(end, last + _REACH):
        word = row[at].lower
        if at == last or passive or row[at - 1].lower in _BETWEEN:
            found = _ROLE.get(word, "")
            if found and (word == found or word in ("dead", "dying")):
                return found
        if word in _DONE:
            passive = True
        elif (
            (passive and word not in _BETWEEN and word not in ADVERBS and word not in AUXILIARIES)
            or word in _STOPS
            or (word in VERBS and at > last)
            or (word == "and" and _new_clause(row, at + 1))
        ):
            return ""
        at += 1
    return ""


def _new_clause(row: Sequence[Token], at: int) -> bool:
    """After "and": does a verb or a number begin something else?"""
    word = row[at].lower if at < len(row) else ""
    return word in VERBS or word in AUXILIARIES or is_participle(word) or not word.isalpha()


# A figure that says where or by how many takes no role from a verb before it.
_LOCATIVE = frozenset(
    "on in across at among amongst within by from to under throughout than between into".split()
)


def _before(row: Sequence[Token], first: int, begin: int) -> str:
    """ "seizing more than [$6.5 million]", "arrests of nearly [300]"."""
    if first and row[first - 1].lower in _LOCATIVE:
        return ""
    for at in range(first - 1, max(begin - 1, first - _REACH), -1):
        word = row[at].lower
        found = _ROLE.get(word, "")
        if found:
            return found
        if word in _STOPS or word in ("”", '"') or word in AUXILIARIES or word in VERBS:
            return ""
        if is_participle(word) and word.endswith("ed"):
            return ""
    return ""
