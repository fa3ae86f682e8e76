"""The whole directory on the day on which its newest entry was checked, and one service with every fact."""

from __future__ import annotations

import functools
from datetime import date
from typing import Any

from bot.directory.load import load_directory
from bot.directory.service import Directory, Service
from bot.ops.paths import SERVICES
from bot.oruk.feed import Feed, feed_of
from tests.directory.conftest import service


@functools.cache
def whole() -> Directory:
    """The directory of this checkout."""
    return load_directory(SERVICES)


@functools.cache
def today() -> date:
    """A day on which nothing in the directory is too old."""
    return max(one.last_checked for one in whole().services)


@functools.cache
def whole_feed() -> Feed:
    """The feed of the directory of this checkout."""
    return feed_of(whole(), today())


def full_service(**changes: Any) -> Service:
    """A service that uses every key of the file; keyword arguments change its top-level keys."""
    full: dict[str, Any] = {
        "needs": {"main": ["sleep"], "also": ["behaviour"]},
        "ages": {"from_months": 18, "to_months": 60, "words": "18 months to 4", "usual_from_months": 24, "usual_to_months": 48},
        "conditions": {"diagnosis": "not_needed", "in_school": False, "ehc_plan": "needed", "under_team": "your child is in care", "with_need": "behaviour", "not_with_need": "domestic_abuse"},
        "area": {"covers": "towns", "places": ["Crook", "Stanhope"], "follows_gp": True, "note": "And the farms between them."},
        "venues": [
            {"name": "The Hall", "address": "1 High Street, Crook", "postcode": "DL15 9AA", "lat": 54.71, "lon": -1.74, "access": "Step-free.", "as_of": "2026", "approximate": True},
            {"name": "No address", "address": None, "postcode": None, "lat": 54.7, "lon": -1.7, "approximate": True},
        ],
        "contact": {"phone": "0300 123 4567", "email": "team@example.org", "url": "https://example.org/help", "hours": "Monday to Friday 9am to 5pm", "as_of": "2025"},
        "referral": {"self": True, "drop_in": False, "who": "Anybody.", "route": "Ring the team.", "say": "Say: we need help."},
        "sessions": [{"title": "Sleep group", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "starts": date(2026, 9, 1), "time": "10:00", "minutes": 90, "venue": 0, "term_time_only": True, "not_bank_holidays": True, "source": "https://example.org"}],
        "waits": [{"words": "about 6 weeks", "weeks": 6, "as_of": "May 2026", "source": "https://example.org"}],
        "while_waiting": ["Keep a diary."],
        "cost": {"amount": "varies", "words": "Ask the team."},
        "languages": ["British Sign Language"],
        "online": True,
        "not_for": "Not for under ones.",
        "after": "other",
        "caution": "The number may have changed.",
    }  # fmt: skip
    return service(changes.pop("id", "full"), **{**full, **changes})
