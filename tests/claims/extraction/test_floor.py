"""A floor under the quality of extraction: stories of ours, in several houses' styles, with all that is said in them.

All of it is fiction. Lines of a story are followed by what is said: words and speaker, "" for nobody who is named.
What is printed in the stories and not listed is no statement: terms in marks, plans, beliefs, deeds.
"""

from collections.abc import Iterator

import pytest

from claims.extraction.learned import Learned
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document
from claims.ports import Extractor

Said = tuple[str, str]

NEWS = (
    """Harlow Bay council delays vote on pier

HARLOW BAY -- The city council put off its vote on the old fishing pier on Tuesday after an engineer told members that two of its piles had failed.

"I would not let my own children fish from it," said Ines Calder, who has inspected the pier every spring since 2009. "It could stand for ten years, or it could go in the next storm."

Mayor Marisol Vega said the city would find the money for repairs by June. She called the pier "the front porch of this town" and wants it open by summer.

Councilman Ruben Okafor, who voted for the delay, asked why the report had not been shared sooner. According to the report, the wood below the waterline has lost a third of its strength.

The so-called "porch plan" would close Dock Street for a month. Anglers hope it fails.

"We were never asked," Okafor said, "and we should have been."

Neighbors complained that the street floods already. The Harlow Bay Port Authority declined to comment.""",
    (
        ("two of its piles had failed", "engineer"),
        ("I would not let my own children fish from it", "Ines Calder"),
        ("the city would find the money for repairs by June", "Marisol Vega"),
        ("the front porch of this town", "Marisol Vega"),
        ("why the report had not been shared sooner", "Ruben Okafor"),
        ("the wood below the waterline has lost a third of its strength", "report"),
        ("We were never asked", "Ruben Okafor"),
        ("the street floods already", "Neighbors"),
    ),
)
RELEASE = (
    """Statement by Attorney General Ruth Adeyemi on the Tidewater settlement

The Office of the Attorney General announced today that Tidewater Marine will pay $4.2 million to 311 boat owners.

\u201cTidewater took deposits for boats it never meant to build,\u201d Attorney General Adeyemi said. \u201cToday its customers get their money back.\u201d

The company admitted no wrongdoing. In a letter to customers, Tidewater\u2019s president, Leo Marchetti, wrote that the delays were caused by a shortage of engines.

Deputy Attorney General Paul Strand thanked the boat owners who came forward. \u201cThey kept every receipt,\u201d he said.

Customers have until March 1 to file a claim, Strand added.""",
    (
        ("Tidewater Marine will pay $4.2 million to 311 boat owners", "Office of the Attorney General"),
        ("Tidewater took deposits for boats it never meant to build", "Ruth Adeyemi"),
        ("the delays were caused by a shortage of engines", "Leo Marchetti"),
        ("They kept every receipt", "Paul Strand"),
        ("Customers have until March 1 to file a claim", "Paul Strand"),
    ),
)
WIRE = (
    """Two officials familiar with the inquiry said Thursday that the ferry had sailed with more passengers than it was certified for.

The Coastal Ferry Company denied that, saying every trip is counted. Its spokeswoman, Anneke Brandt, said in an email that "no ferry of ours has ever left the dock overloaded."

But a deckhand, who spoke on condition of anonymity because he feared for his job, told reporters that counting stopped last summer.

Brandt rejected the claim. "That is false," she said.

Investigators believe that the bow door was not locked. They plan to raise the wreck in May.

The transport ministry warned that the search could take weeks, and urged relatives to stay away from the site.""",
    (
        (
            "the ferry had sailed with more passengers than it was certified for",
            "Two officials familiar with the inquiry",
        ),
        ("every trip is counted", "Coastal Ferry Company"),
        ("no ferry of ours has ever left the dock overloaded", "Anneke Brandt"),
        ("counting stopped last summer", "deckhand"),
        ("That is false", "Anneke Brandt"),
        ("the search could take weeks", "transport ministry"),
    ),
)
TRANSCRIPT = (
    """Interview with the harbor master, June 3

KESTREL: How many boats were in the basin that night?

RIVERA: Forty-one. I counted them myself at ten.

KESTREL: And in the morning?

RIVERA: Twenty-nine.""",
    (
        ("How many boats were in the basin that night?", "Kestrel"),
        ("Forty-one. I counted them myself at ten.", "Rivera"),
        ("And in the morning?", "Kestrel"),
        ("Twenty-nine.", "Rivera"),
    ),
)
BRITISH = (
    """The head of Stroud Infirmary has apologised to patients whose operations were put off, and insisted that no record was lost.

\u2018We let people down,\u2019 said Dr Miriam Foss, the trust\u2019s chief executive. \u2018That must not happen again.\u2019

Her deputy, Tom Aldous, told the inquiry that the backup had not been tested since 2021. The inquiry\u2019s chair described the answer as \u2018astonishing\u2019.

Nurses\u2019 leaders say that 40 shifts went unfilled. The \u2018winter room\u2019, as staff know it, stays shut.""",
    (
        ("no record was lost", "head of Stroud Infirmary"),
        ("We let people down", "Miriam Foss"),
        ("the backup had not been tested since 2021", "Tom Aldous"),
        ("astonishing", "inquiry\u2019s chair"),
        ("40 shifts went unfilled", "Nurses\u2019 leaders"),
    ),
)
STORIES = {"news": NEWS, "release": RELEASE, "wire": WIRE, "transcript": TRANSCRIPT, "british": BRITISH}


def told(text: str, extractor: Extractor) -> Iterator[Said]:
    for quote in extract(Document(text, "0" * 64), extractor).quotes:
        yield quote.text, quote.attribution.name if quote.attribution else ""


def is_same(found: Said, wanted: Said) -> bool:
    """Found words may go on where pieces of one statement were joined."""
    words = found[0].removeprefix("that ").lstrip("\u201c\u2018\"'").startswith(wanted[0])
    return words and found[1].lower().endswith(wanted[1].lower())


# Right, of 28 statements; and what is found beside them. Raise them when they are passed.
@pytest.mark.parametrize(("extractor", "right", "beside"), [(Learned(), 26, 4), (Rules(), 24, 4)])
def test_statements_of_our_stories_are_found(extractor: Extractor, right: int, beside: int) -> None:
    hits, spurious, missed = 0, [], []
    for text, wanted in STORIES.values():
        found = list(told(text, extractor))
        for one in wanted:
            match = next((other for other in found if is_same(other, one)), None)
            if match is None:
                missed.append(one)
            else:
                hits += 1
                found.remove(match)
        spurious += found
    assert hits >= right, missed
    assert len(spurious) <= beside, spurious
