"""A file beside a JSON Schema, in an editor's words: where, what is wrong, what to write instead."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from bot.directory.mistakes import did_you_mean
from bot.directory.positions import Finding, line_of


@functools.cache
def read_schema(file: Path) -> dict[str, Any]:
    """A JSON Schema, read once: copy it before changing it."""
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def misshapen(file: Path, root: Any, schema: dict[str, Any]) -> Iterator[Finding]:
    """What ``schema`` refuses in ``root``, a file as ``positions.read`` gives it."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    found: dict[Finding, None] = {}  # jsonschema tells each missing key by an error that names them all
    for error in validator.iter_errors(_plain(root)):
        path = list(error.absolute_path)
        found |= {Finding(file, line_of(root, [*path, *key]), what, instead): None for key, what, instead in _told(error)}
    yield from found


def _told(error: ValidationError) -> Iterator[tuple[list[str], str, str]]:
    """Each mistake of an error: the key that it is about, where that is none of the error's own path, what and instead."""
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        for key in error.instance:
            if key not in known:
                yield [key], f"unknown key {key!r}", did_you_mean(str(key), known, "take it out")
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield [], f"{key!r} is missing", f"add {key}: ..."
    else:
        yield [], *_explain(error)


def _explain(error: ValidationError) -> tuple[str, str]:  # noqa: C901  (one line a kind of mistake)
    name = str(error.absolute_path[-1]) if error.absolute_path else "the entry"
    described = error.schema.get("description")
    hint = f" ({described})" if described else ""
    if error.validator == "anyOf" and all("required" in one for one in error.validator_value):
        keys = [key for one in error.validator_value for key in one["required"]]
        meant = error.schema["properties"][keys[0]].get("description", "")
        return f"none of {', '.join(keys)} is there", f"add at least one, such as {keys[0]}: [...] ({meant})"
    if error.validator in ("oneOf", "anyOf"):
        return f"{_short(error.instance)} cannot stand here", "write a word, or a list of several"
    if error.validator == "enum":
        allowed = [str(one) for one in error.validator_value if one is not None]
        listed = ", ".join(allowed) if len(allowed) <= 8 else "one of the taxonomy's words"
        if error.instance is None:
            return f"{name} is not filled in", f"write {listed}"
        return f"{error.instance!r} is not a known word", did_you_mean(str(error.instance), allowed, f"write {listed}", 50)
    if name == "phone" and error.validator == "type":
        return f"the phone number was read as the number {error.instance}", 'put it in quotes: phone: "0300 123 4567"'
    if error.validator == "type" and error.instance is None:
        return f"{name} is not filled in", f"write {_kinds(error.validator_value)}{hint}"
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
