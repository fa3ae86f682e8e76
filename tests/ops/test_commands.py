"""What the commands around the tests do to a checkout: `make clean` keeps what families said, `test-needs` knows what the tests take."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.ops.paths import ROOT

_NAMES = re.search(r"_NAMES = \((.*)\)", (ROOT / "tests" / "browser" / "conftest.py").read_text(encoding="utf-8"))
assert _NAMES
BROWSERS = re.findall(r'"([\w-]+)"', _NAMES[1])


def test_clean_takes_the_logs_and_keeps_the_conversations_the_counts_and_the_secret(tmp_path: Path) -> None:
    var = tmp_path / "var"
    var.mkdir()
    kept = {"conversations.db", "enquiries.db", "feedback.db", "secret"}
    for name in (*kept, "web.log", "web.log.1", "supervisord.log"):
        (var / name).write_text("x")
    (tmp_path / "models").mkdir()
    subprocess.run(["make", "-f", str(ROOT / "Makefile"), "clean"], cwd=tmp_path, check=True)
    assert {path.name for path in var.iterdir()} == kept
    assert not (tmp_path / "models").exists()


def needs(path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    # Nothing else is on the path, so that where none is found nothing is installed.
    return subprocess.run(
        [shutil.which("sh") or "/bin/sh", str(ROOT / "scripts" / "test-needs")], env={"PATH": str(path), **env}, capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize("name", BROWSERS)
def test_every_browser_that_the_tests_take_is_enough(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("#!/bin/sh\n")
    (tmp_path / name).chmod(0o755)
    done = needs(tmp_path)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_browser_named_by_hand_is_enough_and_none_is_told(tmp_path: Path) -> None:
    assert needs(tmp_path, SIGNPOST_CHROMIUM="/opt/chrome").stderr == ""
    assert "will be SKIPPED" in needs(tmp_path).stderr
