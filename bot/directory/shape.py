"""A file beside a JSON Schema, in an editor's words: where, what is wrong, what to write instead."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from bot.directory.likeness import did_you_mean
from bot.directory.mistakes import EntryPath, Mistake, first_told
from bot.directory.need_meant import need_meant
from bot.directory.positions import Finding, line_of, written_at
from bot.directory.vocabulary import NEEDS

_MOST_LISTED = 12
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class _Day(str):
    """A day as the schema has it, which stood without quotes: text in quotes is no day, and a day is no text."""


def _no_day_as_text(validator: Any, kinds: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, _Day) and schema.get("format") != "date":
        yield ValidationError(f"{instance} is a day")
    else:
        yield from Draft202012Validator.VALIDATORS["type"](validator, kinds, instance, schema)


def _only_days(validator: Any, form: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if form == "date" and isinstance(instance, str) and not isinstance(instance, _Day):
        yield ValidationError(f"{instance} is no day")
    else:
        yield from Draft202012Validator.VALIDATORS["format"](validator, form, instance, schema)


_Validator = extend(Draft202012Validator, {"type": _no_day_as_text, "format": _only_days})


@functools.cache
def read_schema(file: Path) -> dict[str, Any]:
    """A JSON Schema, read once: copy it before changing it."""
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def misshapen(file: Path, root: Any, schema: dict[str, Any]) -> Iterator[Finding]:
    """What ``schema`` refuses in ``root``, a file as ``positions.read`` gives it."""
    for path, what, instead in faults(root, schema):
        yield Finding(file, line_of(root, path), what, instead)


def faults(root: Any, schema: dict[str, Any]) -> Iterator[Mistake]:
    """What ``schema`` refuses in ``root``, one thing a place."""
    validator = _Validator(schema, format_checker=FormatChecker())
    yield from first_told(_told(root, error) for error in sorted(validator.iter_errors(_plain(root)), key=_kind_first))


def _kind_first(error: ValidationError) -> bool:
    """A value of the wrong kind is told as that, and not as too small as well."""
    return bool(error.validator != "type")


def _told(root: Any, error: ValidationError) -> Iterator[Mistake]:
    at = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(at, error)
    elif error.validator == "required":
        meant = " ".join(cure for _, _, cure in _unknown_keys(at, error))
        for key in error.validator_value:  # jsonschema tells each missing key by an error that names them all
            if key not in error.instance and f"mean {key!r}?" not in meant:
                yield (*at, key), f"{key!r} is missing", _to_add(key, error.schema["properties"].get(key, {}))
    else:
        yield at, *_explain(error, at, written_at(root, at))


def _to_add(key: str, schema: dict[str, Any]) -> str:
    """A key that is missing as it is written: with the keys of an item, where it is a list of such."""
    of_an_item = schema.get("items", {}).get("properties", {})
    item = ", ".join(f"{one}: ..." for one in of_an_item)
    return f"add {key}: with one item or more, - {{{item}}}" if item else f"add {key}: ..."


def _unknown_keys(at: EntryPath, error: ValidationError) -> Iterator[Mistake]:
    known = list(error.schema.get("properties", {}))
    before: tuple[str, Any] = ("", None)
    for key, value in error.instance.items():
        if key not in known:
            cut = _cut_by_a_comma(key, value, before)
            absent = [one for one in known if one not in error.instance]
            yield ((*at, before[0]), *cut) if cut else ((*at, key), *_unknown_key(key, absent))
        before = key, value


def _cut_by_a_comma(key: str, value: Any, before: tuple[str, Any]) -> tuple[str, str] | None:
    """Between { and } a comma begins the next key: 54,7143 is 54, and a key 7143 without a value."""
    last, number = before
    if value is None and last and key.isdigit() and isinstance(number, int):
        return f"{last} has a comma in its number", f"write a point, not a comma: {last}: {number}.{key}"
    if value is None and last and " " in key:
        return f"a comma cuts the text of {last} before {key!r}", "put the whole text in quotes"
    return None


def _unknown_key(key: str, absent: list[str]) -> tuple[str, str]:
    listed = f"take it out, or write {', '.join(absent)}" if 0 < len(absent) <= _MOST_LISTED else "take it out"
    return f"unknown key {key!r}", did_you_mean(key, absent, listed)


def _explain(error: ValidationError, at: EntryPath, written: str | None) -> tuple[str, str]:  # noqa: C901  (one line a kind of mistake)
    name = _name(at)
    described = error.schema.get("description")
    hint = f" ({described})" if described else ""
    if error.validator == "anyOf" and all("required" in one for one in error.validator_value):
        keys = [key for one in error.validator_value for key in one["required"]]
        meant = error.schema["properties"][keys[0]].get("description", "")
        return f"none of {', '.join(keys)} is there", f"add at least one, such as {keys[0]}: [...] ({meant})"
    if error.validator in ("oneOf", "anyOf"):
        of_words = [one for one in error.context if one.validator == "enum" and isinstance(one.instance, str)]
        if of_words:
            return _explain(of_words[0], at, written)
        return f"{_short(error.instance)} cannot stand here", "write a word, or a list of several"
    if error.validator == "enum":
        allowed = [str(one) for one in error.validator_value if one is not None]
        listed = ", ".join(allowed) if len(allowed) <= _MOST_LISTED else "one of the taxonomy's words (bot/taxonomy.yml)"
        if error.instance is None:
            return f"{name} is not filled in", f"write {listed}"
        said = written or str(error.instance)
        if len(said.split()) > 1 and set(said.split()) <= set(allowed):
            return f"{said!r} is several words", "write a comma between them"
        cure = need_meant(said) if set(allowed) == set(NEEDS) else did_you_mean(said, allowed, f"write {listed}")
        return f"{said!r} is not a known word", cure
    if error.validator == "type":
        return _wrong_kind(error, name, written, hint)
    if error.validator == "format" and _DAY.fullmatch(str(error.instance)):
        return f"{name} stands in quotes", f"take the quotes off: {error.instance}"
    if error.validator == "format":
        return f"{name} {_short(error.instance)} is not a day", "write it like 2026-11-24"
    if error.validator == "pattern":
        return f"{name} {_short(error.instance)} has the wrong shape", described or f"it must match {error.validator_value}"
    if error.validator in ("minimum", "maximum", "exclusiveMinimum"):
        return f"{name} {error.instance} is outside what can be", f"check the number{hint}"
    if error.validator in ("minItems", "minLength"):
        null = ", or write null where nobody knows" if "null" in error.schema.get("type", ()) else ""
        return f"{name} is empty", f"fill it in{null}{hint}"
    if error.validator == "uniqueItems":
        return f"{name} has the same word twice", "keep one"
    return f"{name}: {error.message}", f"see the schema{hint}"


def _wrong_kind(error: ValidationError, name: str, written: str | None, hint: str) -> tuple[str, str]:
    value, wanted = error.instance, error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if error.schema.get("format") == "date":
        return f"{name} is not filled in" if value is None else f"{name} {written or _short(value)} is not a day", "write it like 2026-11-24"
    if value is None:
        return f"{name} is not filled in", f"write {_kinds(kinds)}{hint}"
    if isinstance(value, _Day):
        return f"{name} is a day without quotes", f'write "{value}"'
    if "string" in kinds and isinstance(value, bool):
        return f"{name} is {written} without quotes, which means {str(value).lower()} and is no text", "write a few words, in quotes"
    if "string" in kinds and isinstance(value, (int, float)):
        if name == "phone":
            return f"the phone number was read as the number {value}", f'put it in quotes: phone: "{written}"'
        described = str(error.schema.get("description") or "")
        return f"{name} {written} is read as a number", described if described.startswith("Write") else f'put it in quotes: "{written}"'
    if "string" in kinds and isinstance(value, dict) and len(value) == 1:
        return f"{name} has a colon in it and stands without quotes", "put the whole text in quotes"
    if "object" in kinds and isinstance(value, str):
        keys = error.schema.get("required") or list(error.schema.get("properties", {}))[:3]
        return f"{name} is a text ({_short(value)})", f"write keys and values: {', '.join(f'{key}: ...' for key in keys)}"
    return f"{name} is of the wrong kind ({_short(value)})", f"write {_kinds(kinds)}{hint}"


def _name(at: EntryPath) -> str:
    """What an editor calls a place of the file: the key, or the item, counted from 1."""
    if not at:
        return "the entry"
    last = at[-1]
    return f"item {last + 1} of {at[-2]}" if isinstance(last, int) and len(at) > 1 else f"entry {last + 1}" if isinstance(last, int) else last


def _plain(node: Any) -> Any:
    """Values as the schema has them: days are text."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, datetime):
        return node.isoformat()
    if isinstance(node, date):
        return _Day(node.isoformat())
    return node


def _kinds(wanted: list[str]) -> str:
    words = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "null", "object": "keys and values", "array": "a list"}
    return " or ".join(words[kind] for kind in wanted)


def _short(value: Any) -> str:
    text = repr(str(value) if isinstance(value, str) else value)
    return text if len(text) <= 40 else f"{text[:37]}..."
