"""``signpost check``: every mistake of every file in one run, with its line and what to write instead."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import phonenumbers
from dateutil.rrule import rrulestr
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from rapidfuzz import process

from bot.directory.load import DirectoryError, service_files
from bot.directory.positions import Finding, line_of, read
from bot.directory.vocabulary import NEEDS
from bot.directory.wording import is_placeholder, too_hard, unexplained

__all__ = ["Finding", "check"]

_SHORT_CODES = re.compile(r"^(?:999|101|111|112|116 ?\d{3}|\d{5})\b")
_READ_BY_FAMILIES = ("summary", "caution", "not_for")
_Path = tuple[str | int, ...]


def check(paths: Sequence[Path], today: date | None = None, known_ids: frozenset[str] = frozenset()) -> list[Finding]:
    """The findings over files and folders, in order of file and line; empty when all is well.

    ``known_ids`` are services elsewhere that ``after`` may name when only a part of the directory is checked.
    """
    today = today or date.today()
    findings: list[Finding] = []
    entries: list[tuple[Path, Any, _Path, Any]] = []
    for file in _files(paths, findings):
        root, problems = read(file)
        findings += problems
        if not problems:
            shape = list(_shape(file, root))
            findings += shape
            entries += [(file, root, at, entry) for at, entry in _entries(root)]
    for file, root, at, entry in entries:
        findings += (
            Finding(file, line_of(root, (*at, *path)), what, instead)
            for path, what, instead in _mistakes(entry, today)
        )
    findings += _between(entries, known_ids)
    if any(path.is_dir() for path in paths):
        findings += _unmet_needs(next(path for path in paths if path.is_dir()), [entry for *_, entry in entries])
    return sorted(set(findings))


def _files(paths: Sequence[Path], findings: list[Finding]) -> Iterator[Path]:
    for path in paths:
        if path.is_file():
            yield path
            continue
        try:
            yield from service_files(path)
        except DirectoryError as problem:
            file, what, instead = str(problem).split(": ", 2)
            findings.append(Finding(Path(file), 1, what, instead))


def _entries(root: Any) -> Iterator[tuple[_Path, Any]]:
    if isinstance(root, dict) and isinstance(root.get("services"), list):
        for at, entry in enumerate(root["services"]):
            if isinstance(entry, dict):
                yield ("services", at), entry
    elif isinstance(root, dict):
        yield (), root


def _shape(file: Path, root: Any) -> Iterator[Finding]:
    """What the schema refuses, in an editor's words."""
    if not isinstance(root, dict) or not root:
        yield Finding(file, 1, "this is not a service", "write one service (id: ..., name: ...), or a list under services:")
        return
    schema = {**_schema(), **({} if "services" in root else {"$ref": "#/$defs/service"})}
    schema.pop("oneOf", None)
    if "services" in root:
        schema |= _schema()["oneOf"][1]
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(_plain(root)):
        what, instead = _explain(error)
        yield Finding(file, line_of(root, _where(error)), what, instead)


def _where(error: ValidationError) -> list[str | int]:
    path = list(error.absolute_path)
    unknown = _unknown_keys(error)
    return [*path, unknown[0]] if unknown else path


def _unknown_keys(error: ValidationError) -> list[str]:
    if error.validator != "additionalProperties":
        return []
    return [key for key in error.instance if key not in error.schema.get("properties", {})]


def _explain(error: ValidationError) -> tuple[str, str]:  # noqa: C901  (one line a kind of mistake)
    name = str(error.absolute_path[-1]) if error.absolute_path else "the entry"
    described = error.schema.get("description")
    hint = f" ({described})" if described else ""
    unknown = _unknown_keys(error)
    if unknown:
        near = process.extractOne(str(unknown[0]), list(error.schema["properties"]), score_cutoff=60)
        return f"unknown key {unknown[0]!r}", f"did you mean {near[0]!r}?" if near else "take it out"
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        return f"{missing!r} is missing", f"add {missing}: ..."
    if error.validator == "enum":
        allowed = [str(one) for one in error.validator_value if one is not None]
        near = process.extractOne(str(error.instance), allowed, score_cutoff=50)
        listed = ", ".join(allowed) if len(allowed) <= 8 else "one of the taxonomy's words"
        return f"{error.instance!r} is not a known word", f"did you mean {near[0]!r}?" if near else f"write {listed}"
    if name == "phone" and error.validator == "type":
        return f"the phone number was read as the number {error.instance}", 'put it in quotes: phone: "0300 123 4567"'
    if error.validator == "type":
        return f"{name} is of the wrong kind ({_short(error.instance)})", f"write {_kinds(error.validator_value)}{hint}"
    if error.validator == "format":
        return f"{name} {_short(error.instance)} is not a day", "write it like 2026-11-24"
    if error.validator == "pattern":
        return f"{name} {_short(error.instance)} has the wrong shape", described or f"it must match {error.validator_value}"
    if error.validator in ("minimum", "maximum", "exclusiveMinimum"):
        return f"{name} {error.instance} is outside what can be", f"check the number{hint}"
    if error.validator in ("minItems", "minLength"):
        return f"{name} is empty", f"fill it in, or write null where nobody knows{hint}"
    if error.validator == "uniqueItems":
        return f"{name} has the same word twice", "keep one"
    return f"{name}: {error.message}", f"see the schema{hint}"


def _mistakes(entry: Any, today: date) -> Iterator[tuple[_Path, str, str]]:
    """What the schema cannot see inside one entry. Parts of the wrong shape are the schema's to report."""
    yield from _needs_and_ages(entry)
    yield from _dates(entry, today)
    yield from _contact_and_venues(entry)
    yield from _sessions(entry)
    yield from _words(entry)


def _needs_and_ages(entry: Any) -> Iterator[tuple[_Path, str, str]]:
    needs = _part(entry, "needs")
    if isinstance(entry.get("needs"), dict) and not _list(needs, "main") and not _list(needs, "also"):
        yield ("needs",), "it helps with no need", "list at least one under main:"
    both = [need for need in _list(needs, "also") if need in _list(needs, "main")]
    if both:
        yield ("needs", "also"), f"{both[0]!r} stands in main and in also", "keep it in one of the two"
    ages = _part(entry, "ages")
    lo, hi = ages.get("from_months"), ages.get("to_months")
    if isinstance(lo, int) and isinstance(hi, int):
        if lo >= hi:
            yield ("ages", "to_months"), f"the ages are upside down ({lo} to {hi} months)", "put the lower age in from_months"
        elif hi <= 25 and re.search(r"\b(?:year|to \d\d)\b", str(ages.get("words") or "")) and "month" not in str(ages.get("words")):
            yield ("ages", "to_months"), f"{hi} months looks like years", f"write months: {hi} years is {hi * 12}"
    area = _part(entry, "area")
    if area.get("covers") in ("towns", "councils") and not area.get("places"):
        yield ("area", "covers"), f"covers {area['covers']} but names none", "list them under places:"
    if area.get("covers") == "radius" and not area.get("radius_miles"):
        yield ("area", "covers"), "covers a radius of unknown size", "add radius_miles: 5"


def _dates(entry: Any, today: date) -> Iterator[tuple[_Path, str, str]]:
    checked, due = entry.get("last_checked"), entry.get("next_check")
    if isinstance(checked, date) and checked > today:
        yield ("last_checked",), f"last_checked {checked} is in the future", "write the day it was checked"
    if isinstance(checked, date) and isinstance(due, date) and due <= checked:
        yield ("next_check",), f"next_check {due} is not after last_checked {checked}", "write a later day"


def _contact_and_venues(entry: Any) -> Iterator[tuple[_Path, str, str]]:
    contact = _part(entry, "contact")
    phone = contact.get("phone")
    if isinstance(phone, str) and not _is_british(phone):
        yield ("contact", "phone"), f"{phone!r} cannot be a British phone number", "check the digits on the service's page"
    reached = [key for key in ("phone", "email", "url") if contact.get(key)]
    if entry.get("unverified") is True and (reached or entry.get("venues")):
        key = reached[0] if reached else "venues"
        path: _Path = ("contact", key) if reached else ("venues",)
        yield path, f"{key} is given although nobody verified this entry", "take it out until it is verified"
    if entry.get("confidence") == "low" and entry.get("unverified") is not True:
        yield ("confidence",), "confidence is low but the entry is not marked", "add unverified: true"
    for at, venue in enumerate(_list(entry, "venues")):
        lat, lon = (venue.get("lat"), venue.get("lon")) if isinstance(venue, dict) else (None, None)
        if (lat is None) != (lon is None):
            yield ("venues", at), "only one of lat and lon is given", "give both, or neither"


def _sessions(entry: Any) -> Iterator[tuple[_Path, str, str]]:
    for at, session in enumerate(_list(entry, "sessions")):
        if not isinstance(session, dict):
            continue
        starts = session.get("starts")
        start = datetime.combine(starts, datetime.min.time()) if isinstance(starts, date) else datetime(2026, 1, 1)
        try:
            rrulestr(str(session.get("rrule")), dtstart=start)
        except (ValueError, TypeError, KeyError):
            yield ("sessions", at, "rrule"), f"rrule {session.get('rrule')!r} is not a rule", "write it like FREQ=WEEKLY;BYDAY=TU"
        venue = session.get("venue")
        if isinstance(venue, int) and venue >= len(_list(entry, "venues")):
            yield ("sessions", at, "venue"), f"there is no venue number {venue}", "count the venues from 0"


def _words(entry: Any) -> Iterator[tuple[_Path, str, str]]:
    texts = list(_texts(entry))
    whole = " ".join(text for _, text in texts)
    for path, text in texts:
        if is_placeholder(text):
            yield path, f"{text!r} only stands for something missing", "write null"
    for path, text in texts:
        if path[0] not in ("summary", "caution", "not_for", "while_waiting") and path[:2] not in (("referral", "route"), ("referral", "say")):
            continue
        for acronym in unexplained(text, whole):
            yield path, f"{acronym} is not explained", f"write the words first, then ({acronym})"
    for key in _READ_BY_FAMILIES:
        grade = too_hard(entry[key]) if isinstance(entry.get(key), str) else None
        if grade:
            yield (key,), f"{key} is hard to read (grade {grade:.1f})", "use shorter sentences and everyday words"


def _between(entries: list[tuple[Path, Any, _Path, Any]], known_ids: frozenset[str]) -> Iterator[Finding]:
    """Ids that stand twice, and `after` that leads nowhere."""
    home: dict[str, tuple[Path, int]] = {}
    for file, root, at, entry in entries:
        id, line = entry.get("id"), line_of(root, (*at, "id"))
        if isinstance(id, str):
            if id in home:
                other, where = home[id]
                yield Finding(file, line, f"the id {id!r} is already used in {other}:{where}", "choose another id")
            else:
                home[id] = (file, line)
    ids = home.keys() | known_ids
    for file, root, at, entry in entries:
        after = entry.get("after")
        line = line_of(root, (*at, "after"))
        if isinstance(after, str) and after == entry.get("id"):
            yield Finding(file, line, "after names the service itself", "name the one that follows, or write null")
        elif isinstance(after, str) and after not in ids:
            near = process.extractOne(after, list(ids), score_cutoff=60)
            yield Finding(file, line, f"there is no service {after!r}", f"did you mean {near[0]!r}?" if near else "write null")


def _unmet_needs(folder: Path, entries: list[Any]) -> Iterator[Finding]:
    met = {need for entry in entries for need in _list(_part(entry, "needs"), "main") if isinstance(need, str)}
    for need in NEEDS:
        if need not in met and len(entries) > 50:
            yield Finding(folder, 1, f"nobody's main job is the need {need!r}", "add a service, or move it from also to main")


def _texts(node: Any, path: _Path = ()) -> Iterator[tuple[_Path, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("sources", "id"):
                yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _texts(value, (*path, at))


def _is_british(phone: str) -> bool:
    if _SHORT_CODES.match(phone):
        return True
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(phone, "GB"))
    except phonenumbers.NumberParseException:
        return False


def _part(entry: Any, key: str) -> dict[str, Any]:
    value = entry.get(key)
    return value if isinstance(value, dict) else {}


def _list(entry: Any, key: str) -> list[Any]:
    value = entry.get(key)
    return value if isinstance(value, list) else []


def _plain(node: Any) -> Any:
    """ruamel's nodes as plain values; dates as text, as the schema has them."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, (date, datetime)):
        return node.isoformat()
    return node


def _kinds(wanted: str | list[str]) -> str:
    words = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "null", "object": "keys and values", "array": "a list"}
    return " or ".join(words[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


@functools.cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return schema
