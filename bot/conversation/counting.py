"""What of an enquiry is counted for the board: each need with a stage of age, an area, and how help could be reached.

See docs/decisions/0014-what-the-board-sees.md.
"""

from __future__ import annotations

from datetime import date

from bot.conversation.coarse import NOT_SAID, area_of, band
from bot.conversation.memory import Memory
from bot.directory.coverage import reach
from bot.directory.service import Directory
from bot.enquiry import AgeRange, Asked

NOT_KNOWN = "not known"


def asked(memory: Memory, directory: Directory, today: date) -> tuple[Asked, ...]:
    """A row for each need and each child who has it. Of somebody in danger nothing is counted beyond what was before."""
    if memory.alarm != "none":
        return memory.counted
    month, area = f"{today:%Y-%m}", area_of(memory.locality, directory)
    outside = memory.locality is not None and memory.locality.in_area is False
    rows = []
    for need in memory.needs:
        for age in _ages(memory, need):
            known = age is not None and not outside
            way = reach(directory, memory.as_enquiry(), need, age, today)[0] if known and age else NOT_KNOWN
            rows.append(Asked(month, need, NOT_SAID if age is None else band(age), area, way))
    return tuple(dict.fromkeys(rows))


def _ages(memory: Memory, need: str) -> tuple[AgeRange | None, ...]:
    """The ages of the children who have the need: of all of them, where it was said of none."""
    theirs = tuple(child.age for child in memory.children if need in child.needs)
    return theirs or tuple(child.age for child in memory.children) or (None,)
