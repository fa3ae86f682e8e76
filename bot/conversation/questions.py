"""Which question, if any, would sharpen the answer that was just given."""

from __future__ import annotations

from typing import Literal

from bot.conversation.memory import Memory
from bot.directory.plan import Plan

Question = Literal["age", "place"]
# How to go on with one that is still open.
GO_ON = {"age": "go_on_age", "place": "go_on_place"}


def next_question(memory: Memory, plan: Plan) -> Question | None:
    """At most one, never one asked before, and only where the answer would change what is offered."""
    if "place" not in memory.asked and memory.locality and memory.locality.in_area is None:
        return "place"  # a name that two councils share decides more than an age does
    if "age" not in memory.asked and not memory.ages and _age_matters(plan):
        return "age"
    if "place" not in memory.asked and _place_unknown(memory) and _place_matters(plan):
        return "place"
    return None


def _age_matters(plan: Plan) -> bool:
    return any(
        result.service.ages.from_months or (result.service.ages.to_months or 300) < 300 for result in plan.results
    )


def _place_unknown(memory: Memory) -> bool:
    place = memory.locality
    return place is None or place.in_area is None or (place.kind == "area" and place.name == "County Durham")


def _place_matters(plan: Plan) -> bool:
    return any(
        result.service.venues or result.service.area.covers in ("towns", "radius", "whole_county", "councils")
        for result in plan.results
    )
