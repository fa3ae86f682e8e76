"""The directory's records. One frozen class a part of the service file; ``schema.json`` describes the file.

None always means "nobody has verified this": it is never read as no, free, or fit.
Ages are months, half-open; distances miles; coordinates WGS84 degrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from bot.directory.build import build, build_all, texts
from bot.directory.places import Point

# Said with every entry that nobody could check, wherever its caution is shown.
UNVERIFIED_WORDS = "We have not been able to check this. Ask before you go."

Covers = Literal["whole_county", "towns", "radius", "councils", "england", "uk"]


@dataclass(frozen=True)
class Needs:
    """What it is for, and what it also helps with."""

    main: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ages:
    """``[from_months, to_months)``; ``words`` as the service says it.

    ``usual_*`` are narrower: outside them it takes only some, as ``words`` say, so the answer says "check".
    """

    from_months: int | None = None
    to_months: int | None = None
    words: str | None = None
    usual_from_months: int | None = None
    usual_to_months: int | None = None


@dataclass(frozen=True)
class Conditions:
    """What else must hold before somebody can have the service."""

    diagnosis: Literal["needed", "not_needed"] | None = None
    in_school: bool | None = None
    ehc_plan: Literal["needed", "not_needed"] | None = None
    under_team: str | None = None
    with_need: str | None = None  # made for children who have this need besides another
    not_with_need: str | None = None  # wrong, or not safe, where this need was said


@dataclass(frozen=True)
class Area:
    """Who lives where it serves. ``places`` are towns or councils, by ``covers``."""

    covers: Covers
    places: tuple[str, ...] = ()
    radius_miles: float | None = None
    follows_gp: bool = False
    note: str | None = None

    @property
    def is_national(self) -> bool:
        return self.covers in ("england", "uk")


@dataclass(frozen=True)
class Venue:
    """A place to go. ``approximate`` coordinates are the middle of the town, not the door."""

    name: str | None = None
    address: str | None = None
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    access: str | None = None
    as_of: str | None = None
    approximate: bool = False

    @property
    def written(self) -> str:
        """Name, address and postcode, as much of them as is known."""
        told = ", ".join(part for part in (self.name, self.address, self.postcode) if part)
        return ", ".join(dict.fromkeys(told.split(", ")))  # a house that is in the name and in the address


@dataclass(frozen=True)
class Contact:
    """How to reach it; ``as_of`` says how old these are, in words."""

    phone: str | None = None
    email: str | None = None
    url: str | None = None
    hours: str | None = None
    as_of: str | None = None


@dataclass(frozen=True)
class Referral:
    """The way in: ``route`` is the next step in plain words, ``say`` what to say when asking."""

    self: bool | None = None
    drop_in: bool | None = None
    who: str | None = None
    route: str | None = None
    say: str | None = None


@dataclass(frozen=True)
class Session:
    """A repeated session: an iCalendar ``rrule`` from ``starts``, at ``time``, for ``minutes``."""

    title: str
    rrule: str
    starts: date
    time: str | None = None
    minutes: int | None = None
    venue: int | None = None
    term_time_only: bool = False
    not_bank_holidays: bool = True
    source: str | None = None


@dataclass(frozen=True)
class Wait:
    """A published wait, with the date it was published."""

    words: str
    weeks: float | None = None
    as_of: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Cost:
    """What it costs; ``words`` where there is more to say."""

    amount: Literal["free", "paid", "varies"] | None = None
    words: str | None = None


@dataclass(frozen=True)
class Source:
    """Where a fact was read, what it said there, and when it was seen."""

    what: str
    says: str
    seen: str | None = None


@dataclass(frozen=True)
class Service:
    """One entry of the directory."""

    id: str
    name: str
    kind: str
    provider: str
    summary: str
    main: tuple[str, ...]
    also: tuple[str, ...]
    ages: Ages
    conditions: Conditions
    area: Area
    venues: tuple[Venue, ...]
    contact: Contact
    referral: Referral
    sessions: tuple[Session, ...]
    waits: tuple[Wait, ...]
    while_waiting: tuple[str, ...]
    cost: Cost
    languages: tuple[str, ...]
    online: bool | None
    not_for: str | None
    after: str | None
    sources: tuple[Source, ...]
    confidence: Literal["high", "medium", "low"]
    unverified: bool
    last_checked: date
    next_check: date
    owner: str
    caution: str | None

    def meets(self, need: str) -> bool:
        """Whether it helps with a need, mainly or also."""
        return need in self.main or need in self.also

    @property
    def points(self) -> list[Point]:
        """Where its venues stand, as far as it is known."""
        return [(venue.lat, venue.lon) for venue in self.venues if venue.lat is not None and venue.lon is not None]

    @property
    def is_verified(self) -> bool:
        """Whether somebody could check it. What nobody could is never offered as if known."""
        return not self.unverified and self.confidence != "low"

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Service:
        """Build a service from a file's content. The caution of one that nobody could check says so first.

        Raises:
            KeyError, TypeError, AttributeError: a key is missing, unknown or of the wrong kind (``signpost check``
                says which, with its line).
        """
        unknown = raw.keys() - _KEYS
        if unknown:
            raise TypeError(f"unknown key {min(map(str, unknown))!r}")
        plain = {key: raw.get(key) for key in _PLAIN}
        needs = build(Needs, {key: texts(value) for key, value in raw["needs"].items()})
        service = build(
            cls,
            {
                **plain,
                "main": needs.main,
                "also": needs.also,
                "ages": build(Ages, raw["ages"]),
                "conditions": build(Conditions, raw.get("conditions") or {}),
                "area": build(Area, {**raw["area"], "places": texts(raw["area"].get("places"))}),
                "venues": build_all(Venue, raw.get("venues")),
                "contact": build(Contact, raw.get("contact") or {}),
                "referral": build(Referral, raw["referral"]),
                "sessions": build_all(Session, raw.get("sessions")),
                "waits": build_all(Wait, raw.get("waits")),
                "while_waiting": texts(raw.get("while_waiting")),
                "cost": build(Cost, raw.get("cost") or {}),
                "languages": texts(raw.get("languages")),
                "sources": build_all(Source, raw["sources"]),
                "unverified": bool(raw.get("unverified")),
            },
        )
        return service if service.is_verified else replace(service, caution=_unverified_caution(service.caution))


def _unverified_caution(own: str | None) -> str:
    return f"{UNVERIFIED_WORDS} {own}" if own and UNVERIFIED_WORDS not in own else own or UNVERIFIED_WORDS


# The keys of a file that go into the record as they stand.
_PLAIN = (
    "id", "name", "kind", "provider", "summary", "online", "not_for", "after", "confidence", "last_checked",
    "next_check", "owner", "caution",
)  # fmt: skip
_KEYS = frozenset(
    (
        *_PLAIN, "needs", "ages", "conditions", "area", "venues", "contact", "referral", "sessions", "waits",
        "while_waiting", "cost", "languages", "sources", "unverified",
    )
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Directory:
    """One whole version of the services. ``version`` changes with any word of any file.

    Two are the same only if they are the same object, so that what is derived from one can be kept beside it.
    """

    services: tuple[Service, ...]
    version: str = ""
    by_id: Mapping[str, Service] = field(default_factory=dict)
    by_need: Mapping[str, tuple[Service, ...]] = field(default_factory=dict)
    by_kind: Mapping[str, tuple[Service, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, services: tuple[Service, ...], version: str = "") -> Directory:
        """Index the services by id, by need (main and also) and by kind."""
        by_need: dict[str, list[Service]] = {}
        by_kind: dict[str, list[Service]] = {}
        for service in services:
            by_kind.setdefault(service.kind, []).append(service)
            for need in (*service.main, *service.also):
                by_need.setdefault(need, []).append(service)
        return cls(
            services,
            version,
            {service.id: service for service in services},
            {need: tuple(found) for need, found in by_need.items()},
            {kind: tuple(found) for kind, found in by_kind.items()},
        )

    def get(self, id: str) -> Service | None:
        """The service with this id, or None."""
        return self.by_id.get(id)

    def all_of(self, ids: Iterable[str]) -> list[Service]:
        """The services with these ids, in this order, without those that are gone."""
        return [service for id in ids if (service := self.by_id.get(id))]
