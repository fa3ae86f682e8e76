"""Delete a conversation at once, or as soon as the assistant answers again; and what stands here of sessions that expired."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiohttp import web

from bot.web.chat import Chat
from bot.web.parts import BrainError
from bot.web.sessions import Session
from bot.web.transcript import Transcripts

_AGAIN_SECONDS = 5.0
_MOST_PENDING = 1_000  # past this the oldest are left to the assistant's own expiry


class Forgetting:
    """Remembers whom it still has to forget, for as long as the front door runs."""

    def __init__(self, chat: Chat, transcripts: Transcripts, again_seconds: float = _AGAIN_SECONDS) -> None:
        self._chat = chat
        self._transcripts = transcripts
        self._again = again_seconds
        self._pending: dict[str, Session] = {}
        self._now = asyncio.Event()

    async def forget(self, session: Session, *, wait: bool = True) -> bool:
        """True when the conversation is gone, False when that will be tried soon.

        Without ``wait`` the page's part is gone at once, and the assistant's as soon as it has answered
        whatever it is answering.
        """
        self._transcripts.drop(session.id)
        if wait and await self._at_the_assistant(session):
            return True
        if len(self._pending) >= _MOST_PENDING:
            del self._pending[next(iter(self._pending))]
        self._pending[session.id] = session
        if not wait:
            self._now.set()
        return False

    async def run(self, _app: web.Application) -> AsyncIterator[None]:
        """Keep forgetting in the background, for aiohttp's ``cleanup_ctx``."""
        task = asyncio.create_task(self._try_again())
        yield
        task.cancel()

    async def _try_again(self) -> None:
        while True:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._now.wait(), self._again)
            self._now.clear()
            self._chat.drop_old()  # also while nobody writes
            self._transcripts.drop_old()
            for session in list(self._pending.values()):
                if await self._at_the_assistant(session):
                    self._pending.pop(session.id, None)

    async def _at_the_assistant(self, session: Session) -> bool:
        try:
            await self._chat.forget(session)
        except BrainError:
            return False
        self._transcripts.drop(session.id)  # again: an answer under way may have been written down meanwhile
        return True
