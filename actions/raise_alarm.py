"""Answer a crisis or a safeguarding message with the vetted words."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionRaiseAlarm(Step):
    """See :func:`bot.conversation.steps.raise_alarm`."""

    def name(self) -> str:
        return "action_raise_alarm"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.raise_alarm(turn)
