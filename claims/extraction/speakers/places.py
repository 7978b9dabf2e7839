"""Countries, states and large cities: where one of them speaks, its government does, and no person."""

from __future__ import annotations

from collections.abc import Sequence

# Without those that are many people's names: Washington, Houston, Austin, Jackson, Jordan, Chad, Georgia,
# Israel, Virginia, London, England, Ireland, Berlin ... A surname stands alone where the person was named
# in full before.
_PLACES = frozenset(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus
    belgium bolivia bosnia brazil britain bulgaria burma cambodia cameroon canada chile china colombia
    croatia cyprus denmark ecuador egypt eritrea estonia ethiopia finland france germany ghana greece
    guatemala guinea haiti honduras hungary iceland india indonesia iran iraq italy japan kazakhstan kenya
    kosovo kuwait laos latvia lebanon liberia libya lithuania malaysia mexico moldova mongolia morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway pakistan panama paraguay
    peru philippines portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia
    spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey uganda ukraine
    uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe alabama alaska arizona arkansas california
    colorado connecticut delaware florida hawaii idaho illinois iowa kansas kentucky louisiana maine
    maryland massachusetts michigan minnesota mississippi missouri nebraska nevada ohio oklahoma oregon
    pennsylvania tennessee texas utah vermont wisconsin wyoming albuquerque ankara athens atlanta baghdad
    baltimore bangkok barcelona beijing beirut belgrade bogota boston brussels bucharest budapest cairo
    calgary chicago cincinnati copenhagen damascus delhi detroit dubai dublin edinburgh geneva hanoi havana
    helsinki honolulu indianapolis islamabad istanbul jakarta jerusalem johannesburg kabul karachi kyiv kiev
    lagos lisbon madrid manila melbourne memphis miami milan milwaukee minneapolis montreal moscow mumbai
    munich nairobi nashville omaha oslo ottawa philadelphia pittsburgh prague pyongyang riyadh rome
    sacramento seattle seoul shanghai stockholm taipei tehran tokyo toronto tripoli tucson tulsa vancouver
    vienna warsaw zagreb zurich""".split()
)
_OF_TWO_WORDS = frozenset(
    """costa rica|el salvador|great britain|new jersey|new mexico|new york|new zealand|new orleans
    |new hampshire|north carolina|north dakota|north korea|puerto rico|rhode island|saudi arabia|sierra leone
    |south africa|south carolina|south dakota|south korea|sri lanka|united kingdom|west virginia
    |hong kong|kuala lumpur
    |las vegas|los angeles|mexico city|san antonio|san diego|san francisco|san jose|salt lake city
    |tel aviv|united states""".replace("\n", " ").split("|")
)
PLACES = _PLACES | {" ".join(name.split()) for name in _OF_TWO_WORDS}


def is_place(name: Sequence[str]) -> bool:
    """Are these words the name of a place, all of it?"""
    return " ".join(name).lower() in PLACES
