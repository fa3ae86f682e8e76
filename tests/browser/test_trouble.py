"""When things are slow, gone or restarting: the page says so, keeps the words, and goes on by itself."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect

from bot.web.parts import BrainAnswer
from tests.browser.conftest import NewPage
from tests.browser.live import Live, converse

ANSWER = "Here is help with talking"
BROKEN = ("status of", "Failed to load resource")


def send(page: Page, message: str = "My son is 3") -> None:
    page.fill("#message", message)
    page.keyboard.press("Enter")


def test_looking_is_said_and_nothing_is_frozen(page: Page, live: Live) -> None:
    live.brain.slow = 0.4
    send(page)
    expect(page.locator("#progress")).to_have_text("Looking…")
    assert page.get_attribute("#send", "aria-disabled") == "true"
    assert page.get_attribute("#send", "disabled") is None
    assert page.input_value("#message") == "My son is 3"
    expect(page.locator("#newest")).to_contain_text(ANSWER)
    expect(page.locator("#progress")).to_have_text("")


def test_slow_is_said(new_page: NewPage, live: Live) -> None:
    page = new_page(hurried=True)
    live.brain.slow = 2
    send(page)
    page.wait_for_selector("text=Still looking…")


def test_the_assistant_dies_and_comes_back_without_a_reload(new_page: NewPage, live: Live) -> None:
    page = new_page(expected=BROKEN, hurried=True)
    live.brain.down = True
    send(page)
    expect(page.locator("#progress")).to_contain_text("Your message is kept. Trying again in")
    expect(page.locator("#error")).to_contain_text("999")
    assert page.input_value("#message") == "My son is 3"
    live.brain.down = False
    expect(page.locator("#newest")).to_contain_text(ANSWER)
    expect(page.locator("#error")).to_be_hidden()
    assert page.input_value("#message") == ""


def test_danger_is_answered_while_the_assistant_is_dead(page: Page, live: Live) -> None:
    live.brain.down = True
    send(page, "I want to die")
    expect(page.locator("#newest .alarm")).to_contain_text("ring 999")


def test_the_server_restarts_and_the_chat_goes_on(new_page: NewPage, live: Live) -> None:
    page = new_page(expected=BROKEN, hurried=True)
    send(page, "before")
    expect(page.locator("#newest")).to_contain_text(ANSWER)
    live.stop()
    send(page, "during")
    expect(page.locator("#progress")).to_contain_text("We can't reach our service. Your message is kept.")
    live.start()
    expect(page.locator("#newest .said")).to_contain_text("during")
    expect(page.locator("#history .said")).to_contain_text("before")
    assert len({sender for sender, _ in live.brain.heard}) == 1


def test_sending_again_tries_at_once(new_page: NewPage, live: Live) -> None:
    page = new_page(expected=BROKEN)
    live.brain.down = True
    send(page)
    expect(page.locator("#progress")).to_contain_text("Trying again")
    live.brain.down = False
    page.click("#send")
    expect(page.locator("#newest")).to_contain_text(ANSWER, timeout=1_500)


def test_offline_waits_for_the_line(new_page: NewPage, live: Live) -> None:
    page = new_page(expected=BROKEN, hurried=True)
    page.context.set_offline(True)
    send(page)
    expect(page.locator("#progress")).to_contain_text("You are offline. Your message is kept.")
    page.context.set_offline(False)
    expect(page.locator("#newest")).to_contain_text(ANSWER)


def test_an_answer_lost_on_the_way_is_not_asked_for_twice(new_page: NewPage, live: Live) -> None:
    page = new_page(expected=BROKEN, hurried=True)
    lost: list[bool] = []

    def lose_the_first(route) -> None:
        if lost or route.request.method != "POST":
            route.continue_()
            return
        lost.append(True)
        route.fetch()
        route.abort()

    page.route("**/*", lose_the_first)
    send(page)
    expect(page.locator("#newest")).to_contain_text(ANSWER)
    assert len(live.brain.heard) == 1


def test_too_fast_waits_and_goes_on(new_page: NewPage, live: Live) -> None:
    live.stop()
    live.changes = {"limits_off": False, "session_rate": 30}
    live.start()
    page = new_page(expected=BROKEN)
    for number in range(31):
        page.request.post(
            live.origin, form={"message": f"{number}"}, headers={"Origin": live.origin}, max_redirects=0
        )
    send(page)
    expect(page.locator("#error")).to_contain_text("That is a lot of messages at once.")
    expect(page.locator("#progress")).to_contain_text("Trying again in")
    expect(page.locator("#newest")).to_contain_text(ANSWER)


def test_a_session_that_ended_starts_another_and_says_so(page: Page, live: Live) -> None:
    send(page, "before")
    expect(page.locator("#newest .said")).to_contain_text("before")
    page.context.clear_cookies()
    send(page, "after")
    expect(page.locator("#newest .said")).to_contain_text("after")
    expect(page.locator("#newest .notice")).to_contain_text("your last chat was cleared")


def test_on_a_slow_line_the_answer_is_there_a_second_after_it_is_given(page: Page, live: Live) -> None:
    given: list[float] = []

    def reply(text: str) -> BrainAnswer:
        given.append(time.monotonic())
        return converse(text)

    live.brain.reply = reply
    slow = {
        "offline": False,
        "latency": 400,
        "downloadThroughput": 50_000,
        "uploadThroughput": 50_000,
    }  # slow 3G
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", slow)
    send(page)
    expect(page.locator("#newest")).to_contain_text(ANSWER)
    assert time.monotonic() - given[0] < 1.0
