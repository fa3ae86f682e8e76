"""What a visitor cannot see is taken out."""

from __future__ import annotations

import pytest

from bot.web.clean import clean


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("  hi \r\n there\t", "hi \n there"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("2½ years", "2½ years"),
        ("cafe\u0301", "café"),
        ("\U000e0069\U000e0067nore", "nore"),
        ("👩\u200d👧 ❤\ufe0f", "👩👧 ❤"),
        ("\ud83d", ""),
    ],
)
def test_cleaning(raw: str, seen: str) -> None:
    assert clean(raw) == seen
