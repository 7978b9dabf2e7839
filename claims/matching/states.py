"""The states of the United States, as papers, tags and post offices write them."""

from __future__ import annotations

# Postal code, name, and the short form of the AP Stylebook where there is one.
_STATES = """
    al alabama ala|ak alaska|az arizona ariz|ar arkansas ark|ca california calif|co colorado colo
    ct connecticut conn|de delaware del|fl florida fla|ga georgia|hi hawaii|id idaho|il illinois ill
    in indiana ind|ia iowa|ks kansas kan|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts mass
    mi michigan mich|mn minnesota minn|ms mississippi miss|mo missouri|mt montana mont|ne nebraska neb
    nv nevada nev|nh new+hampshire|nj new+jersey|nm new+mexico|ny new+york|nc north+carolina
    nd north+dakota|oh ohio|ok oklahoma okla|or oregon ore|pa pennsylvania penn|ri rhode+island
    sc south+carolina|sd south+dakota|tn tennessee tenn|tx texas tex|ut utah|vt vermont|va virginia
    wa washington wash|wv west+virginia|wi wisconsin wis|wy wyoming wyo|dc district+of+columbia
    pr puerto+rico|gu guam|vi virgin+islands|as american+samoa|mp northern+mariana+islands
"""

# Every way to write a state, lower case, words parted by a space -> its postal code.
STATES = {
    name.replace("+", " "): row.split()[0]
    for row in _STATES.strip().replace("\n", "|").split("|")
    for name in row.split()
}
# "Or", "in", "me" and the like are words too: in running text only names of two letters or more
# words that are no such word count.
IN_TEXT = {name: code for name, code in STATES.items() if len(name) > 2}


def state_words(written: str) -> list[str]:
    """Every way to write a state; what is none, as it is written."""
    code = code_of(written)
    return [name for name, its in STATES.items() if its == code] or ([written] if written else [])


def code_of(written: str) -> str:
    """A state's postal code in lower case; what is none comes back folded."""
    plain = " ".join(written.replace(".", "").casefold().split())
    return STATES.get(plain, plain)
