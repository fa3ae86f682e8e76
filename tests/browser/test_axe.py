"""No page and no state has a fault that axe finds, at three widths, light and dark; pictures are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import ARTEFACTS, NewPage
from tests.browser.live import Live, many

WIDTHS = (320, 768, 1280)
REFUSED = ("the server responded with a status of", "net::ERR_INTERNET_DISCONNECTED")
FAULTS = """axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
    violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]))"""
Reach = Callable[[Page, Live], None]


def say(page: Page, message: str = "My son is 3 and not talking. We live in Crook") -> None:
    page.fill("#message", message)
    page.keyboard.press("Enter")
    page.wait_for_selector("#send:not([aria-disabled])")


def start(page: Page, live: Live) -> None:
    """Nothing said yet."""


def answered(page: Page, live: Live) -> None:
    say(page)


def unfolded(page: Page, live: Live) -> None:
    say(page)
    for summary in page.query_selector_all("summary"):
        summary.click()


def history(page: Page, live: Live) -> None:
    say(page)
    say(page, "He is 4")


def kept(page: Page, live: Live) -> None:
    say(page)
    page.click("text=Keep on my list")
    page.wait_for_selector("text=Your list: 1")


def danger(page: Page, live: Live) -> None:
    say(page, "I want to die")


def looking(page: Page, live: Live) -> None:
    live.brain.slow = 10
    page.fill("#message", "hello")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Looking…")


def trying_again(page: Page, live: Live) -> None:
    live.brain.down = True
    page.fill("#message", "hello")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Trying again")


def empty(page: Page, live: Live) -> None:
    page.click("#send")


def too_long(page: Page, live: Live) -> None:
    page.fill("#message", "a" * 2_100)
    page.click("#send")


def refused(page: Page, live: Live) -> None:
    page.evaluate("document.getElementById('talk').submit()")
    page.wait_for_selector("#problem")


def forgotten(page: Page, live: Live) -> None:
    say(page)
    page.click("text=Forget this chat")
    page.wait_for_selector("#notice")


def list_of_two(page: Page, live: Live) -> None:
    say(page)
    for _ in range(2):
        page.click("text=Keep on my list >> nth=0")
        page.wait_for_timeout(100)
    page.click("text=Your list:")
    page.wait_for_selector("h1:has-text('Your list')")


def panel_open(page: Page, live: Live) -> None:
    page.click("text=Find help for your child >> nth=-1")
    page.frame_locator("iframe").locator("#message").wait_for()


def many_cards(page: Page, live: Live) -> None:
    live.brain.reply = many
    say(page)
    page.click("text=3 more to try")
    page.wait_for_selector("text=Service 5")


def another_language(page: Page, live: Live) -> None:
    say(page, "ابني لا يتكلم")
    page.wait_for_selector("[lang=ar]")


def expired(page: Page, live: Live) -> None:
    page.context.clear_cookies()
    say(page)
    page.wait_for_selector("#newest .notice")


def offline(page: Page, live: Live) -> None:
    page.context.set_offline(True)
    page.fill("#message", "hello")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=You are offline.")


STATES: list[tuple[str, str, Reach]] = [
    ("start", "/", start),
    ("answered", "/", answered),
    ("unfolded", "/", unfolded),
    ("history", "/", history),
    ("kept", "/", kept),
    ("danger", "/", danger),
    ("many-cards", "/", many_cards),
    ("another-language", "/", another_language),
    ("expired", "/", expired),
    ("offline", "/", offline),
    ("looking", "/", looking),
    ("trying-again", "/", trying_again),
    ("empty", "/", empty),
    ("too-long", "/", too_long),
    ("refused-without-script", "/", refused),
    ("forgotten", "/", forgotten),
    ("embed", "/embed", start),
    ("embed-answered", "/embed", answered),
    ("list-empty", "/list", start),
    ("list", "/", list_of_two),
    ("shared", "/help?need=speech_language&age=36-48&place=Crook", start),
    ("about", "/about", start),
    ("privacy", "/privacy", start),
    ("accessibility", "/accessibility", start),
    ("demo", "/demo", start),
    ("demo-open", "/demo", panel_open),
    ("not-found", "/nothing", start),
]


@pytest.mark.parametrize(("name", "path", "reach"), STATES, ids=[state[0] for state in STATES])
def test_axe_finds_nothing(new_page: NewPage, live: Live, name: str, path: str, reach: Reach) -> None:
    page = new_page(path, expected=REFUSED)
    page.emulate_media(reduced_motion="reduce")
    reach(page, live)
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"scrolls sideways at {width}"
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(FAULTS) == []
            picture(page, f"{name}-{width}-{scheme}")
    otherwise(page, name)


def otherwise(page: Page, name: str) -> None:
    """Forced colours, four times the size, and paper: axe again where it can look, and pictures."""
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(FAULTS) == []
    picture(page, f"{name}-forced-colours")
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 320, "height": 256})  # a screen of 1280 by 1024 at 400%
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, "scrolls sideways at 400%"
    page.screenshot(path=ARTEFACTS / f"{name}-zoomed.png")
    page.set_viewport_size({"width": 794, "height": 1123})  # A4
    page.emulate_media(media="print")
    picture(page, f"{name}-print")


def picture(page: Page, name: str) -> None:
    """Kept for people to look at; never compared by a machine, because fonts differ."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)
