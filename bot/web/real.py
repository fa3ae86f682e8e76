"""The front door with everything real behind it. This module only puts together; it decides nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Any

from aiohttp import web

from bot.answer.language import language_replies
from bot.answer.plan_words import plan_reply
from bot.answer.safety import SafetyAnswer, safety_answer, urgent_line
from bot.clock import local_now
from bot.conversation.memory import Memory
from bot.directory.match import match
from bot.directory.vocabulary import NEEDS
from bot.enquiry import AgeRange, Child, Locality, SafetyLevel
from bot.nlu import safety
from bot.nlu.language import other_language
from bot.nlu.place import gazetteer
from bot.nlu.safety.dangers import danger
from bot.nlu.voice import find_voice
from bot.ops.stores import directory, directory_warning, services_folder
from bot.privacy.redact import redact
from bot.web.app import create_app
from bot.web.brain import RasaBrain
from bot.web.parts import Brain, Parts, Understood
from bot.web.settings import Settings


async def real_app(settings: Settings) -> web.Application:
    """The application in front of the real assistant. Call it inside the loop that will serve it."""
    brain = RasaBrain(settings)
    app = create_app(settings, real_parts(brain))
    # Without the rules or the vetted words the front door does not start, and nobody waits for their reading.
    safety.load()
    urgent_line()
    redact("", date.today())

    async def close_brain(_app: web.Application) -> AsyncIterator[None]:
        yield
        await brain.close()

    app.cleanup_ctx.append(close_brain)
    return app


def real_parts(brain: Brain) -> Parts:
    """Everything real around ``brain``."""
    return Parts(
        assess=safety.assess,
        redact=redact,
        safety_words=_vetted,
        urgent_line=urgent_line,
        brain=brain,
        check_directory=_directory_warning,
        plan_for=_plan_for,
        in_other_language=_in_other_language,
    )


def _in_other_language(text: str) -> tuple[dict[str, Any], ...]:
    tag = other_language(text)
    return language_replies(tag) if tag else ()


def _directory_warning() -> str | None:
    """What is wrong with the newest edit, without where on this machine the directory lies: anybody may ask."""
    warning = directory_warning()
    return warning.replace(f"{services_folder().parent}/", "") if warning else None


def _vetted(level: SafetyLevel, said: str, understood: Understood) -> SafetyAnswer:
    place = understood["locality"] or {}
    age = understood["ages"][0] if understood["ages"] else None
    return safety_answer(
        danger(said, level),
        child_age=(age[0], age[1]) if age else None,
        in_area=place.get("in_area"),
        council=place.get("council"),
        voice=find_voice(said),
        domestic_abuse="domestic_abuse" in understood["needs"],
    )


def _plan_for(needs: Sequence[str], ages: Sequence[AgeRange], place: str | None) -> dict[str, Any]:
    if not needs or not set(needs) <= set(NEEDS):
        raise ValueError("not needs of the taxonomy")
    memory = Memory(
        needs=tuple(needs),
        children=tuple(Child(age=age) for age in ages),
        locality=_locality(place) if place else None,
    )
    now = local_now()
    plan = match(directory(), memory.as_enquiry(), now.date(), now=now)
    return dataclasses.asdict(plan_reply(plan, memory))


def _locality(place: str) -> Locality:
    found = gazetteer().find(place, asked=True)
    if found is None:
        raise ValueError("not a place of the gazetteer")
    return found.locality
