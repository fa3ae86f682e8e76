"""Many visitors at once against the real servers, for minutes: `python benchmarks/load/soak.py --minutes 10`.

Starts Signpost as `make run` does, on free ports with the limits off, and stops it. Each visitor keeps one conversation with
an age, a place and needs of its own, so a crossed reply shows. With `--kill` the assistant is killed halfway: crisis
messages must still be answered, others told to wait, and everybody must get through afterwards in the same conversation.
Writes RESULTS.md (RESULTS-killed.md) beside this file; exit code 1 where something was lost, crossed, given up, logged, or
where memory grew by more than 10% after the first quarter of a run of five minutes or more.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

HERE = Path(__file__).parent
PLACES = ("Crook", "Shildon", "Seaham", "Peterlee", "Consett", "Ferryhill", "Spennymoor", "Horden")
NEEDS = ("he can't sleep", "she hardly talks", "he has meltdowns every day", "he won't eat anything but beige food")
THINK_SECONDS = (3.0, 12.0)
URGENT = "she has taken all her tablets"
MOST_GROWTH = 0.10


@dataclass
class Seen:
    """What the visitors met."""

    outcomes: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    memory: list[tuple[float, dict[str, int]]] = field(default_factory=list)
    urgent: int = 0
    urgent_answered: int = 0
    waited: list[float] = field(default_factory=list)  # seconds of those who were told to wait, until their answer

    @property
    def growth(self) -> dict[str, float]:
        """How much each server's memory grew from the first quarter of the run to its end, as a share."""
        if not self.memory:
            return {}
        quarter, last = self.memory[len(self.memory) // 4][1], self.memory[-1][1]
        return {name: size / quarter[name] - 1 for name, size in last.items() if quarter.get(name)}


async def visitor(number: int, address: str, until: float, seen: Seen, http: aiohttp.ClientSession) -> None:
    """One family: an age and a place nobody else has together, then more, again and again."""
    chance = random.Random(number)
    while time.monotonic() < until:
        age, place = 2 + number % 14, PLACES[number % len(PLACES)]
        session: str | None = None
        messages = [f"my child is {age} and {chance.choice(NEEDS)}", f"we live in {place}", "is there anything nearer?", "thanks"]
        for at, text in enumerate(messages):
            await asyncio.sleep(chance.uniform(*THINK_SECONDS))
            urgent = chance.random() < 0.03
            body = await say(address, URGENT if urgent else text, session, seen, http)
            seen.urgent += urgent
            if body is None:
                break
            session = body["session"]
            if urgent and body["safety"] != "crisis":
                seen.crossed.append(f"visitor {number}: a crisis was not answered as one")
            seen.urgent_answered += urgent and "999" in body["replies"][0]["text"]
            stands = body["understood"]
            if not urgent and at and stands["ages"] not in ([], [[age * 12, age * 12 + 12]]):
                seen.crossed.append(f"visitor {number}: age {stands['ages']}")
            if not urgent and at > 1 and stands["locality"] and stands["locality"]["name"] != place:
                seen.crossed.append(f"visitor {number}: place {stands['locality']}")


async def say(address: str, text: str, session: str | None, seen: Seen, http: aiohttp.ClientSession) -> dict[str, Any] | None:
    """One message, sent again while the server asks to wait; None when it cannot be answered within a minute."""
    first = time.monotonic()
    for attempt in range(30):
        started = time.monotonic()
        try:
            async with http.post(f"{address}/api/chat", json={"message": text} | ({"session": session} if session else {})) as got:
                body: dict[str, Any] = await got.json()
                seen.outcomes[str(got.status)] += 1
                if got.status == 200:
                    seen.times.append(time.monotonic() - started)
                    if attempt:
                        seen.waited.append(time.monotonic() - first)
                    if not body["replies"] or not body["replies"][0]["text"]:
                        seen.crossed.append("an empty reply")
                    return body
                if text == URGENT or got.status not in (429, 503) or (got.status == 503 and "999" not in body["error"]["message"]):
                    seen.crossed.append(f"{got.status}: {body}")
        except (aiohttp.ClientError, asyncio.TimeoutError) as problem:
            seen.outcomes[type(problem).__name__] += 1
        await asyncio.sleep(2)
    seen.outcomes["gave up"] += 1
    return None


def servers(var: Path) -> dict[str, int]:
    """Process ids of the three servers that belong to this run."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            args = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            mine = f"SIGNPOST_VAR={var}".encode() in (entry / "environ").read_bytes()
        except (OSError, ValueError):
            continue
        for name, mark in (("assistant", "rasa run"), ("actions", "rasa_sdk"), ("web", "-m bot.web")):
            if mine and mark in args:
                found[name] = int(entry.name)
    return found


def resident_mb(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


async def watch(var: Path, started: float, until: float, seen: Seen) -> None:
    while time.monotonic() < until:
        seen.memory.append((time.monotonic() - started, {name: resident_mb(pid) for name, pid in servers(var).items()}))
        await asyncio.sleep(10)


async def kill_halfway(var: Path, at: float) -> None:
    await asyncio.sleep(max(0.0, at - time.monotonic()))
    os.kill(servers(var)["assistant"], signal.SIGKILL)


async def soak(address: str, var: Path, visitors: int, minutes: float, kill: bool) -> Seen:
    seen, started = Seen(), time.monotonic()
    until = started + minutes * 60
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30), connector=aiohttp.TCPConnector(limit=0)) as http:
        tasks = [visitor(number, address, until, seen, http) for number in range(visitors)]
        tasks.append(watch(var, started, until, seen))
        if kill:
            tasks.append(kill_halfway(var, started + minutes * 30))
        await asyncio.gather(*tasks)
    return seen


def report(seen: Seen, visitors: int, minutes: float, kill: bool) -> str:
    times = sorted(seen.times)
    quarter = seen.memory[len(seen.memory) // 4] if seen.memory else (0.0, {})
    last = seen.memory[-1] if seen.memory else (0.0, {})
    waited = sorted(seen.waited)
    lines = [
        "# Many visitors at once",
        "",
        f"`python benchmarks/load/soak.py --visitors {visitors} --minutes {minutes:g}{' --kill' if kill else ''}`, two cores, "
        f"{THINK_SECONDS[0]:g} to {THINK_SECONDS[1]:g} seconds between a visitor's messages.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| messages answered | {len(times)} |",
        f"| answers by status | {', '.join(f'{status}: {count}' for status, count in sorted(seen.outcomes.items()))} |",
        f"| lost, empty or crossed replies, or words in a log | {len(seen.crossed)} |",
        f"| visitors who gave up | {seen.outcomes['gave up']} |",
        f"| crisis messages answered with 999 first | {seen.urgent_answered} of {seen.urgent} |",
        f"| told to wait, and answered after | {f'{len(waited)}, the longest after {waited[-1]:.0f} s' if waited else 'nobody'} |",
        f"| time to answer, median / p95 / longest | {_quantiles(times)} |",
        *(
            f"| memory of the {name}, after a quarter of the run / at the end | {quarter[1].get(name, 0)} / {size} MB "
            f"({seen.growth.get(name, 0.0):+.0%}) |"
            for name, size in last[1].items()
        ),
    ]  # fmt: skip
    return "\n".join(lines + [f"\n- {problem}" for problem in seen.crossed[:10]]) + "\n"


def _quantiles(times: list[float]) -> str:
    if not times:
        return "nobody was answered"
    return f"{times[len(times) // 2]:.2f} / {times[int(len(times) * 0.95)]:.2f} / {times[-1]:.2f} s"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kill", action="store_true", help="kill the assistant halfway")
    options = parser.parse_args()
    var = Path(tempfile.mkdtemp(prefix="signpost-soak-"))
    ports = {f"SIGNPOST_{name}": str(_free_port()) for name in ("PORT", "RASA_PORT", "ACTIONS_PORT")}
    env = os.environ | ports | {"SIGNPOST_VAR": str(var), "SIGNPOST_LIMITS": "off", "PYTHONUNBUFFERED": "1"}
    served = subprocess.Popen([sys.executable, "-m", "bot.ops.serve"], env=env, stdout=subprocess.PIPE, text=True)
    assert served.stdout is not None
    if not any("ready" in line for line in served.stdout):
        print(f"Signpost did not start. Logs: {var}", file=sys.stderr)
        return 1
    try:
        address = f"http://127.0.0.1:{ports['SIGNPOST_PORT']}"
        seen = asyncio.run(soak(address, var, options.visitors, options.minutes, options.kill))
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait()
    seen.crossed += [f"a visitor's words stand in {name}" for name in logs_with_words(var)]
    text = report(seen, options.visitors, options.minutes, options.kill)
    name = "RESULTS-killed.md" if options.kill else "RESULTS.md"
    (HERE / name).write_text(text)
    print(text)
    answered = bool(seen.times)
    steady = options.kill or options.minutes < 5 or all(share < MOST_GROWTH for share in seen.growth.values())
    return 0 if answered and steady and not seen.crossed and not seen.outcomes["gave up"] else 1


def logs_with_words(var: Path) -> list[str]:
    """The logs that hold something a visitor said."""
    said = [*NEEDS, URGENT, "is there anything nearer"]
    return [path.name for path in sorted(var.glob("*.log")) if any(words in path.read_text(errors="replace") for words in said)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
