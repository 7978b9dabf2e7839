"""In which language a text is written, where its words tell it plainly."""

from __future__ import annotations

from collections.abc import Sequence

# The beginning tells as much as the whole.
_SAMPLE = 20_000

# Fewer letters tell nothing sure: the names and figures of a short note look like Latin or Danish.
_LEAST_LETTERS = 60

# How far the nearest language must be ahead of the next, in what resiliparse calls out of place.
# English, German, Polish and Hungarian passages of 110 letters led by 40 to 79, whatever a list of
# names was taken for by 15 or less; from there to here it is left open.
_LEAD = 25

# Written in Latin letters of Windows-1252, and of Windows-1250.
WESTERN = ("ca", "da", "de", "en", "es", "fi", "fr", "is", "it", "nl", "no", "pt", "sv")
CENTRAL = ("cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq")
# Languages with many speakers or a press of their own. With small ones beside them (Sardinian,
# Rhaeto-Romance) the great ones lead by less.
_KNOWN = (
    *WESTERN,
    *CENTRAL,
    *("ar", "bg", "bn", "el", "et", "fa", "he", "hi", "id", "ja", "ko", "lt", "lv", "mk", "ru", "sr"),
    *("sw", "ta", "th", "tr", "uk", "ur", "vi", "zh"),
)


def language_of(text: str) -> str:
    """ISO 639-1 code of the language; "" where the text is too short or two languages are near."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return ""
    near = _nearest(sample, _KNOWN)
    return near[0][0] if len(near) == 2 and near[1][1] - near[0][1] >= _LEAD else ""


def distance(text: str, languages: Sequence[str]) -> float:
    """How far a text is from the nearest of some languages; the smaller the likelier it is in that."""
    near = _nearest(text[:_SAMPLE], languages)
    return near[0][1] if near else float("inf")


def _nearest(sample: str, languages: Sequence[str]) -> list[tuple[str, int]]:
    """The two nearest, each with how far off it is; none for a text without words."""
    from resiliparse.parse.lang import detect_fast

    near = detect_fast(sample, n_results=2, langs=list(languages))
    return near if isinstance(near, list) else [near]
