"""Whole visits: by keyboard, without script, in two tabs, with Back, in a frame, in a hurry."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.live import Live
from tests.web.fakes import FakeBrain, answer

QUESTION = "My son is 3 and not talking. We live in Crook"


def ask(page: Page, message: str = QUESTION) -> None:
    page.fill("#message", message)
    page.click("#send")
    expect(page.locator("#newest .said")).to_contain_text(message)


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def test_by_keyboard_alone(page: Page, live: Live) -> None:
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "message"
    page.keyboard.type("My son is 3")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("We live in Crook")
    page.keyboard.press("Enter")
    expect(page.locator("#newest .said")).to_contain_text("My son is 3\nWe live in Crook")
    assert live.brain.heard[0][1] == "My son is 3\nWe live in Crook"
    assert focused(page) == "newest"
    page.keyboard.press("Tab")
    assert focused(page).endswith("0300 123 4567")
    while "Something else" not in focused(page):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#newest .said")).to_contain_text("Is there anything else?")
    assert focused(page) == "newest"
    expect(page.locator("#history .choices")).to_have_count(0)
    expect(page.locator("#history .said")).to_contain_text("My son is 3")


def test_every_control_is_at_least_44_pixels_high(new_page: NewPage) -> None:
    page = new_page(width=320)
    ask(page)
    small = page.evaluate(
        """[...document.querySelectorAll("button, textarea, summary, .phone a")]
        .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
        .map((node) => node.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 664)])
def test_the_first_service_is_on_the_first_screen_of_a_phone(
    new_page: NewPage, live: Live, width: int, height: int
) -> None:
    page = new_page(width=width)
    page.set_viewport_size({"width": width, "height": height})
    ask(page)
    name, number = page.locator("#newest .service").first, page.locator("#newest .call").first
    assert name.evaluate("(node) => node.getBoundingClientRect().bottom") <= height
    # Who, how and the number stand open, before anything that explains.
    assert number.evaluate("(node) => node.getBoundingClientRect().bottom") <= height * 1.5
    assert (
        page.locator("#newest .card").first.evaluate("(node) => node.getBoundingClientRect().height") <= 640
    )


def test_a_screen_reader_hears_who_speaks_and_finds_headings(page: Page) -> None:
    ask(page)
    assert page.locator("#newest").inner_text().startswith("New messages")
    tree = page.locator("main").aria_snapshot()
    for words in (
        "You said:",
        "Signpost said:",
        'heading "Start here today" [level=3]',
        'heading "New messages" [level=2]',
    ):
        assert words in tree
    assert page.locator("[role=log], [aria-live=assertive]").count() == 0


def test_the_answer_is_focused_and_the_two_lists_are_kept_apart(page: Page) -> None:
    for message in ("first", "second", "third"):
        ask(page, message)
    assert page.locator("#history-list .said p").all_text_contents() == [
        "You said: first",
        "You said: second",
    ]
    assert page.locator("#newest-list .said").count() == 1
    assert focused(page) == "newest"
    assert page.input_value("#message") == ""


def test_an_empty_message_is_refused_beside_the_box(page: Page, live: Live) -> None:
    page.click("#send")
    assert focused(page) == "message"
    assert "error" in page.get_attribute("#message", "aria-describedby").split()
    expect(page.locator("#error")).to_have_text("Error: Please type what is hard right now, then send it.")
    assert page.get_attribute("#message", "aria-invalid") == "true"
    ask(page)
    expect(page.locator("#error")).to_be_hidden()


def test_characters_are_counted_and_never_cut(page: Page, live: Live) -> None:
    page.fill("#message", "💥" * 1_990)
    expect(page.locator("#count")).to_have_text("You have 10 characters left.")
    expect(page.locator("#announce")).to_have_text("You have 10 characters left.")
    page.fill("#message", "a" * 2_001)
    expect(page.locator("#count")).to_have_text("You have 1 character too many.")
    page.click("#send")
    expect(page.locator("#error")).to_contain_text("too many")
    assert len(page.input_value("#message")) == 2_001
    assert live.brain.heard == []


def test_enter_while_choosing_a_letter_does_not_send(page: Page, live: Live) -> None:
    page.fill("#message", "half")
    page.dispatch_event("#message", "keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    page.wait_for_timeout(100)
    assert live.brain.heard == []


def test_a_double_click_sends_once(page: Page, live: Live) -> None:
    live.brain.slow = 0.2
    page.fill("#message", "hello")
    page.dblclick("#send")
    expect(page.locator("#newest .said")).to_contain_text("hello")
    assert len(live.brain.heard) == 1


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_without_script(new_page: NewPage, live: Live, path: str) -> None:
    page = new_page(path, java_script_enabled=False, expected=("status of",), width=320)
    page.click("text=My daughter is 14 and can't face school")
    expect(page.locator("#newest .said")).to_contain_text("My daughter is 14")
    page.fill("#message", "My son is 3")
    page.click("#send")
    expect(page.locator("#newest .said")).to_contain_text("My son is 3")
    expect(page.locator("#history .said")).to_contain_text("My daughter is 14")
    page.click("text=Something else")
    expect(page.locator("#newest .said")).to_contain_text("Is there anything else?")
    page.click("summary:has-text('How to ask') >> nth=-1")
    expect(page.locator("#newest details[open]")).to_contain_text("Anyone can ask: ring")
    page.click("#newest >> text=Keep on my list >> nth=0")
    expect(page.locator("#summary")).to_contain_text("Your list: 1")
    if path == "/":
        keep_print_and_share(page, live)
    page.click("#send")
    expect(page.locator("#problem")).to_contain_text("Please type what is hard")
    expect(page).to_have_title("Error: Signpost: help for children with SEND in County Durham")
    page.click("text=Forget this chat")
    expect(page.locator("#notice")).to_contain_text("We have deleted this chat")
    assert len(live.brain.forgotten) == 1


def keep_print_and_share(page: Page, live: Live) -> None:
    """The list on its own page, on paper, and the link that shows it again; then back to the chat."""
    page.click("text=Your list: 1")
    expect(page.locator(".card")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("text=Anyone can ask: ring").first).to_be_visible()
    expect(page.locator(".keep")).to_be_hidden()
    page.emulate_media(media="screen")
    page.click("text=A link to share")
    assert page.url == f"{live.origin}/help?need=speech_language&age=36-48&place=Crook"
    expect(page.locator(".card")).to_have_count(3)
    page.goto(f"{live.origin}/list")
    page.click("text=Take off my list")
    expect(page.locator("main")).to_contain_text("Your list is empty")
    page.click("text=Back to the chat")


def test_two_tabs_get_their_own_answers_and_share_the_chat(new_page: NewPage, live: Live) -> None:
    live.brain.reply = lambda text: answer(f"You said: {text}")
    live.brain.slow = 0.1
    one = new_page()
    two = one.context.new_page()
    two.goto(live.origin)
    for page, message in ((one, "from one"), (two, "from two")):
        page.fill("#message", message)
        page.keyboard.press("Enter")
    expect(one.locator("#newest .bubble")).to_have_text("You said: from one")
    expect(two.locator("#newest .bubble")).to_have_text("You said: from two")
    assert not live.brain.crossed
    one.reload()
    assert sorted(one.locator(".said p").all_text_contents()) == ["You said: from one", "You said: from two"]
    two.click("text=Forget this chat")
    expect(two.locator("#notice")).to_be_visible()
    ask(one, "after forgetting")


def test_back_and_reload_keep_the_chat(page: Page, live: Live) -> None:
    ask(page)
    page.click("footer >> text=Privacy")
    expect(page.locator("h1")).to_contain_text("Privacy")
    page.go_back()
    expect(page.locator("#newest .said")).to_contain_text(QUESTION)
    page.reload()
    expect(page.locator("#newest .said")).to_contain_text(QUESTION)
    assert len(live.brain.heard) == 1


def test_a_list_to_keep_and_a_link_to_share(page: Page, live: Live) -> None:
    ask(page)
    button = page.locator("#newest >> button:has-text('Keep on my list')").first
    button.click()
    expect(page.locator("#newest >> button:has-text('Take off my list')")).to_be_focused()
    expect(page.locator("#announce")).to_have_text("It is on your list.")
    page.click("text=Your list: 1")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator("#print")).to_be_visible()
    page.go_back()
    page.click("text=Share or print this")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#copy")
    expect(page.locator("#copy")).to_have_text("The address is copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url == f"{live.origin}/help?need=speech_language&age=36-48&place=Crook"
    expect(page.locator(".card")).to_have_count(3)


def test_print_shows_the_words_and_no_form(page: Page) -> None:
    ask(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#newest .card").first).to_be_visible()
    expect(page.locator("text=Anyone can ask: ring").first).to_be_visible()
    expect(page.locator("#talk")).to_be_hidden()
    expect(page.locator("#exit")).to_be_hidden()


@pytest.mark.parametrize("way", ["button", "shift", "no script"])
def test_exit_forgets_and_leaves_no_way_back(new_page: NewPage, live: Live, way: str) -> None:
    page = new_page(
        java_script_enabled=way != "no script", expected=("elsewhere: https://www.bbc.co.uk/weather",)
    )
    page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Weather"))
    ask(page)
    if way == "shift":
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.click("#exit")
    page.wait_for_url("https://www.bbc.co.uk/weather")
    page.wait_for_timeout(100)
    assert len(live.brain.forgotten) == 1
    page.go_back()
    expect(page.locator("body")).not_to_contain_text(QUESTION)


def test_in_a_frame_by_keyboard(new_page: NewPage, live: Live) -> None:
    page = new_page("/demo")
    opener = page.get_by_role("button", name="Find help for your child")
    expect(page.get_by_role("link", name="Find help for your child")).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    frame = page.frame_locator("iframe[title='Signpost chat: find help for your child']")
    frame.locator("#message").fill(QUESTION)
    frame.locator("#message").press("Enter")
    expect(frame.locator("#newest .said")).to_contain_text(QUESTION)
    frame.locator("#newest").press("Escape")
    expect(opener).to_be_focused()
    page.reload()
    opener.click()
    expect(frame.locator("#newest .said")).to_contain_text(QUESTION)
    frame.locator("#message").fill("He is 4")
    frame.locator("#message").press("Enter")
    expect(frame.locator("#newest .said")).to_contain_text("He is 4")
    assert len({sender for sender, _ in live.brain.heard}) == 1


def test_exit_in_a_frame_takes_the_whole_page_away(new_page: NewPage, live: Live) -> None:
    page = new_page("/demo", expected=("elsewhere: https://www.bbc.co.uk/weather",))
    page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Weather"))
    page.get_by_role("button", name="Find help for your child").click()
    page.frame_locator("iframe").locator("#exit").click()
    page.wait_for_url("https://www.bbc.co.uk/weather")


def test_without_script_the_demo_keeps_its_link(new_page: NewPage) -> None:
    page = new_page("/demo", java_script_enabled=False)
    page.get_by_role("link", name="Find help for your child").click()
    expect(page.locator("#message")).to_be_visible()


def test_forced_colours_keep_borders(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    ask(page)
    for part in (".bubble", ".said p", ".card", "#send", "#message"):
        width = page.locator(part).first.evaluate("(node) => getComputedStyle(node).borderTopWidth")
        assert width == "2px", part


# The spacing that WCAG 1.4.12 asks every page to bear; a sheet and not an inline style, which the page's policy refuses.
SPACED = """const sheet = new CSSStyleSheet();
sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`);
document.adoptedStyleSheets = [sheet];"""


def test_wide_spacing_loses_nothing(new_page: NewPage) -> None:
    page = new_page(width=320)
    ask(page)
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = page.evaluate(
        """[...document.querySelectorAll("main *, header *")].filter((node) => node.checkVisibility()
        && getComputedStyle(node).overflow !== "visible" && node.scrollWidth > node.clientWidth + 1
        && !node.classList.contains("hidden")).map((node) => node.outerHTML.slice(0, 100))"""
    )
    assert cut == []


@pytest.mark.parametrize(("motion", "moves"), [("reduce", "none"), ("no-preference", "breathe")])
def test_nothing_moves_for_those_who_asked_for_that(
    new_page: NewPage, live: Live, motion: str, moves: str
) -> None:
    page = new_page()
    page.emulate_media(reduced_motion=motion)
    live.brain.slow = 5
    page.fill("#message", "hello")
    page.keyboard.press("Enter")
    page.wait_for_selector("#progress.waiting")
    assert (
        page.evaluate("getComputedStyle(document.getElementById('progress'), '::after').animationName")
        == moves
    )


def test_a_reply_is_shown_whatever_it_holds(page: Page, live: Live) -> None:
    live.brain.reply = FakeBrain().reply
    ask(page, '<img src=x onerror=alert(1)> & "quotes"')
    expect(page.locator("#newest .bubble")).to_have_text('You said: <img src=x onerror=alert(1)> & "quotes"')
    assert page.locator("#newest img").count() == 0
