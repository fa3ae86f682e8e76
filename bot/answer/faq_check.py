"""The mistakes of the checked questions (``faq/*.yml``), each with its line and what to write instead: part of ``signpost check``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from bot.answer.words import need_texts
from bot.directory.check import used_twice
from bot.directory.likeness import SPELT_ALIKE, did_you_mean
from bot.directory.need_meant import need_meant
from bot.directory.positions import Finding, line_of, read
from bot.directory.shape import misshapen, read_schema

_SCHEMA = Path(__file__).with_name("faq_schema.json")


def faq_mistakes(folder: Path, ids: Set[str]) -> list[Finding]:
    """The findings over every file of the folder, in order of file and line. ``ids`` are the services that an answer may name."""
    findings: list[Finding] = []
    stand: list[tuple[Path, int, Any]] = []
    for file in sorted(folder.glob("*.yml")):
        entries, problems = read(file)
        findings += problems or misshapen(file, entries, read_schema(_SCHEMA))
        for at, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict):
                stand.append((file, line_of(entries, (at, "id")), entry.get("id")))
                findings += _unknown(file, entries, at, {"services": ids, "needs": need_texts().keys()})
    return sorted([*findings, *used_twice(stand)])


def _unknown(file: Path, entries: Any, at: int, known: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Services and needs that are named and are not there."""
    for key, ids in known.items():
        named = entries[at].get(key)
        for place, id in enumerate(named if isinstance(named, list) else []):
            if id not in ids:
                what = f"there is no {key.removesuffix('s')} {id!r}"
                cure = need_meant(str(id)) if key == "needs" else did_you_mean(str(id), sorted(ids), "take it out", SPELT_ALIKE)
                yield Finding(file, line_of(entries, (at, key, place)), what, cure)
