"""What the page shows again after a reload: the last exchanges of a session, redacted, in memory only.

It is bounded in every direction and lives no longer than the session. Exchanges are packed, because
cards are long and alike.
"""

from __future__ import annotations

import json
import time
import zlib
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.web.chat import Answer

_MOST_SESSIONS = 2_000
_MOST_EXCHANGES = 20
_MOST_KEPT = 30


@dataclass(frozen=True)
class Exchange:
    """``key`` names one sending of one form, so that a form sent twice is answered once.

    ``notice`` is what the page itself says before the answer, or None.
    """

    key: str
    answer: Answer
    notice: str | None = None


@dataclass
class _Record:
    exchanges: deque[bytes] = field(default_factory=lambda: deque(maxlen=_MOST_EXCHANGES))
    kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    seen: float = 0.0


class Transcripts:
    """The transcripts of all sessions."""

    def __init__(self, idle_seconds: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle = idle_seconds
        self._clock = clock
        self._records: OrderedDict[str, _Record] = OrderedDict()

    def add(self, session_id: str, exchange: Exchange) -> None:
        """Keep one more exchange."""
        self._open(session_id).exchanges.append(_pack(asdict(exchange)))

    def exchanges(self, session_id: str) -> list[Exchange]:
        """The exchanges, oldest first."""
        record = self._find(session_id)
        return [_exchange(_unpack(packed)) for packed in record.exchanges] if record else []

    def find(self, session_id: str, key: str) -> Exchange | None:
        """The exchange of a sending that was answered before."""
        return next((exchange for exchange in self.exchanges(session_id) if exchange.key == key), None)

    def keep(self, session_id: str, service_id: str, wanted: bool) -> None:
        """Put a service that this session was shown on its list, or take it off."""
        record = self._find(session_id)
        if record is None:
            return
        record.kept.pop(service_id, None)
        card = next((card for card in self._shown(session_id) if card["id"] == service_id), None)
        if wanted and card is not None and len(record.kept) < _MOST_KEPT:
            record.kept[service_id] = _pack(card)

    def kept(self, session_id: str) -> list[dict[str, Any]]:
        """The services on the list, in the order they were put there."""
        record = self._find(session_id)
        return [_unpack(packed) for packed in record.kept.values()] if record else []

    def drop(self, session_id: str) -> None:
        """Forget a session."""
        self._records.pop(session_id, None)

    def _shown(self, session_id: str) -> list[dict[str, Any]]:
        newest_first = reversed(self.exchanges(session_id))
        return [
            card
            for exchange in newest_first
            for reply in exchange.answer.replies
            for card in reply["services"]
        ]

    def _open(self, session_id: str) -> _Record:
        record = self._find(session_id) or self._records.setdefault(session_id, _Record())
        record.seen = self._clock()
        self._records.move_to_end(session_id)
        if len(self._records) > _MOST_SESSIONS:
            self._records.popitem(last=False)
        return record

    def drop_old(self) -> None:
        """Forget the sessions that have expired."""
        # The longest unseen stand first, so the expired ones are all at the front.
        while self._records:
            oldest = next(iter(self._records))
            if self._clock() - self._records[oldest].seen <= self._idle:
                return
            del self._records[oldest]

    def _find(self, session_id: str) -> _Record | None:
        self.drop_old()
        return self._records.get(session_id)


def _exchange(fields: dict[str, Any]) -> Exchange:
    answer = fields["answer"]
    return Exchange(fields["key"], Answer(**answer | {"replies": tuple(answer["replies"])}), fields["notice"])


def _pack(value: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode())


def _unpack(packed: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(zlib.decompress(packed))
    return value
