"""What a family has said so far, as plain values that every other part shares.

Ages are half-open ranges in months, ``(lo, hi)``: "7" is ``(84, 96)``, "18 months" is ``(18, 19)``,
and a bump is below 0. Distances are miles, coordinates WGS84 degrees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

AgeRange = tuple[int, int]


def overlap(age: AgeRange, other: AgeRange) -> bool:
    """Whether two age ranges have a month in common."""
    return age[0] < other[1] and other[0] < age[1]


SafetyLevel = Literal["none", "crisis", "safeguarding"]
# What an alarm is about: its level, or what within it has vetted words of its own (bot/nlu/safety/dangers.py).
Danger = Literal[SafetyLevel, "emergency", "missing", "threat", "partner"]
# Those where minutes count: not a word more than to ring 999.
MINUTES_COUNT: frozenset[Danger] = frozenset({"emergency", "missing"})


@dataclass(frozen=True)
class Locality:
    """A place that somebody said, resolved through the gazetteer.

    ``in_area`` is False outside the Durham County Council area and None where nobody can tell from
    what was said (a name shared by two councils, a postcode district on the border): then
    ``candidates`` holds the names to choose from.
    """

    name: str
    in_area: bool | None
    council: str | None
    lat: float | None = None
    lon: float | None = None
    kind: Literal["place", "outcode", "sector", "area"] = "place"
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Child:
    """One child or young person in an enquiry: their own age and their own needs."""

    age: AgeRange | None = None
    needs: tuple[str, ...] = ()
    who: str = ""  # the family's word for them: "son", "sister", "me"

    def with_needs(self, needs: Iterable[str]) -> Child:
        """The same child with these needs, each once."""
        return replace(self, needs=tuple(dict.fromkeys(needs)))


@dataclass(frozen=True)
class Enquiry:
    """Everything the directory needs to know to answer. ``children`` is empty until one is described."""

    needs: tuple[str, ...] = ()
    children: tuple[Child, ...] = ()
    locality: Locality | None = None
    # Conditions that a family stated; None is "not said", never "no".
    has_diagnosis: bool | None = None
    has_ehc_plan: bool | None = None
    declined: frozenset[str] = field(default_factory=frozenset)  # service ids already tried or not wanted
    asked_for: tuple[str, ...] = ()  # service ids that the family's own words ask for

    @property
    def ages(self) -> tuple[AgeRange, ...]:
        """The known ages, in the order the children were mentioned."""
        return tuple(child.age for child in self.children if child.age is not None)


class CountedNeed(NamedTuple):
    """One need of one enquiry as it is counted for the board: no words, no day and nobody.

    ``month`` is "2026-11", ``age`` a stage ("5 to 10", "not said"), ``area`` the nearest family hub's name, "County
    Durham" where no more was said, "outside" or "not said", ``reach`` the soonest way to help (:data:`bot.directory.coverage.LEVELS`) or "not known".
    """

    month: str
    need: str
    age: str
    area: str
    reach: str
