"""A SQL tracker store that forgets: on request at once, and by itself after some hours.

Rasa 3.6 has no way to delete a conversation (RasaHQ/rasa#10719). A family may ask for it, and what
they said about a child's health must not lie about for longer than the conversation needs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.ops.environment import transcript_hours


class ForgettingTrackerStore(SQLTrackerStore):
    """Keeps a conversation for ``SIGNPOST_TRANSCRIPT_HOURS`` after its last word (default 24)."""

    def __init__(self, domain: Any = None, db: str = "var/conversations.db", **kwargs: Any) -> None:
        if kwargs.get("dialect", "sqlite") == "sqlite":  # of another database endpoints.yml says the name
            db = os.environ.get("SIGNPOST_TRACKER_DB") or db
            Path(db).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain=domain, db=db, **kwargs)
        if self.engine.dialect.name == "sqlite":
            # Deleted words must not stay readable in the file's free pages.
            sa.event.listen(self.engine, "connect", _overwrite_deleted)
            self.engine.dispose()
        # A fault of the database is logged with what was to be written: a family's words.
        self.engine.hide_parameters = True
        self._keep_seconds = transcript_hours(os.environ) * 3600

    def forget(self, sender_id: str) -> int:
        """Delete one conversation at once; returns how many events are gone."""
        with self.session_scope() as session:
            gone = session.query(self.SQLEvent).filter(self.SQLEvent.sender_id == sender_id).delete()
            session.commit()
        return int(gone)

    def sweep(self, now: float) -> int:
        """Delete every conversation whose last event is older than the limit (``now`` in epoch seconds)."""
        last = sa.func.max(self.SQLEvent.timestamp)
        with self.session_scope() as session:
            old = (
                session.query(self.SQLEvent.sender_id)
                .group_by(self.SQLEvent.sender_id)
                .having(last < now - self._keep_seconds)
            )
            gone = (
                session.query(self.SQLEvent)
                .filter(self.SQLEvent.sender_id.in_(old.subquery().select()))
                .delete(synchronize_session=False)
            )
            session.commit()
        return int(gone)


def _overwrite_deleted(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA secure_delete = ON")
