"""The rules' alarm once the learned net has read the message: what is said plainly stands, a mere hint is weighed.

Why, and what it was counted on: docs/decisions/0009-hints-are-weighed.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bot.nlu.safety import NO_ALARM, Safety
from bot.nlu.safety.second_net import SENTENCE_ENDS, Finding

# Below this score the net all but rules an alarm out.
ALL_BUT_NONE = 0.15
# The sentence of the hint alone must score below this: ordinary words beside it ("ADHD, 10, Peterlee. My dad hits me") dilute the
# score of the whole. Of 270 hints of alarms behind an ordinary sentence 225 stood without it and 265 with it, of 45 ordinary ones 7 and 10.
ALL_BUT_NONE_ALONE = 0.3


class Net(Protocol):
    """What has learnt to tell an alarm."""

    def finding(self, text: str) -> Finding: ...


def weighed(text: str, raised: Iterable[Safety], net: Net, whole: Finding) -> Safety:
    """The first of the ``raised`` alarms of ``text`` that stands. ``whole`` is what ``net`` found in it.

    A hint stands where the net cannot read it, and where the message or the hint's own sentence may be an alarm.
    """
    ordinary: set[str] = set()
    for alarm in raised:
        if not alarm.hint or not _is_below(whole, ALL_BUT_NONE):
            return alarm
        sentence = sentence_of(alarm.start, alarm.end, text)
        if sentence not in ordinary and not _is_below(net.finding(sentence), ALL_BUT_NONE_ALONE):
            return alarm
        ordinary.add(sentence)
    return NO_ALARM


def sentence_of(start: int, end: int, text: str) -> str:
    """The sentence, or sentences, that ``text[start:end]`` stands in."""
    marks = list(SENTENCE_ENDS.finditer(text))
    opens = max((mark.end() for mark in marks if mark.start() < start), default=0)
    closes = min((mark.start() for mark in marks if mark.start() >= end), default=len(text))
    return text[opens:closes].strip()


def _is_below(finding: Finding, bar: float) -> bool:
    return finding.score is not None and finding.score < bar
