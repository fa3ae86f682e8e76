"""Which messages are in another language, and that no English is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer.language import language_replies
from bot.nlu.language import OTHER, other_language

TRAINING = Path(__file__).parents[2] / "data" / "nlu"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("mój syn ma 4 lata i nie mówi", "pl"), ("moj syn ma 4 lata i nie mowi", "pl"), ("fiul meu are 4 ani si nu vorbeste", "ro"),
        ("mon fils a quatre ans et il ne parle pas", "fr"), ("mi hijo tiene 4 años y no habla", "es"),
        ("meu filho tem 3 anos e não fala", "pt"), ("meine Tochter ist 6 Jahre alt und spricht nicht", "de"),
        ("oğlum 4 yaşında konuşmuyor", "tr"), ("мій син не говорить", "uk"), ("Dzień dobry, czy można po polsku?", "pl"), ("bom dia", "pt"), ("Merhaba, Türkçe konuşuyor musunuz?", "tr"), ("ابني لا يتكلم", "ar"), ("我儿子不说话", OTHER),
    ],
)  # fmt: skip
def test_other_languages_are_heard(text: str, tag: str) -> None:
    assert other_language(text) == tag


@pytest.mark.parametrize(
    "text",
    ["", "😀😀😀", "hes nt slepin al nite", "wor bairn winnit gan tiv his bed", "asdfgh qwerty", "my son speak Polish no English, please",
     "mon dieu help", "CAMHS EHCP DLA PIP", "/restart", "Sjøvoll Centre"],
)  # fmt: skip
def test_english_is_left_alone(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.slow
def test_no_training_phrase_is_taken_for_another_language() -> None:
    lines = [
        line for path in TRAINING.glob("*.yml") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) > 1_000
    assert [line for line in lines if other_language(line)] == []


@pytest.mark.parametrize("tag", ["pl", "ar", OTHER])
def test_the_reply_holds_the_numbers_and_english(tag: str) -> None:
    replies = language_replies(tag)
    assert len(replies) == (1 if tag == OTHER else 2)
    for reply in replies:
        assert "999" in reply["text"]
        assert "111" in reply["text"]
    assert replies[-1]["text"].startswith("Hello.")
    assert replies[-1]["text"].count("\n\n") == 2
