"""Every fact that a family is shown comes from the entry, and the entry's sources say it. Nothing is "None" or made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from bot.answer.cards import card
from bot.answer.plan_words import plan_reply
from bot.conversation.memory import Memory
from bot.directory.load import load_directory
from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import Service
from bot.directory.vocabulary import NEEDS
from bot.enquiry import AgeRange, Child, Enquiry
from bot.ops.paths import SERVICES
from bot.scenarios.said import place
from tests.directory.conftest import TODAY

REAL = load_directory(SERVICES)
AGES: tuple[AgeRange | None, ...] = (None, (-9, 0), (4, 5), (30, 36), (84, 96), (156, 168), (204, 216), (228, 240), (288, 300))
PLACES = (None, "Stanhope", "Seaham", "Darlington", "London")
_PLACEHOLDER = re.compile(r"\b(?:None|null|NaN|undefined|TBC|TODO)\b|\{\{|\}\}|\(\)|\[\]|  +\S|\.\.")
_NUMBER = re.compile(r"(?<![\d.])\d[\d ]{3,}\d(?![\d-])")
_ADDRESS = re.compile(r"https?://[^\s)]+|[\w.+-]+@[\w-]+\.[\w.]+")


def words(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from words(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from words(value)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def said_by_sources(services: Iterable[Service]) -> str:
    return " ".join(f"{source.what} {source.says}" for service in services for source in service.sources).lower()


@pytest.mark.parametrize("service", REAL.services, ids=[service.id for service in REAL.services])
def test_a_card_shows_only_what_the_entry_s_sources_say(service: Service) -> None:
    shown = card(service)
    text = " ".join(words(shown))
    sources = said_by_sources([service])
    assert not _PLACEHOLDER.search(text), text
    for number in _NUMBER.findall(shown["phone"] or ""):
        assert digits(number) in digits(sources), number
    for address in [*_ADDRESS.findall(shown["url"] or ""), *_ADDRESS.findall(shown["email"] or "")]:
        host = address.split("/")[2] if "//" in address else address
        assert host.removeprefix("www.").lower() in sources, address
    assert shown["checked"] == service.last_checked.isoformat()
    assert shown["source"]


@pytest.mark.parametrize("need", NEEDS)
def test_a_plan_says_no_number_or_address_that_no_source_says(need: str) -> None:
    for said in PLACES:
        locality = place(said) if said else None
        for age in AGES:
            children = (Child(age),) if age else ()
            plan = match(REAL, Enquiry((need,), children, locality), TODAY)
            text = plan_reply(plan, Memory(needs=(need,), children=children, locality=locality)).text
            concerned = list(in_plan(plan))
            sources = said_by_sources(concerned)
            assert not _PLACEHOLDER.search(text), (need, age, said, _PLACEHOLDER.search(text), text)
            for number in _NUMBER.findall(text):
                assert digits(number) in digits(sources), (need, age, said, number)
            for result in plan.results:
                assert not _PLACEHOLDER.search(" ".join([*result.reasons, result.next or ""])), result


def in_plan(plan: Plan) -> Iterator[Service]:
    yield from (result.service for result in plan.results)
    yield from (soon.service for soon in plan.soon)
    if plan.person:
        yield plan.person.service


def test_a_plan_never_ends_without_a_person_to_speak_to() -> None:
    for said in PLACES:
        for age in AGES:
            plan = match(REAL, Enquiry(("sleep",), (Child(age),) if age else (), place(said) if said else None), TODAY)
            assert plan.person is not None
            assert plan.person.service.contact.phone, (age, said)


def test_every_wait_and_session_names_its_own_source() -> None:
    for service in REAL.services:
        for part in (*service.waits, *service.sessions):
            assert part.source, service.id
        assert all(wait.as_of for wait in service.waits), service.id


def test_old_contacts_say_so() -> None:
    for service in REAL.services:
        as_of = service.contact.as_of or ""
        if service.contact.phone and re.search(r"20(?:0|1|20|21|22)|undated|older", as_of) and not re.search(r"current|recent", as_of):
            assert service.caution, service.id
