"""Closed word classes that tell where a noun phrase ends, for text without a tagger."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto over under between among across through throughout during
    since until till before after about against along alongside around behind beneath beside beyond
    despite down inside outside near off out past per toward towards up upon via within without as than
    like amid including excluding versus vs aboard above below except minus plus worth""".split()
)
DETERMINERS = frozenset(
    """the a an this that these those each every either neither both all any some no his her its their
    our your my whose what which""".split()
)
PRONOUNS = frozenset(
    """he she it they we you i him them us me himself herself itself themselves who whom someone anyone
    everyone nobody nothing something anything everything there here mine theirs others""".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor so yet because although though while whereas if unless when where why how whether".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having will would can could may might must shall should
    do does did 's 're isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't
    doesn't didn't""".split()
)
ADVERBS = frozenset(
    """today yesterday tomorrow tonight ago later earlier now then soon already still also again ever never
    not only even just too very once twice back away together apart alone overseas abroad worldwide
    nationwide statewide globally annually monthly daily weekly yearly overnight respectively altogether
    overall ahead instead so far long wide tall deep high old thick""".split()
)
# Past forms that do not end in -ed, and present forms that news uses after a noun.
VERBS = frozenset(
    """said says say told tells tell came come comes went go goes going got get gets took take takes lost
    lose loses won win wins fell fall falls rose rise rises made make makes found find finds held hold holds
    sold sell sells left leave leaves gave give gives saw see sees knew grew grow grows began begin begins
    became become becomes kept keep keeps brought bring brings bought buy buys sent send sends met meet
    ran led lead leads paid pay pays put set hit cut shot fled died hurt wrote fought caught drove flew
    spoke stood sat built spent broke chose drew ate threw wore sought taught thought lay lies remain
    remains include includes according need needs want wants live lives work works use uses
    include help helps cost costs voted face faces shows show showed seem seems sank sprang swam shrank
    sang rang""".split()
)
# Plurals without -s, and collective nouns that a number counts directly.
PLURALS = frozenset(
    """people men women children police staff personnel crew troops cattle fish sheep deer aircraft
    spacecraft media data bacteria criteria teeth feet mice geese lives wives knives wolves percent
    species series offspring folk clergy youth elderly dead wounded injured homeless unemployed
    firefighters policemen policewomen gunmen fishermen congressmen spokesmen salmon yen""".split()
)
# "-s" words that are no plurals.
NOT_PLURALS = frozenset(
    """us this his its as is was has less thus plus across perhaps always bus gas business process access
    crisis basis analysis status virus campus congress address loss class glass press mass boss success
    darkness illness witness hostess princess actress goddess compass express progress previous various
    serious famous dangerous religious indigenous suspicious hazardous homeless tennis texas paris
    illinois arkansas kansas massachusetts u.s. does goes says""".split()
)
# "3 more", "two others": words between a number and its noun that say which, not what.
MODIFIERS = frozenset(
    "more other additional further extra new separate different total such same own".split()
)

CLOSED = PREPOSITIONS | DETERMINERS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | ADVERBS


def is_plural(word: str) -> bool:
    """Does a lower-case word look like a plural noun?"""
    if word in PLURALS or word.endswith(("women", "people")):
        return True
    if word.endswith("men") and not word.endswith(("imen", "umen", "omen", "amen")):
        return True  # gunmen, policemen; not specimen
    if word in NOT_PLURALS or word in CLOSED or len(word) < 3:
        return False
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s", "ous", "sis"))


def is_participle(word: str) -> bool:
    """Does a lower-case word look like a past form ("seized") or one in -ing?"""
    return (word.endswith("ed") and len(word) > 4 and not word.endswith("eed")) or (
        word.endswith("ing")
        and len(word) > 5
        and word
        not in (
            "building",
            "meeting",
            "shooting",
            "wedding",
            "hearing",
            "opening",
            "painting",
            "killing",
            "bombing",
            "ceiling",
            "evening",
            "morning",
            "offering",
            "listing",
            "ring",
            "wing",
            "pudding",
        )
    )
