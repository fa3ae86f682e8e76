"""Nothing that a visitor, a service file or an address says becomes markup, a link or a command."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest

from bot.web.chat import Refused
from tests.web.fakes import FakeBrain, answer, parts, service
from tests.web.helpers import Client, here, say
from tests.web.injections import INJECTIONS

TAGS = frozenset(
    {
        "html", "head", "meta", "title", "link", "script", "body", "header", "main", "section", "footer",
        "div", "span", "h1", "h2", "h3", "h4", "p", "br", "strong", "ul", "li", "a", "details", "summary",
        "form", "input", "button", "label", "textarea", "img",
    }
)  # fmt: skip
LINKS = ("/", "#", "tel:", "http://", "https://")


class Reader(HTMLParser):
    """Collects what would be wrong: strange tags, handlers, links that run, scripts from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.words: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            text = value or ""
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.wrong.append(f"{tag} {name}")
            if name in ("href", "src", "action") and not text.startswith(LINKS):
                self.wrong.append(f"{tag} {name}={text}")
            if name == "src" and not text.startswith("/static/"):
                self.wrong.append(f"{tag} {name}={text}")
            if name == "action" and not text.startswith("/"):
                self.wrong.append(f"{tag} {name}={text}")

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.wrong.append(f"inline script {data[:40]}")
        self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_there_are_fifty() -> None:
    assert len(set(INJECTIONS)) == 50


@pytest.mark.parametrize("text", INJECTIONS)
async def test_through_a_message(door: Client, brain: FakeBrain, text: str) -> None:
    async with door.post("/", data={"message": f"help {text}"}, headers=here(door)) as response:
        assert response.status == 200
        page = read(await response.text())
    assert page.wrong == []
    # Shown twice as words: what the visitor said, and the fake assistant's echo of it.
    shown = "".join(page.words)
    assert shown.count(brain.heard[0][1].split("\n")[0].strip()) >= 2
    assert "Set-Cookie: signpost=evil" not in str(response.headers)


@pytest.mark.parametrize("text", INJECTIONS)
async def test_through_every_field_of_a_service(start, brain: FakeBrain, text: str) -> None:
    poisoned: dict[str, Any] = {key: text for key in service() if key != "distance_miles"}
    poisoned |= {"reasons": [text], "while_waiting": [text], "distance_miles": text, "part": "today"}
    brain.reply = lambda _: answer(
        text,
        services=[poisoned],
        buttons=[{"title": text, "payload": text}],
        intro=text,
        outro=text,
        notes=[text],
    )
    client = await start()
    async with client.post("/", data={"message": "help"}, headers=here(client)) as response:
        page = read(await response.text())
    assert page.wrong == []


@pytest.mark.parametrize("text", INJECTIONS)
async def test_through_an_address(door: Client, text: str) -> None:
    for path in (
        f"/{quote(text, safe='')}",
        f"/?cleared={quote(text)}",
        f"/list?{quote(text)}",
        f"/static/{quote(text, safe='')}",
    ):
        async with door.get(path, allow_redirects=False) as response:
            assert response.status in (200, 404)
            page = read(await response.text())
        assert page.wrong == []
        assert text.strip() not in "".join(page.words)


@pytest.mark.parametrize("text", INJECTIONS)
async def test_through_a_session_a_form_token_and_a_kept_service(door: Client, text: str) -> None:
    form = {"message": "help", "token": text, "key": text, "session": text, "service": text, "wanted": "yes"}
    for path in ("/", "/embed", "/keep", "/embed/keep", "/embed/list", "/embed/forget"):
        async with door.post(path, data=form, headers=here(door)) as response:
            assert response.status in (200, 400)
            assert read(await response.text()).wrong == []


@pytest.mark.parametrize("text", INJECTIONS)
async def test_through_the_api_it_stays_json_and_words(door: Client, brain: FakeBrain, text: str) -> None:
    body = await say(door, f"help {text}")
    assert body["replies"][0]["text"] == f"You said: {brain.heard[0][1]}"


@pytest.mark.parametrize("text", INJECTIONS)
async def test_a_message_that_is_refused_comes_back_as_words(start, brain: FakeBrain, text: str) -> None:
    brain.down = True
    client = await start()
    async with client.post("/", data={"message": text}, headers=here(client)) as response:
        page = read(await response.text())
    assert response.status == 503
    assert page.wrong == []


def test_a_refusal_never_carries_the_visitors_words() -> None:
    assert str(Refused(400, "empty", "secret")) == "empty"


async def test_only_pages_and_numbers_are_linked(start, brain: FakeBrain) -> None:
    brain.reply = lambda _: answer(
        "https://a.example/x. Or javascript:alert(1) or ftp://b.example. Ring 0191 387 7777 or ring 999.",
        services=[service(url="javascript:alert(1)", source="data:text/html,x", phone="call me")],
    )
    client = await start(parts(brain))
    async with client.post("/", data={"message": "help"}, headers=here(client)) as response:
        html = await response.text()
    assert '<a href="https://a.example/x"' in html
    assert '<a href="tel:01913877777"' in html
    assert 'href="javascript:' not in html
    assert 'href="data:' not in html
    assert 'href="ftp:' not in html
