"""The memory of an enquiry: what a family said, what was offered, what was asked.

It is read from and written to Rasa's slots as plain lists and dicts; inside it is a frozen record.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.conversation.heard import as_locality
from bot.enquiry import AgeRange, Child, CountedNeed, Danger, Enquiry, Locality

Awaiting = Literal["nothing", "age", "place", "choice", "helped", "missing", "tried", "alarm"]


@dataclass(frozen=True)
class Memory:
    """One conversation. The field names are the slot names in ``domain.yml``."""

    needs: tuple[str, ...] = ()
    children: tuple[Child, ...] = ()
    locality: Locality | None = None
    has_diagnosis: bool | None = None
    has_ehc_plan: bool | None = None
    voice: str | None = None
    declined: tuple[str, ...] = ()  # service ids not wanted or already tried
    asked_for: tuple[str, ...] = ()  # service ids that the family's own words ask for ("a wheelchair")
    shown: tuple[str, ...] = ()  # service ids of the last plan, in the order shown
    seen: tuple[str, ...] = ()  # service ids of earlier plans of this enquiry: "what else?" leaves them out
    focus: str | None = None  # the service that "their number" means
    topic: str = ""  # what the last checked answer was about, for "and what if they say no?"
    asked: tuple[str, ...] = ()  # questions already asked: never asked again
    awaiting: Awaiting = "nothing"
    alarm: Danger = "none"  # what the last alarm was about; keeps its numbers in sight
    about_child: int | None = None  # which of several children the talk is about; None for all of them
    cases: tuple[Memory, ...] = ()  # enquiries for other families, put away by a practitioner who went on to the next
    counted: tuple[CountedNeed, ...] = ()  # as which rows the enquiry stands among the board's numbers

    @classmethod
    def from_slots(cls, slots: Mapping[str, Any]) -> Memory:
        """Read the slots; a missing or empty slot is the field's default."""
        locality = slots.get("locality")
        return cls(
            needs=tuple(slots.get("needs") or ()),
            children=tuple(_child(child) for child in slots.get("children") or ()),
            locality=as_locality(locality) if locality else None,
            has_diagnosis=slots.get("has_diagnosis"),
            has_ehc_plan=slots.get("has_ehc_plan"),
            voice=slots.get("voice"),
            declined=tuple(slots.get("declined") or ()),
            asked_for=tuple(slots.get("asked_for") or ()),
            shown=tuple(slots.get("shown") or ()),
            seen=tuple(slots.get("seen") or ()),
            focus=slots.get("focus"),
            topic=slots.get("topic") or "",
            asked=tuple(slots.get("asked") or ()),
            awaiting=slots.get("awaiting") or "nothing",
            alarm=slots.get("alarm") or "none",
            about_child=slots.get("about_child"),
            cases=tuple(cls.from_slots(case) for case in slots.get("cases") or ()),
            counted=tuple(CountedNeed(*row) for row in slots.get("counted") or ()),
        )

    def to_slots(self) -> dict[str, Any]:
        """Every slot with a plain value (lists, dicts, text), as Rasa stores it."""
        return {
            "needs": list(self.needs) or None,
            "children": [_child_as_dict(child) for child in self.children] or None,
            "locality": dataclasses.asdict(self.locality) | {"candidates": list(self.locality.candidates)}
            if self.locality
            else None,
            "has_diagnosis": self.has_diagnosis,
            "has_ehc_plan": self.has_ehc_plan,
            "voice": self.voice,
            "declined": list(self.declined) or None,
            "asked_for": list(self.asked_for) or None,
            "shown": list(self.shown) or None,
            "seen": list(self.seen) or None,
            "focus": self.focus,
            "topic": self.topic or None,
            "asked": list(self.asked) or None,
            "awaiting": self.awaiting,
            "alarm": self.alarm,
            "about_child": self.about_child,
            "cases": [case.to_slots() for case in self.cases] or None,
            "counted": [list(row) for row in self.counted] or None,
        }

    @property
    def ages(self) -> tuple[AgeRange, ...]:
        """The known ages in the order the children were mentioned."""
        return tuple(child.age for child in self.children if child.age is not None)

    @property
    def is_cleared(self) -> bool:
        """Whether nothing of an enquiry stands."""
        return self == Memory(voice=self.voice, cases=self.cases)

    @property
    def in_question(self) -> Memory:
        """The same with the child alone that is talked of: their own needs and what was said of nobody."""
        if self.about_child is None or self.about_child >= len(self.children):
            return self
        child = self.children[self.about_child]
        others = {need for one in self.children if one is not child for need in one.needs} - set(child.needs)
        return dataclasses.replace(self, children=(child,), needs=tuple(need for need in self.needs if need not in others) or self.needs, about_child=None)

    def as_enquiry(self) -> Enquiry:
        """What the directory is asked with."""
        return Enquiry(
            needs=self.needs,
            children=self.children,
            locality=self.locality,
            has_diagnosis=self.has_diagnosis,
            has_ehc_plan=self.has_ehc_plan,
            declined=frozenset(self.declined),
            asked_for=self.asked_for,
        )

    def as_understood(self) -> dict[str, Any]:
        """The ``understood`` object of the HTTP contract."""
        place, asked = self.locality, self.in_question
        return {
            "needs": list(asked.needs),
            "ages": [list(age) for age in asked.ages],
            "locality": {"name": place.name, "in_area": place.in_area, "council": place.council}
            if place
            else None,
        }


def _child(raw: Mapping[str, Any]) -> Child:
    age = raw.get("age")
    return Child(
        age=(int(age[0]), int(age[1])) if age else None,
        needs=tuple(raw.get("needs") or ()),
        who=raw.get("who") or "",
    )


def _child_as_dict(child: Child) -> dict[str, Any]:
    return {"age": list(child.age) if child.age else None, "needs": list(child.needs), "who": child.who}
