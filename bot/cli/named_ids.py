"""The services that the chat's own tables name: each must be in the directory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from typing import Any

from bot.directory.likeness import SPELT_ALIKE, did_you_mean
from bot.directory.mistakes import EntryPath
from bot.directory.positions import Finding, line_of, read
from bot.directory.vocabulary import KINDS
from bot.ops.paths import ROOT

Named = Iterator[tuple[EntryPath, str]]


def unknown_ids(ids: Set[str]) -> Iterator[Finding]:
    """Each id of the tables that is not one of ``ids``, with its line and what to write instead."""
    for name, named, besides in _TABLES:
        file, known = ROOT / "bot" / name, {*ids, *besides}
        root, problems = read(file)
        yield from problems
        for path, id in named(root or {}):
            if id not in known:
                yield Finding(file, line_of(root, path), f"there is no service {id!r}", did_you_mean(id, sorted(known), "take it out", SPELT_ALIKE))


def _in_lists(root: Mapping[str, Any]) -> Named:
    return (((group, "ids", at), id) for group, of in root.items() for at, id in enumerate(of["ids"]))


def _in_keys(root: Mapping[str, Any]) -> Named:
    return (((key,), id) for key in root for id in key.split())


# Where each table names services, and what else may stand there.
_TABLES: tuple[tuple[str, Callable[[Mapping[str, Any]], Named], Collection[str]], ...] = (
    ("directory/people.yml", _in_lists, ()),
    ("conversation/asked_for.yml", _in_keys, ()),
    ("conversation/shown/known_as.yml", _in_keys, KINDS),
)
