"""The assistant over loopback HTTP: its own channel of the Rasa server, and the action server's health."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from bot.enquiry import SafetyLevel
from bot.web.parts import BrainAnswer, BrainError, Understood
from bot.web.settings import Settings

_HEALTH_TIMEOUT = aiohttp.ClientTimeout(total=2)
_LEVELS: tuple[SafetyLevel, ...] = ("none", "safeguarding", "crisis")


class RasaBrain:
    """One client for the life of the front door; open it inside a running loop, close it at the end."""

    def __init__(self, settings: Settings) -> None:
        self._channel = f"http://127.0.0.1:{settings.rasa_port}/webhooks/signpost"
        self._health = {
            "assistant": f"{self._channel}/health",
            "actions": f"http://127.0.0.1:{settings.actions_port}/health",
        }
        self._http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=settings.brain_timeout),
            connector=aiohttp.TCPConnector(limit=0),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()

    async def ask(self, sender: str, text: str) -> BrainAnswer:
        """See :class:`bot.web.parts.Brain`."""
        body = {"sender": sender, "message": text}
        try:
            async with self._http.post(f"{self._channel}/message", json=body) as response:
                if response.status != 200:
                    raise BrainError(f"status {response.status}")
                return read_answer(await response.json())
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as fault:
            raise BrainError(type(fault).__name__) from None  # a message could quote what was sent

    async def forget(self, sender: str) -> None:
        """See :class:`bot.web.parts.Brain`."""
        try:
            async with self._http.delete(f"{self._channel}/conversations/{sender}") as response:
                if response.status >= 400:
                    raise BrainError(f"status {response.status}")
        except (aiohttp.ClientError, asyncio.TimeoutError) as fault:
            raise BrainError(type(fault).__name__) from None

    async def waiting_for(self) -> list[str]:
        """See :class:`bot.web.parts.Brain`."""
        answers = await asyncio.gather(*(self._answers(url) for url in self._health.values()))
        return [name for name, answered in zip(self._health, answers, strict=True) if not answered]

    async def _answers(self, url: str) -> bool:
        try:
            async with self._http.get(url, timeout=_HEALTH_TIMEOUT) as response:
                return response.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError):
            return False


def read_answer(body: Any) -> BrainAnswer:
    """The assistant's answer, checked.

    Raises:
        BrainError: when it is not what the channel promises, or says nothing.
    """
    if not isinstance(body, dict):
        raise BrainError("not a mapping")
    safety, replies = body.get("safety"), body.get("replies")
    if safety not in _LEVELS or not isinstance(replies, list):
        raise BrainError("fields missing")
    spoken = tuple(_reply(reply) for reply in replies if isinstance(reply, dict))
    spoken = tuple(reply for reply in spoken if reply["text"].strip() or reply["services"])
    if not spoken:
        raise BrainError("silent")  # Rasa answers 200 with nothing when an action failed
    return BrainAnswer(safety, _understood(body.get("understood")), str(body.get("summary") or ""), spoken)


def stronger(one: SafetyLevel, other: SafetyLevel) -> SafetyLevel:
    """The level that asks for more care."""
    return max(one, other, key=_LEVELS.index)


def nothing_understood() -> Understood:
    """What stands in a conversation that has not begun."""
    return {"needs": [], "ages": [], "locality": None}


def _reply(reply: dict[str, Any]) -> dict[str, Any]:
    return reply | {
        "text": reply["text"] if isinstance(reply.get("text"), str) else "",
        "buttons": [
            button for button in _dicts(reply.get("buttons")) if {"title", "payload"} <= button.keys()
        ],
        "services": [
            service for service in _dicts(reply.get("services")) if {"id", "name"} <= service.keys()
        ],
    }


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _understood(value: Any) -> Understood:
    if not isinstance(value, dict):
        return nothing_understood()
    locality = value.get("locality")
    try:
        return {
            "needs": [str(need) for need in value.get("needs") or []],
            "ages": [[int(lo), int(hi)] for lo, hi in value.get("ages") or []],
            "locality": {key: locality.get(key) for key in ("name", "in_area", "council")}
            if isinstance(locality, dict)
            else None,
        }
    except (TypeError, ValueError) as fault:
        raise BrainError("understood is malformed") from fault
