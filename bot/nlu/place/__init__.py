"""Where a family lives: a place name, a dale, or a postcode, found in what they write."""

from __future__ import annotations

import functools

from bot.nlu.place.gazetteer import Gazetteer
from bot.nlu.place.mention import PlaceMention
from bot.ops.paths import GAZETTEER

__all__ = ["Gazetteer", "PlaceMention", "gazetteer"]


@functools.cache
def gazetteer() -> Gazetteer:
    """The project's gazetteer (data/gazetteer), read at first use."""
    return Gazetteer.load(GAZETTEER)
