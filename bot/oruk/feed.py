"""What is published of one version of the directory: its records, and what was left out and why."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from bot.directory.freshness import current_parts, too_old
from bot.directory.service import Directory, Service
from bot.directory.shape import read_schema
from bot.oruk.record import record_of, row_of, service_at_locations
from bot.oruk.terms import taxonomy_fields, terms

Fields = dict[str, Any]

SCHEMAS = Path(__file__).with_name("schemas")
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
OPENAPI = "https://openreferraluk.org/specifications/3.0/openapi.json"
VERSION = "HSDS-UK-3.0"


@dataclass(frozen=True)
class Published:
    """A service without the parts that are too old to be shown, beside its record."""

    service: Service
    record: Fields


@dataclass(frozen=True)
class Item:
    """One thing of a list: its row, the whole of it, and the service that it is about (None for a taxonomy)."""

    row: Fields
    nested: Fields
    about: Published | None = None


@dataclass(frozen=True)
class Feed:
    """One whole version. ``lists`` are the standard's, by the name of their address; ``left_out`` says why, ``invalid``
    which field of which service breaks the standard's schema."""

    services: tuple[Published, ...]
    left_out: tuple[tuple[Service, str], ...]
    invalid: tuple[str, ...]
    lists: Mapping[str, tuple[Item, ...]]


def feed_of(directory: Directory, today: date, assurer_email: str | None = None) -> Feed:
    """The feed, in order of our ids; a record that breaks the schema is not in it, and told."""
    left_out = [(service, reason) for service in directory.services if (reason := why_not(service, today))]
    hidden = {service.id for service, _ in left_out}
    shown = sorted((current_parts(service, today) for service in directory.services if service.id not in hidden), key=lambda one: one.id)
    provided = Counter(service.provider for service in shown)
    services, invalid = [], list[str]()
    for service in shown:
        record = record_of(service, provided[service.provider], assurer_email)
        problems = [*problems_of("service.json", record), *problems_of("service_list.json", row_of(record))]
        problems += [one for row, _ in service_at_locations(record) for one in problems_of("service_at_location_list.json", row)]
        invalid += (f"{service.id}: {problem}" for problem in dict.fromkeys(problems))
        if not problems:
            services.append(Published(service, record))
    lists = {
        "services": tuple(Item(row_of(one.record), one.record, one) for one in services),
        "service_at_locations": tuple(Item(row, nested, one) for one in services for row, nested in service_at_locations(one.record)),
        "taxonomies": tuple(Item(one, one) for one in taxonomy_fields()),
        "taxonomy_terms": tuple(Item(term.fields, term.fields) for term in terms().values()),
    }
    return Feed(tuple(services), tuple(left_out), tuple(invalid), lists)


def why_not(service: Service, today: date) -> str | None:
    """Why an entry is not published: too old for the answers, or nobody could verify it; None where it is."""
    if service.unverified or service.confidence == "low":
        return "nobody has verified it"
    return too_old(service, today)


def problems_of(schema: str, record: Mapping[str, Any]) -> list[str]:
    """What a schema of the standard refuses in a record: "field: what is wrong"."""
    errors = _validator(schema).iter_errors(record)
    return [f"{'.'.join(map(str, error.absolute_path)) or 'the record'}: {error.message}" for error in errors]


def description(openapi_url: str = OPENAPI) -> Fields:
    """The answer to ``/``. The standard's validator reads ``version`` to choose its rules."""
    return {"version": VERSION, "profile": PROFILE, "openapi_url": openapi_url, "generator": "signpost"}


def page(rows: Sequence[Fields], number: int = 1, size: int | None = None) -> Fields:
    """A page of the standard, counted from 1. A number past the end gives an empty page; no size, all in one."""
    size = size or max(len(rows), 1)
    contents = list(rows[(number - 1) * size : number * size])
    pages = -(-len(rows) // size)
    return {
        "total_items": len(rows),
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }


@functools.cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(read_schema(SCHEMAS / schema), format_checker=FormatChecker())
