"""What the servers are started with: one meaning for each variable, and one line where it cannot be used."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.ops import serve
from bot.ops.environment import SettingsError, transcript_hours, var_folder
from bot.ops.paths import FAQ, SERVICES, VAR
from bot.ops.stores import counts_folder, faq_folder, services_folder
from bot.web.settings import Settings


@pytest.mark.parametrize("text", ["-5", "0", "nan", "inf", "a day", " "])
def test_hours_that_cannot_be_kept_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"SIGNPOST_TRANSCRIPT_HOURS=.*write hours above 0"):
        transcript_hours({"SIGNPOST_TRANSCRIPT_HOURS": text})


def test_hours_are_a_day_unless_said() -> None:
    assert transcript_hours({}) == transcript_hours({"SIGNPOST_TRANSCRIPT_HOURS": ""}) == 24
    assert transcript_hours({"SIGNPOST_TRANSCRIPT_HOURS": "0.5"}) == 0.5


def test_an_empty_folder_is_none_that_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIGNPOST_VAR", "SIGNPOST_SERVICES", "SIGNPOST_FAQ"):
        monkeypatch.setenv(name, "")
    assert var_folder({"SIGNPOST_VAR": ""}) == VAR
    assert (counts_folder(), services_folder(), faq_folder()) == (VAR, SERVICES, FAQ)
    assert Settings.from_env({"SIGNPOST_VAR": ""}).var == VAR


@pytest.mark.parametrize(
    ("name", "value"),
    [("SIGNPOST_PORT", "abc"), ("SIGNPOST_PORT", "99999"), ("SIGNPOST_ACTIONS_PORT", "0"), ("SIGNPOST_TRANSCRIPT_HOURS", "-5")],
)
def test_what_cannot_be_used_stops_the_start_with_one_line(
    name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGNPOST_VAR", str(tmp_path))
    monkeypatch.setenv(name, value)
    assert serve.main() == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{name}={value}: write ")
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_empty_variables_start_as_unset_ones(tmp_path: Path, unused_tcp_port: int) -> None:
    given = {"SIGNPOST_VAR": str(tmp_path), "SIGNPOST_PORT": str(unused_tcp_port)}
    env = serve.environment({**given, "SIGNPOST_HOST": "", "SIGNPOST_RASA_PORT": "", "SIGNPOST_TRACKER_DB": ""})
    assert env["SIGNPOST_HOST"] == "127.0.0.1"
    assert env["SIGNPOST_RASA_PORT"].isdigit()
    assert env["SIGNPOST_TRACKER_DB"] == str(tmp_path / "conversations.db")


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(serve.PortInUseError, match=f"Port {number} is in use"):
            serve.environment({"SIGNPOST_VAR": str(tmp_path), "SIGNPOST_PORT": str(number)})
