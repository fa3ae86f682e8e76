"""One turn of a conversation: what stood, what was just heard, what stands now, and what is known."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.answer.faq import SURE, Faq, Faqs
from bot.conversation.asked_for import asked_for, need_asked_for
from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.in_place import in_place
from bot.conversation.memory import Memory
from bot.conversation.memory.meant import FOR_THE_WRITER, answers_question, with_what_is_named
from bot.conversation.memory.merge import merge
from bot.directory.eligibility import HOME, OF_ROOFS
from bot.directory.service import Directory, Service
from bot.nlu.voice import find_voice


@dataclass(frozen=True)
class Turn:
    """Everything that a step needs to answer; ``memory`` already holds what was just heard.

    ``in_place`` is the help that the message says is there already. ``now`` is the local time, None where nobody needs to
    know who answers the telephone now.
    """

    before: Memory
    memory: Memory
    heard: Heard
    directory: Directory
    faqs: Faqs
    today: date
    answers_question: bool
    in_place: tuple[Service, ...] = ()
    now: datetime | None = None

    @property
    def keeps_only_some(self) -> bool:
        """Whether of what was asked for only some is left, and nothing new: "just the sleep bit for now"."""
        return bool(self.memory.needs) and set(self.memory.needs) < set(self.before.needs)

    @property
    def without_new_needs(self) -> Memory:
        """What stands where no need that the message was heard to state counts: it asks, and tells of nothing hard."""
        return dataclasses.replace(self.memory, needs=self.before.needs)

    @property
    def new_needs(self) -> set[str]:
        """The needs that the message was heard to state and that did not stand before it."""
        return {said.need for said in self.heard.needs} - set(self.before.needs)

    def checked_question(self, *, sure: float = SURE) -> Faq | None:
        """The checked question that the message asks, or None.

        "How long until she is seen", of a list for worries, asks of the list, and not for the wait for an autism test, which nobody spoke of.
        """
        found = self.faqs.find(self.heard.text, self.heard.questions, sure=sure)
        if found is None or not (self.before.shown and self.heard.aspect and found.needs):
            return found
        spoken_of = {*self.before.needs, *(said.need for said in self.heard.needs)}
        return found if spoken_of & set(found.needs) else None


def take_turn(
    before: Memory, heard: Heard, directory: Directory, faqs: Faqs, today: date, now: datetime | None = None
) -> Turn:
    """Fold what was heard into what stood."""
    turn = _folded(before, _without_a_doubt(heard, before), directory, faqs, today, now)
    # "Different family: ..." opens a chat anew, and a doubt in the first message of one is an alarm.
    return turn if turn.memory.shown or not turn.heard.doubted else _folded(before, heard, directory, faqs, today, now)


def _folded(before: Memory, heard: Heard, directory: Directory, faqs: Faqs, today: date, now: datetime | None) -> Turn:
    there = in_place(heard.text, directory)
    heard = _with_somebody_for_the_child(_with_need_asked_for(_of_not_eating(_of_self_harm(with_what_is_named(before, heard)), before), directory, faqs), before)
    memory = _of_their_own(before, heard, merge(before, heard, today))
    now_asked = asked_for(heard.text)
    asked = (*now_asked, *_still_asked_for(memory, heard, now_asked))
    return Turn(
        before=before,
        memory=dataclasses.replace(
            memory,
            declined=tuple(dict.fromkeys((*memory.declined, *(one.id for one in there)))),
            asked_for=tuple(dict.fromkeys(id for id in asked if directory.get(id))),
        ),
        heard=heard,
        directory=directory,
        faqs=faqs,
        today=today,
        answers_question=answers_question(before, heard, today),
        in_place=there,
        now=now,
    )


def _without_a_doubt(heard: Heard, before: Memory) -> Heard:
    """What a message is otherwise, where the learned net alone doubts it in the middle of a chat: "gone off at last. night night".

    The urgent numbers stand above the answer all the same (``steps.respond``). After an alarm every doubt is one again.
    """
    goes_back = _GOES_BACK.search(heard.text) is not None  # to the enquiry; the numbers stay below every answer after an alarm
    alarmed = (before.alarm != "none" and not goes_back) or any(case.alarm != "none" for case in before.cases)
    if not heard.otherwise or not before.shown or alarmed:
        return heard
    return dataclasses.replace(heard, safety="none", safety_rule="", intent=heard.otherwise, needs=heard.needs_otherwise, doubted=True)


# "I'm at my mam's tonight. What was there for Mason's talking", after an alarm.
_GOES_BACK = re.compile(r"\bwhat\s+was\s+(?:there|that|it)\s+(?:for|about)\b", re.IGNORECASE)


def _still_asked_for(memory: Memory, heard: Heard, now_asked: tuple[str, ...]) -> tuple[str, ...]:
    """What was asked for before; a roof no longer, where the home is spoken of again and something else is needed ("a hoist")."""
    other_half = any(said.need == HOME for said in heard.needs) and not OF_ROOFS & set(now_asked)
    return tuple(id for id in memory.asked_for if not (other_half and id in OF_ROOFS))


def _with_need_asked_for(heard: Heard, directory: Directory, faqs: Faqs) -> Heard:
    """ "We got notice to quit": what the words tell of is a need, whatever the message was taken for."""
    need = need_asked_for(heard.text, {said.need for said in heard.needs}, directory)
    if need is None or heard.intent in ("ask_service_detail", "correction"):
        return heard
    keeps_intent = heard.safety != "none" or (heard.intent == "ask_faq" and faqs.find(heard.text, heard.questions))
    told = HeardNeed(need, 0, len(heard.text))
    return dataclasses.replace(heard, needs=(told, *heard.needs), intent=heard.intent if keeps_intent else "find_service")


def _of_self_harm(heard: Heard) -> Heard:
    """ "He hurts himself when he's upset", an alarm of which no need was heard: what help is for afterwards."""
    if heard.safety != "crisis" or heard.needs or not _HURTS_ONESELF.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=(HeardNeed("low_mood_self_harm", 0, len(heard.text)),))


_HURTS_ONESELF = re.compile(r"\b(?:hurt|harm|cut)\w*\s+(?:him|her|my|them|your|their|hiss?)sel(?:f|ves)?\b|\bself[\s-]?harm", re.IGNORECASE)


def _of_not_eating(heard: Heard, before: Memory) -> Heard:
    """ "I don't eat any more": who says so of themselves is no toddler with a plate of beige food, whatever age is known."""
    fussy = [said for said in heard.needs if said.need == "feeding_eating"]
    if not fussy or not _I_DO_NOT_EAT.search(heard.text):
        return heard
    if (find_voice(heard.text) or before.voice or heard.likely_voice) not in (None, "young_person"):
        return heard
    needs = tuple(dict.fromkeys(dataclasses.replace(said, need="eating_disorder") if said in fussy else said for said in heard.needs))
    return dataclasses.replace(heard, needs=needs)


_I_DO_NOT_EAT = re.compile(
    r"\b(?:i|i'?ve|i'?m|im|ive)\s+(?:(?:just|really|only|basically|literally|have)\s+)*(?:don'?t|can'?t|cannot|won'?t|not|never|hardly|barely|stopped|skip(?:ped|ping)?|hide|hiding|throw(?:ing)?|scared\s+(?:of|to)|afraid\s+(?:of|to)|hate)\s+(?:(?:want|wanna|to|ever|really|even|been|like|the|my|away)\s+){0,3}(?:eat|eats|eating|eaten|ate|meals?|food|lunch|dinners?)\b"
    r"(?!\s+(?:meat|fish|pork|veg\w*|fruit|gluten|dairy|with\s+(?:him|her|them)|because\s+of\s+(?:worry|him|her)))",
    re.IGNORECASE,
)


def _with_somebody_for_the_child(heard: Heard, before: Memory) -> Heard:
    """ "Is there anyone SHE could talk to", by a parent: help with the child's feelings, and no person for the parent to ring."""
    feelings = {_FEELINGS, "low_mood_self_harm"} & {*before.needs, *(said.need for said in heard.needs)}
    if feelings or heard.safety != "none" or not _SOMEBODY_FOR_THE_CHILD.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=(HeardNeed(_FEELINGS, 0, len(heard.text)), *heard.needs), intent="find_service")


_CHILD = r"(?:s?he|him|her|(?:my|our|wor)\s+(?:\w+\s+)?(?:son|daughter|lad|lass|bairn|child|kid|boy|girl|teenager|grandson|granddaughter))"
_SOMEBODY_FOR_THE_CHILD = re.compile(
    rf"\b(?:some|any)(?:one|body)\s+(?:(?:that\s+|who\s+)?{_CHILD}\s+(?:can|could|might|would|will)|for\s+{_CHILD}\s+to)\s+(?:talk|speak|chat|open\s+up)\s+to\b(?!\s+about\s+(?:(?:the|his|her|a|getting)\s+)?(?:ehcp?|plan|reading|work|college|jobs?|money|forms?|transport|speech|school)\b)",
    re.IGNORECASE,
)
_FEELINGS = "anxiety_emotional"


def _of_their_own(before: Memory, heard: Heard, memory: Memory) -> Memory:
    """Who writes is the child: somebody to talk to is help with feelings, and not a group for parents, unless it is asked for one."""
    if memory.voice != "young_person" or any(age[0] < _YOUNG_FROM for age in memory.ages):
        return memory
    still = before.voice == "young_person" and FOR_THE_WRITER in before.needs and FOR_THE_WRITER not in {said.need for said in heard.needs}
    if still or _FOR_A_PARENT.search(heard.text):
        return memory
    return dataclasses.replace(memory, needs=_own(memory.needs), children=tuple(dataclasses.replace(child, needs=_own(child.needs)) for child in memory.children))


# "Owt for me mam an all, she's struggling", by a lad of 17.
_FOR_A_PARENT = re.compile(r"\b(?:help|owt|anything|anythin|something|somethin|summat|sommat|support|some(?:one|body)|groups?)\s+(?:out\s+there\s+|there\s+)?for\s+(?:my|me|our|wor)\s+(?:mam|mum|mom|mother|dad|father|parents?|nana|nan|gran\w*|grandad)\b", re.IGNORECASE)


def _own(needs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_FEELINGS if need == FOR_THE_WRITER else need for need in needs))


_YOUNG_FROM = 132  # months; a young mother writes of somebody younger
