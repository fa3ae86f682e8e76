"""Conversations go when asked and when old, also those that a failing database left in memory."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.ops.environment import SettingsError
from bot.rasa.channel import _in_memory, _sweep_for_ever
from bot.rasa.tracker_store import ForgettingTrackerStore

WORDS = "my husband hits me and my son is autistic"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ForgettingTrackerStore:
    monkeypatch.setenv("SIGNPOST_TRACKER_DB", str(tmp_path / "conversations.db"))
    return ForgettingTrackerStore(Domain.empty())


def said(when: float) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("someone", [UserUttered(WORDS, timestamp=when)])


async def one_round(agent: Any) -> None:
    """One round of the sweeping, which otherwise has no end."""
    task = asyncio.ensure_future(_sweep_for_ever(SimpleNamespace(ctx=SimpleNamespace(agent=agent))))  # type: ignore[arg-type]
    await asyncio.sleep(0.05)
    task.cancel()


async def test_old_conversations_go_though_nobody_writes(store: ForgettingTrackerStore) -> None:
    await store.save(said(time.time() - 48 * 3600))
    assert await store.retrieve("someone") is not None
    await one_round(SimpleNamespace(tracker_store=FailSafeTrackerStore(store), is_ready=lambda: True))
    assert await store.retrieve("someone") is None


async def test_a_failing_database_logs_no_words_and_leaves_none_in_memory(
    store: ForgettingTrackerStore, caplog: pytest.LogCaptureFixture
) -> None:
    safe = FailSafeTrackerStore(store)
    with store.engine.begin() as connection:
        connection.execute("ALTER TABLE events RENAME TO gone")
    with caplog.at_level(logging.DEBUG):
        await safe.save(said(time.time()))
    assert "events" in caplog.text
    assert WORDS not in caplog.text
    agent: Any = SimpleNamespace(tracker_store=safe, is_ready=lambda: True)
    assert "someone" in _in_memory(agent)
    await one_round(agent)
    assert "someone" in _in_memory(agent)  # the only copy, while the database is away
    with store.engine.begin() as connection:
        connection.execute("ALTER TABLE gone RENAME TO events")
    await one_round(agent)
    assert _in_memory(agent) == {}


def test_hours_that_would_keep_nothing_or_everything_stop_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_TRACKER_DB", str(tmp_path / "conversations.db"))
    monkeypatch.setenv("SIGNPOST_TRANSCRIPT_HOURS", "nan")
    with pytest.raises(SettingsError, match="SIGNPOST_TRANSCRIPT_HOURS=nan: write hours"):
        ForgettingTrackerStore(Domain.empty())


def test_another_database_keeps_the_name_that_endpoints_yml_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, Any] = {}

    def connect(store: Any, domain: Any = None, **settings: Any) -> None:
        told.update(settings)
        store.engine = SimpleNamespace(dialect=SimpleNamespace(name="postgresql"))

    monkeypatch.setenv("SIGNPOST_TRACKER_DB", "var/conversations.db")
    monkeypatch.setattr(SQLTrackerStore, "__init__", connect)
    ForgettingTrackerStore(None, db="signpost", dialect="postgresql")
    assert told["db"] == "signpost"
