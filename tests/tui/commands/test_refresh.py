"""`add URL` and `refresh`: pages by their address, from a site on this machine."""

import pytest

from tests.sources.fetching.conftest import fetcher, site  # noqa: F401

PIER = """\
Pier shut after storm

HARBOR CITY (Harbor Herald) -- "The pier stays shut until June," said Marisol Vega, the harbor master.

The storm damaged 14 boats.
"""


@pytest.fixture
def asking(site, fetcher, monkeypatch):  # noqa: F811
    for user in ("sources.gather", "tui.commands.refresh"):
        monkeypatch.setattr(f"{user}.fetcher", lambda: fetcher)
    return site


def shown(onrecord, document):
    return onrecord("show", document, "--json").json[0]


def test_a_page_is_added_by_its_url_and_shown_with_how_it_came(asking, onrecord):
    asking.page("/pier", PIER, ETag='"v1"')
    url = asking.page("/old", "", status=301, Location="/pier")
    run = onrecord("add", url, "--json")
    assert (run.code, run.json[0]["status"], run.json[0]["quotes"]) == (0, "stored", 1)
    page = shown(onrecord, run.json[0]["document"])
    assert page["document"]["location"] == url
    (fetched,) = page["fetched"]
    assert (fetched["url"], fetched["hops"], fetched["status"]) == (asking.url("/pier"), [url], 200)
    assert fetched["headers"]["etag"] == '"v1"'
    text = onrecord("show", run.json[0]["document"]).out
    assert f"{asking.url('/pier')}; after {url};" in text
    assert 'mark "v1"' in text


def test_a_page_that_may_not_be_fetched_fails_and_the_others_are_stored(asking, onrecord):
    asking.page("/robots.txt", "User-agent: *\nDisallow: /desk\n")
    closed, gone = asking.page("/desk", PIER), asking.url("/gone")
    run = onrecord("add", closed, gone, asking.page("/pier", PIER))
    assert run.code == 1
    assert f"onrecord: {closed}: the site's robots.txt asks programs not to fetch it" in run.err
    assert f"onrecord: {gone}: the site answers 404 Not Found\n" in run.err
    assert "1 stored, 0 unchanged, 0 skipped, 2 failed." in run.err


def test_refresh_keeps_the_old_version_and_tells_what_changed(asking, onrecord):
    pier, same = asking.page("/pier", PIER), asking.page("/same", PIER.replace("14", "40"))
    onrecord("add", pier, same)
    asking.page("/pier", PIER.replace("until June", "until July"))
    run = onrecord("refresh", "--json")
    assert [(each["location"], each["status"]) for each in run.json] == [
        (pier, "stored"),
        (same, "unchanged"),
    ]
    assert run.err.endswith("1 stored, 1 unchanged, 0 skipped, 0 failed.\n")
    page = shown(onrecord, run.json[0]["document"])
    assert [each["number"] for each in page["pages"]] == [1, 2]
    changed = [each for each in onrecord("audit", "--json").json if each["check"] == "versions"]
    sentence = (
        "Harbor Herald, in “Pier shut after storm”, has changed Marisol Vega’s words: "
        "the page now says “July” instead of “June”."
    )
    assert [each["sentence"] for each in changed] == [sentence]


def test_refresh_asks_for_named_pages_only(asking, onrecord):
    first, second = asking.page("/1", PIER), asking.page("/2", PIER.replace("14", "40"))
    onrecord("add", first, second)
    asking.asked.clear()
    run = onrecord("refresh", second, "http://herald.example/never", "--json")
    assert (run.code, [each["status"] for each in run.json]) == (1, ["unchanged", "failed"])
    assert "no page of this address was fetched: add it first" in run.json[1]["reason"]
    assert [path for path in asking.paths if path != "/robots.txt"] == ["/2"]


def test_a_page_that_is_gone_keeps_what_the_record_has(asking, onrecord):
    url = asking.page("/pier", PIER)
    document = onrecord("add", url, "--json").json[0]["document"]
    del asking.pages["/pier"]
    run = onrecord("refresh")
    assert (run.code, "the site answers 404 Not Found" in run.err) == (1, True)
    assert shown(onrecord, document)["document"]["id"] == document


def test_a_page_that_has_not_changed_is_not_sent_again(asking, onrecord):
    def page(sent):
        known = sent.get("if-none-match") == '"v1"'
        return (
            (304, {}, b"") if known else (200, {"ETag": '"v1"', "Content-Type": "text/plain"}, PIER.encode())
        )

    asking.pages["/pier"] = page
    onrecord("add", asking.url("/pier"))
    run = onrecord("refresh", "--json")
    assert (run.json[0]["status"], run.json[0]["reason"]) == (
        "unchanged",
        "the site says that it has not changed",
    )


def test_a_withdrawn_page_is_left_alone(asking, onrecord):
    document = onrecord("add", asking.page("/pier", PIER), "--json").json[0]["document"]
    onrecord("withdraw", document)
    assert onrecord("refresh").err.endswith("0 stored, 0 unchanged, 0 skipped, 0 failed.\n")


def test_how_a_page_came_is_exported_and_comes_back(asking, onrecord):
    url = asking.page("/pier", PIER, ETag='"v1"')
    document = onrecord("add", url, "--json").json[0]["document"]
    onrecord("export", "--format", "jsonl", "-o", "all.jsonl")
    onrecord("--db", "other.db", "import", "all.jsonl")
    there = onrecord("--db", "other.db", "show", document, "--json").json[0]
    assert there["fetched"] == shown(onrecord, document)["fetched"] != []
