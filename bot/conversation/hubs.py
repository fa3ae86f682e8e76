"""The nearest family hub: any family can walk into one, and other help is asked for there."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation.asking import ONE_MATTER
from bot.conversation.plans import Answer
from bot.conversation.turn import Turn
from bot.directory.geography import nearest
from bot.directory.service import Service
from bot.enquiry import Locality

_KIND = "family_hub"
_ASKS_FOR_ONE = re.compile(
    r"^(?!.*\b(?:tried|went|been|was|were|lost|nobody|no\s+(?:good|use|help)|free|open|opens|cost|when|time|phone|number|course|say)\b)"
    r"(?:.*\b(?:near(?:est|er)|clos(?:est|er)|where(?:'?s|s|\s+is|\s+are|\s+abouts\s+is)|address\s+(?:of|for)|(?:can|do|to|could)\s+(?:i|we)?\s*(?:find|get\s+to))\s+(?:is\s+)?(?:the\s+|my\s+|our\s+|an?\s+|one\s+of\s+the\s+)?(?:nearest\s+|local\s+|closest\s+)?(?:family\s+)?hubs?\b"
    r"|.*\b(?:which|what)\s+(?:family\s+)?hubs?\s+(?:is|are|'?s)\s+(?:the\s+)?(?:near|clos)\w*|.*\b(?:an?|the|any|is\s+there)\s+(?:family\s+)?hubs?\s+(?:near|close|by|round)\b)",
    re.IGNORECASE,
)


def nearest_hub(home: Locality | None, turn: Turn) -> tuple[Service, float] | None:
    """The nearest hub that somebody could check, with its distance in miles; None outside the county and where home is not known."""
    if home is None or home.in_area is not True:
        return None
    return nearest((one for one in turn.directory.by_kind.get(_KIND, ()) if one.is_verified), home)


def answer(turn: Turn) -> Answer | None:
    """ "Whats the nearest hub", "where is the hub": by where the family lives, whether or not one was shown."""
    heard = turn.heard
    if heard.length > ONE_MATTER or turn.new_needs or heard.locality or turn.answers_question or not _ASKS_FOR_ONE.search(heard.text):
        return None
    home = turn.memory.locality
    found = nearest_hub(home, turn)
    if found is None or home is None:
        return None
    hub, miles = found
    told = say("nearest_hub", turn.memory.voice, name=hub.name, miles=f"{miles:g}", place=home.name)
    addresses = [say("detail_address", address=venue.written) for venue in hub.venues if venue.address]
    text = "\n".join(part for part in (told, *addresses, hub.referral.route or "", hub.caution or "") if part)
    return Reply(text, services=(card(hub),)), dataclasses.replace(turn.without_new_needs, focus=hub.id)
