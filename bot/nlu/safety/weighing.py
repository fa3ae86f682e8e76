"""The rules' alarm once the learned net has read the message: what is said plainly stands, a mere hint is left to the net.

Why, and what it was counted on: docs/decisions/0009-hints-are-weighed.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.nlu.safety import NO_ALARM, Safety
from bot.nlu.safety.second_net import Finding


def standing(raised: Iterable[Safety], heard: Finding) -> Safety:
    """The first of the ``raised`` alarms that is said plainly; a hint too where the net could not read the message."""
    return next((alarm for alarm in raised if not alarm.hint or heard.score is None), NO_ALARM)
