"""The whole of Signpost, started as `make run` starts it, on free ports and with its own folder."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.ops.paths import ROOT


@dataclass
class Stack:
    """A running Signpost: its address, its folder, and the process to signal."""

    address: str
    var: Path
    process: subprocess.Popen[str]

    def post(self, body: Any, session: str | None = None) -> tuple[int, dict[str, Any]]:
        """POST /api/chat; ``body`` is a message, or the raw bytes to send."""
        raw = body if isinstance(body, bytes) else json.dumps({"message": body} | ({"session": session} if session else {})).encode()
        request = urllib.request.Request(f"{self.address}/api/chat", raw, {"Content-Type": "application/json"})
        return _read(request)

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        return _read(urllib.request.Request(self.address + path))

    def page(self, path: str = "/") -> str:
        with urllib.request.urlopen(self.address + path, timeout=30) as response:
            return str(response.read().decode())

    def children(self) -> dict[str, int]:
        """Process ids of the three servers, by what they run."""
        listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
        found = {}
        for line in listed.splitlines()[1:]:
            pid, args = line.strip().split(" ", 1)
            for name, mark in (("rasa", "rasa run"), ("actions", "rasa_sdk"), ("web", "-m bot.web")):
                if mark in args and _belongs(int(pid), self.var):
                    found[name] = int(pid)
        return found


def _belongs(pid: int, var: Path) -> bool:
    try:
        return f"SIGNPOST_VAR={var}".encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False


def _read(request: urllib.request.Request) -> tuple[int, dict[str, Any]]:
    try:
        with urllib.request.urlopen(request, timeout=40) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def _free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    var = tmp_path_factory.mktemp("var")
    port = _free_port()
    env = os.environ | {
        "SIGNPOST_PORT": port, "SIGNPOST_RASA_PORT": _free_port(), "SIGNPOST_ACTIONS_PORT": _free_port(),
        "SIGNPOST_VAR": str(var), "SIGNPOST_LIMITS": "off", "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.ops.serve"], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    said: list[str] = []
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        line = process.stdout.readline()
        said.append(line)
        if "ready" in line or not line:
            break
    running = Stack(f"http://127.0.0.1:{port}", var, process)
    if "ready" not in said[-1]:
        process.terminate()
        pytest.fail("did not start: " + "".join(said) + "".join(file.read_text()[-1500:] for file in var.glob("*.log")))
    yield running
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
