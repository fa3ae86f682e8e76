"""Whole dialogues through the front door's path, the trained model, the rules and the real actions, with no server."""

from __future__ import annotations

import asyncio
import statistics
from pathlib import Path

import pytest

from bot.ops.paths import MODEL
from tests.dialogues.measure import FOLDER, play_all
from tests.dialogues.runner import Played
from tests.dialogues.script import load_scripts, questions_in

SCRIPTS = load_scripts(FOLDER)
BATCHES = sorted({script.batch for script in SCRIPTS})
WHOLE, TURNS = 27 / 30, 0.95


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[Played]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIGNPOST_VAR", str(tmp_path_factory.mktemp("var")))
        return asyncio.run(play_all(SCRIPTS, MODEL))


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("batch", BATCHES)
def test_dialogues_hold(batch: str, played: list[Played]) -> None:
    mine = [one for one in played if one.script.batch == batch]
    turns = [faults for one in mine for faults in one.faults]
    failed = "\n\n".join(one.transcript() for one in mine if not one.passed)
    assert sum(one.passed for one in mine) >= WHOLE * len(mine), failed
    assert sum(not faults for faults in turns) >= TURNS * len(turns), failed


@pytest.mark.model
@pytest.mark.slow
def test_help_comes_before_any_question_and_few_are_asked(played: list[Played]) -> None:
    before = [one.questions_before_help for one in played if one.questions_before_help is not None]
    assert len(before) > len(played) / 2
    assert statistics.median(before) == 0
    assert max(len(one.questions) for one in played) <= 2
    assert not [one.script.name for one in played if len(set(one.questions)) < len(one.questions)]


def test_there_are_scripts_enough_and_each_checks_every_turn() -> None:
    assert len(SCRIPTS) >= 60
    assert all(turn.checks for script in SCRIPTS for turn in script.turns)


def test_a_script_that_checks_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- {name: a, turns: [{say: hello}]}\n")
    with pytest.raises(ValueError, match="checks nothing"):
        load_scripts(tmp_path)


def test_both_questions_are_known_by_their_words() -> None:
    assert questions_in("Help. How old is the child? It helps me") == ["age"]
    assert questions_in("Which town or village does the family live in?") == ["place"]
    assert questions_in("Did this help?") == []
