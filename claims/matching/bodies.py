"""Names of bodies: their own words apart from company forms, abbreviations written out, initials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from claims.matching.spelling import latin
from claims.matching.titles import BODY_WORDS, COUNTRIES, SMALL_WORDS, is_body

# Company forms, short and long, each row one form or what it is called elsewhere (ISO 20275 has
# them all); two rows that differ tell two companies of one name apart.
_FORMS = """
    inc|incorporated|corp|corporation
    co|company|cie|compagnie|compania|cia
    ltd|limited|pvt ltd|private limited|pty ltd|pte ltd|co ltd|company limited
    llc|limited liability company|ooo|obshchestvo s ogranichennoy otvetstvennostyu|ood|tov|too
    llp|limited liability partnership
    lp|limited partnership
    plc|public limited company
    ag|aktiengesellschaft
    gmbh|gesellschaft mit beschrankter haftung|mbh
    kg|kommanditgesellschaft
    sa|sociedad anonima|societe anonyme|sociedade anonima|societa anonima
    sa de cv|sociedad anonima de capital variable
    srl|sarl|societatea cu raspundere limitata|societe a responsabilite limitee|s de rl
    spa|societa per azioni
    nv|naamloze vennootschap
    bv|besloten vennootschap
    se|societas europaea
    ab|aktiebolag
    as|aksjeselskap|aktieselskab|anonim sirketi
    aps|anpartsselskab
    oy|oyj|osakeyhtio
    kft|korlatolt felelossegu tarsasag
    zrt|nyrt
    sp z oo|spolka z ograniczona odpowiedzialnoscia
    sro|spol s ro
    doo
    joint stock company|joint stock|jsc|ojsc|pjsc|cjsc|oao|pao|zao|ao|joint stock corporation
    eood|ead
"""  # fmt: skip
# Too short or too common to be a form but at the end of a name.
_ONLY_LAST = frozenset("as se ab sa ag co kg spa too tov ao pao doo oy nv bv cia aps".split())


def _spaced(phrase: str) -> str:
    """A pattern for a form with or without stops between its letters: "llc", "l l c"."""
    return " ".join(" ?".join(word) if len(word) <= 5 else word for word in phrase.split())


_ROW_OF: dict[str, str] = {
    phrase.replace(" ", ""): row.split("|")[0]
    for row in map(str.strip, _FORMS.strip().splitlines())
    for phrase in row.split("|")
}
_PHRASES = sorted({p for row in _FORMS.strip().splitlines() for p in row.strip().split("|")})
_PHRASES.sort(key=len, reverse=True)
_FORM = re.compile(r"(?<!\S)(" + "|".join(map(_spaced, _PHRASES)) + r")(?!\S)")
_LONG = tuple({word for phrase in _PHRASES for word in phrase.split() if len(word) > 4})

ABBREVIATIONS = {
    "dept": "department", "natl": "national", "nat": "national", "intl": "international",
    "univ": "university", "assn": "association", "assoc": "association", "govt": "government",
    "comm": "commission", "cmte": "committee", "ctr": "center", "centre": "center", "hosp": "hospital",
    "mfg": "manufacturing",
    "bros": "brothers", "mgmt": "management", "svcs": "services", "inst": "institute", "fdn": "foundation",
    "dist": "district", "admin": "administration", "auth": "authority", "organisation": "organization",
    "org": "organization", "bancorp": "bank", "labour": "labor", "defence": "defense", "tech": "technology",
    "technologies": "technology", "sys": "systems", "hldgs": "holdings", "grp": "group", "eng": "engineering",
}  # fmt: skip


class Body(NamedTuple):
    """A body's name: all its words, its own ones, and the company forms it is printed with."""

    words: tuple[str, ...]
    own: tuple[str, ...]
    forms: frozenset[str]


@lru_cache(maxsize=8192)
def body(parts: tuple[str, ...]) -> Body:
    """Company forms apart, small words and the country it is of left out; never without own words."""
    plain = [_mended(latin(part)) for part in parts]
    rest, forms = _without_forms(" ".join(plain))
    every = [ABBREVIATIONS.get(word, word) for word in rest.split()] or plain
    own = [word for word in every if word not in SMALL_WORDS] or every
    own = [word for word in own if word not in COUNTRIES] or own
    return Body(tuple(every), tuple(own), forms)


def names_body(parts: list[str]) -> bool:
    """Do these words name an institution or a company rather than a person?"""
    return is_body(parts) or bool(_without_forms(" ".join(map(latin, parts)))[1])


def _mended(word: str) -> str:
    """A long word of a company form with one letter wrong or none at its end, as it should be."""
    if len(word) < 5 or word in BODY_WORDS or word in _LONG:
        return word
    near = (right for right in _LONG if abs(len(word) - len(right)) < 2)
    return next((right for right in near if OSA.distance(word, right, score_cutoff=1) <= 1), word)


def _without_forms(name: str) -> tuple[str, frozenset[str]]:
    found: set[str] = set()

    def taken(match: re.Match[str]) -> str:
        form = match[1].replace(" ", "")
        before, after = name[: match.start()].strip(), name[match.end() :].strip()
        if not (before or after) or (form in _ONLY_LAST and not before) or (form in _ONLY_LAST and after):
            return match[1]
        found.add(_ROW_OF[form])
        return ""

    rest = " ".join(_FORM.sub(taken, name).split())
    # A name that is nothing but forms is somebody's all the same.
    return (rest, frozenset(found)) if rest else (name, frozenset())


def is_acronym(short: Body, long: Body) -> bool:
    """Is one the other's initials: "pla" of "people's liberation army", "usda", "doj" (its "of" counts)?"""
    if len(long.words) < 2 or not short.own:
        return False
    first = "".join(short.own) if all(len(word) == 1 for word in short.own) else short.own[0]
    if first in long.words:
        return False
    ways: list[Sequence[str]] = [long.words, long.own]
    ways += [[word for word in long.words if word not in left_out] for left_out in (SMALL_WORDS, COUNTRIES)]
    return len(first) > 1 and first in map(_initials, ways)


def _initials(words: Sequence[str]) -> str:
    return "".join(word if word in ("us", "uk", "un") else word[0] for word in words)
