"""Around every handler: count, log without personal data, and turn every fault into words."""

from __future__ import annotations

import logging
import time

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.ops.faults import kind_and_place
from bot.web.chat import Code, Refused, too_long, unavailable
from bot.web.door import DOOR
from bot.web.pages import error_page

logger = logging.getLogger(__name__)

_FOR_PROGRAMS = ("/api/", "/healthz", "/metrics")
_STATUS_WORDS: dict[int, tuple[Code, str]] = {
    400: ("bad_request", "We could not read that. Please go back and try again."),
    403: ("forbidden", "That was not sent from this site, so we did not use it."),
    404: ("not_found", "There is no such page."),
    405: ("not_allowed", "That page does not work that way."),
}


@web.middleware
async def around(request: web.Request, handler: Handler) -> web.StreamResponse:
    """See the module."""
    began = time.monotonic()
    try:
        response = await handler(request)
    except Refused as refused:
        response = _refusal(request, refused)
    except web.HTTPException as fault:
        response = _refusal(request, _in_words(fault))
        if "Allow" in fault.headers:  # which methods a 405 must name
            response.headers["Allow"] = fault.headers["Allow"]
    except Exception as fault:  # a visitor never sees a fault of ours, whatever it is
        logger.error("%s", kind_and_place(fault))
        response = _refusal(request, unavailable())
    route = _pattern(request)
    request.app[DOOR].metrics.request(route, response.status)
    logger.info("%s %s %d %.0f ms", request.method, route, response.status, (time.monotonic() - began) * 1000)
    return response


def _in_words(fault: web.HTTPException) -> Refused:
    if fault.status == 413:
        return too_long()
    code, words = _STATUS_WORDS.get(fault.status, _STATUS_WORDS[400])
    return Refused(fault.status, code, words)


def _refusal(request: web.Request, refused: Refused) -> web.Response:
    if request.path.startswith(_FOR_PROGRAMS):
        body = {"error": {"code": refused.code, "message": request.app[DOOR].chat.words_of(refused)}}
        response = web.json_response(body, status=refused.status)
    else:
        response = error_page(request, refused)
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(refused.retry_after)
    return response


def _pattern(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return resource.canonical if resource else "none"
