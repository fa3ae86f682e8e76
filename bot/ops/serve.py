"""Start the assistant, the actions and the front door on loopback, and print the address (`make run`).

supervisor keeps the three up; this module only checks the ports, says in words what it waits for, and
passes Ctrl-C and SIGTERM on, so that no process stays behind.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

import yaml

from bot.ops.environment import SettingsError, port_number, transcript_hours, var_folder
from bot.ops.paths import MODEL, ROOT

READY_WITHIN_SECONDS = 180.0
_PORTS = {"SIGNPOST_PORT": 8080, "SIGNPOST_RASA_PORT": 5005, "SIGNPOST_ACTIONS_PORT": 5055}
_LOGS = {"assistant": "assistant.log", "actions": "actions.log", "web": "web.log"}


def main() -> int:
    """Serve until stopped. Exit code 0 after Ctrl-C or SIGTERM, 1 when it cannot start or stay up."""
    try:
        env = environment(os.environ)
    except (SettingsError, PortInUseError) as problem:
        print(problem, file=sys.stderr)
        return 1
    supervisor = subprocess.Popen(
        [str(Path(sys.executable).with_name("supervisord")), "-c", "supervisord.conf"],
        cwd=ROOT, env=env, start_new_session=True,
    )  # fmt: skip
    stopped = _pass_signals_to(supervisor)
    address = f"http://{env['SIGNPOST_HOST']}:{env['SIGNPOST_PORT']}"
    if _wait_until_ready(supervisor, address):
        print(f"Signpost is ready: {address}", flush=True)
    elif supervisor.poll() is None:
        print(f"Signpost did not start within {READY_WITHIN_SECONDS:.0f} seconds. Logs: {env['SIGNPOST_VAR']}", file=sys.stderr)
        supervisor.terminate()
        supervisor.wait()
        return 1
    supervisor.wait()
    if stopped:
        return 0
    print(why_it_stopped(Path(env["SIGNPOST_VAR"])), file=sys.stderr)
    return 1


class PortInUseError(RuntimeError):
    """A port that somebody chose is taken; the message says which and what to do."""


def environment(given: os._Environ[str] | dict[str, str]) -> dict[str, str]:
    """The servers' environment: ports that are free, folders that exist, endpoints with the right address.

    Raises:
        PortInUseError: when the front door's port, or an inner port set by hand, is taken.
        SettingsError: when a value cannot be used, which would otherwise be seen in a server's log only.
    """
    env = dict(given)
    transcript_hours(env)
    ports = {name: port_number(env, name, default) for name, default in _PORTS.items()}
    env["SIGNPOST_HOST"] = env.get("SIGNPOST_HOST") or "127.0.0.1"
    var = var_folder(env).resolve()
    var.mkdir(parents=True, exist_ok=True)
    for name, number in ports.items():
        env[name] = str(_free_port(name, number, chosen=bool(env.get(name))))
    env |= {
        "SIGNPOST_ROOT": str(ROOT),
        "SIGNPOST_VAR": str(var),
        "SIGNPOST_BIN": str(Path(sys.executable).parent),
        "SIGNPOST_MODEL": str(MODEL),
        "SIGNPOST_ENDPOINTS": str(var / "endpoints.yml"),
        "SIGNPOST_TRACKER_DB": env.get("SIGNPOST_TRACKER_DB") or str(var / "conversations.db"),
        "PYTHONUTF8": "1",
    }
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    endpoints["action_endpoint"]["url"] = f"http://127.0.0.1:{env['SIGNPOST_ACTIONS_PORT']}/webhook"
    (var / "endpoints.yml").write_text(yaml.safe_dump(endpoints))
    (var / "given_up").unlink(missing_ok=True)
    return env


def why_it_stopped(var: Path) -> str:
    """One line for the person at the terminal: which server gave up, and the last thing it logged."""
    note = var / "given_up"
    if not note.exists():
        return f"Signpost stopped. Logs: {var}"
    server = note.read_text().strip()
    log = var / _LOGS.get(server, "supervisord.log")
    lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()] if log.exists() else []
    last = lines[-1].strip() if lines else "it logged nothing"
    return f"Signpost stopped: the {server} server cannot be kept up ({last}). Whole log: {log}"


def _free_port(name: str, number: int, *, chosen: bool) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
            return number
        except OSError:
            if chosen or name == "SIGNPOST_PORT":
                raise PortInUseError(
                    f"Port {number} is in use. Stop what uses it, or choose another: {name}={number + 1} make run"
                ) from None
    with socket.socket() as probe:  # an inner port: any free one will do
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _pass_signals_to(supervisor: subprocess.Popen[bytes]) -> list[int]:
    received: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        if supervisor.poll() is None:
            supervisor.terminate()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return received


def _wait_until_ready(supervisor: subprocess.Popen[bytes], address: str) -> bool:
    print("Starting the assistant, the directory and the web page...", flush=True)
    said = ""
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline and supervisor.poll() is None:
        ready, waiting_for = _health(address)
        if ready:
            return True
        if waiting_for != said:
            print(f"  waiting for {waiting_for}...", flush=True)
            said = waiting_for
        time.sleep(0.5)
    return False


def _health(address: str) -> tuple[bool, str]:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5):
            return True, ""
    except urllib.error.HTTPError as refused:
        message = yaml.safe_load(refused.read().decode(errors="replace")) or {}
        return False, ", ".join(message.get("waiting_for", [])) or "the servers"
    except OSError:
        return False, "the web page"


if __name__ == "__main__":
    raise SystemExit(main())
