"""The ages at which a need can arise (data/needs/ages.yml)."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import yaml

from bot.enquiry import AgeRange, overlap
from bot.ops.paths import DATA

FILE = DATA / "needs" / "ages.yml"


def can_arise(need: str, age: AgeRange) -> bool:
    """Whether somebody of this age, in months, can have the need; before birth counts below 0."""
    return overlap(age, _need_ages().get(need, (-9, 300)))


@functools.cache
def _need_ages() -> Mapping[str, tuple[int, int]]:
    return {need: (lo, hi) for need, (lo, hi) in yaml.safe_load(FILE.read_text(encoding="utf-8")).items()}
