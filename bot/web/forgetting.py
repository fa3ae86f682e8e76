"""Delete a conversation at once, or as soon as the assistant answers again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from bot.web.chat import Chat
from bot.web.parts import BrainError
from bot.web.sessions import Session

_AGAIN_SECONDS = 5.0
_MOST_PENDING = 1_000  # past this the oldest are left to the assistant's own expiry


class Forgetting:
    """Remembers whom it still has to forget, for as long as the front door runs."""

    def __init__(self, chat: Chat, again_seconds: float = _AGAIN_SECONDS) -> None:
        self._chat = chat
        self._again = again_seconds
        self._pending: dict[str, Session] = {}

    async def forget(self, session: Session) -> bool:
        """True when the conversation is gone, False when it will be tried again."""
        try:
            await self._chat.forget(session)
        except BrainError:
            if len(self._pending) >= _MOST_PENDING:
                del self._pending[next(iter(self._pending))]
            self._pending[session.id] = session
            return False
        self._pending.pop(session.id, None)
        return True

    async def run(self, _app: web.Application) -> AsyncIterator[None]:
        """Keep trying in the background, for aiohttp's ``cleanup_ctx``."""
        task = asyncio.create_task(self._try_again())
        yield
        task.cancel()

    async def _try_again(self) -> None:
        while True:
            await asyncio.sleep(self._again)
            for session in list(self._pending.values()):
                await self.forget(session)
