"""``signpost preview``: which answers an edit changes, before it goes live."""

from __future__ import annotations

import argparse
import contextlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.cli.errors import UsageError
from bot.directory.load import DirectoryError, load_directory
from bot.directory.service import Directory
from bot.directory.vocabulary import need_words
from bot.ops.paths import DATA, ROOT, SCENARIOS
from bot.ops.stores import services_folder
from bot.scenarios.preview import Asked, Change, changed_answers, changed_entries
from bot.scenarios.run import complaints
from bot.scenarios.said import NotUnderstood, enquiry
from bot.scenarios.scenario import Scenario, read_scenarios

_SAMPLE = DATA / "enquiries_sample.yml"


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("preview")
    parser.add_argument(
        "--against", required=True, metavar="REF|DIR", help="what to compare with: a git commit, branch or tag, or a folder"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every changed answer; exit code 1 when there is one, or the edit is broken.

    Raises:
        UsageError: what to compare with cannot be read.
    """
    if not options.against.strip():
        raise UsageError("--against is empty: name a git commit, branch or tag, or a folder")
    today = date.today()
    try:
        after = load_directory(services_folder())
    except DirectoryError as problem:
        print(f"{problem}\nThe edit would not go live: signpost check says what to write instead.")
        return 1
    with _folder(options.against) as folder:
        before = _compared(folder, options.against)
    scenarios, _ = read_scenarios(SCENARIOS, after, today)
    asked = [Asked(f"{one.where}: {one.case}", one.enquiry) for one in scenarios]
    asked += _sample(today)
    for line in changed_entries(before, after):
        print(line)
    changes = changed_answers(before, after, asked, today)
    by_name = dict(zip([one.name for one in asked], scenarios))
    for change in changes:
        print("\n".join(_told(change, by_name.get(change.name), before, after, today)))
    print(f"{len(changes)} of {len(asked)} answers change.")
    return 1 if changes else 0


def _told(change: Change, scenario: Scenario | None, before: Directory, after: Directory, today: date) -> Iterator[str]:
    yield f"\n{change.name}"
    if change.before == change.after:
        yield f"  before and after: {_numbered(change.after)}"
    else:
        yield f"  before: {_numbered(change.before)}"
        yield f"  after:  {_numbered(change.after)}"
    for line in change.why:
        yield f"  why: {line}"
    if scenario:
        failing = complaints(scenario, after, today)
        if failing and not complaints(scenario, before, today):
            yield from (f"  This scenario now fails: {line}" for line in failing)


def _numbered(names: tuple[str, ...]) -> str:
    return "  ".join(f"{at}. {name}" for at, name in enumerate(names, start=1)) or "nothing"


def _compared(folder: Path, against: str) -> Directory:
    try:
        directory = load_directory(folder)
    except DirectoryError as problem:
        raise UsageError(f"--against {against} cannot be read: {problem}") from None
    if not directory.services:
        raise UsageError(f"there are no services in {against}")
    return directory


def _sample(today: date) -> list[Asked]:
    rows = yaml.safe_load(_SAMPLE.read_text(encoding="utf-8"))["enquiries"]
    asked = []
    for at, row in enumerate(rows, start=1):
        try:
            one = enquiry(row["needs"], row.get("ages", ()), row.get("place"), today)
        except NotUnderstood as problem:
            raise UsageError(f"{_SAMPLE}, enquiry {at}: {problem}") from None
        said = ", ".join([need_words(one.needs), *row.get("ages", ()), *([row["place"]] if "place" in row else [])])
        asked.append(Asked(f"sample {at}: {said}", one))
    return asked


@contextlib.contextmanager
def _folder(against: str) -> Iterator[Path]:
    """The services of a folder, of a checkout, or of a git commit (unpacked for the while).

    Raises:
        UsageError: it is neither.
    """
    given = Path(against)
    if given.is_dir():
        yield given / "services" if (given / "services").is_dir() else given
        return
    with tempfile.TemporaryDirectory() as folder:
        _unpack(_archive(against), Path(folder))
        yield Path(folder) / "services"


def _archive(ref: str) -> bytes:
    try:
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
        return _git("archive", "--format=tar", commit, "services")
    except (subprocess.CalledProcessError, FileNotFoundError):
        raise UsageError(f"{ref!r} is neither a folder nor a git commit with a services folder") from None


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True).stdout


def _unpack(archive: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            if content:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
