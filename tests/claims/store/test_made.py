"""By what the rows of a record were made."""


def test_what_made_the_rows_of_a_kind_is_told_until_something_else_makes_them(store):
    assert store.made_by("checks") == ""
    store.set_made_by("checks", "1 sums")
    store.set_made_by("checks", "2 drift sums")
    assert (store.made_by("checks"), store.made_by("links")) == ("2 drift sums", "")
