"""One record of a feed as a draft in the directory's own shape, and what of it an owner has to finish.

A draft is never an answer: ``last_checked`` and what else only a person of ours can say is null, and no directory with such an
entry is read (``bot.directory.load``). Nothing is guessed: a need, a kind, an area or a price that is not sure is null, and said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.directory.phones import is_british
from bot.oruk import labelled, record
from bot.oruk.ages import in_months
from bot.oruk.older import upgrade
from bot.oruk.places import read_area, read_venues
from bot.oruk.terms import FLAGS, Term, read_terms
from bot.oruk.times import hours_and_sessions
from bot.oruk.untrusted import Notes, day, email_address, lines, mapping, mappings, number, text, web_address

Fields = dict[str, Any]

CLOSED = ("inactive", "defunct")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 60
_EMPTY_CONDITIONS: Fields = {"diagnosis": None, "in_school": None, "ehc_plan": None, "under_team": None}


# What is read, by its name in 3.0 or 1.0, and what says nothing to an owner. Anything else that a record holds is told.
_READ = frozenset(
    (
        "id", "local_id", "organization_id", "organization", "name", "description", "url", "email", "status", "alert", "assured_date", "last_modified",
        "minimum_age", "maximum_age", "eligibility_description", "application_process", "wait_time", "while_waiting", "sources", "confidence",
        "contacts", "phones", "schedules", "service_areas", "service_at_locations", "cost_options", "languages", "attributes", "fees", "assurer_email",
        "eligibilitys", "regular_schedules", "holiday_schedules", "service_taxonomys", "attending_access",
        "organisation", "min_age", "max_age", "locations", "taxonomies", "send_needs", "free", "temporarily_closed", "created_at", "updated_at",
    )
)  # fmt: skip


class NotImported(ValueError):
    """A record that cannot become a draft; the message says why."""


@dataclass(frozen=True)
class Draft:
    """An entry in the shape of a service file, and (what, what to write) for each thing to finish."""

    entry: Fields
    notes: tuple[tuple[str, str], ...]


def draft_of(raw: Mapping[str, Any], address: str, today: date) -> Draft:
    """The draft. ``address`` is where the record was read.

    Raises:
        NotImported: it is closed, or has no name.
    """
    notes = Notes()
    feed = upgrade(raw, notes)
    name = text(feed.get("name"), "the name", notes)
    if name is None:
        raise NotImported("it has no name")
    status = text(feed.get("status"), "the status", notes)
    if status in CLOSED:
        raise NotImported(f"its status is {status}")
    if status != "active":
        notes.add(f"its status is {status or 'not given'}", "find out whether it is open")
    said, untold = _eligibility(feed, notes)
    venues, places = read_venues(feed, notes)
    hours, sessions = hours_and_sessions(mappings(feed.get("schedules")), places, address, today, notes)
    contact = {**_contact(feed, notes), "hours": hours}
    entry: Fields = {
        "id": slug_of(feed.get("local_id"), name),
        "name": name,
        "kind": None,
        "provider": _needed(text(mapping(feed.get("organization")).get("name"), "the organisation", notes), "who runs it", "provider", notes),
        "summary": _needed(text(feed.get("description"), "the description", notes), "what it does", "summary", notes),
        "needs": {"main": [], "also": []},
        "ages": _ages(feed, said, notes),
        "conditions": {**_EMPTY_CONDITIONS, "under_team": said.get(record.ONLY_IF)},
        "area": read_area(feed, notes),
        "venues": venues,
        "contact": contact,
        "referral": _way_in(feed, notes),
        "sessions": sessions,
        "waits": _waits(feed, address, notes),
        "while_waiting": _texts(feed.get("while_waiting"), "while_waiting", notes),
        "cost": _cost(mappings(feed.get("cost_options")), today, notes),
        "languages": _languages(feed, notes),
        "online": None,
        "not_for": said.get(record.NOT_FOR),
        "after": None,
        "sources": [_source(feed, contact, venues, untold, address, today), *_sources(feed, notes)],
        "confidence": None,
        "unverified": False,
        "last_checked": None,
        "next_check": None,
        "owner": None,
        "caution": text(feed.get("alert"), "the alert", notes),
    }
    _place_terms(entry, feed, notes)
    others = sorted(key for key, value in raw.items() if key not in _READ and value not in (None, "", [], {}))
    if others:
        notes.add(f"it also has {', '.join(others)[:200]}, which were not taken", "read them at the source, and place what families need")
    notes.add("nobody of ours has checked it", "read its sources, then fill in confidence:, last_checked:, next_check: and owner:")
    return Draft(entry, tuple(notes.found))


def slug_of(local_id: Any, name: str) -> str:
    """An id of our form: the feed's own where it has that form, else made of the name."""
    if isinstance(local_id, str) and len(local_id) <= 2 * _LONGEST_SLUG and _SLUG.fullmatch(local_id):
        return local_id
    words = re.findall(r"[a-z0-9]+", name.lower().replace("'", "").replace("’", ""))
    return "-".join(words)[:_LONGEST_SLUG].strip("-") or "unnamed"


def _needed(found: str | None, what: str, key: str, notes: Notes) -> str | None:
    if found is None:
        notes.add(f"the feed does not say {what}", f"find it out, then write {key}:")
    return found


def _eligibility(feed: Fields, notes: Notes) -> tuple[dict[str, str], str | None]:
    """The labelled parts of our own text, and what stands under no label."""
    labels = (record.AGES, record.BEFORE_BIRTH, record.ONLY_IF, record.NOT_FOR)
    said, rest = labelled.split(lines(feed.get("eligibility_description"), "who it is for", notes), labels)
    if rest:
        notes.add(f"who it is for: {rest[:300]}", "write it where it belongs: words: under ages:, conditions:, or not_for:")
    return said, rest


def _ages(feed: Fields, said: Mapping[str, str], notes: Notes) -> Fields:
    lo, hi = in_months(feed.get("minimum_age"), feed.get("maximum_age"), notes)
    if lo == 0 and said.get(record.BEFORE_BIRTH) == record.FROM_PREGNANCY:
        lo = -9
    return {"from_months": lo, "to_months": hi, "words": said.get(record.AGES)}


def _contact(feed: Fields, notes: Notes) -> Fields:
    phones = [phone for holder in (*mappings(feed.get("contacts")), feed) for phone in mappings(holder.get("phones"))]
    emails = [one.get("email") for one in (feed, *mappings(feed.get("contacts"))) if one.get("email")]
    found: Fields = {"phone": None, "email": None, "url": web_address(feed.get("url"), "the web address", notes), "as_of": None}
    for phone in phones:
        number_said = text(phone.get("number"), "the phone number", notes)
        if number_said is None:
            continue
        if not _may_be_phone(number_said):
            notes.add(f"{number_said[:60]!r} cannot be a British phone number", "check the digits, then write phone: in quotes")
        elif found["phone"] is None:
            about, _ = labelled.split(lines(phone.get("description"), "the phone's description", notes), (record.AS_OF,))
            found |= {"phone": number_said, "as_of": about.get(record.AS_OF)}
        elif number_said != found["phone"]:
            notes.add(f"there is another phone number: {number_said[:60]}", "keep the one that families should ring first")
    if emails:
        found["email"] = email_address(emails[0], "the e-mail address", notes)
    names = [name for one in mappings(feed.get("contacts")) if (name := text(one.get("name"), "a contact's name", notes))]
    if names or found["email"]:
        notes.add("its e-mail address or contact may be one person's", "keep only a team's mailbox, and no names")
    if not found["phone"] and not found["email"] and not found["url"]:
        notes.add("the feed gives no phone, e-mail or web address", "find one, then write it under contact:")
    return found


def _may_be_phone(said: str) -> bool:
    return len(said) <= 80 and is_british(said)


def _way_in(feed: Fields, notes: Notes) -> Fields:
    said, rest = labelled.split(lines(feed.get("application_process"), "how to ask for it", notes), (record.WHO, record.ROUTE, record.SAY))
    access = feed.get("attending_access")  # 1.0 has a fixed list, with this one word for "just turn up"
    route = " ".join(part for part in (said.get(record.ROUTE), rest) if part) or None
    return {"self": None, "drop_in": True if access == "drop-in" else None, "who": said.get(record.WHO), "route": route, "say": said.get(record.SAY)}


def _waits(feed: Fields, address: str, notes: Notes) -> list[Fields]:
    waits = []
    for said in (lines(feed.get("wait_time"), "the wait", notes) or "").splitlines():
        dated = re.fullmatch(r"(.+) \(([^()]+)\)", said)
        waits.append({"words": dated[1] if dated else said, "weeks": None, "as_of": dated[2] if dated else "undated", "source": address})
    if waits:
        notes.add("a wait was read as words", "where it is a number of weeks, write weeks:")
    return waits


def _cost(options: list[Fields], today: date, notes: Notes) -> Fields:
    """Free only where the feed says so in words too: many feeds fill in 0 for want of a price."""
    if past := [ended for one in options if (ended := day(one.get("valid_to"))) and ended < today]:
        notes.add(f"a price was given only until {max(past)}", "find out what it costs now")
        options = [one for one in options if not (ended := day(one.get("valid_to"))) or ended >= today]
    words, amounts = list[str](), list[float | None]()
    for option in options:
        amounts.append(number(option.get("amount")))
        said = dict.fromkeys(part for key in ("option", "amount_description") if (part := text(option.get(key), "the cost", notes)))
        words.append(": ".join(said) + (f" ({amounts[-1]:g})" if amounts[-1] else ""))
    told = [word for word in dict.fromkeys(words) if word]
    own = next((code for code, name in record.COSTS.items() if len(options) == 1 and options[0].get("option") == name), None)
    if own and (own != "free" or amounts == [0]):
        rest = text(options[0].get("amount_description"), "the cost", notes)
        return {"amount": own, "words": None if rest == record.COSTS["free"] else rest}
    known = [one for one in amounts if one is not None]
    sure = bool(told) and len(known) == len(options)
    found = "free" if sure and not any(known) else "paid" if sure and all(one > 0 for one in known) else None
    if found is None:
        notes.add("the feed does not say for sure what it costs", "find out, then write amount: free, paid or varies under cost:")
    return {"amount": found, "words": "; ".join(told) or None}


def _languages(feed: Fields, notes: Notes) -> list[str]:
    languages = mappings(feed.get("languages"))
    found = [name for one in languages if (name := text(one.get("name"), "a language", notes))]
    if len(found) < len(languages):
        notes.add("a language has no name in the feed", "find out which, then write it under languages:")
    return list(dict.fromkeys(found))


def _place_terms(entry: Fields, feed: Fields, notes: Notes) -> None:
    """Needs, kind and flags from the terms that are ours or named exactly as ours."""
    found: dict[str, list[Term]] = {"kinds": [], "needs": [], "access": []}
    also, unknown = set[str](), list[str]()
    for attribute in mappings(feed.get("attributes")):
        term = mapping(attribute.get("taxonomy_term"))
        ours = [one for one in read_terms(term) if not one.code.startswith("area/")]
        for one in ours:
            found[one.taxonomy].append(one)
            also |= {one.code} if attribute.get("label") == "also" else set()
        unknown += [name[:80]] if not ours and (name := text(term.get("name"), "a category", notes)) else []
    kinds, needs = ({one.code: None for one in found[key]} for key in ("kinds", "needs"))
    entry["needs"] = {"main": [need for need in needs if need not in also], "also": [need for need in needs if need in also]}
    entry["kind"] = next(iter(kinds)) if len(kinds) == 1 else None
    if entry["kind"] is None:
        notes.add("no kind of ours is sure", "write one of the kinds of bot/taxonomy.yml under kind:")
    if not needs:
        notes.add("no need of ours is named", "write those of bot/taxonomy.yml that it helps with under main:")
    if unknown:
        notes.add(f"its categories are none of ours: {', '.join(dict.fromkeys(unknown))[:300]}", "use them to choose kind: and needs:")
    _place_flags(entry, {one.code for one in found["access"]}, notes)


def _place_flags(entry: Fields, codes: set[str], notes: Notes) -> None:
    said: dict[tuple[str, ...], list[Any]] = {}
    for flag in FLAGS:
        if flag.code in codes:
            said.setdefault(flag.path, []).append(flag.value)
    for path, values in said.items():
        holder = entry if len(path) == 1 else entry[path[0]]
        if len(values) == 1:
            holder[path[-1]] = values[0]
        else:
            notes.add(f"the feed says both yes and no to {path[-1]}", f"find out which, then write {path[-1]}:")


def _source(feed: Fields, contact: Fields, venues: list[Fields], untold: str | None, address: str, today: date) -> Fields:
    """The feed as a source: each contact that the draft takes from it must stand there (``bot.directory.traceable``)."""
    assured = day(feed.get("assured_date"))
    said = [f"its publisher last checked it on {assured}" if assured else "it does not say when it was last checked"]
    said += [str(contact[key]) for key in ("phone", "email", "url") if contact[key]]
    said += [venue["postcode"] for venue in venues if venue["postcode"]]
    said += [f"for: {untold}"] if untold else []
    return {"what": f"Open Referral UK feed, {address}", "says": "; ".join(said), "seen": today.isoformat()}


def _sources(feed: Fields, notes: Notes) -> list[Fields]:
    found = []
    for one in mappings(feed.get("sources"))[:50]:
        what, says, seen = (text(one.get(key), "a source", notes) for key in ("what", "says", "seen"))
        if what and says:
            found.append({"what": what, "says": says, "seen": seen})
    return found


def _texts(value: Any, what: str, notes: Notes) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [found for one in items[:50] if (found := text(one, what, notes))]
