"""The page's memory: bounded, expiring, forgetting."""

from __future__ import annotations

import pytest

from bot.web import transcript
from bot.web.chat import Answer
from bot.web.transcript import Exchange, Transcripts
from tests.web.fakes import UNDERSTOOD, service


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def an_answer(said: str, *ids: str) -> Answer:
    """An answer that shows the services of these ids."""
    reply = {"text": said, "buttons": [], "services": [service(id=one) for one in ids]}
    return Answer(said, "answered", "none", UNDERSTOOD, "", (reply,))


def said(transcripts: Transcripts, session: str) -> list[str]:
    return [exchange.answer.said for exchange in transcripts.exchanges(session)]


def test_only_the_last_exchanges_are_kept() -> None:
    transcripts = Transcripts(60)
    for number in range(30):
        transcripts.add("s", Exchange(str(number), an_answer(str(number))))
    assert said(transcripts, "s") == [str(number) for number in range(10, 30)]


def test_the_longest_unused_session_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript, "_MOST_SESSIONS", 2)
    transcripts = Transcripts(60)
    for session in ("a", "b", "a", "c"):
        transcripts.add(session, Exchange("k", an_answer(session)))
    assert (said(transcripts, "a"), said(transcripts, "b"), said(transcripts, "c")) == (["a", "a"], [], ["c"])


def test_a_session_that_was_left_is_forgotten() -> None:
    clock = Clock()
    transcripts = Transcripts(60, clock)
    transcripts.add("a", Exchange("k", an_answer("a")))
    clock.now = 50
    transcripts.add("b", Exchange("k", an_answer("b")))
    clock.now = 61
    assert said(transcripts, "a") == []
    assert said(transcripts, "b") == ["b"]
    assert list(transcripts._records) == ["b"]


def test_only_what_was_shown_can_be_kept() -> None:
    transcripts = Transcripts(60)
    transcripts.keep("nobody", "a", wanted=True)
    transcripts.add("s", Exchange("k", an_answer("hi", "a", "b")))
    for wanted in ("b", "a", "a", "c"):
        transcripts.keep("s", wanted, wanted=True)
    assert [card["id"] for card in transcripts.kept("s")] == ["b", "a"]
    transcripts.keep("s", "b", wanted=False)
    assert [card["id"] for card in transcripts.kept("s")] == ["a"]


def test_forgetting_takes_the_list_too() -> None:
    transcripts = Transcripts(60)
    transcripts.add("s", Exchange("k", an_answer("hi", "a")))
    transcripts.keep("s", "a", wanted=True)
    transcripts.drop("s")
    assert (transcripts.exchanges("s"), transcripts.kept("s")) == ([], [])


def test_exchanges_come_back_as_they_went_in() -> None:
    transcripts = Transcripts(60)
    exchange = Exchange("k", an_answer("é 💥"), "notice")
    transcripts.add("s", exchange)
    assert transcripts.exchanges("s") == [exchange]
