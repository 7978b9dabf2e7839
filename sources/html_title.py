"""The headline of a page: the heading that agrees with what the page calls itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.model import Source
from sources.html_lines import Line
from sources.publishers import is_masthead, is_section, one_publisher

MARKS = re.compile(r"\s[|–—·-]\s|\s[»›:]\s|(?<=[^\W\d])：")
# What stands between headline and site: "Storm breaks the wall | Coast | The Herald".
_SECTION = re.compile(r"(?<=\w)\s[|»]\s[^\s|»]{1,30}(?: [^\s|»]{1,30})?$")
# A letter of Chinese or Japanese counts as a word.
_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u4e00-\u9fff]+")

# A first heading is the headline rather than another one that agrees as well, or nearly.
_BONUS = {"h1": 0.1, "h2": 0.02, "h3": 0.0}
# Of the words of a heading and of the page's title, as many are the same where both name one
# text: sites shorten headlines for search engines, but keep most words.
_AGREES = 0.6
# A first heading with fewer words in common is the site's own, where the page states a headline.
_STRANGE = 0.2
# No headline is longer, over however many lines.
_LONGEST = 1_000
# What is left of a title without the site's name; less may be that name.
_LEAST_WORDS, _LEAST_SHARE = 3, 0.4

# Words that a site's name has more than its publisher's: "Herald" publishes "Herald News Online".
_MORE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, and the line of the page where it stands, or -1."""

    text: str
    line: int = -1


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    tag: str
    line: int


def headline(lines: Sequence[Line], stated: Sequence[str], host: str, publisher: Source | None) -> Headline:
    """The heading on the page that is its headline, as printed; else what the page states.

    Args:
        stated: what metadata calls the page, the surest first, the site's name perhaps with it.
        host: of the page's address: names of sites are spelled there too.
    """
    versions = [words for title in stated for words in _versions(title)]
    # The site's name as a heading agrees with any title that ends in it.
    headings = [heading for heading in _headings(lines) if not _is_site(heading.text, host, publisher)]
    rated = [(max((_agreement(_words(h.text), v) for v in versions), default=0.0), h) for h in headings]
    if rated:
        agreement, best = max(rated, key=lambda one: one[0] + _BONUS[one[1].tag])
        if agreement >= _AGREES:
            return Headline(without_site(best.text, host, publisher), best.line)
    first = [(agreement, heading) for agreement, heading in rated if heading.tag == "h1"]
    if len(first) == 1 and (not stated or first[0][0] >= _STRANGE):
        return Headline(first[0][1].text, first[0][1].line)
    if not stated:
        return Headline("")
    title = without_site(stated[0], host, publisher)
    return Headline(title, next((at for at, line in enumerate(lines) if line.text == title), -1))


def without_site(title: str, host: str, publisher: Source | None) -> str:
    """ "Headline | The Herald" is the headline where that is the publisher, or in the host's name."""
    for _ in range(3):
        marks = list(MARKS.finditer(title))
        if marks and _is_site(title[marks[-1].end() :], host, publisher):
            title = _SECTION.sub("", title[: marks[-1].start()].strip())
        elif marks and _is_site(title[: marks[0].start()], host, publisher):
            title = title[marks[0].end() :].strip()
        else:
            break
    return title


def _is_site(part: str, host: str, publisher: Source | None) -> bool:
    """The name of the publisher, or of the site as its address spells it, or of a part of a site."""
    words = _words(part.removesuffix(".com"))
    if publisher and one_publisher(part, publisher.name):
        return len(words) <= len(_words(publisher.name)) + _MORE_WORDS
    labels = host.casefold().replace("-", "")
    if words and len("".join(words)) > 2 and all(len(word) > 1 and word in labels for word in words):
        return True
    return is_masthead(part.strip()) or is_section(part.strip())


# -- agreement ------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _versions(title: str) -> Iterator[list[str]]:
    """The title, and what is left of it before or behind each mark that may part a site's name from it."""
    whole = _words(title)
    if whole:
        yield whole
    for mark in MARKS.finditer(title):
        for part in (title[: mark.start()], title[mark.end() :]):
            words = _words(part)
            if len(words) >= max(_LEAST_WORDS, _LEAST_SHARE * len(whole)):
                yield words


def _agreement(one: list[str], other: list[str]) -> float:
    """Twice the words in common, of all words of both."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if one else 0.0


def _headings(lines: Sequence[Line]) -> Iterable[_Heading]:
    """Headings, those of several lines as one."""
    found: dict[object, _Heading] = {}
    for at, line in enumerate(lines):
        element = line.element
        while element is not None and element.tag not in _BONUS and element.tag != "body":
            element = element.getparent()
        if element is None or element.tag not in _BONUS:
            continue
        before = found.get(element)
        if before and len(before.text) > _LONGEST:
            continue
        text = f"{before.text} {line.text}" if before else line.text
        found[element] = _Heading(text, element.tag, before.line if before else at)
    return found.values()
