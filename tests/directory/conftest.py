"""A small directory made for tests, and today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.directory.service import Directory, Service

TODAY = date(2026, 11, 24)


def service(id: str, **changes: Any) -> Service:
    """A valid service for talking, all ages, the whole county; keyword arguments change its top-level keys."""
    raw: dict[str, Any] = {
        "id": id,
        "name": id.replace("-", " ").title(),
        "kind": "speech_therapy",
        "provider": "A trust",
        "summary": "Help with talking.",
        "needs": {"main": ["speech_language"], "also": []},
        "ages": {"from_months": 0, "to_months": 300, "words": None},
        "area": {"covers": "whole_county"},
        "referral": {"self": True, "drop_in": False, "route": "Ring the team."},
        "sources": [{"what": "https://example.org", "says": "it helps"}],
        "confidence": "high",
        "last_checked": date(2026, 11, 24),
        "next_check": date(2027, 5, 24),
        "owner": "Local offer team",
    }
    return Service.from_mapping({**raw, **changes})


@pytest.fixture
def today() -> date:
    return TODAY


def directory(*services: Service) -> Directory:
    return Directory.of(tuple(services), "test")
