"""Counts for Prometheus: how many, how fast, how they ended. No words, no addresses, no sessions."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Metrics:
    """One registry a front door, so that two in one process (tests) do not share counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._messages = Counter(
            "signpost_messages",
            "Messages by how they ended and safety level",
            ["outcome", "safety"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "signpost_reply_seconds", "From a message to its reply", buckets=_SECONDS, registry=self.registry
        )
        self._requests = Counter(
            "signpost_requests", "Requests by route and status", ["route", "status"], registry=self.registry
        )
        self._faults = Counter(
            "signpost_assistant_faults", "Why the assistant gave no answer", ["fault"], registry=self.registry
        )

    def message(self, outcome: str, safety: str, seconds: float) -> None:
        """A message was answered or refused."""
        self._messages.labels(outcome, safety).inc()
        self._seconds.observe(seconds)

    def request(self, route: str, status: int) -> None:
        """A request ended; ``route`` is the pattern, never the address that was asked for."""
        self._requests.labels(route, str(status)).inc()

    def brain_fault(self, fault: str) -> None:
        """The assistant failed; ``fault`` is the kind."""
        self._faults.labels(fault).inc()

    def text(self) -> bytes:
        """The page for Prometheus."""
        return generate_latest(self.registry)
