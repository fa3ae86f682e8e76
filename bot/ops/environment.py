"""What several of the servers read from the environment, read in one way. A variable that is empty is not set."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from bot.ops.paths import VAR

_LAST_PORT = 65_535


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the variable and says what to write."""


def whole_number(env: Mapping[str, str], name: str, default: int, most: int | None = None) -> int:
    """A number above 0, and not above ``most``.

    Raises:
        SettingsError: it is none.
    """
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) < 1 or (most is not None and int(text) > most):
        range_of_it = f"from 1 to {most}" if most is not None else "above 0"
        raise SettingsError(f"{name}={text}: write a whole number {range_of_it}, for example {default}")
    return int(text)


def port_number(env: Mapping[str, str], name: str, default: int) -> int:
    """A port to listen on.

    Raises:
        SettingsError: it is none.
    """
    return whole_number(env, name, default, _LAST_PORT)


def var_folder(env: Mapping[str, str]) -> Path:
    """The folder of the logs, the conversations, the counts and the secret."""
    return Path(env.get("SIGNPOST_VAR") or VAR)


def transcript_hours(env: Mapping[str, str]) -> float:
    """How long the assistant keeps a conversation after its last word, which the privacy page says too.

    Raises:
        SettingsError: with it nothing would be kept, or everything for ever.
    """
    text = env.get("SIGNPOST_TRANSCRIPT_HOURS") or "24"
    try:
        hours = float(text)
    except ValueError:
        hours = math.nan
    if not math.isfinite(hours) or hours <= 0:
        raise SettingsError(f"SIGNPOST_TRANSCRIPT_HOURS={text}: write hours above 0, for example 24")
    return hours
