"""When the model is trained again: where what it learns from changed, and not for a word that only an answer says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ops.paths import ROOT
from bot.ops.train import ASKED, MADE_FROM, fingerprint

ENTRY = '- {id: one, question: "What?", also: ["how?"], answer: This., sources: [], last_checked: 2026-11-24}\n'


@pytest.fixture
def made_from(tmp_path: Path) -> Path:
    for part in MADE_FROM:
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).write_text("")
    (tmp_path / ASKED).mkdir()
    (tmp_path / ASKED / "a.yml").write_text(ENTRY)
    return tmp_path


@pytest.mark.parametrize(("old", "new", "again"), [("This.", "That.", False), ("how?", "how so?", True), ("one", "two", True), ("What?", "Which?", True)])
def test_a_new_wording_trains_again_and_a_new_answer_does_not(made_from: Path, old: str, new: str, again: bool) -> None:
    before = fingerprint(made_from)
    (made_from / ASKED / "a.yml").write_text(ENTRY.replace(old, new))
    assert (fingerprint(made_from) != before) is again


def test_a_broken_question_file_stops_no_start(made_from: Path) -> None:
    (made_from / ASKED / "a.yml").write_text("- {id: [")
    assert fingerprint(made_from)


def test_everything_that_the_model_is_made_from_is_there() -> None:
    assert [part for part in (*MADE_FROM, ASKED) if not (ROOT / part).exists()] == []


def test_every_component_that_is_trained_counts() -> None:
    trained = {f"bot/rasa/{file.name}" for file in (ROOT / "bot" / "rasa").glob("*.py") if "is_trainable=True" in file.read_text(encoding="utf-8")}
    assert trained <= set(MADE_FROM)
