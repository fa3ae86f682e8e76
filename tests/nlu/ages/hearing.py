"""What the rules hear in a message, as the tests of the ages read it."""

from __future__ import annotations

from datetime import date

from bot.nlu.ages import find_ages

TODAY = date(2026, 11, 26)


def spans(text: str) -> list[tuple[int, int]]:
    """The months ``[lo, hi)`` of each age in ``text``, in the order said."""
    return [(found.lo, found.hi) for found in find_ages(text, TODAY)]


def years(*ages: int) -> list[tuple[int, int]]:
    """The months of whole years: ``years(7)`` is ``[(84, 96)]``."""
    return [(age * 12, age * 12 + 12) for age in ages]


def years_heard(text: str) -> list[float]:
    """How old each one in ``text`` is at least, in years."""
    return [lo / 12 for lo, _ in spans(text)]
