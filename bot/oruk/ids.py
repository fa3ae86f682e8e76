"""The UUIDs of what we publish: made from typed names, so that they survive every rebuild."""

from __future__ import annotations

import uuid

# Never changed: every id in every feed that anybody took from us hangs on it.
_NAMESPACE = uuid.UUID("6f9a4a52-0d1b-5c5e-9a57-3b8f2c1d7e40")


def uuid_for(kind: str, name: str) -> str:
    """The UUID (version 5) of a thing: ``uuid_for("service", "portage-durham")``."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind}:{name}"))


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID as the standard writes it, with hyphens."""
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False
