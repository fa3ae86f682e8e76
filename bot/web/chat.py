"""The path of one message: clean, safety rules, redaction, the assistant; and what to say without it.

What is said plainly is decided here, before and whatever the assistant does: it may add an alarm, never remove one. A hint of the
rules, which ordinary messages hold too, raises the alarm here wherever the assistant does not answer.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from weakref import WeakValueDictionary

from bot.enquiry import SafetyLevel
from bot.web.brain import nothing_understood, stronger
from bot.web.clean import clean
from bot.web.metrics import Metrics
from bot.web.parts import Assessed, BrainAnswer, BrainError, Parts, SafetyWords, Understood
from bot.web.sessions import Session, Sessions
from bot.web.settings import MESSAGE_CHARACTERS, Settings

_MOST_REMEMBERED = 10_000
# The vetted words must come first: a number at the end of a long list does not count.
_OPENING_CHARACTERS = 400
_DIGITS = re.compile(r"\d")

Code = Literal[
    "bad_request", "empty", "too_long", "unsupported", "too_fast", "unavailable", "forbidden", "not_found",
    "not_allowed", "session_expired",
]  # fmt: skip
Outcome = Literal["answered", "safety_only"]


@dataclass(frozen=True)
class Answer:
    """What a visitor is told. ``said`` is the message as it may be kept: redacted.

    ``outcome`` is "safety_only" where the vetted words stand alone because the assistant did not answer.
    """

    said: str
    outcome: Outcome
    safety: SafetyLevel
    understood: Understood
    summary: str
    replies: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class _Standing:
    """What was last understood of a session, and when."""

    understood: Understood
    summary: str
    heard: float


class Refused(Exception):
    """A message that is not answered; ``message`` says why and what to do, in a visitor's words (:meth:`Chat.words_of` has the whole)."""

    def __init__(self, status: int, code: Code, message: str, *, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after


def too_long() -> Refused:
    """The message is longer than is taken. Nothing of it is cut or kept."""
    return Refused(413, "too_long", f"That message is too long: please keep it under {MESSAGE_CHARACTERS:,} characters.")


def unavailable() -> Refused:
    """The assistant is not there."""
    return Refused(503, "unavailable", "Sorry, we can't look for help just now. Please try again in a minute.", retry_after=5)


def too_fast(wait: int) -> Refused:
    """The visitor must wait this many seconds."""
    seconds = "1 second" if wait == 1 else f"{wait} seconds"
    words = f"That is a lot of messages at once. Please wait {seconds}, then send it again."
    return Refused(429, "too_fast", words, retry_after=wait)


class Chat:
    """Answers messages, one at a time a session, so that replies never cross."""

    def __init__(
        self, settings: Settings, parts: Parts, sessions: Sessions, metrics: Metrics, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings = settings
        self._parts = parts
        self._sessions = sessions
        self._metrics = metrics
        self._clock = clock
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._standing: OrderedDict[str, _Standing] = OrderedDict()

    def check(self, raw: str) -> str:
        """The message cleaned.

        Raises:
            Refused: when nothing is left, or too much.
        """
        if len(raw.strip().replace("\r\n", "\n")) > MESSAGE_CHARACTERS:
            raise too_long()
        text = clean(raw)
        if not text:
            raise Refused(400, "empty", "Please type what is hard right now, then send it.")
        return text

    async def answer(self, session: Session, text: str, *, wait: int = 0) -> Answer:
        """Answer a checked message. ``wait``: seconds by which the visitor is too fast, 0 when not.

        Raises:
            Refused: too fast, or the assistant is not there; never for somebody in danger.
        """
        began = time.monotonic()
        alarm = self._parts.assess(text)
        try:
            if wait and alarm.level == "none":
                raise too_fast(wait)
            said = self._parts.redact(text, self._parts.today()).text
            answer = await self._answer(session, said, alarm.level, self._stands(alarm, text, said), wait)
        except Refused as refused:
            self._metrics.message(refused.code, alarm.level, time.monotonic() - began)
            raise
        self._metrics.message(answer.outcome, answer.safety, time.monotonic() - began)
        return answer

    async def forget(self, session: Session) -> None:
        """Delete a session's conversation here and at the assistant, or raise BrainError."""
        async with self._lock(session):  # after a message under way, which would bring the conversation back
            self._standing.pop(session.id, None)
            await self._parts.brain.forget(self._sessions.sender(session))

    def drop_old(self) -> None:
        """Forget what stands for a session that has expired, or is one too many."""
        # The longest unheard stand first.
        while self._standing:
            oldest = next(iter(self._standing))
            fresh = self._clock() - self._standing[oldest].heard <= self._settings.session_idle
            if fresh and len(self._standing) <= _MOST_REMEMBERED:
                return
            del self._standing[oldest]

    def answer_danger(self, raw: str) -> Answer | None:
        """The vetted words alone for a message that is refused for how it was sent, where it tells of danger; else None.

        They need neither a session nor the assistant, and nothing of the message is kept.
        """
        try:
            text = self.check(raw)
        except Refused:
            return None
        level = self._parts.assess(text).level
        if level == "none":
            return None
        said = self._parts.redact(text, self._parts.today()).text
        self._metrics.message("safety_only", level, 0.0)
        return self._vetted_alone(self._sessions.open(None), said, level)

    def words_of(self, refused: Refused) -> str:
        """What a visitor is told of a refusal, with whom to ring: whoever is refused may be in danger."""
        return f"{refused.message} {self._parts.urgent_line()}"

    def _stands(self, alarm: Assessed, text: str, said: str) -> SafetyLevel:
        """The level that stands whatever the assistant makes of the message.

        A hint is left to the assistant, unless its words were taken out of what is ``said`` to it.
        """
        left_to_it = alarm.hint and self._parts.assess(said).level == alarm.level
        return self._parts.assess(text, hints=False).level if left_to_it else alarm.level

    async def _answer(
        self, session: Session, said: str, level: SafetyLevel, stands: SafetyLevel, wait: int
    ) -> Answer:
        """``level`` is for when the assistant does not answer, ``stands`` for when it does."""
        if wait:  # and somebody is in danger
            return self._vetted_alone(session, said, level)
        try:
            heard = await self._ask(session, said, level)
        except BrainError as fault:
            self._metrics.brain_fault(str(fault))
            if level == "none":
                raise unavailable() from None
            return self._vetted_alone(session, said, level)
        self._remember(session, heard.understood, heard.summary)
        safety = stronger(stands, heard.safety)
        replies = self._safety_first(safety, said, heard)
        foreign = self._parts.in_other_language(said)
        if foreign and safety == "none":
            # What the assistant made of words that it cannot read is no help, unless it found a need in them.
            replies = (*foreign, *(reply for reply in replies if reply["services"] and heard.understood["needs"]))
        elif foreign:
            replies = (*replies, *foreign)
        return Answer(said, "answered", safety, heard.understood, heard.summary, replies)

    async def _ask(self, session: Session, text: str, level: SafetyLevel) -> BrainAnswer:
        if level == "none":
            return await self._ask_in_turn(session, text)
        try:  # the time in the queue counts too: somebody in danger does not wait for an earlier message
            return await asyncio.wait_for(self._ask_in_turn(session, text), self._settings.urgent_timeout)
        except asyncio.TimeoutError:
            raise BrainError("too slow for an urgent message") from None

    async def _ask_in_turn(self, session: Session, text: str) -> BrainAnswer:
        async with self._lock(session):
            try:
                return await asyncio.wait_for(
                    self._parts.brain.ask(self._sessions.sender(session), text), self._settings.brain_timeout
                )
            except asyncio.TimeoutError:
                raise BrainError("TimeoutError") from None

    def _lock(self, session: Session) -> asyncio.Lock:
        return self._locks.setdefault(session.id, asyncio.Lock())

    def _safety_first(self, safety: SafetyLevel, said: str, heard: BrainAnswer) -> tuple[dict[str, Any], ...]:
        if safety == "none":
            return heard.replies
        words = self._parts.safety_words(safety, said, heard.understood)
        if carries(heard.replies[0]["text"], words, alike=heard.safety == safety):
            return heard.replies
        return (_vetted_reply(words), *heard.replies)

    def _vetted_alone(self, session: Session, said: str, level: SafetyLevel) -> Answer:
        self.drop_old()
        stands = self._standing.get(session.id) or _Standing(nothing_understood(), "", 0.0)
        words = self._parts.safety_words(level, said, stands.understood)
        return Answer(said, "safety_only", level, stands.understood, stands.summary, (_vetted_reply(words),))

    def _remember(self, session: Session, understood: Understood, summary: str) -> None:
        self._standing[session.id] = _Standing(understood, summary, self._clock())
        self._standing.move_to_end(session.id)
        self.drop_old()


def carries(text: str, words: SafetyWords, *, alike: bool) -> bool:
    """Whether a reply already begins with the vetted words: their first line, or where it is ``alike`` in level the first number to ring."""
    opening = text[:_OPENING_CHARACTERS]
    if words.text.strip().split("\n", 1)[0] in opening:
        return True
    numbers = [_DIGITS.findall(contact.phone) for contact in words.contacts if contact.phone]
    # A number inside a longer one ("0300 999 123") is another number.
    return alike and bool(numbers) and bool(re.search(rf"(?<!\d)(?<!\d ){' ?'.join(numbers[0])}(?! ?\d)", opening))


def _vetted_reply(words: SafetyWords) -> dict[str, Any]:
    return {"text": words.text, "buttons": [], "services": []}
