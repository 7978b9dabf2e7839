import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.language import language_of

ENGLISH = "“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("La alcaldesa dijo el lunes que la ciudad reconstruirá el muelle dañado por la tormenta.", "es"),
        ("Die Bürgermeisterin sagte am Montag, die Stadt werde den Hafen wieder aufbauen.", "de"),
        ("Burmistrz powiedziała w poniedziałek, że miasto odbuduje molo zniszczone przez burzę.", "pl"),
        ("قال العمدة يوم الاثنين إن المدينة ستعيد بناء الرصيف المتضرر من العاصفة الكبيرة", "ar"),
    ],
)
def test_the_language_of_a_passage(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hi",
        "The wall held.",
        "| Halden | 12 | 3 |\n| Brask | 14 | 5 |\n" * 8,
        "Marisol Vega, Ines Carrow, Ada Brask, Tomas Lind, Petra Okafor, Jonas Halden, Mira Solberg",
    ],
    ids=["empty", "a word", "a sentence", "a table", "names"],
)
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert language_of(text) == ""


@settings(deadline=None)  # the first example imports what reading needs
@given(st.text())
def test_any_text_has_one_language_or_none(text: str) -> None:
    assert len(language_of(text)) in (0, 2)
