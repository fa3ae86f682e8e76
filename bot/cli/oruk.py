"""``signpost oruk``: the directory as an Open Referral UK feed, and other feeds as drafts for it."""

from __future__ import annotations

import argparse
import asyncio
import signal
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.cli.errors import UsageError
from bot.directory.load import DirectoryError, load_directory
from bot.directory.service import Directory
from bot.ops.stores import directory, known_ids, services_folder
from bot.oruk import drafts, export, source
from bot.oruk.feed import Feed, feed_of
from bot.oruk.fetch import Unreadable
from bot.oruk.serve import LiveFeed, OpenConnection, create_app
from bot.oruk.untrusted import Notes, email_address, printable, web_address
from bot.web.serving import serve


def add_to(commands: Any) -> None:
    """Add the sub-command and its own."""
    parser = commands.add_parser("oruk")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    exporting = actions.add_parser("export", help="write the directory as a folder of HSDS-UK 3.0 files")
    exporting.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder, or one of an earlier export")
    _add_publishing(exporting)
    exporting.set_defaults(run=run_export)

    importing = actions.add_parser("import", help="read a feed, and write a draft for the directory from each service")
    importing.add_argument("source", metavar="SRC", help="a feed's address, a folder that export wrote, or a JSON file")
    importing.add_argument("--to", type=Path, required=True, metavar="DIR", help="where the drafts go: not the directory itself")
    importing.set_defaults(run=run_import)

    serving = actions.add_parser("serve", help="answer the standard's API, read-only")
    serving.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (default: this machine only)")
    serving.add_argument("--port", type=int, default=8090, metavar="N", help="the port (default: 8090)")
    _add_publishing(serving)
    serving.set_defaults(run=run_serve)


def _add_publishing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--url", metavar="URL", help="where the feed will stand, for the link to its openapi.json")
    parser.add_argument("--assurer-email", metavar="EMAIL", help="the role mailbox of who checks the directory")


def run_export(options: argparse.Namespace) -> int:
    """Write the feed; exit code 1 when a record breaks the standard's schema or the directory is broken: then nothing is written.

    Raises:
        UsageError: the folder cannot be used, or an option makes no sense.
    """
    url, email = _checked(options)
    services = _directory()
    if services is None:
        return 1
    feed = feed_of(services, date.today(), email)
    if feed.invalid:
        print("\n".join(feed.invalid))
        print(f"{len(feed.invalid)} fields break the standard's schema: nothing is written.")
        return 1
    try:
        export.write(options.folder, export.files_of(feed, url))
    except export.CannotExport as problem:
        raise UsageError(str(problem)) from None
    except OSError as problem:
        raise UsageError(f"{options.folder} cannot be written: {problem.strerror}") from None
    print(f"{len(feed.services)} services are written to {options.folder}.")
    _say_left_out(feed)
    return 0


def run_import(options: argparse.Namespace) -> int:
    """Write the drafts and print what is left to do for each; exit code 1 when a record or a file was passed over, or the feed is broken.

    Raises:
        UsageError: the source or the folder makes no sense.
    """
    folder = options.to
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder")
    if folder.resolve().is_relative_to(services_folder().resolve()):
        raise UsageError(f"{folder} is in the directory that families are answered from: name another folder, and move finished drafts there")
    try:
        found = source.read(options.source)
    except source.NoSource as problem:
        raise UsageError(str(problem)) from None
    except Unreadable as problem:
        print(f"{printable(str(problem))}\nNothing is written.")
        return 1
    made = drafts.drafts_of(found, date.today(), known_ids())
    try:
        kept = drafts.write(folder, drafts.files_of(made.drafts)) if made.drafts else []
    except OSError as problem:
        raise UsageError(f"{folder} cannot be written: {problem.strerror}") from None
    for draft in made.drafts:
        for what, instead in draft.notes:
            print(printable(f"{folder / draft.entry['id']}.yml: {what}: {instead}"))
    for name in kept:
        print(f"{folder / name}: it is there with another content, and was left as it is: move it away to have the new draft")
    for reason in made.refused:
        print(reason)
    print(f"Records read: {len(found)}; drafts of them in {folder}: {len(made.drafts) - len(kept)}. Families see none of them.")
    return 1 if kept or made.refused or not made.drafts else 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve until told to stop; exit code 1 when the directory is broken at the start or a record is invalid.

    Raises:
        UsageError: the port cannot be had, or an option makes no sense.
    """
    url, email = _checked(options)
    if not 0 < options.port < 65536:
        raise UsageError(f"the port {options.port} cannot be: write one from 1024 to 65535")
    try:
        live = LiveFeed(directory, assurer_email=email)
        feed = live.current()
    except DirectoryError as problem:
        print(f"{problem}\nNothing is published: signpost check says what to write instead.")
        return 1
    print("\n".join(feed.invalid) if feed.invalid else f"{len(feed.services)} services on http://{options.host}:{options.port}/ (Ctrl-C stops)", flush=True)
    if feed.invalid:
        return 1
    try:
        asyncio.run(_serve(create_app(live, url), options.host, options.port))
    except OSError as problem:
        raise UsageError(f"{options.host}:{options.port} cannot be listened on: {problem.strerror or problem}") from None
    return 0


async def _serve(app: web.Application, host: str, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(app, host, port, stop, connection=OpenConnection)


def _directory() -> Directory | None:
    try:
        return load_directory(services_folder())
    except DirectoryError as problem:
        print(f"{problem}\nNothing is published: signpost check says what to write instead.")
        return None


def _say_left_out(feed: Feed) -> None:
    print(f"{len(feed.left_out)} are left out, as families do not see them or nobody verified them:" if feed.left_out else "None is left out.")
    for service, why in feed.left_out:
        print(f"  {service.id}: {why}")


def _checked(options: argparse.Namespace) -> tuple[str | None, str | None]:
    """The options of a publisher.

    Raises:
        UsageError: one makes no sense.
    """
    notes = Notes()
    url = web_address(options.url, "--url", notes)
    email = email_address(options.assurer_email, "--assurer-email", notes)
    if notes.found:
        raise UsageError(notes.found[0][0])
    return url.rstrip("/") if url else None, email
