"""Large made-up directories with the shape of the real one: its kinds and needs, spread over ages and the county's towns.

Nothing in them is a fact about anybody.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.directory.places import towns
from bot.directory.service import Service
from bot.directory.vocabulary import need_texts

_AGES: tuple[tuple[int | None, int | None], ...] = (
    (0, 60), (0, 216), (0, 228), (0, 300), (24, 60), (48, 132), (60, 216), (60, 300), (132, 216), (132, 300),
    (168, 300), (192, 300), (216, None), (None, None), (0, None),
)  # fmt: skip
_COUNCILS = ("Darlington Borough Council", "Sunderland City Council", "Gateshead Council")
_DAYS = ("MO", "TU", "WE", "TH", "FR")
_SEED = 5


def made_up(real: Sequence[Service], count: int) -> list[dict[str, Any]]:
    """``count`` services as they would stand in a file. They are the same each time."""
    chance = random.Random(_SEED)
    places = sorted(towns().items())
    return [_service(chance, chance.choice(real), places, at) for at in range(count)]


def write(services: Sequence[dict[str, Any]], folder: Path) -> None:
    """One file a service, a hundred files a folder."""
    for at, service in enumerate(services):
        home = folder / f"part-{at // 100}"
        home.mkdir(parents=True, exist_ok=True)
        content = yaml.dump(service, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
        (home / f"{service['id']}.yml").write_text(content, encoding="utf-8")


def _service(
    chance: random.Random, like: Service, places: Sequence[tuple[str, tuple[float, float]]], at: int
) -> dict[str, Any]:
    town, (lat, lon) = chance.choice(places)
    lo, hi = chance.choice(_AGES)
    needs = [*like.main, *like.also] or ["behaviour"]
    main = chance.sample(needs, min(len(needs), chance.choice((1, 1, 2, 3))))
    also = [need for need in needs if need not in main][: chance.choice((0, 1, 2, 4))]
    return {
        "id": f"made-up-{at:05}",
        "name": f"{town.title()} {like.name}",
        "kind": like.kind,
        "provider": "Nobody",
        "summary": f"{like.summary} It helps with {need_texts()[main[0]]['short']} in {town.title()}.",
        "needs": {"main": main, "also": also},
        "ages": {"from_months": lo, "to_months": hi, "words": None, **_usual(chance, lo, hi)},
        "conditions": {
            "diagnosis": chance.choice((None, "not_needed", "needed")),
            "with_need": chance.choice(needs) if chance.random() < 0.1 else None,
        },
        "area": _area(chance, town),
        "venues": [{"name": town.title(), "lat": lat, "lon": lon}] if chance.random() < 0.6 else [],
        "contact": {"phone": "01632 960 001", "url": "https://example.org"},
        "referral": _referral(chance),
        "sessions": [_session(chance)] if chance.random() < 0.2 else [],
        "waits": [{"words": "12 weeks", "weeks": 12, "as_of": "2026", "source": "made up"}] if chance.random() < 0.1 else [],
        "while_waiting": list(like.while_waiting),
        "sources": [{"what": "https://example.org, made up", "says": "01632 960 001"}],
        "confidence": chance.choice(("high", "high", "medium")),
        "last_checked": date(2026, 11, 1),
        "next_check": date(2027, 2, 1),
        "owner": "Nobody",
    }


def _referral(chance: random.Random) -> dict[str, Any]:
    own, drop_in = chance.choice((True, True, False, None)), chance.random() < 0.2
    return {"self": own or (None if drop_in else own), "drop_in": drop_in, "route": "Ring them."}  # who may drop in may ask


def _usual(chance: random.Random, lo: int | None, hi: int | None) -> dict[str, int]:
    if hi is None or chance.random() > 0.1:
        return {}
    return {"usual_to_months": hi - 12} if chance.random() < 0.5 else {"usual_from_months": (lo or 0) + 12}


def _area(chance: random.Random, town: str) -> dict[str, Any]:
    draw = chance.random()
    if draw < 0.6:
        return {"covers": "whole_county", "places": []}
    if draw < 0.75:
        return {"covers": "towns", "places": [town]}
    if draw < 0.9:
        return {"covers": chance.choice(("england", "uk")), "places": []}
    return {"covers": "councils", "places": [chance.choice(_COUNCILS)]}


def _session(chance: random.Random) -> dict[str, Any]:
    return {
        "title": "Drop-in", "rrule": f"FREQ=WEEKLY;BYDAY={chance.choice(_DAYS)}", "starts": date(2026, 9, 7),
        "time": "10:00", "term_time_only": False, "source": "made up",
    }  # fmt: skip
