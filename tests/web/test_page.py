"""The chat page without any script: forms, what is shown again, what is forgotten, and who may post."""

from __future__ import annotations

import asyncio
import dataclasses
import gzip
import re
from html import unescape

import pytest

from bot.web import real
from bot.web.assets import FOLDER
from bot.web.words import ATTRIBUTION, EXPIRED, EXPIRED_SENT, FORGET_PENDING, FORGOTTEN
from tests.web.fakes import URGENT, VETTED, FakeBrain, answer, parts, service
from tests.web.helpers import Client, here, hidden

PAGES = ["/", "/embed", "/list", "/about", "/privacy", "/accessibility", "/demo", "/nothing-here"]


async def send(client: Client, message: str, path: str = "/", **fields: str) -> tuple[int, str]:
    """Post the form as the page's own and follow to where it leads."""
    async with client.post(path, data={"message": message, **fields}, headers=here(client)) as response:
        return response.status, unescape(await response.text())


async def get(client: Client, path: str) -> str:
    async with client.get(path) as response:
        return unescape(await response.text())


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_has_the_urgent_numbers_a_way_out_and_a_language(door: Client, path: str) -> None:
    html = await get(door, path)
    assert '<html lang="en-GB">' in html
    assert "tel:999" in html
    assert "Exit this page" in html
    assert html.count("<h1") == 1


async def test_the_first_page_says_what_to_type_and_what_not(door: Client) -> None:
    html = await get(door, "/")
    assert (
        '<label for="message">Tell us what is hard, how old the child is and where you live</label>' in html
    )
    assert "Please do not type names, dates of birth or addresses" in html
    assert html.count('<button name="say"') == 4


async def test_a_message_is_posted_and_the_answer_survives_a_reload(door: Client) -> None:
    for _ in range(2):
        html = await get(door, "/") if _ else (await send(door, "my son is 3"))[1]
        assert "You said: my son is 3" in words(html)
        assert "Start here today" in html
        assert "tel:03001234567" in html
        assert "About 3 miles away · Free" in html
        assert "Checked 24 November 2026" in html
        assert "We last saw this number in 2022" in html
        assert "You told us: talking, for a 3-year-old, near Crook." in html


async def test_a_posted_message_redirects_so_that_reload_sends_nothing(
    door: Client, brain: FakeBrain
) -> None:
    await get(door, "/")
    async with door.post(
        "/", data={"message": "hello"}, headers=here(door), allow_redirects=False
    ) as response:
        assert response.status == 303
        assert response.headers["Location"] == "/#newest"
    assert len(brain.heard) == 1


async def test_older_exchanges_are_history_and_the_last_is_new(door: Client) -> None:
    await get(door, "/")
    for message in ("first", "second", "third"):
        _, html = await send(door, message)
    history = html[html.index('id="history-list"') : html.index('id="newest-list"')]
    newest = html[html.index('id="newest-list"') :]
    assert "first" in history
    assert "second" in history
    assert "third" not in history
    assert "third" in newest


async def test_a_choice_says_its_sentence_and_is_gone_afterwards(start, brain: FakeBrain) -> None:
    brain.reply = lambda text: answer("Which?", buttons=[{"title": "Sleep", "payload": "help with sleep"}])
    client = await start()
    await get(client, "/")
    _, html = await send(client, "hello")
    assert '<button name="say" value="help with sleep">Sleep</button>' in html
    async with client.post("/", data={"say": "help with sleep"}, headers=here(client)) as response:
        html = await response.text()
    assert brain.heard[-1][1] == "help with sleep"
    assert html.count('value="help with sleep"') == 1


async def test_what_is_kept_and_shown_is_redacted(door: Client) -> None:
    _, html = await send(door, "My son Olly is 3")
    assert "My son [name] is 3" in html
    assert "Olly" not in html


@pytest.mark.parametrize(
    ("message", "status", "says"),
    [
        ("", 400, "Please type what is hard"),
        ("x" * 2_001, 413, "2,000 characters"),
        ("y" * 100_000, 413, "2,000"),
    ],
)
async def test_a_refused_message_stays_in_the_box(door: Client, message: str, status: int, says: str) -> None:
    got, html = await send(door, message)
    assert got == status
    assert "<title>Error: " in html
    assert says in html
    assert f">{message}</textarea>" in html
    assert 'aria-invalid="true"' in html


async def test_new_lines_count_once(door: Client) -> None:
    status, _ = await send(door, "x" + "\r\n" * 1_998 + "x")
    assert status == 200


async def test_a_dead_assistant_keeps_the_message_and_shows_the_numbers(
    door: Client, brain: FakeBrain
) -> None:
    brain.down = True
    status, html = await send(door, "my son is 3")
    assert status == 503
    assert ">my son is 3</textarea>" in html
    assert URGENT in words(html)
    brain.down = False
    assert (await send(door, "my son is 3"))[0] == 200


async def test_danger_is_answered_on_the_page_without_the_assistant(door: Client, brain: FakeBrain) -> None:
    brain.down = True
    status, html = await send(door, "I want to die")
    assert status == 200
    assert VETTED.split("\n")[0].split("999")[0] in html
    assert "alarm" in html


async def test_a_form_sent_twice_is_answered_once(door: Client, brain: FakeBrain) -> None:
    brain.slow = 0.05
    key = hidden(await get(door, "/"), "key")
    await asyncio.gather(*(send(door, "hello", key=key) for _ in range(3)))
    await send(door, "hello", key=key)
    assert len(brain.heard) == 1
    await send(door, "something else", key=key)
    assert len(brain.heard) == 2


async def test_two_tabs_share_one_chat(door: Client) -> None:
    await get(door, "/")
    await send(door, "from the first tab")
    await send(door, "from the second tab")
    html = await get(door, "/")
    assert "from the first tab" in html
    assert "from the second tab" in html


async def test_forget_deletes_here_and_at_the_assistant(door: Client, brain: FakeBrain) -> None:
    await get(door, "/")
    await send(door, "my son is 3")
    async with door.post("/forget", data={}, headers=here(door)) as response:
        html = await response.text()
    assert FORGOTTEN in html
    assert "my son is 3" not in html
    assert brain.forgotten == [brain.heard[0][0]]
    await send(door, "again")
    assert brain.heard[1][0] != brain.heard[0][0]


async def test_forgetting_is_tried_again_when_the_assistant_is_back(
    start, brain: FakeBrain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.forgetting.Forgetting.__init__.__defaults__", (0.02,))
    client = await start()
    await get(client, "/")
    await send(client, "my son is 3")
    brain.down = True
    async with client.post("/forget", data={}, headers=here(client)) as response:
        html = await response.text()
    assert FORGET_PENDING in html
    assert "my son is 3" not in html
    brain.down = False
    await asyncio.sleep(0.1)
    assert brain.forgotten == [brain.heard[0][0]]


async def test_start_again_begins_another_chat(door: Client, brain: FakeBrain) -> None:
    await get(door, "/")
    await send(door, "my son is 3")
    async with door.post("/start-again", data={}, headers=here(door)) as response:
        assert "my son is 3" not in await response.text()
    assert len(brain.forgotten) == 1


async def test_exit_forgets_and_leaves(door: Client, brain: FakeBrain) -> None:
    await get(door, "/")
    await send(door, "my son is 3")
    async with door.post("/exit", data={}, headers=here(door), allow_redirects=False) as response:
        assert response.status == 303
        assert response.headers["Location"] == "https://www.bbc.co.uk/weather"
        assert 'signpost=""' in response.headers["Set-Cookie"]
    await asyncio.sleep(0.05)
    assert len(brain.forgotten) == 1
    assert "my son is 3" not in await get(door, "/")


async def test_exit_does_not_wait_for_a_slow_answer(door: Client, brain: FakeBrain) -> None:
    await get(door, "/")
    brain.slow = 0.4
    asking = asyncio.create_task(send(door, "my son is 3"))
    await asyncio.sleep(0.05)
    leaving = door.post("/exit", data={}, headers=here(door), allow_redirects=False)
    async with await asyncio.wait_for(leaving, 0.2) as response:
        assert response.status == 303
    await asking
    await asyncio.sleep(0.05)
    assert brain.forgotten == [brain.heard[0][0]]


async def test_the_same_words_in_a_new_form_are_said_again(door: Client, brain: FakeBrain) -> None:
    for _ in range(2):
        await send(door, "yes", key=hidden(await get(door, "/"), "key"))
        await send(door, "yes")
    assert len(brain.heard) == 4


async def test_a_list_is_kept_shown_and_shortened(start, brain: FakeBrain) -> None:
    brain.reply = lambda text: answer(
        "Here.", services=[service(id="a", name="One"), service(id="b", name="Two")]
    )
    client = await start()
    await get(client, "/")
    await send(client, "hello")
    for wanted in ("a", "b", "never-shown"):
        async with client.post(
            "/keep", data={"service": wanted, "wanted": "yes"}, headers=here(client)
        ) as response:
            html = await response.text()
    assert "Your list: 2" in html
    async with client.post(
        "/keep", data={"service": "a", "wanted": "no", "from": "list"}, headers=here(client)
    ) as r:
        html = await r.text()
    assert "One" not in html
    assert "Two" in html


async def test_nobody_is_asked_to_share_an_alarm(start, brain: FakeBrain) -> None:
    client = await start(parts(brain, plan_for=lambda needs, ages, place: answer().replies[0]))
    await get(client, "/")
    assert "/help?need=" in (await send(client, "my son is 3"))[1]
    assert "/help?need=" not in (await send(client, "I want to die"))[1]


async def test_another_language_is_answered_first_in_words_that_say_how_to_reach_an_interpreter(
    start, brain: FakeBrain
) -> None:
    nothing_heard = {"needs": [], "ages": [], "locality": None}
    brain.reply = lambda text: dataclasses.replace(answer("I can't help with that one."), understood=nothing_heard)
    client = await start(parts(brain, in_other_language=real._in_other_language))
    await get(client, "/")
    _, html = await send(client, "Mój syn ma 4 lata i nie mówi")
    newest = html[html.index('id="newest-list"') :]
    assert '<div class="bubble" lang="pl" dir="auto">' in newest
    assert "tel:111" in newest
    assert "say the name of your language" in newest
    assert "I can't help" not in newest
    _, html = await send(client, "my son is 3")
    assert "I can't help" in html


async def test_a_frame_needs_no_cookie(door: Client, brain: FakeBrain) -> None:
    door.session.cookie_jar.clear()
    async with door.get("/embed") as response:
        html = await response.text()
        assert "Set-Cookie" not in response.headers
    for message in ("one", "two"):
        session = hidden(html, "session")
        async with door.post(
            "/embed", data={"message": message, "session": session}, headers=here(door)
        ) as response:
            html = await response.text()
            assert "Set-Cookie" not in response.headers
    assert len({sender for sender, _ in brain.heard}) == 1
    assert "one" in words(html)
    async with door.post("/embed", data={"session": hidden(html, "session")}, headers=here(door)) as response:
        assert "two" in words(await response.text())


async def test_a_visitor_whose_browser_keeps_no_cookie_is_answered_too(door: Client) -> None:
    async with door.post(
        "/", data={"message": "hello"}, headers=here(door), allow_redirects=False
    ) as response:
        assert response.status == 200
        assert "You said: hello" in await response.text()


async def test_a_page_left_too_long_is_answered_and_told(door: Client) -> None:
    token = hidden(await get(door, "/"), "token")
    door.session.cookie_jar.clear()
    status, html = await send(door, "hello", token=token)
    assert status == 200
    assert EXPIRED_SENT in html


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/forget", "/start-again", "/exit", "/keep", "/embed", "/api/chat"])
async def test_another_site_cannot_post(
    door: Client, brain: FakeBrain, path: str, headers: dict[str, str]
) -> None:
    token = hidden(await get(door, "/"), "token")
    form = {"message": "hello", "token": token}
    async with door.post(path, data=form, headers=headers, allow_redirects=False) as response:
        assert response.status == 403
    assert brain.heard == []
    assert brain.forgotten == []


async def test_a_browser_that_does_not_say_needs_the_forms_token(door: Client, brain: FakeBrain) -> None:
    token = hidden(await get(door, "/"), "token")
    async with door.post("/", data={"message": "hello", "token": "made-up"}) as response:
        assert response.status == 403
        html = await response.text()
    assert EXPIRED in html
    assert ">hello</textarea>" in html
    assert brain.heard == []
    async with door.post("/", data={"message": "hello", "token": token}) as response:
        assert response.status == 200


@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://evil.example"}], ids=["unsaid", "hidden", "elsewhere"])
async def test_danger_is_answered_though_nobody_vouches_for_the_form(
    door: Client, brain: FakeBrain, path: str, headers: dict[str, str]
) -> None:
    for fields in ({}, {"token": "made-up"}, {"session": "made-up"}):
        door.session.cookie_jar.clear()
        async with door.post(path, data={"message": "Olly and I want to die", **fields}, headers=headers) as response:
            assert response.status == 200
            html = await response.text()
        assert "The Samaritans listen at any hour" in words(html)
        assert "There is a problem" not in html
        assert "[name] and I want to die" in html
    assert brain.heard == []


async def test_what_another_site_sends_stands_in_no_chat(door: Client) -> None:
    await get(door, "/")
    await send(door, "my son is 3")
    async with door.post("/", data={"message": "I want to die"}, headers={"Origin": "https://evil.example"}) as response:
        assert "The Samaritans listen at any hour" in words(await response.text())
    html = await get(door, "/")
    assert "my son is 3" in html
    assert "want to die" not in html


async def test_every_refusal_says_whom_to_ring(door: Client, brain: FakeBrain) -> None:
    brain.down = True
    refusals = [
        await send(door, "my son is 3"),
        await send(door, ""),
        await send(door, "x" * 2_001),
        (404, await get(door, "/nothing-here")),
        (404, await get(door, "/help?need=nothing")),
    ]
    for headers in ({}, {"Origin": "https://evil.example"}):
        async with door.post("/", data={"message": "hello"}, headers=headers) as response:
            refusals.append((response.status, unescape(await response.text())))
    assert {status for status, _ in refusals} == {400, 403, 404, 413, 503}
    for _, html in refusals:
        assert URGENT in words(html[html.index("<main") :])


async def test_blanks_around_a_message_do_not_count(door: Client) -> None:
    assert (await send(door, "\r\n  " + "x" * 2_000 + "  \r\n"))[0] == 200


async def test_multipart_forms_are_refused(door: Client) -> None:
    headers = here(door) | {"Content-Type": "multipart/form-data; boundary=x"}
    async with door.post("/", data=b"--x--", headers=headers) as response:
        assert response.status == 415


@pytest.mark.parametrize("line", ATTRIBUTION)
async def test_the_licences_lines_are_shown(door: Client, line: str) -> None:
    assert line in await get(door, "/about")


async def test_the_page_and_its_files_are_light(door: Client) -> None:
    async with door.get("/", headers={"Accept-Encoding": "gzip"}, auto_decompress=False) as response:
        page = len(await response.read())
        assert response.headers["Content-Encoding"] == "gzip"
    files = {path.name: len(gzip.compress(path.read_bytes())) for path in FOLDER.iterdir()}
    assert page + sum(files.values()) < 20_000
    _, answered = await send(door, "my son is 3")
    assert len(gzip.compress(answered.encode())) + sum(files.values()) < 60_000
    assert all((FOLDER / name).stat().st_size < 10_000 for name in files)


async def test_a_file_may_be_kept_for_a_year_under_its_own_address(door: Client) -> None:
    address = re.search(r'href="(/static/site.css\?v=\w+)"', await get(door, "/"))
    assert address
    async with door.get(address[1]) as response:
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    async with door.get("/static/site.css") as response:
        assert response.headers["Cache-Control"] == "no-cache"
