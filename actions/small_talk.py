"""Answer hello, thank you, goodbye, are you a bot, and what is out of scope."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import small_talk
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionSmallTalk(Step):
    """See :func:`bot.conversation.small_talk.small_talk`."""

    def name(self) -> str:
        return "action_small_talk"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return small_talk.small_talk(turn)
