"""What stands of a session for when the assistant is away: no longer than the session, though nobody writes."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.web import chat as chatting
from bot.web.app import create_app
from bot.web.chat import Chat
from bot.web.forgetting import Forgetting
from bot.web.metrics import Metrics
from bot.web.sessions import Sessions
from bot.web.transcript import Transcripts
from tests.web.fakes import UNDERSTOOD, FakeBrain, parts, settings


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def a_chat(tmp_path: Path, brain: FakeBrain, sessions: Sessions, clock: Clock) -> Chat:
    return Chat(settings(tmp_path, session_idle=60), parts(brain), sessions, Metrics(), clock)


async def test_what_stands_goes_when_the_session_does(tmp_path: Path) -> None:
    brain, sessions, clock = FakeBrain(), Sessions("a", 60), Clock()
    chat = a_chat(tmp_path, brain, sessions, clock)
    session = sessions.open(None)
    await chat.answer(session, "hello")
    brain.down = True
    clock.now = 60
    assert (await chat.answer(session, "I want to die")).understood == UNDERSTOOD
    clock.now = 61
    answer = await chat.answer(session, "I want to die")
    assert (answer.understood["needs"], answer.summary) == ([], "")
    assert not chat._standing


async def test_it_goes_though_nobody_writes(tmp_path: Path) -> None:
    sessions, clock = Sessions("a", 60), Clock()
    chat = a_chat(tmp_path, FakeBrain(), sessions, clock)
    await chat.answer(sessions.open(None), "hello")
    clock.now = 61
    forgetting = Forgetting(chat, Transcripts(60, clock), again_seconds=0.01).run(create_app(settings(tmp_path), parts(FakeBrain())))
    await forgetting.__anext__()
    for _ in range(3000):  # half a minute on a machine that is busy; a hundredth of a second on one that is not
        if not chat._standing:
            break
        await asyncio.sleep(0.01)
    assert not chat._standing
    await forgetting.aclose()


async def test_the_longest_unheard_makes_room(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(chatting, "_MOST_REMEMBERED", 1)
    sessions = Sessions("a", 60)
    chat = a_chat(tmp_path, FakeBrain(), sessions, Clock())
    first, second = sessions.open(None), sessions.open(None)
    for session in (first, second):
        await chat.answer(session, "hello")
    assert list(chat._standing) == [second.id]
