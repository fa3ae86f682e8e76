"""Every text is plain, kind and complete."""

from __future__ import annotations

import re
from typing import Any

import pytest
import textstat

from bot.answer.words import chat
from bot.directory.vocabulary import NEEDS, need_texts
from bot.ops.paths import DATA, ROOT

BLAME = re.compile(r"hard to (?:engage|reach)|fail(?:ed|ure)|refus(?:e|al)|non-?complian|you must|should have|problem (?:child|famil)", re.IGNORECASE)
KNOWN = {"SEND", "EHC", "GP", "NHS", "A", "I", "ADHD", "PIP", "DLA"}


def texts() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def walk(key: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(f"{key}.{name}", inner)
        else:
            found.append((key, re.sub(r"\{\{.*?\}\}", "sleep", re.sub(r"\{%.*?%\}", "", value))))

    walk("chat", chat())
    return found


@pytest.mark.parametrize(("key", "text"), texts(), ids=[key for key, _ in texts()])
def test_a_text_is_plain_and_kind(key: str, text: str) -> None:
    assert not BLAME.search(text)
    assert set(re.findall(r"\b[A-Z]{2,}\b", text)) <= KNOWN
    if len(text.split()) >= 8:
        assert textstat.flesch_kincaid_grade(text) <= 7.0


def test_every_need_has_its_words() -> None:
    assert set(need_texts()) == set(NEEDS)
    for words in need_texts().values():
        assert set(words) == {"short", "choice", "payload", "words"}


def test_what_a_choice_sends_is_a_training_message() -> None:
    trained = (DATA / "nlu" / "choices.yml").read_text(encoding="utf-8")
    for need, words in need_texts().items():
        assert f"      {words['payload']}\n    metadata: {{needs: [{need}]" in trained


def test_every_text_is_used() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").glob("*.py")]
    code = "".join(file.read_text(encoding="utf-8") for file in files).replace("'", '"')
    by_intent_or_question = {"greet", "thanks", "goodbye", "bot_challenge", "out_of_scope", "ask_age", "ask_place"}
    assert [key for key in chat() if f'"{key}"' not in code and key not in by_intent_or_question] == []
