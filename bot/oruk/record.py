"""One service as a fully nested service of HSDS-UK 3.0. What nobody knows is left out: no key is empty.

The UK profile has no place for a telephone number, the way in, who it is for or the wait. They are published under
the names that HSDS's core gives them; ``local_id``, ``while_waiting``, ``sources`` and ``confidence`` are our own.
"""

from __future__ import annotations

from typing import Any

from bot.directory.service import Service
from bot.oruk import labelled
from bot.oruk.ages import in_years
from bot.oruk.ids import uuid_for
from bot.oruk.places import areas_of, locations_of
from bot.oruk.terms import attributes_of
from bot.oruk.times import schedules_of

Fields = dict[str, Any]

AGES, BEFORE_BIRTH, ONLY_IF, NOT_FOR = "Ages", "Before birth", "Only if", "Not for"
FROM_PREGNANCY = "from pregnancy on"
WHO, ROUTE, SAY = "Who can ask", "Next step", "What to say"
AS_OF = "As of"
COSTS = {"free": "Free", "paid": "Paid", "varies": "Varies"}
# What a row of /services leaves out: everything that is a list.
_ONE_TO_ONE = (
    "id", "local_id", "organization_id", "name", "description", "url", "email", "status", "minimum_age", "maximum_age",
    "assured_date", "assurer_email", "alert", "eligibility_description", "application_process", "wait_time", "organization",
)  # fmt: skip


def record_of(service: Service, provides: int = 1, assurer_email: str | None = None) -> Fields:
    """The record. ``provides`` is how many services of the feed its provider has."""
    id, ages, locations = uuid_for("service", service.id), service.ages, locations_of(service)
    fields: Fields = {
        "id": id,
        "local_id": service.id,
        "organization_id": uuid_for("organization", service.provider),
        "name": service.name,
        "description": service.summary,
        "url": service.contact.url,
        "email": service.contact.email,
        "status": "active",
        **in_years(ages.from_months, ages.to_months),
        "eligibility_description": labelled.join(
            {
                AGES: ages.words,
                BEFORE_BIRTH: FROM_PREGNANCY if ages.from_months is not None and ages.from_months < 0 else None,
                ONLY_IF: service.conditions.under_team,
                NOT_FOR: service.not_for,
            }
        ),
        "application_process": labelled.join({WHO: service.referral.who, ROUTE: service.referral.route, SAY: service.referral.say}),
        "wait_time": "\n".join(" ".join(f"{wait.words} ({wait.as_of or 'undated'})".split()) for wait in service.waits),
        "assured_date": service.last_checked.isoformat(),
        "assurer_email": assurer_email,
        "alert": service.caution,
        "organization": {
            "id": uuid_for("organization", service.provider),
            "name": service.provider,
            "description": f"Provider of {provides} {'service' if provides == 1 else 'services'} in this directory",
        },
        "contacts": _contacts(service, id),
        "schedules": schedules_of(service, {at: one["id"] for at, one in locations.items()}),
        "service_areas": areas_of(service),
        "service_at_locations": list(locations.values()),
        "cost_options": _costs(service, id),
        "languages": [{"id": uuid_for("language", f"{service.id}:{name}"), "service_id": id, "name": name} for name in service.languages],
        "attributes": attributes_of(service),
        "while_waiting": list(service.while_waiting),
        "sources": [{key: value for key, value in vars(source).items() if value} for source in service.sources],
        "confidence": service.confidence,
    }
    return {key: value for key, value in fields.items() if value is not None and value != [] and value != ""}


def row_of(record: Fields) -> Fields:
    """The row of a record in the list of services."""
    return {key: record[key] for key in _ONE_TO_ONE if key in record}


def service_at_locations(record: Fields) -> list[tuple[Fields, Fields]]:
    """Each service_at_location of a record: its row in the list, with the service's row, and the whole of it.

    The standard's API file has the whole one checked as a service (``compiled/service.json``), so it has a service's name and status.
    """
    found = []
    for link in record.get("service_at_locations", []):
        nested = {**link, "service": row_of(record), "name": record["name"], "status": record["status"]}
        plain = {key: value for key, value in link["location"].items() if not isinstance(value, list)}
        found.append(({**link, "location": plain, "service": row_of(record)}, nested))
    return found


def _contacts(service: Service, id: str) -> list[Fields]:
    contact = service.contact
    if not contact.phone:
        return []
    phone: Fields = {"id": uuid_for("phone", service.id), "service_id": id, "number": contact.phone}
    about = labelled.join({AS_OF: contact.as_of})
    return [{"id": uuid_for("contact", service.id), "service_id": id, "phones": [{**phone, **({"description": about} if about else {})}]}]


def _costs(service: Service, id: str) -> list[Fields]:
    """Nothing where no cost is known: that is not the same as free."""
    cost = service.cost
    if not cost.amount and not cost.words:
        return []
    option: Fields = {"id": uuid_for("cost_option", service.id), "service_id": id}
    if cost.amount:
        option["option"] = COSTS[cost.amount]
    if cost.amount == "free":
        option["amount"] = 0
    words = cost.words or (COSTS["free"] if cost.amount == "free" else None)
    return [option | ({"amount_description": words} if words else {})]
