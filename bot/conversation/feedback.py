""" "Did this help?", one tap, then "what was missing?". No word that anybody wrote leaves this module.

What somebody writes is turned into one of a few reasons, and into needs; the words are not kept
(docs/decisions/0006-feedback-without-words.md).
"""

from __future__ import annotations

import dataclasses
import re

from bot.answer.reply import Button, Feedback, Reply
from bot.answer.words import chat, say
from bot.conversation import refusals
from bot.conversation.asking import A_QUESTION, FEW_WORDS
from bot.conversation.coarse import area_of, band
from bot.conversation.memory import Memory
from bot.conversation.plans import Answer
from bot.conversation.turn import Turn

_PARTLY = re.compile(r"\b(?:(?<!in )(?<!for )a\s+bit|(?<!a )bits?|partly|part\s+of\s+it|sort\s+of|kind\s+of|some(?:\s+of\s+it)?|kinda|so\s+so|maybe|not\s+sure)\b", re.IGNORECASE)
_YES = re.compile(r"^\W*(?:yes|yeah|yep|yup|aye|it\s+(?:did|has|does)|very|definitely|this\s+helped|helpful|brilliant|great|perfect|👍)\b|^\W*👍|\bthis\s+helped\b", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:no|nope|nah|not\s+(?:really|much|quite|at\s+all|helpful)|it\s+(?:didn'?t|hasn'?t|doesn'?t)|didn'?t|👎)\b|^\W*👎|something\s+(?:was|is)\s+missing", re.IGNORECASE)
# "No, she is not deaf" puts something right about the child, and says nothing of the help.
_OF_THE_CHILD = re.compile(r"^\W*(?:no|nope|nah)\b\W*(?:he|she|they|my\s+\w+|our\s+\w+|wor\s+\w+)(?:'?s|'?re|\s+(?:is|are|was|has|have|does|doesn'?t|isn'?t|hasn'?t|can|can'?t))\b", re.IGNORECASE)
# "Aye both of them still need help".
_STILL_NEEDED = re.compile(r"\b(?:still|do|both)\s+(?:need|want)\b", re.IGNORECASE)
# "No car, no bus on weekdays" tells what the family has not got.
_HAS_NONE = re.compile(r"^\W*no\s+(?:car|bus|buses|signal|internet|wifi)\b(?!\s+(?:options?|numbers?|help|routes?|came)\b)", re.IGNORECASE)
# A longer no is the answer where it speaks of the help: not "no that's Esh Winning", "nah its all good im just skint".
_OF_THE_HELP = re.compile(r"\b(?:help\w*|use(?:ful)?|lists?|any\s+of|these|them|those|numbers?|missing|work\w*|options?|what\s+(?:i|we)|near\w*|far|plan|really|it\s+(?:didn'?t|doesn'?t|hasn'?t|isn'?t))\b", re.IGNORECASE)
# "No its Hordon, near Peterlee" says where home is.
_OF_HOME = re.compile(r"^\W*(?:no|nope|nah)\b\W*(?:it'?s|that'?s|it\s+is|we'?re|we\s+are|we\s+live|i'?m|i\s+live|i\s+said)\b", re.IGNORECASE)
_PLAIN_WORDS, _BARE_WORDS = 10, 4
_ANOTHER_MATTER = "about something else"
NO_WAY_IN = "no way to reach them"
# The first that fits is what was missing.
_MISSING = (
    ("too far", re.compile(r"\bfar\b|\bmiles?\b|\bcar\b|\bbus\b|\btravel|\bnear|\blocal\b|\bdistance\b", re.IGNORECASE)),
    ("too long to wait", re.compile(r"\bwait|\bweeks?\b|\bmonths?\b|\bsoon|\bnow\b|\blong\b|\bquick|\burgent", re.IGNORECASE)),
    (NO_WAY_IN, re.compile(r"\bnumber|\bphone|\banswer(?:s|ed)?\b|\bcontact|\bring|\bemail|\bwebsite|\blink|\bold\b|out\s+of\s+date", re.IGNORECASE)),
    ("wrong age", re.compile(r"\bages?\b|\bold(?:er)?\b|\byoung(?:er)?\b", re.IGNORECASE)),
    ("already tried", re.compile(r"\btried\b|\balready\b|\bbeen\s+(?:there|to)\b|\bturned\s+(?:us|him|her|me)\b|\bsaid\s+no\b", re.IGNORECASE)),
    ("a group is too much", re.compile(r"\bgroups?\b|\bone\s+to\s+one\b", re.IGNORECASE)),
    ("costs too much", re.compile(r"\bcost|\bmoney\b|\bpay\b|\bafford|\bfree\b", re.IGNORECASE)),
    (_ANOTHER_MATTER, re.compile(r"\bsomething\s+else\b|\bnot\s+(?:about|what)\b|\bwrong\b|\bneed", re.IGNORECASE)),
)  # fmt: skip
_OTHER = "something else"
_WOULD_NOT_SAY = re.compile(r"\b(?:rather\s+not|don'?t\s+(?:want|know)|skip|nothing|never\s*mind|no\s+thanks|not\s+sure|dunno)\b|^\W*no\W*$", re.IGNORECASE)


def ask(reply: Reply, memory: Memory) -> Answer:
    """Add "did this help?" with its two buttons to a reply; asked once an enquiry."""
    buttons = (Button(say("helped_yes"), say("helped_yes_payload")), Button(say("helped_no"), say("helped_no_payload")))
    helped = dataclasses.replace(reply.ending_with(say("ask_helped")), buttons=(*reply.buttons, *buttons))
    return helped, dataclasses.replace(memory, awaiting="helped", asked=(*memory.asked, "helped"))


def may_ask(memory: Memory) -> bool:
    """Only after a plan, only once, and not of somebody in danger."""
    return bool(memory.shown) and "helped" not in memory.asked and memory.alarm == "none"


def answer(turn: Turn) -> Answer | None:
    """The thanks for an answer to either question; None where the message is about something else."""
    if turn.before.awaiting == "helped" or _pressed(turn):
        return _helped(turn)
    if turn.before.awaiting == "missing":
        return _missing(turn)
    return None


def _pressed(turn: Turn) -> bool:
    """Whether a button of the question was pressed, however long ago it was asked: it stays on the page."""
    words = turn.heard.text.strip()
    return "helped" in turn.before.asked and words in (say("helped_yes_payload"), say("helped_no_payload"))


def _helped(turn: Turn) -> Answer | None:
    text = turn.heard.text
    # "No, he's 5" puts an age right.
    told_more = (turn.memory.children, turn.memory.locality) != (turn.before.children, turn.before.locality)
    of_home = turn.heard.locality and _OF_HOME.search(text)
    if of_home or turn.heard.length > FEW_WORDS or turn.needs_taken_up or told_more or _OF_THE_CHILD.search(text) or _STILL_NEEDED.search(text):
        return None
    done = dataclasses.replace(turn.memory, awaiting="nothing")
    if _PARTLY.search(text):
        return ask_missing(turn, "partly")
    bare = turn.heard.length <= _BARE_WORDS and not A_QUESTION.search(text)
    if refusals.said_no(text):
        return None
    if (_NO.search(text) and not _HAS_NONE.search(text) and (turn.heard.length <= _BARE_WORDS or _OF_THE_HELP.search(text))) or (bare and turn.heard.intent == "deny"):
        return ask_missing(turn, "no")
    if _YES.search(text) or (bare and turn.heard.intent == "affirm"):
        return Reply(say("helped_thanks"), feedback=counted("yes", turn)), done
    return None


def ask_missing(turn: Turn, said: str) -> Answer:
    """What was missing, where the help shown was ``said`` to be no help or only partly."""
    choices = tuple(Button(title, payload) for title, payload in chat()["missing_choices"].items())
    memory = dataclasses.replace(turn.memory, awaiting="missing")
    return Reply(say("ask_missing"), buttons=choices, feedback=counted(said, turn)), memory


def _missing(turn: Turn) -> Answer | None:
    text = turn.heard.text
    done = dataclasses.replace(turn.without_new_needs, awaiting="nothing")
    if _names_a_need(turn):
        return None  # what was missing is a need: it is answered (and counted) as one
    if turn.heard.intent in ("human_handoff", "complaint", "ask_faq", "ask_service_detail") and not _reason(text):
        return None
    if A_QUESTION.search(text):
        return None  # "do I get free nappies", "who do I ring of them": answered, and counted where it says what was missing
    if _WOULD_NOT_SAY.search(text):
        return Reply(say("missing_refused")), done
    reason = _reason(text) or _OTHER
    return Reply(say("missing_thanks"), feedback=counted(reason, turn)), done


def _names_a_need(turn: Turn) -> bool:
    """Whether what was missing is a need; a few words with a plain reason ("they never pick up the phone") are none."""
    plain_reason = turn.heard.length <= _PLAIN_WORDS and _reason(turn.heard.text) not in (None, _ANOTHER_MATTER)
    return bool(turn.needs_taken_up) and not plain_reason


def _reason(text: str) -> str | None:
    return next((reason for reason, pattern in _MISSING if pattern.search(text)), None)


def counted_besides(turn: Turn) -> Feedback | None:
    """What to count where the answer to "what was missing?" names a need that was not in the enquiry, or asks for it ("anything nearer?")."""
    if turn.before.awaiting != "missing":
        return None
    if _names_a_need(turn):
        return dataclasses.replace(counted("another need", turn), needs=tuple(sorted(turn.needs_taken_up)))
    reason = _reason(turn.heard.text) if A_QUESTION.search(turn.heard.text) else None
    return counted(reason, turn) if reason else None


def counted(said: str, turn: Turn) -> Feedback:
    """What the board sees of an answer: what was said of the help shown, the needs, the stages of age, the area and the kinds of help."""
    memory = turn.before
    return Feedback(
        said=said,
        needs=tuple(sorted(memory.needs)),
        ages=tuple(dict.fromkeys(band(age) for age in sorted(memory.ages))),
        area=area_of(memory.locality, turn.directory),
        kinds=tuple(sorted({service.kind for service in turn.directory.all_of(memory.shown)})),
    )
