"""Signed, expiring sessions. The server alone makes them; it keeps no list of them.

A session is a random 128-bit id with a time, signed. The assistant never sees the id: it is given
another name made from it, so that neither leaks the other.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadSignature, TimestampSigner
from itsdangerous.encoding import base64_decode, base64_encode

from bot.web.settings import Settings

_SALT = "signpost-session-1"
_SECRET_BYTES = 32
_LONGEST_TOKEN = 200


@dataclass(frozen=True)
class Session:
    """``fresh`` is True where the visitor brought none that counts."""

    id: str
    fresh: bool


class Sessions:
    """Issue, read and refresh sessions."""

    def __init__(self, secret: str, idle_seconds: int) -> None:
        self._secret = secret.encode()
        self._signer = TimestampSigner(secret, salt=_SALT, digest_method=hashlib.sha256)
        self._idle = idle_seconds

    def open(self, token: str | None) -> Session:
        """The session of a token; a new one where the token is absent, made up or expired."""
        identity = self._read(token) if token else None
        return Session(identity, fresh=False) if identity else Session(secrets.token_hex(16), fresh=True)

    def token(self, session: Session) -> str:
        """The session signed with the time of now: each answer makes it last longer."""
        return self._signer.sign(session.id).decode()

    def sender(self, session: Session) -> str:
        """The name of the conversation for the assistant."""
        return self._derive("sender", session)

    def form_token(self, session: Session) -> str:
        """What a form of this session must carry, so that no other site can post for the visitor."""
        return self._derive("form", session)

    def is_form_token(self, session: Session, given: str) -> bool:
        """Whether a posted token belongs to the session."""
        return hmac.compare_digest(self.form_token(session).encode(), given.encode(errors="replace"))

    def _derive(self, purpose: str, session: Session) -> str:
        return hmac.new(self._secret, f"{purpose}:{session.id}".encode(), hashlib.sha256).hexdigest()[:32]

    def _read(self, token: str) -> str | None:
        if len(token) > _LONGEST_TOKEN or not token.isascii():
            return None
        try:
            identity = self._signer.unsign(token, max_age=self._idle).decode()
        except BadSignature:  # covers an expired signature too
            return None
        return identity if _is_as_written(token) else None


def _is_as_written(token: str) -> bool:
    """Whether a token that is signed is the one that we wrote: "=" at its end, for one, changes no byte of a signature."""
    signature = token.rpartition(".")[2]
    return base64_encode(base64_decode(signature)) == signature.encode()


def load_secret(settings: Settings) -> str:
    """The configured secret, or one made at first use and kept in ``var/secret`` for the owner's eyes only.

    Raises:
        OSError: when the file can be neither read nor made.
    """
    return settings.secret or _kept_secret(settings.var / "secret")


def _kept_secret(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(_SECRET_BYTES))
        try:
            os.link(draft, path)  # whole or not at all, and the first of two processes wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
