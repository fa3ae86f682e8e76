"""What can be had with no telephone, said above the list where somebody writes that phoning is no way for them."""

from __future__ import annotations

import re

from bot.answer.plan_words import in_order_shown
from bot.answer.words import join_words, say
from bot.conversation.shown.aspects import not_by_phone
from bot.conversation.turn import Turn
from bot.directory.plan import Plan

_NOT_ONLINE = re.compile(r"\b(?:no|without|(?:not|n't)\s+(?:have|got|on|do|use))\s+(?:the\s+|any\s+)?(?:internet|wi-?fi|broadband|computers?|e-?mail|online|smart\s?phone)\b", re.IGNORECASE)
_MOST = 2  # of each way: more is a list again


def note(plan: Plan, turn: Turn) -> str:
    """The first ways that need no call, or that somebody else can ring; "" where nobody minds the telephone."""
    if not plan.results or not not_by_phone(turn.heard.text):
        return ""
    services = [result.service for result in in_order_shown(plan)]
    ways = {
        "no_phone_drop_in": [one.name for one in services if one.referral.drop_in],
        "no_phone_email": [f"{one.name}, {one.contact.email}" for one in services if one.contact.email],
        "no_phone_online": [one.name for one in services if one.online and not (one.referral.drop_in or one.contact.email)],
    }
    if _NOT_ONLINE.search(turn.heard.text):
        del ways["no_phone_online"], ways["no_phone_email"]
    told = " ".join(say(way, names=join_words(names[:_MOST])) for way, names in ways.items() if names)
    return say("no_phone", turn.memory.voice, ways=told) if told else say("no_phone_at_all")
