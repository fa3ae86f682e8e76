"""Whether a message says that somebody is in danger: rules only, no model and no network.

The rules are reviewed data (``data/safety/*.yml``): each family of patterns has an id, a level, a reason,
messages that must raise it and near-misses that must not. They are read once. A deployment whose rules
cannot be read must not start, so every entry point calls :func:`load` first and lets its error stop it:
a short built-in list in their place would look like safety and miss most of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.enquiry import SafetyLevel
from bot.nlu.safety.families import Family, Pattern, Rules, SafetyRulesError, letter_groups, load
from bot.nlu.safety.normal import Normal, normalise

__all__ = ["Safety", "SafetyRulesError", "alarms", "assess", "load"]


@dataclass(frozen=True)
class Safety:
    """The level, the id of the family that raised it, why that family is here, and the words it matched, with their span.

    ``rule``, ``reason`` and ``words`` are empty when the level is "none". A ``hint`` is a phrase that ordinary messages
    hold too: it raises the alarm unless a net that has read the whole message all but rules one out.
    """

    level: SafetyLevel
    rule: str = ""
    reason: str = ""
    words: str = ""
    hint: bool = False
    start: int = 0
    end: int = 0


NO_ALARM = Safety("none")
# A new line after no mark and before a small letter or a digit.
_SOFT_BREAK = re.compile(r"(?<=[\w,])\n(?=[a-z0-9])")


def assess(text: str, *, hints: bool = True) -> Safety:
    """The gravest alarm in ``text``; without ``hints`` the gravest of those said plainly.

    Raises:
        SafetyRulesError: when the rules cannot be read (see :func:`load`).
    """
    return next((alarm for alarm in alarms(text) if hints or not alarm.hint), NO_ALARM)


def alarms(text: str) -> Iterator[Safety]:
    """The alarms in ``text``, one a pattern, the gravest first.

    A line may be broken inside a clause ("my dad\\nhits me"), so a message of several lines is read with and without its breaks.

    Raises:
        SafetyRulesError: when the rules cannot be read (see :func:`load`).
    """
    rules = load()
    messages = [normalise(one, rules.spelling) for one in dict.fromkeys((text, _SOFT_BREAK.sub(" ", text)))]
    letters = set().union(*(letter_groups(message.joined) for message in messages)) & rules.by_letters.keys()
    for at, number in sorted({place for group in letters for place in rules.by_letters[group]}):
        for message in messages:
            yield from _raised(text, rules.families[at], rules.families[at].patterns[number], message, rules)


def _raised(text: str, family: Family, pattern: Pattern, message: Normal, rules: Rules) -> Iterator[Safety]:
    if family.along_with is not None and not family.along_with.search(message.joined):
        return
    for match in pattern.regex.finditer(message.joined):
        if not rules.held_back(family, message.joined, match.start(), match.end()):
            start, end = message.span(match.start(), match.end())
            yield Safety(family.level, family.id, family.reason, text[start:end], pattern.hint, start, end)
            return  # once is enough: nobody asks how often, and each match is looked at in all of the message
