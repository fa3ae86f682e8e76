"""``POST /api/chat``: the contract, bad input, and what happens when something behind the door is dead."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import date

import pytest

from bot.web.parts import BrainAnswer
from bot.web.sessions import Sessions
from tests.web.conftest import Start
from tests.web.fakes import UNDERSTOOD, URGENT, VETTED, FakeBrain, Words, answer, parts
from tests.web.helpers import Client, say

COMMANDS = ["/restart", '/inform{"age": "4"}', "/session_start", "EXTERNAL: hello", "@rasa", "/stop"]


async def test_an_answer_has_the_shape_of_the_contract(door: Client) -> None:
    body = await say(door, "my son is 3")
    assert body.keys() == {"session", "safety", "understood", "replies"}
    assert body["safety"] == "none"
    assert body["understood"] == UNDERSTOOD
    reply = body["replies"][0]
    assert {"text", "buttons", "services"} <= reply.keys()
    assert {"id", "name", "kind", "distance_miles", "next", "reasons", "phone", "url", "checked"} <= reply[
        "services"
    ][0].keys()


async def test_a_session_goes_on_under_one_name_that_is_not_its_own(door: Client, brain: FakeBrain) -> None:
    first = await say(door, "one")
    second = await say(door, "two", first["session"])
    senders = [sender for sender, _ in brain.heard]
    assert senders[0] == senders[1]
    assert senders[0] not in first["session"]
    assert second["session"].split(".")[0] == first["session"].split(".")[0]


@pytest.mark.parametrize(
    "made_up",
    ["x", "a.b.c", "default", "0" * 32, "💥", "\ud800", "../../etc/passwd", "y" * 10_000, "..", " "],
)
async def test_a_made_up_session_starts_afresh(door: Client, brain: FakeBrain, made_up: str) -> None:
    mine = await say(door, "mine")
    other = await say(door, "theirs", made_up)
    assert other["session"] != made_up
    assert brain.heard[0][0] != brain.heard[1][0]
    assert mine["session"].split(".")[0] != other["session"].split(".")[0]


@pytest.mark.parametrize("end", ["=", "==", "!", "\n"])
async def test_a_session_with_something_added_starts_afresh(door: Client, brain: FakeBrain, end: str) -> None:
    first = await say(door, "one")
    await say(door, "two", first["session"] + end)
    assert brain.heard[0][0] != brain.heard[1][0]


async def test_a_session_whose_last_letter_means_the_same_bytes_starts_afresh(door: Client, brain: FakeBrain) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    session = (await say(door, "one"))["session"]
    alike = session[:-1] + letters[letters.index(session[-1]) ^ 1]  # the last letter's lowest bits are no part of the signature
    await say(door, "two", alike)
    assert brain.heard[0][0] != brain.heard[1][0]


async def test_blanks_around_a_message_do_not_count(door: Client) -> None:
    await say(door, "  \n" + "x" * 2_000 + "\t \n")


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [("POST", "/api/chat", {"Origin": "https://evil.example"}, 403), ("POST", "/api/chat", {"Content-Type": "text/plain"}, 415),
     ("GET", "/api/chat", {}, 405), ("GET", "/api/none", {}, 404), ("GET", "/healthz", {}, 503)],
)  # fmt: skip
async def test_every_refusal_says_whom_to_ring(
    door: Client, brain: FakeBrain, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    brain.down = True
    async with door.request(method, path, data=b"hello" if method == "POST" else None, headers=headers) as response:
        assert response.status == status
        assert URGENT in (await response.json())["error"]["message"]


async def test_an_expired_session_starts_afresh(
    door: Client, brain: FakeBrain, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await say(door, "one")
    monkeypatch.setattr(Sessions, "_read", lambda self, token: None)
    await say(door, "two", first["session"])
    assert brain.heard[0][0] != brain.heard[1][0]


@pytest.mark.parametrize(
    "message", ["", " ", "\n\t ", "\x00", "\u200b\u200d", "\U000e0041\U000e0042", "\ufeff"]
)
async def test_nothing_to_read_is_a_clear_refusal(door: Client, brain: FakeBrain, message: str) -> None:
    async with door.post("/api/chat", json={"message": message}) as response:
        assert response.status == 400
        assert (await response.json())["error"]["code"] == "empty"
    assert brain.heard == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b'"hi"', b"{}", b'{"message": 3}', b'{"message": null}',
        b'{"message": ["a"]}',
        b'{"message": "hi", "session": 3}', b'{"message": "hi", "session": {}}', b"\xff\xfe", b"[" * 20_000,
        b'{"message": ' + b"9" * 9_000 + b"}", b'{"message": "hi"',
        b'{"message": "hi", "message": "ho"}', b'{"message": "hi", "x": NaN}', b'{"message": "hi", "x": -Infinity}',
        '{"message": "hi"}'.encode("utf-16"), b'\xef\xbb\xbf{"message": "hi"}', b'{"message": "hi"} x',
        b'{"message": "hi", "x": ' + b"[" * 15_000 + b"]" * 15_000 + b"}",
    ],
)  # fmt: skip
async def test_a_bad_body_is_a_400_with_words(door: Client, body: bytes) -> None:
    async with door.post("/api/chat", data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        error = (await response.json())["error"]
        assert error["message"]
        assert "Traceback" not in str(error)


@pytest.mark.parametrize("body", [b'{"message": "hi", "message": "ho"}', b'{"message": "hi", "x": [{"a": 1, "a": 1}]}'])
async def test_a_name_that_stands_twice_is_told_as_that(door: Client, body: bytes) -> None:
    async with door.post("/api/chat", data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        assert "same name twice" in (await response.json())["error"]["message"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"), [("GET", "/api/chat", "POST"), ("PUT", "/api/chat", "POST"), ("POST", "/healthz", "GET,HEAD"), ("DELETE", "/about", "GET,HEAD")]
)
async def test_a_405_names_the_methods_that_work(door: Client, method: str, path: str, allowed: str) -> None:
    async with door.request(method, path) as response:
        assert response.status == 405
        assert response.headers["Allow"] == allowed


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
async def test_another_type_of_body_is_a_415(door: Client, kind: str) -> None:
    async with door.post("/api/chat", data=b'{"message": "hi"}', headers={"Content-Type": kind}) as response:
        assert response.status == 415
        assert (await response.json())["error"]["code"] == "unsupported"


async def test_a_compressed_body_is_a_415(door: Client) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    async with door.post("/api/chat", data=b'{"message": "hi"}', headers=headers) as response:
        assert response.status == 415


@pytest.mark.parametrize("characters", [2_001, 5_000, 100_000])
async def test_too_long_is_a_413_with_the_urgent_numbers(
    door: Client, brain: FakeBrain, characters: int
) -> None:
    async with door.post("/api/chat", json={"message": "a" * characters}) as response:
        assert response.status == 413
        error = (await response.json())["error"]
        assert error["code"] == "too_long"
        assert URGENT in error["message"]
    assert brain.heard == []


@pytest.mark.parametrize("character", ["a", "é", "\U0001f600", "字", "\n"])
async def test_two_thousand_characters_are_taken_whatever_they_are(door: Client, character: str) -> None:
    message = "x" + character * 1_998 + "x"
    # Escaped as JSON an emoji is twelve bytes: the limit for bodies must leave room for it.
    async with door.post(
        "/api/chat", data=json.dumps({"message": message}), headers={"Content-Type": "application/json"}
    ) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    "message", ["😀😀😀", "<b>help</b>", "Mój syn nie mówi", "ابني لا يتكلم", "?", *COMMANDS]
)
async def test_odd_messages_reach_the_assistant_as_they_are(
    door: Client, brain: FakeBrain, message: str
) -> None:
    await say(door, message)
    assert brain.heard[0][1] == message


async def test_what_cannot_be_seen_is_taken_out(door: Client, brain: FakeBrain) -> None:
    await say(door, "he\x00llo\u202e \U000e0068\U000e0069the\u200bre\r\nyou\ufe0f")
    assert brain.heard[0][1] == "hello there\nyou"


async def test_half_a_character_is_taken_out(door: Client, brain: FakeBrain) -> None:
    body = b'{"message": "he\\ud800llo \\udfff there"}'
    async with door.post("/api/chat", data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 200
    assert brain.heard[0][1] == "hello  there"


async def test_the_assistant_hears_the_redacted_text_only(door: Client, brain: FakeBrain) -> None:
    await say(door, "My son Olly is 3")
    assert brain.heard[0][1] == "My son [name] is 3"


async def test_today_is_given_to_the_redaction(start, brain: FakeBrain) -> None:
    asked: list[date] = []

    def redact(text: str, today: date):
        asked.append(today)
        return parts(brain).redact(text, today)

    client = await start(parts(brain, redact=redact, today=lambda: date(2030, 1, 2)))
    await say(client, "hello")
    assert asked == [date(2030, 1, 2)]


async def test_a_dead_assistant_is_a_503_with_the_urgent_numbers(door: Client, brain: FakeBrain) -> None:
    brain.down = True
    async with door.post("/api/chat", json={"message": "my son is 3"}) as response:
        assert response.status == 503
        error = (await response.json())["error"]
        assert error["code"] == "unavailable"
        assert URGENT in error["message"]
        assert response.headers["Retry-After"]


async def test_a_hanging_assistant_is_a_503(start: Start, brain: FakeBrain) -> None:
    brain.slow = 5
    door = await start(brain_timeout=0.2)
    async with door.post("/api/chat", json={"message": "my son is 3"}) as response:
        assert response.status == 503


@pytest.mark.parametrize(("message", "level"), [("I want to die", "crisis"), ("Dad hits me", "safeguarding")])
@pytest.mark.parametrize("fault", ["down", "slow"])
async def test_danger_is_answered_without_the_assistant(
    door: Client, brain: FakeBrain, message: str, level: str, fault: str
) -> None:
    brain.down, brain.slow = fault == "down", 5.0 if fault == "slow" else 0
    body = await asyncio.wait_for(say(door, message), 1)
    assert body["safety"] == level
    assert body["replies"][0]["text"] == VETTED


async def test_danger_without_the_assistant_keeps_what_stood(door: Client, brain: FakeBrain) -> None:
    first = await say(door, "my son is 3")
    brain.down = True
    assert (await say(door, "he wants to die", first["session"]))["understood"] == UNDERSTOOD


async def test_danger_does_not_wait_behind_an_earlier_message(door: Client, brain: FakeBrain) -> None:
    session = (await say(door, "hello"))["session"]
    brain.slow = 0.5
    earlier = asyncio.create_task(say(door, "my son is 3", session))
    await asyncio.sleep(0.05)
    body = await asyncio.wait_for(say(door, "I want to die", session), 0.4)
    assert body["replies"][0]["text"] == VETTED
    await earlier


async def test_the_vetted_words_come_first_when_the_assistant_missed_the_danger(door: Client) -> None:
    body = await say(door, "I want to die")
    assert [reply["text"] for reply in body["replies"]] == [VETTED, "You said: I want to die"]


@pytest.mark.parametrize("text", [VETTED, "Please ring 999 now.\nWe are here."])
async def test_the_vetted_words_are_not_said_twice(start, brain: FakeBrain, text: str) -> None:
    brain.reply = lambda _: BrainAnswer("crisis", UNDERSTOOD, "", answer(text).replies)
    body = await say(await start(), "I want to die")
    assert len(body["replies"]) == 1


async def test_a_lesser_alarm_s_number_does_not_stand_for_the_vetted_words(start, brain: FakeBrain) -> None:
    brain.reply = lambda _: BrainAnswer("safeguarding", UNDERSTOOD, "", answer("If anyone is in danger now, ring 999.").replies)
    body = await say(await start(), "Dad hits me and I want to die")
    assert body["safety"] == "crisis"
    assert body["replies"][0]["text"] == VETTED


@pytest.mark.parametrize("text", ["Ring 9999 or 0300 999 123.", "Help. " * 100 + "Ring 999."])
async def test_a_number_that_is_not_first_or_not_whole_does_not_count(
    start, brain: FakeBrain, text: str
) -> None:
    brain.reply = lambda _: answer(text)
    body = await say(await start(), "I want to die")
    assert body["replies"][0]["text"] == VETTED


@pytest.mark.parametrize(
    ("front", "behind", "stands"),
    [("none", "crisis", "crisis"), ("crisis", "none", "crisis"), ("crisis", "safeguarding", "crisis"),
     ("none", "safeguarding", "safeguarding"), ("none", "none", "none")],
)  # fmt: skip
async def test_the_stronger_alarm_stands(
    start, brain: FakeBrain, front: str, behind: str, stands: str
) -> None:
    brain.reply = lambda _: BrainAnswer(behind, UNDERSTOOD, "", answer().replies)  # type: ignore[arg-type]
    body = await say(await start(), "I want to die" if front == "crisis" else "hello")
    assert body["safety"] == stands
    assert (body["replies"][0]["text"] == VETTED) == (stands != "none")


@pytest.mark.parametrize(("behind", "stands"), [("none", "none"), ("safeguarding", "safeguarding"), ("crisis", "crisis")])
async def test_a_hint_is_left_to_the_assistant(door: Client, brain: FakeBrain, behind: str, stands: str) -> None:
    brain.reply = lambda _: BrainAnswer(behind, UNDERSTOOD, "", answer().replies)  # type: ignore[arg-type]
    assert (await say(door, "bruises from football"))["safety"] == stands


@pytest.mark.parametrize("fault", ["down", "slow"])
async def test_a_hint_is_an_alarm_without_the_assistant(door: Client, brain: FakeBrain, fault: str) -> None:
    brain.down, brain.slow = fault == "down", 5.0 if fault == "slow" else 0
    body = await asyncio.wait_for(say(door, "bruises all over him"), 1)
    assert body["safety"] == "safeguarding"
    assert body["replies"][0]["text"] == VETTED


async def test_a_hint_that_was_taken_out_before_the_assistant_read_it_stands(start: Start, brain: FakeBrain) -> None:
    door = await start(parts(brain, redact=lambda text, _: Words(text.replace("bruises", "[name]"))))
    assert (await say(door, "bruises all over him"))["safety"] == "safeguarding"


async def test_a_fault_of_ours_is_a_503_and_logs_no_words(
    start, brain: FakeBrain, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str):
        raise KeyError(f"secret words: {text}")

    caplog.set_level(logging.DEBUG)
    client = await start(parts(brain, assess=broken))
    async with client.post("/api/chat", json={"message": "my son Olly"}) as response:
        assert response.status == 503
        assert "KeyError" not in await response.text()
    assert "KeyError" in caplog.text
    assert "Olly" not in caplog.text


async def test_logs_and_metrics_hold_no_words_and_no_addresses(
    door: Client, brain: FakeBrain, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    session = (await say(door, "my daughter Zephyrine in Crook"))["session"]
    async with door.get("/nothing/Zephyrine?name=Zephyrine") as response:
        assert response.status == 404
    async with door.get("/metrics") as response:
        metrics = await response.text()
    for text in (caplog.text, metrics):
        assert "Zephyrine" not in text
        assert session.split(".")[0] not in text
        assert "127.0.0.1" not in text
    assert 'signpost_messages_total{outcome="answered",safety="none"} 1.0' in metrics


async def test_replies_of_many_sessions_and_of_one_never_cross(door: Client, brain: FakeBrain) -> None:
    brain.slow = 0.002
    sessions = [(await say(door, "hello"))["session"] for _ in range(20)]

    async def ask(number: int) -> None:
        body = await say(door, f"message {number}", sessions[number % 20])
        assert body["replies"][0]["text"] == f"You said: message {number}"

    await asyncio.gather(*(ask(number) for number in range(200)))
    assert not brain.crossed


async def test_an_assistant_that_fails_is_asked_again_next_time(door: Client, brain: FakeBrain) -> None:
    session = (await say(door, "one"))["session"]
    brain.down = True
    async with door.post("/api/chat", json={"message": "two", "session": session}) as response:
        assert response.status == 503
    brain.down = False
    assert (await say(door, "two", session))["replies"][0]["text"] == "You said: two"
    assert len({sender for sender, _ in brain.heard}) == 1


@pytest.mark.parametrize(
    ("missing", "broken"), [("assistant", False), ("actions", False), ("directory", True)]
)
async def test_health_names_what_does_not_answer(start, brain: FakeBrain, missing: str, broken: bool) -> None:
    def check() -> str | None:
        if broken:
            raise OSError("no such folder")
        return None

    brain.missing = [] if broken else [missing]
    client = await start(parts(brain, check_directory=check))
    async with client.get("/healthz") as response:
        assert response.status == 503
        body = await response.json()
    assert body["waiting_for"] == [missing]
    assert missing in body["error"]["message"]


async def test_health_is_ok_when_all_answer(door: Client) -> None:
    async with door.get("/healthz") as response:
        assert response.status == 200
        assert await response.json() == {"status": "ok"}


async def test_a_broken_edit_is_a_warning_not_an_outage(start, brain: FakeBrain) -> None:
    client = await start(parts(brain, check_directory=lambda: "one.yml:3: no name"))
    async with client.get("/healthz") as response:
        assert response.status == 200
        assert await response.json() == {"status": "ok", "warning": "one.yml:3: no name"}


async def test_unknown_pages_and_methods_are_plain_words(door: Client) -> None:
    for method, path, status in (("GET", "/api/chat", 405), ("GET", "/api/none", 404), ("DELETE", "/", 405)):
        async with door.request(method, path) as response:
            assert response.status == status
            text = await response.text()
            assert "Traceback" not in text
