"""What a record says otherwise since a dossier was made of it, a sentence each."""

import making

from claims import Ledger


def changed(record, folder, *steps):
    """What is told after some steps of a reviewer."""
    with Ledger.open(record, by="okafor") as ledger:
        for step in steps:
            step(ledger)
        return ledger.changed_since(folder)


def test_a_record_that_stayed_says_the_same(record, made):
    assert changed(record, made) == []


def test_a_corrected_speaker_and_who_decided_it_are_told(record, made):
    with Ledger.open(record, by="okafor") as ledger:
        quote = making.quote(ledger, "lost enough")
    told = changed(record, made, lambda ledger: ledger.correct(quote, "speaker", "Ines Carrow"))
    assert f"quote {quote}: speaker was “Marisol Vega”, and is “Ines Carrow”" in told
    assert any(
        one.startswith("decided since, by okafor at ") and one.endswith("correction: speaker") for one in told
    )


def test_another_status_of_a_finding_is_told(record, made):
    def decide(ledger):
        (finding,) = ledger.audit(check="altered-wording")
        ledger.judge([finding.finding.id], "real")

    told = changed(record, made, decide)
    assert next(one for one in told if one.startswith("finding ")).endswith(
        ": status was “dismissed”, and is “real”"
    )


def test_a_withdrawn_document_is_told_with_all_that_stood_in_it(record, made):
    told = changed(record, made, lambda ledger: ledger.withdraw(making.document(ledger, "coastal.txt")))
    assert [
        one for one in told if one.startswith("document ") and "withdrawn was “False”, and is “True”" in one
    ]
    assert [one for one in told if one.startswith("quote ") and one.endswith("out of sight there")]


def test_a_decision_of_which_the_record_has_no_row_is_told(record, made, tmp_path):
    folder = making.copied(made, tmp_path / "d")
    told = making.lines(folder, "decisions.jsonl")
    told.append(told[-1] | {"hash": "0" * 64, "id": "0" * 20})
    making.rewrite(folder, "decisions.jsonl", told)
    assert changed(record, folder) == [f"a decision of lindqvist, {'0' * 20}, is not in this record"]


def test_another_record_is_told_from_this_one(made, tmp_path):
    with Ledger.open(tmp_path / "other.db", by="vega", create=True) as other:
        assert other.changed_since(made) == [
            "none of its documents is in this record: it was made of another one"
        ]
