from claims.matching.bodies import body, is_acronym, names_body


def of(name):
    return body(tuple(name.split()))


def test_company_forms_are_taken_off_with_and_without_stops_short_and_long():
    assert of("carrow shipping l l c").own == ("carrow", "shipping")
    assert of("carrow shipping l l c").forms == of("carrow limited liability company").forms == {"llc"}
    assert of("carrow joynt stock company").forms == {"joint stock company"}


def test_a_form_too_common_to_be_one_counts_only_at_the_end():
    assert names_body(["carrow", "sa"])
    assert not names_body(["sa", "carrow"])
    assert not names_body(["sa"])


def test_a_name_of_nothing_but_a_form_keeps_it():
    assert of("limited").own == ("limited",)


def test_initials_of_a_body_with_and_without_its_small_words_and_country():
    justice = of("us department of justice")
    assert is_acronym(of("doj"), justice)
    assert is_acronym(of("usdoj"), justice)
    assert not is_acronym(of("hhs"), justice)
