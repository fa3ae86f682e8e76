"""A place outside the county that is not home today: where a family will move, or where the child is for some of the week."""

from __future__ import annotations

import dataclasses

from bot.answer.cards import card
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation.plans import Answer
from bot.conversation.turn import Turn
from bot.directory.geography import names_council
from bot.directory.service import Directory, Service
from bot.nlu.place import gazetteer

_TEXTS = {"to_come": "home_to_come", "part_time": "home_part_time"}
_A_MATTER_OF_ITS_OWN = 16  # words of a message that may say no more


def local_offer(directory: Directory, council: str | None) -> Service | None:
    """The local offer of a council outside the county, where the directory has it."""
    offers = directory.by_kind.get("other_local_offer", ())
    return next((one for one in offers if council and names_council(one.area.places, council)), None)


def note(turn: Turn) -> tuple[str, Service] | None:
    """That home stays what it was, and whose local offer is for the other place; None where no such place is named."""
    for mention in gazetteer().find_all(turn.heard.text):
        place = mention.locality
        offer = local_offer(turn.directory, place.council) if mention.other_home and place.in_area is False else None
        if offer and place != turn.memory.locality:
            words = say(_TEXTS[mention.other_home], turn.memory.voice, place=place.name, name=offer.name, url=offer.contact.url)
            return words, offer
    return None


def answer(turn: Turn) -> Answer | None:
    """The same as an answer, where the message says nothing else that is new and a list stands."""
    if not turn.before.shown or turn.answers_question or len(turn.heard.text.split()) > _A_MATTER_OF_ITS_OWN:
        return None
    if turn.heard.ages or {said.need for said in turn.heard.needs} - set(turn.before.needs):
        return None
    told = note(turn)
    if told is None:
        return None
    text = f"{told[0]}\n\n{say('go_on', turn.memory.voice)}"
    return Reply(text, services=(card(told[1]),)), dataclasses.replace(turn.memory, needs=turn.before.needs)
