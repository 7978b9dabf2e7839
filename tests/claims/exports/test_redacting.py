"""What a redacted export leaves out of values, and what stays."""

from claims.exports.redacting import Redaction, bare_problem
from claims.model import Correction, Document, Problem


def test_an_address_of_a_file_that_was_set_by_hand_is_left_out_and_other_fields_stay():
    made = (
        Correction("url", "file:///home/okafor/pier.txt", "okafor", "2031-03-05T08:30:00+00:00"),
        Correction("title", "File: the pier", "okafor", "2031-03-05T08:30:00+00:00"),
    )
    cut = Redaction().document(Document("The pier.", "0" * 64, corrected=made))
    assert [(one.value, one.by) for one in cut.corrected] == [
        ("file:", "reviewer 1"),
        ("File: the pier", "reviewer 1"),
    ]


def test_a_problem_tells_no_address_of_a_file():
    why = "'file:///home/ines okafor/a.csv' is no address: write http:// or https:// and the rest"
    cut = bare_problem(Problem("import", why, location="/home/okafor/q.csv row 2"))
    assert cut.message == "'file:' is no address: write http:// or https:// and the rest"
    assert cut.location == "q.csv row 2"
