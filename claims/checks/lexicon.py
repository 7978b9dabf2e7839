"""Words that tell what a figure counts: people of which kind, and what happened to them."""

from __future__ import annotations

# What happened to those or that which is counted. Words of one row mean one outcome;
# different rows are different measures ("shot" is neither "killed" nor "injured").
_OUTCOMES = {
    "killed": """killed kill kills killing died dies die dead deaths death fatalities fatality slain
        murdered homicides perished toll fatally""",
    "injured": """injured injures injuring injure injuries injury wounded wounds wounding wound hurt hurts
        hurting""",
    "shot": "shot shooting gunshot",
    "arrested": "arrested arrest arrests arresting detained detentions custody apprehended nabbed",
    "charged": "charged charging charges indicted indictments",
    "convicted": "convicted convictions",
    "missing": "missing unaccounted",
    "rescued": "rescued rescue rescues rescuing saved",
    "evacuated": "evacuated evacuating evacuations evacuees displaced fled homeless uprooted",
    "hospitalized": "hospitalized hospitalised admitted",
    "seized": """seized seize seizes seizing seizure seizures confiscated recovered recovering impounded
        netted intercepted""",
    "destroyed": "destroyed destroying razed leveled levelled collapsed",
    "damaged": "damaged damaging damages damage",
    "flooded": "flooded flooding inundated",
    "attended": """attended attending attendance crowd gathered turnout marched marching protested
        rallied demonstrated""",
    "aboard": "aboard carrying",
    "stolen": "stolen stole stealing snatched grabbed heist haul robbed nab nabbed",
    "eligible": "eligible registered",
    "voted": "voted cast",
    "hired": "hired hiring",
    "dismissed": "dismissed sacked laid layoffs",
    "treated": "treated",
    "cost": "cost costs costing",
    "paid": "paid paying pay",
}
OUTCOMES = {word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()}

# What is measured of a thing, not counted: the word stands right beside its figure.
PROPERTIES = {
    "magnitude": ("", frozenset("magnitude measuring measured measures richter".split())),
    "depth": ("length", frozenset("depth deep below beneath underground".split())),
}

# Phrases that change the outcome of the word in them.
PHRASES = (
    ("shot to death", "killed"), ("shot dead", "killed"), ("shot and killed", "killed"),
    ("fatally shot", "killed"), ("gunned down", "killed"), ("lost their lives", "killed"),
    ("hit by bullets", "shot"), ("struck by bullets", "shot"), ("were hit", "shot"), ("was hit", "shot"),
    ("taken into custody", "arrested"), ("left their homes", "evacuated"), ("from their homes", "evacuated"),
    ("moved out", "evacuated"),
    ("fled their homes", "evacuated"), ("flee their homes", "evacuated"), ("forced to flee", "evacuated"),
    ("forced from", "evacuated"), ("forced out", "evacuated"),
    ("taken to hospital", "hospitalized"), ("made off with", "stolen"),
    ("make off with", "stolen"), ("making off with", "stolen"),
    ("fled with", "stolen"), ("got away with", "stolen"), ("took off with", "stolen"),
    ("taken to the hospital", "hospitalized"), ("in attendance", "attended"),
    ("on board", "aboard"), ("without power", "without power"), ("without electricity", "without power"),
    ("lost power", "without power"), ("power to", "without power"), ("in the dark", "without power"),
)  # fmt: skip

# People counted as such: a figure of one of these words is a figure of all who were killed, hurt ...
ANYBODY = frozenset(
    """people person persons individual individuals victim victims casualty casualties civilians
    resident residents others other soul souls inhabitants suspects suspect defendants""".split()
)
# People of one kind: "four women" may be a part of "five people".
SOME_KIND = frozenset(
    """man men woman women boy boys girl girls child children kid kids teen teens teenager teenagers
    adult adults juvenile juveniles officer officers police policeman policemen deputies firefighters
    soldier soldiers troops student students teacher teachers passenger passengers worker workers
    employees daughter daughters son sons brother brothers sister sisters father mother baby babies
    gunman gunmen shooter shooters pirate pirates protesters fans males females toddler infants
    toddlers seniors patients inmates tourists nationals members bystanders neighbors
    drivers pedestrians foreigners migrants""".split()
)

# "3 of the wounded", "two of those", "among them": the figure is of a part of something.
PART_WORDS = frozenset("including among included".split())

# Events in the plural, or a stretch of time: the figure adds several events up.
SEVERAL_EVENTS = frozenset(
    """shootings attacks incidents crashes blasts explosions bombings robberies homicides murders
    quakes earthquakes overall nationwide statewide citywide annually""".split()
)
PERIODS = (
    "this year", "last year", "so far this", "over the weekend", "per year", "a year", "in less than",
    "in the past", "over the past", "in the last", "during the past", "each year", "this month",
    "since january", "year to date", "in recent", "since the beginning", "every year", "weekend",
    "since monday", "since tuesday",
    "since wednesday", "since thursday", "since friday", "since saturday", "since sunday",
)  # fmt: skip

# Words beside the figure that take a part out of all: where or how they were found, how badly.
NARROWING = (
    "at the scene", "on scene", "found", "critically", "seriously", "critical condition", "on arrival",
    "serious condition", "stable condition", "in the kitchen", "back seat", "inside", "alone",
    "remain", "remained", "still", "later died", "another", "additional", "more people", "neighbouring",
    "neighboring", "each",
)  # fmt: skip

# Two nouns for one thing, as headlines and stories use them.
SYNONYMS = {
    "gun": "firearm", "house": "home", "narcotic": "drug", "auto": "car", "automobile": "car",
    "earthquake": "quake", "temblor": "quake", "tremor": "quake", "jewellery": "jewelry", "jewel": "jewelry",
    "gem": "jewelry", "shot": "gunshot", "round": "gunshot", "teen": "teenager", "kid": "child",
    "policeman": "officer", "policewoman": "officer", "police": "officer",
    "cop": "officer", "pupil": "student",
}  # fmt: skip

# Those who did it, as police and papers call them before anybody is named.
PERPETRATORS = frozenset(
    """suspect gunman shooter attacker assailant robber thief raider burglar hijacker intruder
    pirate kidnapper bomber perpetrator""".split()
)

# Kinds of people whose age is told, by sex and growth: a "daughter" may be "a girl".
AGED = {
    "boy": "boy", "son": "boy", "brother": "boy", "girl": "girl", "daughter": "girl", "sister": "girl",
    "man": "man", "father": "man", "woman": "woman", "mother": "woman",
}  # fmt: skip

# One event has one of these for its scene: "shootings in Harbor Park" are one event.
SITES = frozenset(
    """park mall school church club nightclub bar hotel motel hospital courthouse airport station store
    market stadium temple mosque university college campus cemetery apartments complex restaurant theater
    theatre cinema office plant factory warehouse pier building home house""".split()
)

# "a family of five": a group that is told of, not a count of all.
GROUPS = frozenset(
    "family group team crew party pair couple gang band father mother parent parents household".split()
)

# Outcomes of people: "3 injured" counts people, "63 seized" does not.
OF_PEOPLE = frozenset(
    """killed injured shot arrested charged convicted missing rescued evacuated hospitalized dismissed
    hired treated""".split()
)

# "a grant in the amount of $45,000": nouns that say nothing about what is counted.
SAYS_NOTHING = frozenset(
    """amount total sum figure number level value rate share part portion increase decrease cut rise
    average maximum minimum""".split()
)
