"""What a command imports: the models' libraries take seconds and a hundred megabytes, which only `ask` is worth."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.cli import _COMMANDS, main

_HEAVY = {"aiohttp", "numpy", "onnxruntime", "rasa", "scipy", "sklearn", "skops", "textstat"}


def imported(*arguments: str) -> set[str]:
    """Which of the heavy libraries a command has imported at its end."""
    program = f"import sys\nfrom bot.cli import main\ntry:\n    main({list(arguments)})\nfinally:\n    print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return {name for name in _HEAVY if f"'{name}'" in done.stderr}


def test_help_imports_no_command() -> None:
    assert imported("--help") == set()


@pytest.mark.parametrize("command", [["match", "--need", "sleep", "--json"], ["check", ""], ["stale", "--days", "-1"]], ids=lambda words: words[0])
def test_a_command_imports_no_classifier_and_no_server(command: list[str]) -> None:
    assert not imported(*command) & {"aiohttp", "rasa", "sklearn", "skops"}


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_is_where_it_is_looked_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert f"usage: signpost {name} " in capsys.readouterr().out
