"""The headers, the cookie, frames, metrics: each line of the security list that a test can hold."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.web.fakes import FakeBrain
from tests.web.helpers import Client, here, say

EVERYTHING = ["/", "/embed", "/about", "/nothing", "/healthz", "/static/site.css", "/embed.js", "/api/chat"]


@pytest.mark.parametrize("path", EVERYTHING)
async def test_every_answer_has_the_headers(door: Client, path: str) -> None:
    async with door.get(path) as response:
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; ")
    assert "unsafe" not in policy
    assert "base-uri 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers
    assert "Server" not in headers
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/", "/embed", "/list", "/privacy", "/healthz"])
async def test_nothing_about_a_family_is_stored_by_browsers(door: Client, path: str) -> None:
    async with door.get(path) as response:
        assert response.headers["Cache-Control"] == "no-store"


async def test_only_named_sites_may_show_the_chat_in_a_frame(start) -> None:
    client = await start(embed_origins=("https://www.example.gov.uk",))
    async with client.get("/embed") as response:
        assert (
            "frame-ancestors 'self' https://www.example.gov.uk" in response.headers["Content-Security-Policy"]
        )
        assert "X-Frame-Options" not in response.headers
    for path in ("/", "/embed.js", "/embedded", "/list"):
        async with client.get(path) as response:
            assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
            assert response.headers["X-Frame-Options"] == "DENY"


async def test_the_loader_alone_may_be_used_by_other_sites(door: Client) -> None:
    async with door.get("/embed.js") as response:
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    async with door.get("/static/chat.js") as response:
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_the_cookie_is_for_the_server_only(door: Client) -> None:
    async with door.get("/") as response:
        cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("signpost=")
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7200"):
        assert part in cookie
    assert "Secure" not in cookie
    assert "Domain" not in cookie


async def test_https_makes_the_cookie_secure_and_stays_https(start) -> None:
    client = await start(public_origin="https://help.example.gov.uk")
    async with client.get("/") as response:
        assert response.headers["Set-Cookie"].startswith("__Host-signpost=")
        assert "Secure" in response.headers["Set-Cookie"]
        assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
    own = {"Origin": "https://help.example.gov.uk"}
    async with client.post("/", data={"message": "hello"}, headers=own) as response:
        assert response.status == 200
    async with client.post("/exit", data={}, headers=own, allow_redirects=False) as response:
        assert response.headers["Set-Cookie"].startswith('__Host-signpost=""')
        assert "Secure" in response.headers["Set-Cookie"]  # or the browser would not drop it


@pytest.mark.parametrize("path", ["/privacy", "/about", "/healthz", "/static/site.css"])
async def test_reading_sets_no_cookie(door: Client, path: str) -> None:
    async with door.get(path) as response:
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y"]
)
async def test_nothing_redirects_where_a_visitor_says(door: Client, target: str) -> None:
    for path in (f"/?next={quote(target)}", f"/list?from={quote(target)}", f"/{quote(target, safe='')}"):
        async with door.get(path, allow_redirects=False) as response:
            assert "Location" not in response.headers
    form = {"message": "hello", "next": target, "from": target, "to": target}
    for path in ("/", "/forget", "/start-again", "/exit", "/keep"):
        async with door.post(path, data=form, headers=here(door), allow_redirects=False) as response:
            assert "evil" not in response.headers.get("Location", "")


async def test_metrics_are_for_this_machine_or_a_token(start, brain: FakeBrain) -> None:
    local = await start()
    await say(local, "hello")
    async with local.get("/metrics") as response:
        assert response.status == 200
    async with local.get("/metrics", headers={"X-Forwarded-For": "198.51.100.7"}) as response:
        assert response.status == 404
    guarded = await start(metrics_token="let-me-in")
    for token, status in (("", 404), ("Bearer wrong", 404), ("Bearer let-me-in", 200)):
        async with guarded.get("/metrics", headers={"Authorization": token}) as response:
            assert response.status == status


async def test_a_session_stands_in_no_address(door: Client) -> None:
    async with door.get("/embed") as response:
        html = await response.text()
    token = html.split('name="session" value="')[1].split('"')[0]
    assert html.count(token) == html.count(f'name="session" value="{token}"')
