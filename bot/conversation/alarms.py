"""A life at risk, or somebody being harmed: the vetted words first, the numbers kept in sight, the enquiry kept too."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.reply import Button, Reply
from bot.answer.safety import SafetyAnswer, safety_answer, urgent_line
from bot.answer.words import say
from bot.conversation.asking import ONE_MATTER
from bot.conversation.memory import Memory
from bot.conversation.memory.needs import DOMESTIC_ABUSE, FEELINGS, FOR_THE_WRITER, SO_LOW
from bot.conversation.plans import Answer
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.enquiry import MINUTES_COUNT, Danger, SafetyLevel
from bot.nlu.safety.dangers import danger

_CARRY_ON = re.compile(
    r"\b(?:carry\s+on|go\s+on|keep\s+going|continue|back\s+to\b|where\s+were\s+we|as\s+you\s+were|what\s+i\s+asked|my\s+(?:first|other)?\s*question|move\s+on)\b"
    r"|\b(?:(?:i'?m|we'?re|he'?s|she'?s|they'?re|i\s+am|we\s+are|he\s+is|she\s+is|they\s+are)\s+(?:ok|okay|safe|fine|all\s+right|alright)(?:\s+now)?)\b"
    r"|\b(?:no|not\s+an?|isn'?t\s+an?)\s+emergency\b|\b(?:nobody|no\s*one|no-one)(?:'s|\s+is)\s+(?:in\s+(?:any\s+)?danger|hurt)\b|\bthat'?s\s+not\s+what\s+i\s+(?:mean|meant|said)\b|\bi\s+(?:said|told\s+you)\s+i'?m\s+not\b",
    re.IGNORECASE,
)
# Asked right after an alarm: who is to be told of it.
_WHO_TO_TELL = re.compile(
    r"(?:^|[.,;!?])\W*(?:(?:so|and|but|ok|okay|right|then|well)\W+)*(?:(?:who|where)\s+(?:do|should|can|shall|would|must)\s+(?:i|we)\s+(?:even\s+|have\s+to\s+|need\s+to\s+)?(?:tell|ring|call|phone|go|report|talk|speak|contact|turn)\b"
    r"|what\s+(?:do|should|can|shall)\s+(?:i|we)\s+(?:even\s+)?do(?:\s+(?:now|then|next|about\s+(?:it|this|that)))?\W*$)",
    re.IGNORECASE,
)
# Said right after an alarm: that it was not meant so, or that nothing will be done.
_TAKEN_BACK = re.compile(
    r"^\W*(?:(?:no|nah|nee|oh|well|honestly|look|sorry)\W+)*(?:(?:it\s+is|it'?s|that'?s)\s+)?(?:not\s+like\s+that\b|not\s+that\s+bad\b|(?:only|just)\s+(?:joking|kidding|messing|a\s+joke|a\s+saying|an?\s+(?:figure|turn)\s+of)\b"
    # Of oneself and to the end: "they won't do anything about it" and "she didn't mean to take that many" take nothing back.
    r"|i(?:(?:\s+(?:wouldn'?t|would\s+not|would\s+never|won'?t|will\s+not)|(?:'?m|\s+am)\s+not\s+(?:going\s+to|gonna|gan\s+to))\s+(?:\w+\s+)?(?:do\s+(?:any\s*thing|owt|it|that)|hurt|harm|act)(?:\s+(?:on\s+it|myself|anyone|anybody|daft|stupid|silly))?"
    r"|\s+(?:don'?t|didn'?t)\s+mean\s+(?:it|that)(?:\s+(?:literally|really))?(?:\s+(?:like\s+that|that\s+way))?|\s+(?:don'?t|didn'?t)\s+mean\s+like\s+that)(?:\s+(?:though|honest(?:ly)?|i\s+promise))?(?:\s*(?:$|[.,;!?])|\s+(?:i'?m|i\s+am|am|it'?s)\s+(?:just|only|that|so)\s+(?!done\b|sorry\b|over\b|finished\b|gone\b|empty\b))"
    r"|(?:please\s+)?(?:don'?t|do\s+not)\s+(?:(?:send|ring|call)\b|tell\s+(?:anyone|anybody|no\s*one|nobody|school|(?:my\s+)?(?:mum|mam|dad|parents))(?:\s+please)?\W*$)"
    r"|(?:fine|ok|okay|all\s+right)\b.{0,20}\b(?:don'?t|do\s+not)\s+(?:send|ring|call)\b)",
    re.IGNORECASE,
)
# Asked right after an emergency: what to say, or whether to wait.
_STILL_TO_RING = re.compile(
    r"\b(?:what|wot)\s+(?:do|should|shall|must)\s+(?:i|we)\s+(?:say|tell|do)\b|\b(?:should|shall|can|could|do|must)\s+(?:i|we)\s+(?:(?:just|still|really|need\s+to|have\s+to)\s+)*(?:wait|ring|call|phone|go|take|drive|watch)\b|\bis\s+it\s+(?:an?\s+)?(?:emergency|serious|bad\s+enough)\b",
    re.IGNORECASE,
)
# "Not today tho", of what an alarm was about: it is not happening now.
_NOT_NOW = re.compile(
    r"^\W*(?:(?:no|nah|well|but|oh|just)\W+)*(?:i\s+(?:haven'?t|didn'?t|have\s+not|did\s+not)\s+(?:\w+\s+)?)?(?:not\s+)?(?:today|tonight|now|right\s+now|at\s+the\s+(?:moment|minute|mo)|lately|recently|this\s+(?:week|month)|for\s+(?:ages|a\s+while|a\s+bit|(?:a\s+few\s+)?(?:days|weeks|months)))"
    r"(?:\s+(?:tho|though|like|yet|at\s+least|honest(?:ly)?))*\W*$",
    re.IGNORECASE,
)
_SAYS_NOT = re.compile(r"\b(?:not|haven'?t|didn'?t)\b", re.IGNORECASE)
# "What if he sees her phone", where a partner is feared.
_PHONE_SEEN = re.compile(
    r"\b(?:what\s+if|in\s+case|if|when|but|scared|worried|afraid)\b.{0,25}\b(?:he|she|they|him|her|my\s+\w+)\b.{0,15}\b(?:sees?|finds?|checks?|looks?|reads?|gets?|goes\s+through|has|takes?)\b.{0,15}\b(?:phone|mobile|messages?|texts?|calls?|bill|history|this|tablet|laptop|computer)\b",
    re.IGNORECASE,
)
# Said after an alarm: whom they rang has come.
_HELP_IS_THERE = re.compile(
    r"^(?!.*\b(?:no|not|never|want|if|when|scared|before)\b|.*n'?t\b)\W*(?:(?:ok|okay|right|the|an|it'?s|thanks|thank\s+you)\W+)*"
    r"(?:they(?:'?re|\s+are)\s+(?:just\s+)?(?:here|on\s+(?:their|the)\s+way)(?:\s+now)?\W*$|(?:ambulance|paramedics?|police|crisis\s+team|doctor)(?:'?s|\s+(?:is|are|has|have))\s+(?:(?:just|now)\s+)?(?:here\b|come\b|arrived|coming\b|on\s+(?:its|their|the|his|her)\s+way)"
    r"|(?:(?:we'?re|we\s+are|were|i'?m|im|he'?s|hes|she'?s|shes|they'?re)\s+)?(?:(?:now|just|here)\s+)?(?:at|in|on\s+(?:our|the|my)\s+way\s+to)\s+(?:the\s+)?(?:hospital|a\s*&\s*e|a\s+and\s+e|casualty)(?:\s+(?:now|already|with\s+(?:him|her|them)|thanks?|thank\s+you|ta))*\W*$)",
    re.IGNORECASE,
)
_SCARED = re.compile(r"^\W*(?:i'?m|i\s+am|im|we'?re|i\s+feel|feeling)\s+(?:(?:so|really|very|dead|proper|just|feeling)\s+)*(?:scared|frightened|terrified|afraid|not\s+safe|unsafe)\W*$", re.IGNORECASE)
_KEPT_IN_SIGHT = 3
# The alarm that no rule heard: of harmless lines in the middle of a chat it takes three in a hundred for one.
_BY_LEARNING = "second_net"
_MINE = r"\b(?:my|me|wor)\s+(?:ex[\s-]*)?(?:husband|hubby|partner|boyfriend|fella|wife|girlfriend|other\s+half|ex)\b"
_PARTNER = re.compile(
    r"\b(?:he|she|him)\b[^.!?]{0,30}\b(?:checks?|goes\s+through|takes?|tracks?|reads?|controls?|watch(?:es)?|hides?)\s+my\s+(?:phone|messages|texts|money|bank|post|car\s+keys|keys|pills?)\b|"
    rf"{_MINE}[^.!?]{{0,120}}\b(?:me|my|us)\b"
    r"|\b(?:his|her|their|the\s+(?:kids|bairns|children)'?s?)\s+dad\b[^!?]{0,60}\b(?:at|for|hits?|hurts?|threatens?|choked|strangled|grabs?|on)\s+me\b",
    re.IGNORECASE,
)


def vetted_words(turn: Turn) -> Answer:
    """The vetted words with the numbers for this danger, age and place; below them, how to go on without starting over."""
    level: SafetyLevel = turn.heard.safety if turn.heard.safety != "none" else "crisis"
    about = danger(turn.heard.text, level)
    if about in MINUTES_COUNT | {"threat"} and (turn.before.alarm == "crisis" or SO_LOW in turn.before.needs):
        about = "crisis"  # "she says she wants to die", and then "she's got a knife"
    from_a_partner = _is_from_a_partner(turn)
    domestic = _is_domestic(turn.memory) or turn.heard.safety_rule.startswith("domestic_abuse") or from_a_partner or about == "partner"
    addressed = dataclasses.replace(turn.memory, voice="parent") if from_a_partner and _is_no_practitioner(turn) else turn.memory
    parts, buttons = [_opening(turn, about, _words(about, addressed, domestic), domestic)], []
    if domestic:
        parts.append(say("quick_exit"))
    to_the_ambulance = about in MINUTES_COUNT
    only_learnt = turn.heard.safety_rule == _BY_LEARNING and not turn.heard.safety_words
    if only_learnt and turn.before.shown and not domestic and not to_the_ambulance:
        parts.append(say("alarm_unsure"))
    summary = summarise(turn.memory)
    if turn.memory.needs and summary:
        if not to_the_ambulance:
            parts.append(say("alarm_kept", turn.memory.voice, summary=summary))
        buttons.append(Button(say("carry_on"), say("carry_on_payload")))
    memory = dataclasses.replace(turn.memory, awaiting="alarm", alarm=about)
    return Reply("\n\n".join(parts), buttons=tuple(buttons)), memory


def _opening(turn: Turn, about: Danger, words: SafetyAnswer, domestic: bool) -> str:
    """The vetted words; in their place what fits better right after an alarm, above the same numbers."""
    alarmed = turn.before.alarm != "none"
    if alarmed and not domestic and _HELP_IS_THERE.search(turn.heard.text):
        return f"{say('alarm_help_there')}\n\n{words.text}"
    if alarmed and domestic and _PHONE_SEEN.search(turn.heard.text):
        return f"{say('phone_seen', turn.memory.voice)}\n\n{words.listed}"
    if about == turn.before.alarm == "safeguarding":  # the same card twice teaches to skip it
        return f"{say('alarm_again', turn.memory.voice)}\n\n{words.listed}"
    return words.text


def _is_no_practitioner(turn: Turn) -> bool:
    """ "My fella wants me back by four", by somebody whose first message was put like a practitioner's."""
    text = turn.heard.text
    return turn.memory.voice == "practitioner" and _MY_PARTNER.search(text) is not None and not _QUOTES.search(text)


_MY_PARTNER = re.compile(rf"{_MINE}(?![\s-]*(?:agency|organi\w+|school))", re.IGNORECASE)
# What a practitioner was told: "mum disclosed: my husband pushed me".
_QUOTES = re.compile(r"\b(?:disclos\w+|said|told|says|states?|stated|reports?|reported)\b|[\"“”]", re.IGNORECASE)


def _is_from_a_partner(turn: Turn) -> bool:
    """Whether a grown-up tells of a partner and of themselves: "my husband ... round my neck"."""
    return turn.memory.voice != "young_person" and bool(_PARTNER.search(turn.heard.text))


def wants_to_carry_on(turn: Turn) -> bool:
    """Whether, after an alarm, the message only asks to go on with the enquiry."""
    text = turn.heard.text
    return turn.before.alarm != "none" and turn.heard.length <= ONE_MATTER and bool(_CARRY_ON.search(text)) and not _WHO_TO_TELL.search(text)


def next_words(turn: Turn) -> Answer | None:
    """What is said to the message right after an alarm that asks whom to tell, or takes the alarm back; None for any other."""
    text = turn.heard.text
    right_after = turn.before.awaiting == "alarm"
    if not (right_after or turn.before.alarm == "emergency") or turn.heard.length > ONE_MATTER:
        return None
    memory = turn.without_new_needs
    if turn.before.alarm in ("crisis", "emergency") and _HELP_IS_THERE.search(text) and not turn.heard.needs and not _is_domestic(memory):
        return Reply(say("alarm_help_there")), memory
    if not right_after:
        return None
    if turn.before.alarm in MINUTES_COUNT and _STILL_TO_RING.search(text):
        return Reply(_words(turn.before.alarm, memory, _is_domestic(memory)).text), memory
    if _WHO_TO_TELL.search(text) and not turn.heard.says_something:  # "I'm ok now. I live in Seaham, who can I talk to?" asks for help near there
        # Of the alarm before: "start again" in the same breath has taken it out of the memory.
        return Reply(f"{say('alarm_who', memory.voice)}\n\n{_words(turn.before.alarm, memory, _is_domestic(memory)).listed}"), memory
    # What somebody feels is about the alarm; any other need is a new matter.
    if turn.heard.said - FEELINGS - {FOR_THE_WRITER}:
        return None
    if turn.before.alarm == "crisis" and _NOT_NOW.search(text) and _SAYS_NOT.search(text):
        return Reply(say("alarm_not_now", memory.voice)), memory
    if not _TAKEN_BACK.search(text):
        return None
    buttons = (Button(say("carry_on"), say("carry_on_payload")),) if memory.needs else ()
    return Reply(say("alarm_taken_back", memory.voice), buttons=buttons), memory


def is_scared(turn: Turn) -> Answer | None:
    """ "I'm scared" and no more: asked what of, with the numbers at once."""
    if turn.heard.needs or not _SCARED.search(turn.heard.text):
        return None
    return Reply(f"{say('scared', turn.memory.voice)}\n\n{_words('safeguarding', turn.memory, _is_domestic(turn.memory)).listed}"), turn.memory


def keep_in_sight(reply: Reply, memory: Memory) -> Reply:
    """After an alarm, every later reply of the conversation ends with the numbers that matter most."""
    if memory.alarm == "none":
        return reply
    contacts = [contact for contact in _words(memory.alarm, memory, _is_domestic(memory)).contacts if contact.phone]
    numbers = [
        contact.name if contact.name == contact.phone else f"{contact.name} ({contact.phone})" for contact in contacts
    ]
    return reply.ending_with(say("numbers_in_sight", numbers="; ".join(numbers[:_KEPT_IN_SIGHT])))


def just_in_case(reply: Reply) -> Reply:
    """The urgent numbers above an answer to what may have been an alarm and most likely was none."""
    reply = dataclasses.replace(reply, doubted=True)
    if _NUMBER_OF_ALL in reply.text:  # "I'm scared" lists them itself
        return reply
    return reply.led_by(say("just_in_case", numbers=urgent_line()))


_NUMBER_OF_ALL = "999"


def _is_domestic(memory: Memory) -> bool:
    return DOMESTIC_ABUSE in memory.needs


def _words(about: Danger, memory: Memory, domestic: bool) -> SafetyAnswer:
    place = memory.locality
    return safety_answer(
        about,
        child_age=memory.ages[0] if memory.ages else None,
        in_area=place.in_area if place else None,
        council=place.council if place else None,
        voice=memory.voice,
        domestic_abuse=domestic,
        child_told=bool(memory.children) or memory.voice is not None,
    )
