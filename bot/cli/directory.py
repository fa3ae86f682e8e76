"""``signpost match`` and ``signpost check``: the directory alone, no model loaded."""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from bot.answer.plan_words import plan_reply
from bot.cli.errors import UsageError
from bot.conversation.memory import Memory
from bot.directory.check import check
from bot.directory.match import Plan, Result, match
from bot.directory.vocabulary import NEEDS
from bot.enquiry import Child, Locality
from bot.nlu.age import find_ages
from bot.nlu.place import gazetteer
from bot.ops.paths import SERVICES
from bot.ops.stores import directory

_SHORTHAND = re.compile(r"(\d+(?:\.5)?)\s*(y|yr|yrs|m|mo|mth|mths|w|wk|wks)", re.IGNORECASE)
_UNITS = {unit: "years" for unit in ("y", "yr", "yrs")} | {unit: "months" for unit in ("m", "mo", "mth", "mths")}
_UNITS |= {unit: "weeks" for unit in ("w", "wk", "wks")}


def add_to(commands: Any) -> None:
    """Add both sub-commands to the parser."""
    matching = commands.add_parser("match", help="plan the help for a need, an age and a place")
    matching.add_argument("--need", action="append", required=True, metavar="NEED", help="may be repeated")
    matching.add_argument("--age", action="append", default=[], help='"4y", "18 months", "Year 9"; may be repeated')
    matching.add_argument("--locality", help="a place name or a postcode")
    matching.add_argument("--json", action="store_true", help="print JSON")
    matching.set_defaults(run=run_match)

    checking = commands.add_parser("check", help="check the directory's files")
    checking.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: services)")
    checking.set_defaults(run=run_check)


def run_match(options: argparse.Namespace) -> int:
    """Print the plan. Raises UsageError for an unknown need, age or place."""
    today = date.today()
    memory = Memory(
        needs=tuple(dict.fromkeys(_need(need) for need in _split(options.need))),
        children=tuple(Child(age=age) for said in options.age for age in _ages(said, today)),
        locality=_place(options.locality) if options.locality else None,
    )
    plan = match(directory(), memory.as_enquiry(), today)
    if not options.json:
        print(plan_reply(plan, memory, today, None).text)
        return 0
    print(json.dumps(plan_as_json(plan), ensure_ascii=False, indent=2))
    return 0


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan's results and exclusions in the shape of the contract, with its other parts beside them."""
    return {
        "results": [result_as_json(result) for result in plan.results],
        "excluded": [{"id": one.id, "reason": one.reason} for one in plan.excluded],
        "person": plan.person.service.id if plan.person else None,
        "unmet": list(plan.unmet),
        "notes": list(plan.notes),
    }


def result_as_json(result: Result) -> dict[str, Any]:
    """One result in the shape of the contract."""
    return {
        "id": result.service.id,
        "name": result.service.name,
        "kind": result.service.kind,
        "distance_miles": result.distance_miles,
        "next": result.next,
        "self_referral": result.self_referral,
        "reasons": list(result.reasons),
    }


def run_check(options: argparse.Namespace) -> int:
    """Print every mistake; exit code 1 when there is one."""
    paths = options.paths or [SERVICES]
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"{missing[0]} does not exist")
    findings = check(paths)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def _split(values: list[str]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _need(said: str) -> str:
    if said not in NEEDS:
        near = process.extractOne(said, NEEDS, scorer=fuzz.ratio)
        raise UsageError(f"there is no need called {said!r}" + (f": did you mean {near[0]}?" if near else ""))
    return said


def _ages(said: str, today: date) -> list[tuple[int, int]]:
    shorthand = _SHORTHAND.fullmatch(said.strip())
    text = f"{shorthand[1]} {_UNITS[shorthand[2].lower()]} old" if shorthand else said
    found = find_ages(text, today, asked=True)
    if not found:
        raise UsageError(f'the age {said!r} cannot be read: write "4y", "18 months" or "Year 9"')
    return [(age.lo, age.hi) for age in found]


def _place(said: str) -> Locality:
    found = gazetteer().find(said, asked=True)
    if found is None:
        raise UsageError(f"the place {said!r} is not in the gazetteer: write a town, a village or a postcode")
    return found.locality
