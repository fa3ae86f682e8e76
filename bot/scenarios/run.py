"""Runs a scenario on a directory. What is wrong is said as one practitioner would tell another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import Directory, Service
from bot.directory.vocabulary import KINDS
from bot.scenarios.scenario import Scenario, Wanted

_FIRST = 3


def complaints(scenario: Scenario, directory: Directory, today: date) -> tuple[str, ...]:
    """Everything that the answer lacks or should not have; empty when a practitioner would sign it."""
    plan = match(directory, scenario.enquiry, today)
    offered = [result.service for result in plan.results]
    return (
        *_missing(scenario.first_three, offered[:_FIRST], "in the first three", plan, directory),
        *_missing(scenario.anywhere, offered, "in the answer", plan, directory),
        *_not_soon(scenario.soon, plan),
        *_unwanted(scenario.never, plan),
    )


def report(scenario: Scenario, found: Sequence[str]) -> str:
    """A failed scenario as text: the case, what is wrong, and why it matters."""
    return "\n".join([f"{scenario.where}: {scenario.case}", *(f"  - {line}" for line in found), f"  Why it matters: {scenario.why}"])


def _missing(
    wanted: Sequence[Wanted], offered: Sequence[Service], where: str, plan: Plan, directory: Directory
) -> Iterator[str]:
    for words in wanted:
        if not any(_is(service, words) for service in offered):
            yield f"{_named(words, directory)} should be {where}. {_what_happened(words, plan)} {_listed(offered, where)}"


def _not_soon(wanted: Sequence[Wanted], plan: Plan) -> Iterator[str]:
    opening = [soon.service for soon in plan.soon]
    for words in wanted:
        if not any(_is(service, words) for service in opening):
            named = "; ".join(service.name for service in opening) or "nothing"
            yield f"{' or '.join(words)} should be named as opening soon. Named as opening soon: {named}."


def _unwanted(never: Sequence[str], plan: Plan) -> Iterator[str]:
    for place, result in enumerate(plan.results, start=1):
        if _is(result.service, never):
            reasons = " ".join(result.reasons)
            yield f"{result.service.name} ({result.service.kind}) must not be offered, but is number {place}: {reasons}"
    if plan.person and _is(plan.person.service, never):
        yield f"{plan.person.service.name} must not be offered, but is named as the person to speak to."


def _is(service: Service, words: Sequence[str]) -> bool:
    return service.id in words or service.kind in words


def _named(words: Wanted, directory: Directory) -> str:
    names = [service.name if (service := directory.get(word)) else KINDS.get(word, word) for word in words]
    told = [f"{name} ({word})" for name, word in zip(names, words)]
    return told[0] if len(told) == 1 else f"One of {', '.join(told)}"


def _what_happened(words: Wanted, plan: Plan) -> str:
    lower = [f"{one.service.name} is number {at}." for at, one in enumerate(plan.results, 1) if _is(one.service, words)]
    left_out = [f"{one.id} was left out: {one.reason}." for one in plan.excluded if one.id in words]
    return " ".join([*lower[:1], *left_out]) or "It is not in the answer."


def _listed(offered: Sequence[Service], where: str) -> str:
    names = "; ".join(f"{service.name} ({service.kind})" for service in offered)
    return f"Offered {where.removeprefix('in the ')}: {names or 'nothing'}."
