"""A service as a card: the fields of the HTTP contract, and what the page shows besides."""

from __future__ import annotations

from typing import Any

from bot.directory.plan import Result
from bot.directory.service import Service


def result_card(result: Result, part: str) -> dict[str, Any]:
    """The card of a match, with its reasons, distance in miles and soonest step."""
    return card(result.service) | {
        "distance_miles": result.distance_miles,
        "next": result.next,
        "reasons": list(result.reasons),
        "part": part,
    }


def card(service: Service) -> dict[str, Any]:
    """The card of a service by itself: facts only, no reasons. An absent fact is None, never made up."""
    return {
        "id": service.id,
        "name": service.name,
        "kind": service.kind,
        "distance_miles": None,
        "next": service.referral.route,
        "reasons": [],
        "phone": service.contact.phone,
        "url": service.contact.url,
        "checked": service.last_checked.isoformat(),
        "summary": service.summary,
        "route": service.referral.route,
        "say": service.referral.say,
        "email": service.contact.email,
        "hours": service.contact.hours,
        "cost": service.cost.words or service.cost.amount,
        "caution": service.caution,
        "while_waiting": list(service.while_waiting),
        "self_referral": service.referral.self,
        "source": service.sources[0].what if service.sources else None,
        "part": None,
    }
