"""``python -m bot.web``: serve until told to stop."""

from __future__ import annotations

import logging
import os
import sys

from aiohttp import web

from bot.web.real import real_app
from bot.web.settings import Settings, SettingsError


def main() -> int:
    """Serve. Exit code 2 where a setting cannot be used."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    # aiohttp logs the bytes of a request that it cannot read: a visitor's words could be among them.
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
    try:
        settings = Settings.from_env(os.environ)
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    web.run_app(
        real_app(settings),
        host=settings.host,
        port=settings.port,
        access_log=None,
        print=None,
        shutdown_timeout=3,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
