"""The list of help for everything that stands, and what is said where there is nothing to list or nothing new."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.plan_words import in_order_shown, whom_to_reach
from bot.answer.reply import Button, Reply
from bot.answer.words import need_texts, say
from bot.conversation import (
    alarms,
    checked,
    elsewhere,
    feedback,
    no_phone,
    refusals,
    unheard,
)
from bot.conversation.asking import A_PHRASE, A_QUESTION
from bot.conversation.memory.meant import WORN_OUT
from bot.conversation.memory.needs import FEELINGS, FOR_THE_WRITER
from bot.conversation.people import people_for, person_line
from bot.conversation.plans import Answer, offer, person_reply, plan_for
from bot.conversation.questions import GO_ON, next_question
from bot.conversation.shown import aspects, choosing, entries, follow_up, narrow
from bot.conversation.turn import Turn
from bot.directory.plan import Plan
from bot.enquiry import Locality
from bot.nlu.questions import MOST_OF_AN_ENQUIRY

# A choice question helps only while few choices are plausible.
_CHOICES = 4
# Offered where a message gives no hint at all.
_COMMON_NEEDS = ("speech_language", "behaviour", "anxiety_emotional", "sen_support_school")
_NOT_MEANT = re.compile(
    r"\bnot\s+what\s+(?:i|we)\s+(?:meant|said|asked|wanted|mean|need(?:ed)?)\b|\b(?:got|have)\s+(?:it|that|me|this)\s+(?:all\s+)?wrong\b|\bmis(?:understood|heard)\b|\bnot\s+listening\b"
    r"|\b(?:not|never|didn'?t|haven'?t)\s+(?:really\s+)?answer(?:ed|ing)?\s+(?:that|me|my\s+question|what\s+i)\b|\bthat\s+(?:doesn'?t|didn'?t)\s+answer\b",
    re.IGNORECASE,
)
ASKS_FOR_ALL = re.compile(
    r"\bwho\s+(?:else\s+)?(?:can|could|will|would)\s+(?:i|we)\b|\bwho\s+(?:else\s+)?(?:can|could|will|would)\b.{0,40}\bhelp\b|\b(?:can|could|will|would)\s+(?:any|some)(?:one|body)\s+(?:else\s+)?help\b|\bwhat\s+(?:else\s+)?(?:can|could|do)\s+you\s+(?:give|offer|do|have|suggest)\b"
    r"|\b(?:what|anything|something|owt|summat)\b.{0,20}\b(?:do|try)\b.{0,20}\b(?:meantime|mean\s+time|at\s+home|until\s+then|while\s+(?:i|we)(?:'re|\s+are|\s+am|'m)?\s+wait\w*)"
    r"|\bwhat(?:'s|\s+is|\s+help\s+is)\s+there\b|\bwhere\s+(?:do|can)\s+(?:i|we)\s+(?:go|start|turn)\b",
    re.IGNORECASE,
)
FOR_A_CHILD = re.compile(r"^\W*(?:(?:and|ok|so|what|who|anything|owt|now)\W+)*(?:about|for|with)\s+(?:\[name\]|(?:my|our|the|his|her)\s+\w+|him|her)(?:\W+then)?\W*$", re.IGNORECASE)


def find_services(turn: Turn) -> Answer:
    """The plan for everything that stands, then at most one question."""
    memory = turn.memory
    if not memory.needs:
        return _nothing_to_match(turn)
    plan = plan_for(memory, turn)
    if _is_the_same_again(plan, turn) and (told := _instead_of_the_same(turn)):
        return told
    question = next_question(memory, plan)
    reply, after = offer(plan, memory, turn, lead=" ".join(part for part in (_lead(turn), no_phone.note(plan, turn)) if part), question=question)
    after = dataclasses.replace(
        after,
        seen=(),
        awaiting=question or "nothing",
        asked=(*memory.asked, question) if question else memory.asked,
    )
    return feedback.ask(reply, after) if question is None and feedback.may_ask(after) else (reply, after)


def carries_on(turn: Turn) -> Answer | None:
    """ "Carry on", after an alarm: the list for what stands."""
    return find_services(turn) if alarms.wants_to_carry_on(turn) else None


def _instead_of_the_same(turn: Turn) -> Answer | None:
    """What a question asks for, in place of the list that was just shown."""
    if found := turn.checked_question():
        return checked.faq_reply(found, turn)
    return follow_up.about_a_need_shown(turn) or _list_stands(turn)


def _list_stands(turn: Turn) -> Answer | None:
    """ "Honestly it's one door after another": no question that is known and nothing new, so the list is not read out again."""
    aspect, asks = aspects.find_aspect(turn.heard.text), _ASKS_OF_THE_LIST.search(turn.heard.text)
    if turn.heard.says_something:  # "how long is the wait for speech therapy", where speech stands: a need that is named again is asked about
        told_of = bool(aspect and A_QUESTION.search(turn.heard.text))
    else:
        told_of = aspect in ("meanwhile", "say", "text", "contact") or bool(asks and aspect in ("hours", "travel", "visit", "does"))
    if told_of and (told := entries.answer(turn)):
        return told
    text = turn.heard.text
    if turn.heard.length > MOST_OF_AN_ENQUIRY and A_QUESTION.search(text):
        return None  # too long for the ranker to tell what it asks: the list may hold the answer
    return None if ASKS_FOR_ALL.search(text) or FOR_A_CHILD.search(text) or states_what_stands(turn) else narrow.of_a_kind(turn) or nothing_new(turn)


def nothing_new(turn: Turn) -> Answer:
    """One line in place of the list, and the nearest question that has an answer: a list of 500 words again tells nobody anything."""
    heard, voice = turn.heard, turn.memory.voice
    memory = dataclasses.replace(turn.memory, awaiting="nothing")
    asks = A_QUESTION.search(heard.text) is not None
    near = turn.faqs.near(heard.questions)[:_NEAR] if asks else ()
    if near:
        return choose_or_ring("nearest_question", tuple(Button(entry.question, entry.question) for entry in near), turn), memory
    feels = _FELT & heard.said
    if asks and not feels and turn.memory.shown and _OF_THEM.search(heard.text):
        return Reply(say("not_seen_of_these"), services=tuple(card(one) for one in turn.directory.all_of(turn.memory.shown))), memory
    words = "feelings_stand" if feels else "not_known" if asks else "no_rush" if _A_PAUSE.search(heard.text) else "list_stands"
    return person_reply(say(words, voice), memory, turn)


# "Have they got hoists", "will it upset him": they can tell, so the list is the answer.
_OF_THEM = re.compile(r"\b(?:they|them|these|those|it|ones?)\b", re.IGNORECASE)
_NEAR = 2
_FELT = FEELINGS | {FOR_THE_WRITER}
# "Boiler man's here, hang on", "back in a sec".
_A_PAUSE = re.compile(r"\b(?:hang\s+on|hold\s+on|haad\s+on|brb|(?:one|1|a|wait\s+a)\s+(?:sec(?:ond)?|min(?:ute)?|moment|mo)|(?:i'?m|am|right|sorry)\s+back|back\s+(?:now|in)|at\s+the\s+door|door'?s|phone'?s)\b", re.IGNORECASE)


def short_question(turn: Turn) -> Answer | None:
    """ "After that?", "right what now": while a list stands, a question of few words is about it, and no yes, no, thanks or goodbye."""
    heard, memory = turn.heard, turn.memory
    asks = heard.length <= A_PHRASE and heard.intent in _SMALL and A_QUESTION.search(heard.text) and not _PARTING.search(heard.text)  # "is that all? ta, bye"
    if not asks or not memory.needs or turn.answers_question or heard.says_something:
        return None
    if not memory.shown:  # "so what instead", after a checked answer
        return find_services(turn)
    return entries.about_all_shown(turn) or choosing.answer(turn) or nothing_new(turn)


_PARTING = re.compile(r"\b(?:thanks?|thank\s+you|thx|ta|cheers|bye+|night|tara|ta-?ra)\b", re.IGNORECASE)
_SMALL = frozenset({"affirm", "deny", "thanks", "goodbye", "greet"})
_ASKS_OF_THE_LIST = re.compile(r"\?|\b(?:(?:is|are)\s+(?:there|any)|any(?:thing|one|body|where)?|which|when|do\s+they)\b", re.IGNORECASE)


def _is_the_same_again(plan: Plan, turn: Turn) -> bool:
    """Whether the message changed nothing that a plan is made of, so that the list would come again with no word about it."""
    before, memory = turn.before, turn.memory
    if not before.shown or before.awaiting == "alarm" or alarms.wants_to_carry_on(turn):
        return False
    stands = (set(before.needs), before.ages, before.locality) == (set(memory.needs), memory.ages, memory.locality)
    nothing_else = all(getattr(before, part) == getattr(memory, part) for part in _A_PLAN_IS_MADE_OF)
    # "He's my great grandson" tells who the child is, and changes no line of the list.
    return stands and (nothing_else or before.shown == tuple(result.service.id for result in in_order_shown(plan)))


_A_PLAN_IS_MADE_OF = ("children", "declined", "asked_for", "voice", "about_child", "has_diagnosis", "has_ehc_plan")


def states_what_stands(turn: Turn) -> bool:
    """Whether the message says anew that there is a diagnosis or an EHC plan, or none."""
    before, memory = turn.before, turn.memory
    return (memory.has_diagnosis, memory.has_ehc_plan) != (before.has_diagnosis, before.has_ehc_plan)


def _lead(turn: Turn) -> str:
    """That the help which the message says is there already is not offered again, and that a place told of is not home yet."""
    name = turn.in_place[0].name if len(turn.in_place) == 1 else ""
    left_out = say("in_place", turn.memory.voice, name=name) if turn.in_place else ""
    other = elsewhere.note(turn)
    felt = turn.before.shown and turn.memory.alarm == "none" and _FELT & turn.heard.said
    kind = say("kind_word") if turn.memory.voice != "practitioner" and (felt or WORN_OUT.search(turn.heard.text)) else ""
    refused = "" if turn.before.shown else _of_a_refusal(turn)
    return " ".join(part for part in (kind, refused, left_out, other[0] if other else "", _past_the_list(turn), unheard.note(turn)) if part)


def _of_a_refusal(turn: Turn) -> str:
    """That a no is not the last word; to an EHC assessment or plan, what the law gives a family then."""
    text, voice = turn.heard.text, turn.memory.voice
    if "ehc_plan" in turn.memory.needs and refusals.of_a_plan(text) and (told := turn.faqs.get(checked.PLAN_REFUSED)):
        return told.answer
    return say("was_refused", voice) if refusals.of_a_referral(text) else ""


def _past_the_list(turn: Turn) -> str:
    """That the list ends at 25, and who looks further, where a son or daughter of 26 is told of now."""
    if not any(age.lo >= _PAST_THE_LIST for age in turn.heard.ages):
        return ""
    adults = turn.directory.get("social-care-direct")
    return " ".join(part for part in (say("past_the_list", turn.memory.voice), whom_to_reach(adults) if adults else "") if part)


_PAST_THE_LIST = 26 * 12  # months


def fallback(turn: Turn) -> Answer:
    """Choices instead of "I don't understand"; the second time in a row, a person."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    if aspects.asks_plainly(turn.heard.text) and (told := entries.about_all_shown(turn)):  # "right thanks. how long is the wait for one atm"
        return told
    if turn.before.awaiting in GO_ON:
        # An answer that nobody could read is as good as none: the help stands, nothing is asked again.
        return _go_on(turn)
    if turn.before.awaiting == "choice":
        cards = tuple(card(person) for person in people_for(turn))
        return Reply(say("fallback_again"), services=cards), dataclasses.replace(turn.memory, awaiting="nothing")
    # "School is in Gateshead" needs no choice of what is hard: that was told.
    return nothing_new(turn) if turn.before.shown else ask_what(turn, "fallback")


def all_taken_out(turn: Turn) -> Answer | None:
    """ "Sleep is fine now", where that was all: nothing is left to look for, and the child and the place stay."""
    another = turn.memory.is_cleared or len(turn.memory.cases) > len(turn.before.cases)
    if another or not turn.before.needs or turn.memory.needs:
        return None
    return Reply(say("all_taken_out", turn.memory.voice)), dataclasses.replace(turn.memory, awaiting="nothing")


def _go_on(turn: Turn) -> Answer:
    """Something that says nothing new while a question is open: how to go on, with a person beside it."""
    someone = people_for(turn)[:1]
    text = say(GO_ON[turn.before.awaiting], turn.memory.voice)
    lines = "\n".join(person_line(person, turn) for person in someone)
    return Reply(
        f"{say('not_sure')} {text}\n\n{say('or_a_person')}\n{lines}", services=tuple(card(person) for person in someone)
    ), turn.memory


def misheard(turn: Turn) -> Answer | None:
    """ "That's not what I meant": an apology, choices and a person, in place of the same list again."""
    if turn.heard.length > checked.SHORT_QUESTION or not _NOT_MEANT.search(turn.heard.text) or turn.needs_taken_up:
        return None
    return ask_what(turn, "misheard")


def _nothing_to_match(turn: Turn) -> Answer:
    """An enquiry without a need: an age or a place alone is kept, and the need is asked for."""
    if turn.heard.intent == "find_service" or turn.heard.says_something:
        reply, memory = ask_what(turn, "which_need")
        place = turn.heard.locality
        return (_told_outside(reply, place, turn) if place and place.in_area is False else reply), memory
    return fallback(turn)


def _told_outside(reply: Reply, place: Locality, turn: Turn) -> Reply:
    """The same, led by whose area the place lies in, with that council's own local offer where it is known."""
    offer = elsewhere.local_offer(turn.directory, place.council)
    url = offer.contact.url if offer else None
    told = say("which_need_outside", turn.memory.voice, place=place.name, council=place.council, name=offer.name if offer else "", url=url)
    return dataclasses.replace(reply, text=f"{told} {reply.text}", services=(*([card(offer)] if offer else []), *reply.services))


def ask_what(turn: Turn, words: str) -> Answer:
    """Choices of what it may be about."""
    nearest = turn.heard.nearest_needs[:_CHOICES] or _COMMON_NEEDS
    buttons = tuple(Button(need_texts()[need]["choice"], need_texts()[need]["payload"]) for need in nearest)
    return choose_or_ring(words, buttons, turn), dataclasses.replace(turn.memory, awaiting="choice")


def choose_or_ring(words: str, buttons: tuple[Button, ...], turn: Turn) -> Reply:
    """Choices, and already somebody to ring: not even an unclear message ends without a person."""
    person = people_for(turn)[:1]
    return Reply(
        f"{say(words)}\n\n{say('or_a_person')}\n" + "\n".join(person_line(one, turn) for one in person),
        buttons=(*buttons, Button(say("something_else"), say("something_else_payload"))),
        services=tuple(card(one) for one in person),
    )
