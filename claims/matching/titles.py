"""Words around a name that are no part of it: titles, honours, party tags."""

from __future__ import annotations

import re
import unicodedata

# Titles as newspapers print them before a name (AP Stylebook, "titles"), whole and short.
TITLES = frozenset(
    """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron count countess
    hon honorable honourable excellency president pres vice premier chancellor chairman chairwoman
    chair king queen prince princess sheikh sheik imam ayatollah pope cardinal archbishop bishop
    rev reverend father fr sister rabbi pastor deacon
    sen sens senator rep reps representative congressman congresswoman delegate assemblyman
    assemblywoman councilman councilwoman councilmember councillor alderman commissioner
    gov govs governor lt lieutenant mayor supervisor ambassador amb secretary minister
    undersecretary treasurer comptroller auditor speaker whip leader
    attorney atty general gen solicitor prosecutor judge justice magistrate sheriff chief deputy
    acting assistant asst associate interim former retired ex then
    adm admiral col colonel maj major capt captain cmdr commander cpl corporal pvt private
    sgt sergeant det detective insp inspector officer agent special trooper constable marshal
    superintendent supt spokesman spokeswoman spokesperson director executive
    """.split()
)

# After a name: degrees, orders, memberships. "Jr." and "III" are not here: they tell two people apart.
HONOURS = frozenset("md phd esq dds dvm jd rn cpa mp mep mbe obe cbe kbe qc kc ret usn usa usmc usaf".split())

GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())

# A name that ends in or holds one of these is a body's: its first word is never taken for a title.
BODY_WORDS = frozenset(
    """
    administration agency alliance army assembly association authority bank board bureau cabinet
    center centre chamber church club coalition college commission committee company conference
    congress corporation corp council court department dept district division embassy enforcement
    federation fire force forces foundation fund government group guard herald hospital house inc
    industries institute institution journal league legion limited llc llp lp ltd ministry mission
    museum navy network news office organisation organization parliament partners partnership party
    plc police post press project school senate service services society staff studies system
    systems team times tribune trust union university wire works & co ag gmbh
    """.split()
)

PARTICLES = frozenset("al el bin ibn de del della van von der den da di la le y e".split())
SMALL_WORDS = frozenset("the and of for & s".split())
COUNTRIES = frozenset("us uk un american british united states federal national state city county".split())

# Short forms that newspapers use for a first name; each row is one name.
_ONE_NAME = """
    william bill will billy liam|robert bob rob bobby|richard rick dick rich|james jim jimmy jamie
    john jack johnny jon|joseph joe joey|thomas tom tommy|michael mike mick|charles charlie chuck
    edward ed eddie ted|theodore ted teddy|david dave|daniel dan danny|stephen steven steve
    anthony tony|andrew andy drew|christopher chris|matthew matt|nicholas nick|patrick pat
    peter pete|philip phil|samuel sam|benjamin ben|alexander alex sandy|gregory greg|jeffrey jeff
    geoffrey geoff|kenneth ken|lawrence larry|leonard len|ronald ron|donald don|timothy tim
    vincent vince|walter walt|henry harry hank|frederick fred|gerald jerry|douglas doug|raymond ray
    elizabeth liz beth betty eliza|katherine catherine kate kathy cathy katie|margaret maggie peggy meg
    barack barry|susan sue|deborah debbie|patricia pat patty|jennifer jen jenny|rebecca becky
    victoria vicky|barbara barb|judith judy|pamela pam|cynthia cindy|jacqueline jackie|joshua josh
    jonathan jon|nathaniel nate nathan|zachary zach|bernard bernie|eugene gene|francis frank
    abraham abe|albert al bert|alfred al fred|arthur art|clifford cliff|dominic dom|mitchell mitch
    randall randy|russell russ|stanley stan|terence terry|tomas tom|ruth ruthie|manuel manny
"""
NICKNAMES: dict[str, frozenset[str]] = {}
for _row in _ONE_NAME.replace("\n", "|").split("|"):
    for _name in _row.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | frozenset(_row.split())

_PARTY = re.compile(
    r"[\s,]*\(\s*(?:D|R|I|L|Dem|Rep|Ind)\.?(?:\s*[-–—,]\s*[A-Za-z. ]{2,20})?\s*\)", re.IGNORECASE
)
_PARTY_TAIL = re.compile(r",\s*(?:D|R|I)\.?\s*[-–—]\s*[A-Za-z. ]{2,20}$")
_TAG_BEHIND = re.compile(r"(?:\s*,\s*|\s*\(\s*)([DRI]\.?\s?[-–—]\s?[A-Za-z. ]{2,20}?)\s*\)?$")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`](?=\w)")
_LAND = re.compile(r"\bu\.\s?([snk])\b\.?")
_WORD = re.compile(r"[^\W_]+|&")
_NO_NAME = frozenset("of for the and in at on to".split())
_POSSESSIVE = re.compile(r"['’]s?$")


def bare(name: str) -> str:
    """A name without party, state and degrees, its last word no possessive."""
    plain = _PARTY_TAIL.sub("", _PARTY.sub("", name.strip()))
    first, *rest = plain.split(",")
    kept = [part for part in rest if part.replace(".", "").strip().casefold() not in HONOURS]
    return _POSSESSIVE.sub("", ",".join([first, *kept]).strip())


def parted(name: str) -> tuple[str, str]:
    """A name, and the party and state behind it without brackets, "" for none: ("Vega", "D-Mass.")."""
    tag = _TAG_BEHIND.search(name)
    return (name[: tag.start()], tag[1]) if tag and tag.start() else (name, "")


def words(name: str) -> list[str]:
    """A name's words in lower case, accents folded; "U.S." is one word, "J.R." two initials."""
    if name.isascii():
        return _WORD.findall(_LAND.sub(r"u\1", _APOSTROPHES.sub("", name).casefold()))
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = unicodedata.normalize("NFC", plain)
    return _WORD.findall(_LAND.sub(r"u\1", plain))


def is_body(parts: list[str]) -> bool:
    """Do these words name an institution rather than a person?"""
    return any(part in BODY_WORDS for part in parts)


def without_titles(parts: list[str]) -> list[str]:
    """A person's name words without titles; those of a body unchanged; never empty if `parts` is not.

    "harlow bay police chief dana okafor" holds a body, but what follows its last
    title is a person's name.
    """
    last = max((i for i, part in enumerate(parts) if part in TITLES), default=-1)
    after = parts[last + 1 :]
    is_person = last >= 0 and 1 <= len(after) <= 4 and not is_body(after) and not _NO_NAME & set(after)
    if is_person:
        return after
    if is_body(parts) or last == len(parts) - 1:
        return parts
    start = next((i for i, part in enumerate(parts) if part not in TITLES), 0)
    return parts if _NO_NAME & set(parts) else parts[start:]
