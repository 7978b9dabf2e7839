"""The pipeline: grounding, numbering and joining, with a tiny extractor of the tests' own."""

from claims.extraction.pipeline import extract, figures
from claims.model import Attribution, Claim, Comparator, Document, Quantity, Quote, QuoteKind, Span
from claims.ports import Extraction

TEXT = (
    "“No,” Vega said. “No,” Okafor said. ADVERTISEMENT “Buy now,” a voice said. "
    "“We lost 12 boats,” Vega said."
)
DOCUMENT = Document(TEXT, "0" * 64, furniture=(Span(36, 75),))


class Given:
    """An extractor that yields what it was given."""

    name, version = "given", "1"

    def __init__(self, quotes=(), claims=()):
        self.found = Extraction(tuple(quotes), tuple(claims))

    def extract(self, document, *, direct_only=False):
        return self.found


class Crashing:
    name, version = "crashing", "1"

    def extract(self, document, *, direct_only=False):
        raise RuntimeError("no model")


def quote(words, start, speaker="Vega"):
    span = Span(start, start + len(words))
    return Quote("", DOCUMENT.id, (span,), words, QuoteKind.DIRECT, Attribution(speaker))


def figure(words, start):
    span = Span(start, start + len(words))
    return Claim("", DOCUMENT.id, span, words, span, Quantity(Comparator.EXACT, 12, 12, value=12))


def test_invented_words_become_a_problem_and_no_quote():
    found = extract(DOCUMENT, Given([quote("Never", 1)]))
    assert found.quotes == ()
    assert [problem.stage for problem in found.problems] == ["grounding"]
    assert "does not hold these words" in found.problems[0].message


def test_a_place_beyond_the_text_becomes_a_problem():
    found = extract(DOCUMENT, Given([quote("No", 5000)]))
    assert found.quotes == ()
    assert "beyond the end" in found.problems[0].message


def test_page_furniture_is_no_quote():
    found = extract(DOCUMENT, Given([quote("Buy now", TEXT.index("Buy"))]))
    assert found.quotes == ()
    assert "furniture" in found.problems[0].message


def test_the_same_words_twice_have_two_ids_in_order_of_place():
    second, first = quote("No", 18, "Okafor"), quote("No", 1)
    found = extract(DOCUMENT, Given([second, first]))
    assert [(q.occurrence, q.attribution.name) for q in found.quotes] == [(0, "Vega"), (1, "Okafor")]
    assert len({q.id for q in found.quotes}) == 2


def test_reading_twice_gives_the_same_ids():
    given = Given([quote("No", 1), quote("No", 18)], [figure("12", TEXT.index("12"))])
    assert extract(DOCUMENT, given) == extract(DOCUMENT, given)


def test_a_figure_inside_a_quote_is_its_speakers():
    words = "We lost 12 boats"
    found = extract(DOCUMENT, Given([quote(words, TEXT.index(words))], [figure("12", TEXT.index("12"))]))
    assert found.claims[0].quote == found.quotes[0].id
    assert found.claims[0].attributed_to.name == "Vega"


def test_an_extractor_that_crashes_is_named_and_stops_nothing():
    found = extract(DOCUMENT, Crashing())
    assert found.quotes == ()
    assert "'crashing' stopped: RuntimeError: no model" in found.problems[0].message


def test_numbering_and_joining_four_times_the_figures_takes_some_four_times_as_long(in_step):
    def joining(count):
        text, document = "“12 boats.” " * count, Document("“12 boats.” " * count, "0" * 64)
        places = [Span(12 * number + 1, 12 * number + 10) for number in range(count)]
        exact = Quantity(Comparator.EXACT, 12, 12, value=12)
        quotes = [Quote("", document.id, (at,), at.of(text), QuoteKind.DIRECT) for at in places]
        claims = [Claim("", document.id, Span(at.start, at.start + 2), "12", at, exact) for at in places]

        def work():
            found = extract(document, Given(quotes, claims))
            assert [claim.quote for claim in found.claims] == [quote.id for quote in found.quotes]
            assert found.claims[-1].occurrence == count - 1

        return work

    assert in_step(joining(2_000), joining(8_000), 4)


def test_each_figure_is_named_by_its_own_sentence_words_and_occurrence():
    text = "It cost 12 or 12. It cost 12."
    document = Document(text, "0" * 64)
    exact = Quantity(Comparator.EXACT, 12, 12, value=12)
    claims = [
        Claim("", document.id, Span(at, at + 2), "12", sentence, exact)
        for at, sentence in ((8, Span(0, 17)), (14, Span(0, 17)), (26, Span(18, 29)))
    ]
    assert [claim.id for claim in extract(document, Given([], claims)).claims] == [
        Claim.id_of(document.id, "It cost 12 or 12.", "12", 0),
        Claim.id_of(document.id, "It cost 12 or 12.", "12", 1),
        Claim.id_of(document.id, "It cost 12.", "12", 0),
    ]


def test_known_quotes_of_the_same_words_have_ids_of_their_own():
    found = figures(DOCUMENT, Given(), (quote("No,", 1), quote("No,", 19, "Okafor")))
    assert [one.occurrence for one in found.quotes] == [0, 1]
    assert len({one.id for one in found.quotes}) == 2
