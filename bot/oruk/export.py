"""A feed as a folder of files that any web server can hand out, written whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.oruk.feed import SCHEMAS, Feed, description, page

_LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
_OURS = re.compile(rf"index\.json|openapi\.json|NOTICE\.md|(?:{'|'.join(_LISTS)})(?:\.json|/[0-9a-f-]{{36}}\.json)?")


class CannotExport(ValueError):
    """The folder cannot be used; the message says why and what to do."""


def files_of(feed: Feed, url: str | None = None) -> dict[str, bytes]:
    """The content of each file by its path. ``url`` is where the folder will stand."""
    files = {"index.json": _as_json(description(f"{url}/openapi.json") if url else description())}
    for name in ("openapi.json", "NOTICE.md"):
        files[name] = (SCHEMAS / name).read_bytes()
    for name, items in feed.lists.items():
        files[f"{name}.json"] = _as_json(page([item.row for item in items]))
        files.update({f"{name}/{item.nested['id']}.json": _as_json(item.nested) for item in items})
    return files


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files into ``folder``: a new or empty one, or one that holds an earlier export and nothing else.

    Raises:
        CannotExport: the folder holds something else.
        OSError: it cannot be written; then what was there before stands as it was.
    """
    folder = folder.resolve()
    refuse_others_files(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        fresh, old = Path(beside, "fresh"), Path(beside, "old")
        for name, content in files.items():
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        if folder.exists():
            shutil.copymode(folder, fresh)
            refuse_others_files(folder)  # somebody may have put something there meanwhile
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


def refuse_others_files(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier export.

    Raises:
        CannotExport: with the first file that is not ours.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CannotExport(f"{folder} is a file: name a folder")
    found = sorted(_inside(folder))
    if not found:
        return
    strange = next((name for name in found if not _OURS.fullmatch(name)), None)
    if strange is not None:
        raise CannotExport(f"{folder} holds {strange}, which is not of an earlier export: name a new or empty folder")
    try:
        index = json.loads((folder / "index.json").read_bytes())
    except (OSError, ValueError):
        index = None
    if not isinstance(index, dict) or index.get("generator") != "signpost":
        raise CannotExport(f"{folder} is not empty and holds no earlier export (index.json): name a new or empty folder")


def _inside(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        # A link is nobody's export: it is named as it stands, and so refused.
        yield path.relative_to(folder).as_posix() + ("@" if path.is_symlink() else "")


def _as_json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
