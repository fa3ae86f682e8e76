"""What an edit of the directory changes in the answers: before, after, and why."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.directory.match import match
from bot.directory.plan import Plan, Result
from bot.directory.service import Directory, Service
from bot.enquiry import Enquiry

_LONGEST_VALUE = 60


@dataclass(frozen=True)
class Asked:
    """An enquiry, and how to name it."""

    name: str
    enquiry: Enquiry


@dataclass(frozen=True)
class Change:
    """One answer that an edit changes. ``before`` and ``after`` are the names of the services, in order."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    why: tuple[str, ...]


def changed_answers(before: Directory, after: Directory, asked: Sequence[Asked], today: date) -> list[Change]:
    """The answers that are not the same any more, in the order asked."""
    found = []
    for one in asked:
        old, new = match(before, one.enquiry, today), match(after, one.enquiry, today)
        why = tuple(dict.fromkeys(_why(old, new, before, after)))
        if why:
            found.append(Change(one.name, _names(old), _names(new), why))
    return found


def changed_entries(before: Directory, after: Directory) -> list[str]:
    """The entries that came, went or changed, one line each."""
    ids = sorted(before.by_id.keys() | after.by_id.keys())
    return [line for id in ids if (line := _entry_change(before.get(id), after.get(id)))]


def differences(old: Service, new: Service) -> list[str]:
    """The parts of an entry that changed: "ages.to_months: 228 -> 216"."""
    flat_old, flat_new = dict(_flat(dataclasses.asdict(old))), dict(_flat(dataclasses.asdict(new)))
    return [
        f"{path}: {_short(flat_old.get(path))} -> {_short(flat_new.get(path))}"
        for path in dict.fromkeys((*flat_old, *flat_new))
        if flat_old.get(path) != flat_new.get(path)
    ]


def _entry_change(old: Service | None, new: Service | None) -> str | None:
    if old is None or new is None:
        there = old or new
        return f"{there.id}: {'new' if old is None else 'taken out'}" if there else None
    return f"{new.id}: {'; '.join(differences(old, new))}" if old != new else None


def _why(old: Plan, new: Plan, before: Directory, after: Directory) -> Iterator[str]:
    had, has = _by_id(old), _by_id(new)
    for id in had.keys() - has.keys():
        yield _left(had[id].service, new, before, after)
    for id in has.keys() - had.keys():
        yield _came(has[id].service, old, before, after)
    for id in has:
        if id in had and _shown(had[id]) != _shown(has[id]):
            yield f"{has[id].service.name} is told differently: {_told_differently(had[id], has[id])}."
    kept = [id for id in had if id in has]
    if kept != [id for id in has if id in had]:
        yield "The order changed" + _because(kept, before, after)
    if _opening(old) != _opening(new):
        yield f"Opening soon: {_opening(old) or 'nothing'} -> {_opening(new) or 'nothing'}."
    if _person(old) != _person(new):
        yield f"The person to speak to: {_person(old)} -> {_person(new)}."
    for note in [note for note in new.notes if note not in old.notes]:
        yield f"It now says: {note}"
    for note in [note for note in old.notes if note not in new.notes]:
        yield f"It no longer says: {note}"


def _left(service: Service, new: Plan, before: Directory, after: Directory) -> str:
    if after.get(service.id) is None:
        return f"{service.name} is no longer in the directory."
    reason = next((one.reason for one in new.excluded if one.id == service.id), None)
    if reason:
        return f"{service.name} is left out now: {reason}{_because([service.id], before, after)}"
    return f"{service.name} gave way to others{_because([service.id], before, after)}"


def _came(service: Service, old: Plan, before: Directory, after: Directory) -> str:
    if before.get(service.id) is None:
        return f"{service.name} is new in the directory."
    reason = next((one.reason for one in old.excluded if one.id == service.id), None)
    if reason:
        return f"{service.name} was left out before: {reason}{_because([service.id], before, after)}"
    return f"{service.name} moved up{_because([service.id], before, after)}"


def _because(ids: Sequence[str], before: Directory, after: Directory) -> str:
    changed = []
    for id in ids:
        old, new = before.get(id), after.get(id)
        if old and new and old != new:
            changed.append(f"{id} ({'; '.join(differences(old, new))})")
    return f", since the entry changed: {', '.join(changed)}." if changed else "."


def _told_differently(old: Result, new: Result) -> str:
    changed = differences(old.service, new.service)
    if changed:
        return "; ".join(changed)
    return f"{' '.join(old.reasons)} {old.next} -> {' '.join(new.reasons)} {new.next}"


def _by_id(plan: Plan) -> dict[str, Result]:
    return {result.service.id: result for result in plan.results}


def _shown(result: Result) -> tuple[Any, ...]:
    """What a family sees of a result."""
    service = result.service
    return (
        service.name, service.summary, service.contact, service.cost, service.caution, service.while_waiting,
        service.referral, result.reasons, result.next,
    )  # fmt: skip


def _names(plan: Plan) -> tuple[str, ...]:
    return tuple(result.service.name for result in plan.results)


def _opening(plan: Plan) -> str:
    return ", ".join(soon.service.name for soon in plan.soon)


def _person(plan: Plan) -> str:
    return plan.person.service.name if plan.person else "nobody"


def _flat(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from _flat(value, f"{path}.{key}" if path else str(key))
    elif isinstance(node, (tuple, list)) and any(isinstance(item, Mapping) for item in node):
        for at, value in enumerate(node):
            yield from _flat(value, f"{path}[{at}]")
    else:
        yield path, node


def _short(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
    if value is None or text == "":
        return "nothing"
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 3]}..."
