"""Several families in one chat, as practitioners bring them: "next one: girl in Reception", "back to the Year 4 boy in Sacriston".

An enquiry that another takes the place of is put away whole, and taken out again when it is spoken of.
"""

from __future__ import annotations

import dataclasses
import re

from bot.answer.words import say
from bot.conversation.memory.put_away import called_back
from bot.conversation.plans import Answer, offer, plan_for
from bot.conversation.shown import aspects, entries
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.nlu.questions import SENTENCE_ENDS


def back(turn: Turn) -> Answer | None:
    """The help for the family that the message goes back to, or what it asks of it; None for any other message."""
    if called_back(turn.before, turn.heard) is None:
        return None
    lead = say("back_to", summary=summarise(turn.memory))
    plan, memory = offer(plan_for(turn.memory, turn), turn.memory, turn, lead=lead)
    first, *others = re.split(rf"{SENTENCE_ENDS.pattern}|,\s*", turn.heard.text)
    asked = next((one for one in (*others, first) if aspects.find_aspect(one)), None)
    if asked is None:
        return plan, memory
    told = entries.answer(dataclasses.replace(turn, before=memory, memory=memory).with_heard(text=asked, needs=(), ages=(), locality=None))
    if told is None:
        return plan, memory
    reply, after = told
    return reply.led_by(lead), after

