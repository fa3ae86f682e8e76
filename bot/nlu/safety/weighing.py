"""The rules' alarm once the learned net has read the message: what is said plainly stands, a mere hint lowers the net's bar.

Why, and what it was counted on: docs/decisions/0009-hints-are-weighed.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.nlu.safety import NO_ALARM, Safety
from bot.nlu.safety.second_net import Finding

# So much of a score for the whole message, beside a hint, is an alarm. Chosen with the net's own bars.
HINT_THRESHOLD = 0.05
# Where no rule hears so much as a hint, the net is sure of an alarm from here, and doubts below. In the middle of a chat a doubt is no alarm: figures in
# docs/decisions/0019-a-doubt-in-the-middle-of-a-chat.md.
SURE_THRESHOLD = 0.5


@dataclass(frozen=True)
class Weighing:
    """The rules' alarms in a message, the gravest first, and what gives the net's finding once the encoder has read it."""

    raised: tuple[Safety, ...]
    finding: Callable[[], Finding]

    def doubts(self, finding: Finding) -> bool:
        """Whether only the net raises an alarm, and is not sure of it."""
        return not self.raised and finding.level != "none" and (finding.score or 0.0) < SURE_THRESHOLD


def standing(raised: Iterable[Safety], heard: Finding) -> Safety:
    """The first of the ``raised`` alarms that stands: one said plainly; a hint too where the net raises nothing but may
    have heard something, or could not read the message. Where the net raises an alarm, its level is the better one."""
    counts = heard.level == "none" and (heard.score is None or heard.score >= HINT_THRESHOLD)
    return next((alarm for alarm in raised if counts or not alarm.hint), NO_ALARM)
