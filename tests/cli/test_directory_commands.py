"""`signpost match` and `signpost check` as somebody at a terminal meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main


def test_match_prints_results_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "sleep", "--age", "4y", "--locality", "Crook", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["results"][0].keys() == {"id", "name", "kind", "distance_miles", "next", "self_referral", "reasons"}


@pytest.mark.parametrize("age", ["4y", "18 months", "Year 9", "18m", "6w", "2.5y"])
def test_ages_are_read_in_the_forms_of_the_contract(age: str) -> None:
    assert main(["match", "--need", "sleep", "--age", age]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["match", "--need", "slep"], "did you mean 'sleep'"),
        (["match", "--need", "sleep", "--age", "old"], "cannot be read"),
        (["match", "--need", "sleep", "--locality", "Qqqq"], "not in the gazetteer"),
        (["check", "no-such-folder"], "does not exist"),
        (["ask"], "write: signpost ask"),
        (["ask", "--batch", "x.jsonl"], "--out"),
    ],
)
def test_misuse_says_what_to_write(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_check_says_where_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yml"
    file.write_text("id: a\nkind: nothing\n")
    assert main(["check", str(file)]) == 1
    assert f"{file}:2: " in capsys.readouterr().out
