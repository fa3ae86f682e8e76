"""The front door with everything real behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiohttp import web

from bot.answer.safety import SafetyAnswer, safety_answer, urgent_line
from bot.enquiry import SafetyLevel
from bot.nlu.safety import assess
from bot.ops.stores import directory_warning
from bot.privacy.redact import redact
from bot.web.app import create_app
from bot.web.brain import RasaBrain
from bot.web.parts import Parts, Understood
from bot.web.settings import Settings


async def real_app(settings: Settings) -> web.Application:
    """The application in front of the real assistant. Call it inside the loop that will serve it."""
    brain = RasaBrain(settings)
    parts = Parts(
        assess=assess,
        redact=redact,
        safety_words=_vetted,
        urgent_line=urgent_line,
        brain=brain,
        check_directory=directory_warning,
    )
    app = create_app(settings, parts)
    urgent_line()  # without the vetted words the front door does not start

    async def close_brain(_app: web.Application) -> AsyncIterator[None]:
        yield
        await brain.close()

    app.cleanup_ctx.append(close_brain)
    return app


def _vetted(level: SafetyLevel, understood: Understood) -> SafetyAnswer:
    place = understood["locality"] or {}
    age = understood["ages"][0] if understood["ages"] else None
    return safety_answer(
        level,
        child_age=(age[0], age[1]) if age else None,
        in_area=place.get("in_area"),
        council=place.get("council"),
        voice=None,
        domestic_abuse="domestic_abuse" in understood["needs"],
    )
