"""Read a request's body: bounded in size and time, of the one type that the route takes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from aiohttp import web

from bot.web.chat import Refused
from bot.web.settings import FORM_BYTES

_BODY_SECONDS = 10.0
_MOST_FIELDS = 12


@dataclass(frozen=True)
class Posted:
    """A message to ``POST /api/chat``. ``session`` is whatever the visitor sent, not yet trusted."""

    message: str
    session: str | None


async def read_json_message(request: web.Request) -> Posted:
    """The body of ``POST /api/chat``.

    Raises:
        Refused: 415 for another type, 400 for anything but an object with a text ``message``.
        web.HTTPRequestEntityTooLarge: past the limit for bodies.
    """
    _require_type(request, "application/json")
    try:
        body = json.loads(
            (await _read(request)).decode(), object_pairs_hook=_unambiguous, parse_constant=_no_constant
        )
    except (ValueError, RecursionError):
        raise _unreadable("The body is not JSON.") from None
    if not isinstance(body, dict) or not isinstance(body.get("message"), str):
        raise _unreadable(
            'Send an object with a text "message" and, if there is one, the last answer\'s "session".'
        )
    session = body.get("session")
    if session is not None and not isinstance(session, str):
        raise _unreadable('"session" is text, or absent.')
    return Posted(body["message"], session)


async def read_form(request: web.Request) -> dict[str, str]:
    """The fields of a form; of a field sent twice the last counts.

    Raises:
        Refused: 415 for another type, 400 for what is no form.
        web.HTTPRequestEntityTooLarge: past the limit for bodies.
    """
    _require_type(request, "application/x-www-form-urlencoded")
    try:
        body = await _read(request.clone(client_max_size=FORM_BYTES))
        text = body.decode("utf-8", errors="replace")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise _unreadable("That form could not be read.") from None


async def _read(request: web.Request) -> bytes:
    try:
        return await asyncio.wait_for(request.read(), _BODY_SECONDS)
    except asyncio.TimeoutError:
        raise Refused(408, "bad_request", "The message took too long to arrive. Please try again.") from None


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name said twice a proxy could have read the other value than we do.

    Raises:
        Refused: 400, since the sender must choose.
    """
    if len(dict(pairs)) < len(pairs):
        raise _unreadable("The body has the same name twice in one object: send each name once.")
    return dict(pairs)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _require_type(request: web.Request, wanted: str) -> None:
    if request.content_type != wanted:
        raise Refused(415, "unsupported", f"Send {wanted}.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refused(415, "unsupported", "Send the body as it is, not compressed.")


def _unreadable(message: str) -> Refused:
    return Refused(400, "bad_request", message)
