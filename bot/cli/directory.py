"""``signpost match`` and ``signpost check``: the directory alone, no model loaded."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from bot.answer.faq_check import faq_mistakes
from bot.answer.plan_words import plan_reply
from bot.cli.errors import UsageError
from bot.clock import local_now
from bot.conversation.memory import Memory
from bot.directory.check import check
from bot.directory.load import service_files
from bot.directory.match import Plan, Result, match
from bot.enquiry import Enquiry
from bot.ops.stores import directory, faq_folder, known_ids, services_folder
from bot.scenarios.said import NotUnderstood, enquiry


def add_to(commands: Any) -> None:
    """Add both sub-commands to the parser."""
    matching = commands.add_parser("match", help="plan the help for a need, an age and a place")
    matching.add_argument("--need", action="append", required=True, metavar="NEED", help="may be repeated")
    matching.add_argument("--age", action="append", default=[], help='"4y", "18 months", "Year 9"; may be repeated')
    matching.add_argument("--locality", help="a place name or a postcode")
    matching.add_argument("--json", action="store_true", help="print JSON")
    matching.set_defaults(run=run_match)

    checking = commands.add_parser("check", help="check the directory's files")
    checking.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: the directory and the questions of faq/)")
    checking.set_defaults(run=run_check)


def run_match(options: argparse.Namespace) -> int:
    """Print the plan.

    Raises:
        UsageError: for an unknown need, age or place, or no need at all.
        DirectoryError: the directory cannot be read.
    """
    now = local_now()
    try:
        asked = _asked(options, now.date())
    except NotUnderstood as problem:
        raise UsageError(str(problem)) from None
    plan = match(directory(), asked, now.date(), now=now)
    if not options.json:
        memory = Memory(needs=asked.needs, children=asked.children, locality=asked.locality)
        print(plan_reply(plan, memory).text)
        return 0
    print(json.dumps(plan_as_json(plan), ensure_ascii=False, indent=2))
    return 0


def _asked(options: argparse.Namespace, today: date) -> Enquiry:
    needs = _split(options.need)
    if not needs:
        raise UsageError("--need is empty: name one, such as --need sleep (bot/taxonomy.yml lists them)")
    return enquiry(needs, options.age, options.locality, today)


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan's results and exclusions in the shape of the contract, with its other parts beside them."""
    return {
        "results": [result_as_json(result) for result in plan.results],
        "excluded": [{"id": one.id, "reason": one.reason} for one in plan.excluded],
        "person": plan.person.service.id if plan.person else None,
        "unmet": list(plan.unmet),
        "soon": [{"id": one.service.id, "reason": one.reason} for one in plan.soon],
        "while_waiting": [{"id": one.service_id, "text": one.text} for one in plan.waiting],
        "per_child": [
            {"child": one.child, "results": [result.service.id for result in one.results], "unmet": list(one.unmet)}
            for one in plan.per_child
        ],
        "for_all": [result.service.id for result in plan.for_all],
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
    paths = options.paths or [services_folder()]
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"{missing[0]} does not exist")
    ids = known_ids()  # what a draft elsewhere may name under `after`
    findings = check(paths, known_ids=ids)
    if not options.paths and ids:
        findings += faq_mistakes(faq_folder(), ids)
    if not findings and not any(path.is_file() or service_files(path) for path in paths):
        raise UsageError(f"there is no .yml file in {paths[0]}")
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def _split(values: list[str]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]
