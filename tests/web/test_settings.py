"""Every setting is read once, and a wrong one is refused in words."""

from __future__ import annotations

import stat

import pytest

from bot.ops.environment import SettingsError
from bot.web.sessions import Sessions, load_secret
from bot.web.settings import Settings


def test_nothing_set_is_loopback_with_limits() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port, settings.limits_off, settings.https) == (
        "127.0.0.1",
        8080,
        False,
        False,
    )


def test_everything_can_be_set() -> None:
    settings = Settings.from_env(
        {
            "SIGNPOST_PORT": "9000",
            "SIGNPOST_PUBLIC_URL": "https://help.example.gov.uk/",
            "SIGNPOST_EMBED_ORIGINS": "https://www.example.gov.uk https://*.example.org:8443",
            "SIGNPOST_TRUSTED_PROXIES": "10.0.0.1 2001:db8::/32",
            "SIGNPOST_LIMITS": "OFF",
            "SIGNPOST_SESSION_MINUTES": "30",
        }
    )
    assert settings.port == 9000
    assert settings.public_origin == "https://help.example.gov.uk"
    assert settings.https
    assert settings.embed_origins == ("https://www.example.gov.uk", "https://*.example.org:8443")
    assert len(settings.trusted_proxies) == 2
    assert settings.limits_off
    assert settings.session_idle == 1800


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIGNPOST_PORT", "eighty"),
        ("SIGNPOST_PORT", "-1"),
        ("SIGNPOST_PORT", "99999"),
        ("SIGNPOST_RASA_PORT", "65536"),
        ("SIGNPOST_RATE_SESSION", "0"),
        ("SIGNPOST_PUBLIC_URL", "help.example.gov.uk"),
        ("SIGNPOST_PUBLIC_URL", "https://x.org; script-src *"),
        ("SIGNPOST_PUBLIC_URL", "https://*.example.gov.uk"),
        ("SIGNPOST_PUBLIC_URL", "https://help.example.gov.uk:99999"),
        ("SIGNPOST_EMBED_ORIGINS", "'unsafe-inline'"),
        ("SIGNPOST_EMBED_ORIGINS", "https://a.org/path"),
        ("SIGNPOST_EMBED_ORIGINS", "*"),
        ("SIGNPOST_TRUSTED_PROXIES", "everyone"),
        ("SIGNPOST_EXIT_URL", "javascript:alert(1)"),
        ("SIGNPOST_TRANSCRIPT_HOURS", "a day"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})


@pytest.mark.parametrize(
    ("written", "as_a_browser_says_it"),
    [
        ("HTTPS://Help.Example.gov.uk/", "https://help.example.gov.uk"),
        ("https://help.example.gov.uk:443", "https://help.example.gov.uk"),
        ("http://help.example.gov.uk:80/", "http://help.example.gov.uk"),
        ("https://help.example.gov.uk:8443", "https://help.example.gov.uk:8443"),
        ("http://help.example.gov.uk:443", "http://help.example.gov.uk:443"),
    ],
)
def test_the_public_address_is_kept_as_browsers_write_it(written: str, as_a_browser_says_it: str) -> None:
    assert Settings.from_env({"SIGNPOST_PUBLIC_URL": written}).public_origin == as_a_browser_says_it


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path) -> None:
    settings = Settings(var=tmp_path / "var")
    secret = load_secret(settings)
    assert len(secret) == 64
    assert load_secret(settings) == secret
    assert stat.S_IMODE((tmp_path / "var" / "secret").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret"]


def test_sessions_of_another_secret_do_not_count() -> None:
    mine, other = Sessions("a", 60), Sessions("b", 60)
    session = mine.open(None)
    assert not mine.open(mine.token(session)).fresh
    assert other.open(mine.token(session)).fresh


def test_a_session_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions("a", 60)
    session = sessions.open(None)
    token = sessions.token(session)
    now = sessions._signer.get_timestamp()
    monkeypatch.setattr(sessions._signer, "get_timestamp", lambda: now + 59)
    assert sessions.open(token).id == session.id
    monkeypatch.setattr(sessions._signer, "get_timestamp", lambda: now + 61)
    assert sessions.open(token).fresh


def test_a_form_token_belongs_to_one_session() -> None:
    sessions = Sessions("a", 60)
    mine, other = sessions.open(None), sessions.open(None)
    assert sessions.is_form_token(mine, sessions.form_token(mine))
    for wrong in (sessions.form_token(other), "", "é", "\ud800", sessions.sender(mine)):
        assert not sessions.is_form_token(mine, wrong)
