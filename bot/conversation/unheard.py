"""A child who was told of beside another, and of whom no need was heard: the answer says so, or nobody would know she was left out."""

from __future__ import annotations

import re

from bot.answer.age_words import the_one_aged
from bot.answer.words import join_words, say
from bot.conversation.memory.children import is_the_writer
from bot.conversation.turn import Turn
from bot.nlu.ages import AgeMention
from bot.nlu.needs.dismissed import blank_dismissed

# "He hits his sister who's 3." tells nothing of her; "girl Y7 off school 5 weeks" does.
_SOMETHING_TOLD = 3  # words
_SENTENCE_ENDS = re.compile(r"[.!?;\n]")


def note(turn: Turn) -> str:
    """Whom the message tells something of that was not understood, where another child's needs were; "" where nobody is left out."""
    children, ages = turn.memory.children, turn.heard.ages
    if len(ages) < 2 or not any(child.needs for child in children):
        return ""
    # A twin who is fine has the age of the one who is not.
    known = {child.age for child in (*turn.before.children, *(one for one in children if one.needs))}
    without = {child.age for child in children if child.age and not child.needs and not is_the_writer(child)} - known
    text = blank_dismissed(turn.heard.text)
    left_out = [
        (age.lo, age.hi)
        for at, age in enumerate(ages)
        if (age.lo, age.hi) in without and _told_of(text, age, ages[at + 1 :]) >= _SOMETHING_TOLD
    ]
    return say("unheard_child", turn.memory.voice, who=join_words([the_one_aged(age) for age in dict.fromkeys(left_out)])) if left_out else ""


def _told_of(text: str, age: AgeMention, later: tuple[AgeMention, ...]) -> int:
    """How many words follow an age, up to the end of the sentence or the next age."""
    behind = text[age.end : later[0].start if later else len(text)]
    return len(_SENTENCE_ENDS.split(behind, maxsplit=1)[0].split())
