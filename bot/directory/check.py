"""``signpost check``: every mistake of every file in one run, with its line and what to write instead."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from bot.directory.load import DirectoryError, service_files
from bot.directory.mistakes import EntryPath, did_you_mean, items, mistakes, part
from bot.directory.positions import Finding, line_of, read
from bot.directory.vocabulary import NEEDS

__all__ = ["Finding", "check"]



def check(paths: Sequence[Path], today: date | None = None, known_ids: frozenset[str] = frozenset()) -> list[Finding]:
    """The findings over files and folders, in order of file and line; empty when all is well.

    ``known_ids`` are services elsewhere that ``after`` may name when only a part of the directory is checked.
    """
    today = today or date.today()
    findings: list[Finding] = []
    entries: list[tuple[Path, Any, EntryPath, Any]] = []
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
            for path, what, instead in mistakes(entry, today)
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


def _entries(root: Any) -> Iterator[tuple[EntryPath, Any]]:
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
        return f"unknown key {unknown[0]!r}", did_you_mean(str(unknown[0]), list(error.schema["properties"]), "take it out")
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        return f"{missing!r} is missing", f"add {missing}: ..."
    if error.validator == "enum":
        allowed = [str(one) for one in error.validator_value if one is not None]
        listed = ", ".join(allowed) if len(allowed) <= 8 else "one of the taxonomy's words"
        return f"{error.instance!r} is not a known word", did_you_mean(str(error.instance), allowed, f"write {listed}", 50)
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


def _between(entries: list[tuple[Path, Any, EntryPath, Any]], known_ids: frozenset[str]) -> Iterator[Finding]:
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
            yield Finding(file, line, f"there is no service {after!r}", did_you_mean(after, sorted(ids), "write null"))


def _unmet_needs(folder: Path, entries: list[Any]) -> Iterator[Finding]:
    met = {need for entry in entries for need in items(part(entry, "needs"), "main") if isinstance(need, str)}
    for need in NEEDS:
        if need not in met and len(entries) > 50:
            yield Finding(folder, 1, f"nobody's main job is the need {need!r}", "add a service, or move it from also to main")


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
