"""What the command line says when it was called wrongly."""

from __future__ import annotations


class UsageError(Exception):
    """The call cannot be carried out as written; the message says what to write instead."""
