"""A front door that runs beside the tests, and can be stopped and started again on the same port."""

from __future__ import annotations

import asyncio
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path

from bot.answer.language import language_replies
from bot.web.app import create_app
from bot.web.parts import BrainAnswer, Parts
from bot.web.serving import serve
from tests.web.fakes import UNDERSTOOD, VETTED, FakeBrain, parts, service, settings

PLAN = {
    "text": "Here is help with talking.",
    "intro": "Here is help with talking for a 3-year-old near Crook.",
    "notes": ["Some services only see children under 5."],
    "services": [
        service(),
        service(id="hub", name="Crook Family Hub", distance_miles=0.4, phone=None, cost=None, caution=None),
        service(id="portage", name="Durham Portage", part="ask", distance_miles=None),
    ],
    "while_waiting": ["Talk about what your child is looking at.", "Sing the same songs each day."],
    "outro": "Want to talk it over with a person? Ring 0191 387 7777.\n\nWhich town or village is home?",
    "buttons": [{"title": "Something else", "payload": "Is there anything else?"}],
}


def converse(text: str) -> BrainAnswer:
    """A plan for everything, the vetted words for danger."""
    if "die" in text:
        return BrainAnswer("crisis", UNDERSTOOD, "", ({"text": VETTED, "buttons": [], "services": []},))
    return BrainAnswer("none", UNDERSTOOD, "talking, for a 3-year-old, near Crook", (PLAN,))


def many(text: str) -> BrainAnswer:
    """A plan with more services than are shown at once."""
    services = [service(id=f"s{number}", name=f"Service {number}") for number in range(6)]
    return BrainAnswer("none", UNDERSTOOD, "talking", ({**PLAN, "services": services},))


def plan_for(needs: object, ages: object, place: object) -> dict[str, object]:
    """Whatever is asked, the same plan."""
    return PLAN


@dataclass
class Live:
    """``origin`` is where it answers; ``brain`` can be told to fail while it runs."""

    var: Path
    brain: FakeBrain = field(default_factory=lambda: FakeBrain(reply=converse))
    changes: dict[str, object] = field(default_factory=dict)
    port: int = 0

    def __post_init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve from a thread of its own; returns when it listens."""
        listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(listening)), daemon=True)
        self._thread.start()
        assert listening.wait(10)

    def stop(self) -> None:
        """Stop and free the port."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    async def _serve(self, listening: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        given: Parts = parts(
            self.brain,
            plan_for=plan_for,
            in_other_language=lambda text: language_replies("ar") if "ابن" in text else (),
        )
        app = create_app(settings(self.var, **{"brain_timeout": 20.0} | self.changes), given)
        up = asyncio.Event()
        serving = asyncio.create_task(
            serve(app, "127.0.0.1", self.port, self._stop, listening=up, shutdown=0.1)
        )
        await up.wait()
        listening.set()
        await serving
