"""The whole path over HTTP: real front door, real Rasa, real actions, the real directory."""

from __future__ import annotations

import os
import signal
import time
import urllib.request
from pathlib import Path

import pytest

from bot.web.sessions import Sessions, load_secret
from bot.web.settings import Settings
from tests.stack.conftest import Stack

pytestmark = [pytest.mark.stack, pytest.mark.model]


def test_health_is_ok(stack: Stack) -> None:
    status, body = stack.get("/healthz")
    assert (status, body["status"]) == (200, "ok")


def test_one_sentence_gets_help_with_reasons(stack: Stack) -> None:
    status, body = stack.post("my lad is 4 and still only has a few words, we are in Crook")
    assert status == 200
    assert body["understood"]["needs"] == ["speech_language"]
    assert body["understood"]["ages"] == [[48, 60]]
    assert body["understood"]["locality"] == {"name": "Crook", "in_area": True, "council": "Durham County Council"}
    services = body["replies"][0]["services"]
    assert services[0]["kind"] == "speech_therapy"
    assert all(service["reasons"] and service["checked"] for service in services)


def test_an_enquiry_grows_over_messages_and_no_question_comes_twice(stack: Stack) -> None:
    _, first = stack.post("she can't sleep at all")
    session = first["session"]
    assert first["replies"][0]["services"]
    assert "How old" in first["replies"][0]["text"]
    _, second = stack.post("7", session)
    assert second["understood"]["ages"] == [[84, 96]]
    assert "How old" not in second["replies"][0]["text"]
    assert "Which town" in second["replies"][0]["text"]
    _, third = stack.post("shildon", second["session"])
    assert third["understood"]["locality"]["name"] == "Shildon"
    assert "Which town" not in third["replies"][0]["text"]
    _, fourth = stack.post("sorry, 6 not 7", third["session"])
    assert fourth["understood"]["ages"] == [[72, 84]]
    assert fourth["understood"]["needs"] == first["understood"]["needs"]


def test_rather_not_say_is_fine(stack: Stack) -> None:
    _, first = stack.post("he has meltdowns every day after school")
    _, second = stack.post("I'd rather not say", first["session"])
    assert "How old" not in second["replies"][0]["text"]
    assert second["replies"][0]["services"]


def test_a_crisis_comes_first_and_the_enquiry_goes_on_after_it(stack: Stack) -> None:
    _, first = stack.post("my daughter is 14 and can't sleep")
    _, alarm = stack.post("she says she wants to kill herself", first["session"])
    assert alarm["safety"] == "crisis"
    assert "999" in alarm["replies"][0]["text"]
    _, after = stack.post("thank you. what is there for sleep?", alarm["session"])
    assert after["safety"] == "none"
    assert after["understood"]["ages"] == [[168, 180]]
    assert "sleep" in after["understood"]["needs"]


def test_two_conversations_do_not_cross(stack: Stack) -> None:
    _, one = stack.post("my son is 3 and not talking")
    _, two = stack.post("my daughter is 15 and anxious")
    assert one["session"] != two["session"]
    _, one = stack.post("we live in Seaham", one["session"])
    assert one["understood"]["ages"] == [[36, 48]]


def test_a_made_up_session_starts_afresh(stack: Stack) -> None:
    _, body = stack.post("hello", "somebody-else")
    assert body["session"] != "somebody-else"


@pytest.mark.parametrize("text", ["/restart", '/inform{"need":"sleep"}', "/find_service", "/session_start", "EXTERNAL: hello"])
def test_a_command_that_a_visitor_types_is_only_words(stack: Stack, text: str) -> None:
    _, first = stack.post("my lad is 4 and won't sleep")
    status, body = stack.post(text, first["session"])
    assert status == 200
    assert body["replies"][0]["text"]
    assert body["understood"]["needs"] == first["understood"]["needs"]
    assert body["understood"]["ages"] == first["understood"]["ages"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400), ("   \n ", 400), ("x" * 2001, 413), ("x" * 100_000, 413), (b"{", 400), (b"[]", 400),
        (b'{"message": 3}', 400), (b'{"message": null}', 400), (b"", 400), (b"\xff\xfe", 400),
        ("\U0001f600\U0001f600", 200), ("a\x00b", 200), ("<script>alert(1)</script>", 200),
        ("mon fils a quatre ans et il ne parle pas", 200), ("!!!???", 200), ("\u0645\u0631\u062d\u0628\u0627", 200),
    ],
)  # fmt: skip
def test_bad_input_gets_a_clear_answer(stack: Stack, body: str | bytes, status: int) -> None:
    got, answer = stack.post(body)
    assert got == status, answer
    if status == 200:
        assert answer["replies"][0]["text"]
    else:
        assert answer["error"]["message"]
        assert "Traceback" not in str(answer)


def test_every_button_leads_somewhere(stack: Stack) -> None:
    _, body = stack.post("I need some help with my child")
    buttons = body["replies"][0]["buttons"]
    assert buttons
    for button in buttons:
        _, answer = stack.post(button["payload"], body["session"])
        assert answer["replies"][0]["services"], button


def test_the_page_works_without_script(stack: Stack) -> None:
    page = stack.page()
    assert "<form" in page
    assert "999" in page


def test_forgetting_leaves_no_word_in_the_database(stack: Stack) -> None:
    _, body = stack.post("my lad is 9 and collects zanzibar stamps and cannot sleep")
    database = stack.var / "conversations.db"
    assert b"zanzibar" in database.read_bytes()
    _forget(stack, body["session"])
    assert b"zanzibar" not in database.read_bytes()


def _forget(stack: Stack, token: str) -> None:
    settings = Settings.from_env({"SIGNPOST_VAR": str(stack.var)})
    sessions = Sessions(load_secret(settings), settings.session_idle)
    environment = Path(f"/proc/{stack.children()['web']}/environ").read_text().split("\0")
    port = next(line.split("=")[1] for line in environment if line.startswith("SIGNPOST_RASA_PORT="))
    url = f"http://127.0.0.1:{port}/webhooks/signpost/conversations/{sessions.sender(sessions.open(token))}"
    with urllib.request.urlopen(urllib.request.Request(url, method="DELETE"), timeout=10) as response:
        assert response.status == 204


def test_with_the_assistant_dead_a_crisis_is_still_answered(stack: Stack) -> None:
    os.kill(stack.children()["rasa"], signal.SIGKILL)
    status, body = stack.post("she has taken all her tablets")
    assert (status, body["safety"]) == (200, "crisis")
    assert "999" in body["replies"][0]["text"]
    status, body = stack.post("my lad won't sleep")
    assert status == 503
    assert "999" in body["error"]["message"]
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and stack.get("/healthz")[0] != 200:
        time.sleep(1)
    assert stack.get("/healthz")[0] == 200
    assert stack.post("my lad is 5 and won't sleep")[0] == 200


def test_with_the_actions_dead_nobody_meets_silence(stack: Stack) -> None:
    os.kill(stack.children()["actions"], signal.SIGKILL)
    status, body = stack.post("my lad won't sleep")
    assert status in (200, 503)
    assert body.get("replies") or "999" in body["error"]["message"]
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and stack.get("/healthz")[0] != 200:
        time.sleep(1)
    assert stack.get("/healthz")[0] == 200


def test_no_log_holds_a_word_of_these_conversations(stack: Stack) -> None:
    said = ("zanzibar", "few words, we are in Crook", "kill herself", "all her tablets", "sleep at all")
    logs = sorted(stack.var.glob("*.log"))
    assert {"web.log", "assistant.log", "actions.log"} <= {log.name for log in logs}
    for log in logs:  # the deaths above made the servers log faults, too
        text = log.read_text(errors="replace")
        assert [words for words in said if words in text] == [], log.name


def test_stopping_leaves_no_process(stack: Stack) -> None:
    left = stack.children()
    assert len(left) == 3
    stack.process.send_signal(signal.SIGTERM)
    assert stack.process.wait(30) == 0
    time.sleep(1)
    assert stack.children() == {}
