"""The time where the families live."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/London")


def local_now() -> datetime:
    """Now in County Durham, without a time zone: whatever the clock of the server is set to."""
    return datetime.now(HOME).replace(tzinfo=None)
