"""One place that a message names, and what it is to the family."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal

from bot.enquiry import Locality


class Role(enum.IntEnum):
    """What a named place is to the family, in the order in which it can be their home."""

    NAME = -1  # part of the name of something else: "Durham County Council", "Dr Houghton"
    LEFT = 0  # denied, left behind or only visited: "not Barney", "moved from Leeds", "referred to Durham"
    SCHOOL = 1  # where a child goes to school; home is mostly not far
    BARE = 2  # named and no more, or where somebody else lives
    CUED = 3  # "in", "near", "... area"
    HOME = 4  # "we live in", "I'm from"


OtherHome = Literal["", "to_come", "part_time"]


@dataclass(frozen=True)
class PlaceMention:
    """``text[start:end]`` is what was said; ``score`` is the likeness of the spelling, 0 to 1. ``other_home`` says that the
    family will or may move there ("to_come"), or that the child is there for some days of the week ("part_time")."""

    locality: Locality
    start: int
    end: int
    words: str
    score: float
    role: Role = Role.BARE
    other_home: OtherHome = ""

    @property
    def may_be_home(self) -> bool:
        """A school over the border says nothing about home; everything else from there up may be it."""
        return self.role > Role.SCHOOL or (self.role == Role.SCHOOL and self.locality.in_area is not False)
