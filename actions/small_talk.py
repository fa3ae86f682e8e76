"""Answer hello, thank you, goodbye, are you a bot, and what is out of scope."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionSmallTalk(Step):
    """See :func:`bot.conversation.steps.small_talk`."""

    def name(self) -> str:
        return "action_small_talk"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.small_talk(turn)
