"""What is asked of this chat itself: whether it is a person, and whether it can be written to in another language."""

from __future__ import annotations

import re

from bot.answer.language import language_replies
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation.plans import Answer
from bot.conversation.turn import Turn
from bot.nlu.language import OTHER
from bot.nlu.questions import SENTENCE_ENDS

_LONGEST = 14  # words
_IS_IT_A_PERSON = re.compile(
    r"\b(?:are|r)\s+(?:you|u|ya|yous)\s+(?:even\s+)?(?:an?\s+|the\s+)?(?:real|actual|human|person|people|man|woman|lass|robot|bot|machine|computer|chat\s?bot|ai)\b(?!\s+(?:help|place|service|team)\b)|\b(?:you|u)\s+(?:are|r)\s+(?:an?\s+)?(?:robot|bot|machine|computer|real\s+person)\s*\?",
    re.IGNORECASE,
)
_IN_A_LANGUAGE = re.compile(
    r"\b(?:(?:(?:can|do|could|will|would)\s+(?:you|u)|(?:you|u)\s+can)\s+(?:also\s+|please\s+)?(?:write|speak|talk|answer|read|understand|reply|type)|(?:can|could|may)\s+i\s+(?:write|type|speak|talk|ask))\s+(?:to\s+(?:me|you)\s+)?(?:it\s+)?(?:in\s+)?"
    r"(?:my\s+(?:own\s+)?language|(?:an|any)?\s*other\s+languages?|polish|arabic|urdu|romanian|ukrainian|russian|chinese|mandarin|cantonese|punjabi|bengali|kurdish|farsi|persian|dari|pashto|turkish|spanish|portuguese|french|german|italian"
    r"|lithuanian|latvian|bulgarian|hungarian|slovak|czech|albanian|greek|tamil|hindi|gujarati|somali|tigrinya|amharic|vietnamese|thai|tagalog|filipino|malayalam|nepali)\b",
    re.IGNORECASE,
)


def answer(turn: Turn) -> Answer | None:
    """ "Are you person?", "can you write in Polish?": of the chat, in whichever breath; None for any other message."""
    heard = turn.heard
    # Of a long message the last sentence: "you can come also, ha ha. Or you are computer?"
    text = heard.text if heard.length <= _LONGEST else SENTENCE_ENDS.split(heard.text)[-1]
    if len(text.split()) > _LONGEST or turn.new_needs - {"language_eal"} or heard.ages:
        return None
    memory = turn.without_new_needs
    if _IS_IT_A_PERSON.search(text):
        return Reply(say("bot_challenge")), memory
    if _IN_A_LANGUAGE.search(text):
        return Reply(language_replies(OTHER)[0]["text"]), memory
    return None
