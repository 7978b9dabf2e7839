"""Lines of ours by a headline in, the days they state out."""

from datetime import date

import pytest
from lxml.html import document_fromstring

from sources.html_lines import around, lines_of
from sources.html_shown_dates import shown_dates

NEWEST = date(2031, 1, 1)


def days(page: str, language: str = "en") -> tuple[str, str]:
    lines = list(lines_of(document_fromstring(f"<div><h1>Storm</h1>{page}</div>")))
    published, changed = shown_dates(around(lines, 0), language, NEWEST)
    return str(published or ""), str(changed or "")


@pytest.mark.parametrize(
    ("line", "language", "published", "changed"),
    [
        ("By Nils Okoro posted Aug 18th 2010 7:30PM", "en", "2010-08-18", ""),
        ("Published: 11/18/2011 2:27 AM", "en", "2011-11-18", ""),
        ("Nils Okoro 8/17/13 11:04am", "en", "2013-08-17", ""),
        ("Nils Okoro | 10/9/2010 7:15 AM EDT", "en", "2010-10-09", ""),
        ("Nils Okoro | Harlow | 08/01/2014", "es", "2014-01-08", ""),
        ("Nils Okoro | 08/01/2014", "en", "", ""),
        ("Publié le 05/04/2013 à 17:08, mis à jour le 06/04/2013", "fr", "2013-04-05", "2013-04-06"),
        ("8. März 2021, 12:46 Uhr", "de", "2021-03-08", ""),
        ("Última actualización: 27 de octubre de 2012", "es", "2012-10-27", ""),
        ("Actualizado el 27 de octubre de 2012", "es", "", "2012-10-27"),
        ("1er février 2020", "fr-FR", "2020-02-01", ""),
        ("2018年6月20日（水）", "ja", "2018-06-20", ""),
        ("Updated March 17, 2024", "en", "", "2024-03-17"),
        ("The wall was signed for on August 14, 1995", "en", "", ""),
        ("August 14, 1935", "en", "", ""),
        ("August 14, 2035", "en", "", ""),
    ],
)
def test_the_day_in_a_line_by_the_headline(line: str, language: str, published: str, changed: str) -> None:
    assert days(f"<p>{line}</p>", language) == (published, changed)


def test_a_date_in_the_article_is_not_the_pages() -> None:
    told = "<p>The sea wall broke in three places on Saturday, the city said.</p>" * 2
    assert days(f"{told}<p>March 5, 2024</p>") == ("", "")
    assert days(f"<p>March 5, 2024</p>{told}") == ("2024-03-05", "")
