"""``python -m bot.web``: serve until told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys

from bot.ops.environment import SettingsError
from bot.web.real import real_app
from bot.web.serving import serve
from bot.web.settings import Settings


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
    asyncio.run(_serve(settings))
    return 0


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(await real_app(settings), settings.host, settings.port, stop)


if __name__ == "__main__":
    raise SystemExit(main())
