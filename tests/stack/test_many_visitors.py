"""A short version of `make soak`: several visitors at once, each with a conversation of their own."""

from __future__ import annotations

import asyncio

import pytest

from benchmarks.load.soak import logs_with_words, soak
from tests.stack.conftest import Stack

pytestmark = [pytest.mark.stack, pytest.mark.model]


def test_many_visitors_at_once_lose_and_cross_nothing(stack: Stack) -> None:
    seen = asyncio.run(soak(stack.address, stack.var, visitors=12, minutes=0.4, kill=False))
    assert seen.times
    assert seen.crossed == []
    assert seen.outcomes["gave up"] == 0
    assert set(seen.outcomes) <= {"200", "gave up"}
    assert seen.urgent_answered == seen.urgent


def test_no_log_holds_a_visitor_s_words(stack: Stack) -> None:
    assert logs_with_words(stack.var) == []
