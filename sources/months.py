"""Dates in other languages, written as the date lines of `dates` are: "8. März 2021" as "8 March 2021"."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_EAST = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# What stands beside the month in some languages: "8 de mayo de 2014", "1er mai 2015", "8. Mai 2015".
_BETWEEN = re.compile(
    r"(?<=\d)(?:\.(?=\s[^\W\d])|er(?=\s)|\sde(?=\s[^\W\d]))|(?<=[^\W\d])\sde(?:l|\sle)?(?=\s\d{4})",
    re.IGNORECASE,
)


def in_english(line: str, language: str) -> str:
    """The line with its months in English, if they are words of that language.

    Args:
        language: as pages name it ("fr", "pt-BR"); an unknown one changes nothing but the dates of
            China, Japan and Korea, whose signs say what they are.
    """
    line = _EAST.sub(lambda found: f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", line)
    code = language.casefold().replace("_", "-").partition("-")[0]
    if code in ("", "en") or not _LANGUAGE.fullmatch(code):
        return line
    names = _names(code)
    if not names:
        return line
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    line = _BETWEEN.sub("", line)
    return re.sub(
        rf"(?<![^\W_])(?:{pattern})\.?(?![^\W_])",
        lambda found: names[found[0].casefold().rstrip(".")].capitalize(),
        line,
        flags=re.IGNORECASE,
    )


@cache
def _names(code: str) -> dict[str, str]:
    """Names and short names of the months in a language, by the lists of dateparser."""
    try:
        info = import_module(f"dateparser.data.date_translation_data.{code}").info
    except ImportError:
        return {}
    return {
        name.casefold().rstrip("."): month
        for month in MONTHS
        for name in info.get(month, ())
        if len(name) > 2
    }
