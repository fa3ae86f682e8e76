"""What of an enquiry is counted for the board: each need with a stage of age, an area, and how help could be reached.

See docs/decisions/0014-what-the-board-sees.md.
"""

from __future__ import annotations

from datetime import date

from bot.conversation.coarse import NOT_SAID, area_of, band
from bot.conversation.memory import Memory
from bot.directory.coverage import reach
from bot.directory.service import Directory
from bot.enquiry import AgeRange, CountedNeed

NOT_KNOWN = "not known"


def needs_to_count(memory: Memory, directory: Directory, today: date) -> tuple[CountedNeed, ...]:
    """A row for each need and each stage of a child who has it. From an alarm on, nothing is counted beyond what was.

    How help could be reached is judged only where age and place were said. An enquiry stays in the month in which it began.
    """
    if memory.alarm != "none":
        return memory.counted
    month = memory.counted[0].month if memory.counted else f"{today:%Y-%m}"
    area = area_of(memory.locality, directory)
    here = memory.locality is not None and memory.locality.in_area is True
    enquiry = memory.as_enquiry()
    rows = []
    for need in memory.needs:
        for age in _ages(memory, need):
            way = NOT_KNOWN if age is None or not here else reach(directory, enquiry, need, age, today)[0]
            rows.append(CountedNeed(month, need, NOT_SAID if age is None else band(age), area, way))
    return tuple(dict.fromkeys(rows))


def _ages(memory: Memory, need: str) -> tuple[AgeRange | None, ...]:
    """The ages of the children who have the need: of all of them, where it was said of none."""
    theirs = tuple(child.age for child in memory.children if need in child.needs)
    return theirs or tuple(child.age for child in memory.children) or (None,)
