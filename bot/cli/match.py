"""``signpost match``: the directory alone, no model loaded."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

from bot.cli.errors import UsageError
from bot.clock import local_now
from bot.directory.match import match
from bot.directory.plan import Plan, Result
from bot.directory.service import Directory
from bot.enquiry import Enquiry
from bot.ops.stores import directory
from bot.scenarios.said import NotUnderstood, enquiry

_LEFT_OUT = 10  # so many are named


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("match")
    parser.add_argument("--need", action="extend", nargs="+", required=True, metavar="NEED", help="one or several; may be repeated")
    parser.add_argument("--age", action="append", default=[], help='"4y", "18 months", "Year 9"; may be repeated')
    parser.add_argument("--locality", help="a place name or a postcode")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
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
    services = directory()
    plan = match(services, asked, now.date(), now=now)
    if options.json:
        print(json.dumps(plan_as_json(plan), ensure_ascii=False, indent=2))
    else:
        print("\n\n".join((_in_words(plan, asked), *_in_and_out(plan, services))))
    return 0


def _in_words(plan: Plan, asked: Enquiry) -> str:
    # What a conversation is made of imports the models' libraries, which takes a second: --json does without.
    from bot.answer.plan_words import plan_reply
    from bot.conversation.memory import Memory

    return plan_reply(plan, Memory(needs=asked.needs, children=asked.children, locality=asked.locality)).text


def _in_and_out(plan: Plan, services: Directory) -> list[str]:
    """Why each service is in, and what was left out and why: each a block with its heading, where there is anything to say."""
    why = [f"- {result.service.name}: {' '.join(result.reasons)}" for result in plan.results if result.reasons]
    named = [(service.name, one.reason) for one in plan.excluded if (service := services.get(one.id))]
    out = [f"- {name}: {reason.rstrip('.')}." for name, reason in named[:_LEFT_OUT]]
    if len(named) > _LEFT_OUT:
        out.append(f"- and {len(named) - _LEFT_OUT} more: --json names them all.")
    return ["\n".join((f"{heading}:", *lines)) for heading, lines in (("Why", why), ("Left out", out)) if lines]


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


def _split(values: list[str]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]
