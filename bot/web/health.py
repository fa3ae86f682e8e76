"""Whether everything that an answer needs is there."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from bot.web.parts import Parts

logger = logging.getLogger(__name__)

_KEPT_SECONDS = 0.5  # many askers at once are one look


@dataclass(frozen=True)
class State:
    """``waiting_for`` is empty when all is well; ``warning`` is what is wrong but does not stop an answer."""

    waiting_for: tuple[str, ...]
    warning: str | None


class Health:
    """Looks at the assistant, the actions and the directory."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._state = State(("assistant",), None)
        self._seen = float("-inf")
        self._looking = asyncio.Lock()

    async def look(self) -> State:
        """The state, at most half a second old."""
        async with self._looking:
            if time.monotonic() - self._seen >= _KEPT_SECONDS:
                self._state = await self._ask_all()
                self._seen = time.monotonic()
        return self._state

    async def _ask_all(self) -> State:
        waiting_for = await self._parts.brain.waiting_for()
        try:
            warning = await asyncio.to_thread(self._parts.check_directory)
        except (OSError, ValueError) as fault:  # the directory's own errors are ValueErrors
            logger.warning("the directory cannot be read: %s", fault)
            return State((*waiting_for, "directory"), None)
        return State(tuple(waiting_for), warning)
