"""Drafts as files, one a service, written all or none, and never over what somebody has written."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.oruk.draft import Draft, NotImported, draft_of
from bot.oruk.fetch import Found, key_of
from bot.oruk.untrusted import printable

_WORD = re.compile(r"[a-z][a-z0-9_-]*")
_HEAD = """\
# A draft from an Open Referral UK feed. Families do not see it, and the chat takes no folder that holds it. Do what is listed
# here, run `signpost check` on this file until it prints nothing, take these lines out, then move it into services/.
"""


@dataclass(frozen=True)
class Drafts:
    """The drafts of an import, each with an id of its own, and why other records are none."""

    drafts: tuple[Draft, ...]
    refused: tuple[str, ...]


def drafts_of(found: Sequence[Found], today: date, known_ids: Set[str] = frozenset()) -> Drafts:
    """The drafts of the records. ``known_ids`` are those of the directory: a draft of one is pointed out."""
    drafts: list[tuple[Draft, str]] = []
    refused = []
    for at, one in enumerate(found, start=1):
        try:
            if not isinstance(one.record, dict):
                raise NotImported("it is no service")
            drafts.append((draft_of(one.record, printable(one.address), today), key_of(one.record)))
        except NotImported as problem:
            refused.append(f"{printable(one.address)}, record {at}: not imported: {problem}")
    times = Counter(draft.entry["id"] for draft, _ in drafts)
    named = [_with_id(draft, record_id, times, known_ids) for draft, record_id in drafts]
    unique = {draft.entry["id"]: draft for draft in named}
    refused += [f"records that stand twice in the feed: {len(named) - len(unique)}; one of each was taken"] if len(unique) < len(named) else []
    return Drafts(tuple(sorted(unique.values(), key=lambda draft: str(draft.entry["id"]))), tuple(refused))


def files_of(drafts: Sequence[Draft]) -> dict[str, bytes]:
    """The content of each draft's file by its name."""
    return {f"{draft.entry['id']}.yml": _as_yaml(draft).encode() for draft in drafts}


def write(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write the files that are not there yet; the names of those that are there with another content, and were left alone.

    Raises:
        OSError: the folder cannot be written; then no file is.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        fresh = Path(beside, "fresh")
        fresh.mkdir()
        for name, content in files.items():  # all of them first: a full disk is noticed before anything is in place
            (fresh / name).write_bytes(content)
        if not folder.exists():
            fresh.rename(folder)
            return []
        differing = []
        for name, content in files.items():
            target = folder / name
            if not target.exists() and not target.is_symlink():
                (fresh / name).rename(target)
            elif not target.is_file() or target.read_bytes() != content:
                differing.append(name)
        return differing


def _with_id(draft: Draft, record_id: str, times: Mapping[str, int], known_ids: Set[str]) -> Draft:
    id, notes = draft.entry["id"], draft.notes
    if times[id] > 1:
        id = f"{id}-{hashlib.sha256(record_id.encode('utf-8', 'replace')).hexdigest()[:8]}"
    if id in known_ids:
        notes = (("the directory has an entry with this id", "compare the two, put what is newer into that one, and delete this file"), *notes)
    return replace(draft, entry={**draft.entry, "id": id}, notes=notes)


def _as_yaml(draft: Draft) -> str:
    todo = "".join(f"# - {printable(what)}: {instead}\n" for what, instead in draft.notes)
    return _HEAD + todo + yaml.dump(draft.entry, Dumper=_Quoting, sort_keys=False, allow_unicode=True, width=10**6)


class _Quoting(yaml.SafeDumper):
    """Texts in quotes, as content owners write them, so that no reader of YAML takes one for a number or a date."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, said: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", said, style=None if _WORD.fullmatch(said) else '"')


_Quoting.add_representer(str, _text)
