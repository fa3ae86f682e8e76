"""Every setting of the front door, read once from the environment."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.ops.environment import SettingsError, port_number, transcript_hours, var_folder, whole_number
from bot.ops.paths import VAR

IpNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

# A source in a Content-Security-Policy: nothing that could end the directive or start another.
_ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<any>\*\.)?(?P<host>[A-Za-z0-9.-]+)(?::(?P<port>\d{1,5}))?\Z")
_USUAL_PORTS = {"http": 80, "https": 443}

MESSAGE_CHARACTERS = 2_000
# 2,000 emoji, escaped as JSON or as a form, are 24,000 bytes; the session and the names come on top.
BODY_BYTES = 32 * 1024
# A form takes more, so that a page without script can give a message that is far too long back to its writer.
FORM_BYTES = 512 * 1024


@dataclass(frozen=True)
class Settings:
    """Times are seconds, rates are messages a minute."""

    host: str = "127.0.0.1"
    port: int = 8080
    rasa_port: int = 5005
    actions_port: int = 5055
    var: Path = VAR
    secret: str | None = None  # None: generated once and kept in var/secret
    public_origin: str | None = None  # "https://help.example.gov.uk": makes cookies Secure, sends HSTS
    embed_origins: tuple[str, ...] = ()  # who may show the chat in a frame, besides the site itself
    trusted_proxies: tuple[IpNetwork, ...] = ()  # whose X-Forwarded-For is believed
    metrics_token: str | None = None
    limits_off: bool = False  # honoured for visitors on loopback only
    session_rate: int = 20
    address_rate: int = 180  # a school or a library shares one address
    session_idle: int = 2 * 3600
    transcript_hours: float = 24.0  # how long the assistant keeps a conversation; said on the privacy page
    exit_url: str = "https://www.bbc.co.uk/weather"
    brain_timeout: float = 10.0
    urgent_timeout: float = 2.5  # somebody in danger waits no longer than this for the assistant

    @property
    def https(self) -> bool:
        """Whether visitors come over https."""
        return (self.public_origin or "").startswith("https://")

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read ``SIGNPOST_*``.

        Raises:
            SettingsError: when a value cannot be used.
        """
        return cls(
            host=env.get("SIGNPOST_HOST") or cls.host,
            port=port_number(env, "SIGNPOST_PORT", cls.port),
            rasa_port=port_number(env, "SIGNPOST_RASA_PORT", cls.rasa_port),
            actions_port=port_number(env, "SIGNPOST_ACTIONS_PORT", cls.actions_port),
            var=var_folder(env),
            secret=env.get("SIGNPOST_SECRET") or None,
            public_origin=_public_origin(env["SIGNPOST_PUBLIC_URL"]) if env.get("SIGNPOST_PUBLIC_URL") else None,
            embed_origins=tuple(
                _origin("SIGNPOST_EMBED_ORIGINS", word)
                for word in env.get("SIGNPOST_EMBED_ORIGINS", "").split()
            ),
            trusted_proxies=tuple(_network(word) for word in env.get("SIGNPOST_TRUSTED_PROXIES", "").split()),
            metrics_token=env.get("SIGNPOST_METRICS_TOKEN") or None,
            limits_off=env.get("SIGNPOST_LIMITS", "").lower() == "off",
            session_rate=whole_number(env, "SIGNPOST_RATE_SESSION", cls.session_rate),
            address_rate=whole_number(env, "SIGNPOST_RATE_ADDRESS", cls.address_rate),
            session_idle=whole_number(env, "SIGNPOST_SESSION_MINUTES", cls.session_idle // 60) * 60,
            transcript_hours=transcript_hours(env),
            exit_url=_exit_url(env.get("SIGNPOST_EXIT_URL") or cls.exit_url),
        )


def _public_origin(text: str) -> str:
    """The site's own address as a browser writes it in ``Origin``, to the letter: else every form is refused."""
    found = _ORIGIN.match(text.rstrip("/").lower())
    number = int(found["port"]) if found and found["port"] else None
    if not found or found["any"] or (number is not None and not 1 <= number <= 65_535):
        raise SettingsError(
            f"SIGNPOST_PUBLIC_URL={text}: write the one address of the site, for example https://help.example.gov.uk"
        )
    usual = number in (None, _USUAL_PORTS[found["scheme"]])
    return f"{found['scheme']}://{found['host']}" + ("" if usual else f":{number}")


def _origin(name: str, text: str) -> str:
    if not _ORIGIN.match(text):
        raise SettingsError(
            f"{name}={text}: write an address without a path, for example https://www.example.gov.uk"
        )
    return text


def _network(text: str) -> IpNetwork:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        raise SettingsError(
            f"SIGNPOST_TRUSTED_PROXIES={text}: write an address or a range, for example 10.0.0.0/24"
        ) from None


def _exit_url(text: str) -> str:
    parts = urlsplit(text)
    _origin("SIGNPOST_EXIT_URL", f"{parts.scheme}://{parts.netloc}")
    return text
