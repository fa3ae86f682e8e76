"""Makes the directory's records from plain values, and refuses every value of the wrong kind.

What gets past here cannot break a match: a text where a number belongs is found when the file is read, not
when a family asks.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

Record = TypeVar("Record")


@dataclasses.dataclass(frozen=True)
class _Allowed:
    """What a field takes: values of these types, or (``words``) one of these words."""

    types: frozenset[type]
    words: frozenset[Any]

    def takes(self, value: Any) -> bool:
        return value in self.words if self.words and value is not None else type(value) in self.types


def build(record: type[Record], raw: Any) -> Record:
    """A record from a mapping.

    Raises:
        TypeError: it is no mapping, or has an unknown key, lacks one, or a value is of the wrong kind.
    """
    if not isinstance(raw, Mapping):
        raise TypeError(f"{record.__name__.lower()} must have keys and values")
    allowed = _fields(typing.cast(Hashable, record))
    for key, value in raw.items():
        field = allowed.get(key)
        if field is None:
            raise TypeError(f"unknown key {key!r}")
        if not field.takes(value):
            hint = ": put it in quotes" if str in field.types and isinstance(value, (int, float, date)) else ""
            raise TypeError(f"{key} cannot be {value!r}{hint}")
    return record(**raw)


def build_all(record: type[Record], raw: Any) -> tuple[Record, ...]:
    """A record from each item of a list; null is an empty list.

    Raises:
        TypeError: as ``build``, or it is not a list.
    """
    return tuple(build(record, item) for item in _list(raw))


def texts(raw: Any) -> tuple[str, ...]:
    """A list of texts; null is an empty list.

    Raises:
        TypeError: it is not a list, or one item is no text.
    """
    found = tuple(_list(raw))
    if not all(isinstance(item, str) for item in found):
        raise TypeError(f"{list(found)!r} must be a list of texts")
    return found


def _list(raw: Any) -> Sequence[Any]:
    if raw is None:
        return ()
    if not isinstance(raw, (list, tuple)):
        raise TypeError(f"{raw!r} must be a list")
    return raw


@functools.cache
def _fields(record: Hashable) -> Mapping[str, _Allowed]:
    hints = typing.get_type_hints(record)
    return {name: _allowed(hint) for name, hint in hints.items()}


def _allowed(hint: Any) -> _Allowed:
    kinds: set[type] = set()
    words: set[Any] = set()
    for part in typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,):
        if typing.get_origin(part) is typing.Literal:
            words |= set(typing.get_args(part))
        else:
            kinds.add(typing.get_origin(part) or part)
    if float in kinds:
        kinds.add(int)
    return _Allowed(frozenset(kinds), frozenset(words))
