"""``GET /help``: the same help again from a link that holds needs, ages and a place, and no words."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from aiohttp import web

from bot.enquiry import AgeRange
from bot.web.chat import Refused, too_fast
from bot.web.door import DOOR
from bot.web.parts import Understood
from bot.web.views import reply_view

_AGE = re.compile(r"(-?\d{1,3})-(\d{1,3})\Z")  # months; below 0 before birth
_MOST_OF_A_KIND = 10
_LONGEST_PLACE = 60


async def show(request: web.Request) -> web.Response:
    """The plan for what the link holds; a page that says so where the link is not one of ours."""
    door = request.app[DOOR]
    plan_for = door.parts.plan_for
    if plan_for is None:
        raise web.HTTPNotFound
    wait = door.limits.wait(request)
    if wait:
        raise too_fast(wait)
    try:
        needs = request.query.getall("need", [])[:_MOST_OF_A_KIND]
        ages = [read_age(text) for text in request.query.getall("age", [])[:_MOST_OF_A_KIND]]
        place = request.query.get("place", "")[:_LONGEST_PLACE]
        reply = plan_for(needs, ages, place or None)
    except ValueError:
        raise Refused(404, "not_found", "That link is not whole. You can ask in the chat instead.") from None
    return door.renderer.page("help.html", base="", reply=reply_view(reply))


def read_age(text: str) -> AgeRange:
    """Months "from-to" as a half-open range.

    Raises:
        ValueError: for anything else.
    """
    match = _AGE.match(text)
    if match is None or int(match[1]) >= int(match[2]):
        raise ValueError("not an age")
    return int(match[1]), int(match[2])


def share_link(understood: Understood) -> str | None:
    """The address that shows the same help again (needs, ages in months and place, no visitor's words), or None."""
    place = understood["locality"]
    query = [
        *(("need", need) for need in understood["needs"]),
        *(("age", f"{lo}-{hi}") for lo, hi in understood["ages"]),
        *([("place", str(place["name"]))] if place and place["name"] else []),
    ]
    # An address stays in a browser's history: none is made that says somebody asked about abuse.
    if not understood["needs"] or "domestic_abuse" in understood["needs"]:
        return None
    return f"/help?{urlencode(query)}"
