"""Chromium, a front door with a fake assistant, and a page whose faults fail the test.

Chromium is the system's (on Debian: ``apt-get install chromium``). Where there is none the tests are
skipped and say so; in CI that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.live import Live

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium's own calls home are off: they are not the page's, and a closed network refuses them.
_ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ARTEFACTS = Path(__file__).parent / "artefacts"
_HURRY = "const wait = setTimeout; window.setTimeout = (then, after) => wait(then, after / 10);"
NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("SIGNPOST_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        missing = "no Chromium: install it (Debian: apt-get install chromium) or name it in SIGNPOST_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    door = Live(tmp_path)
    door.start()
    yield door
    door.stop()


@pytest.fixture
def new_page(chromium: Browser, live: Live) -> Iterator[NewPage]:
    """Open a page of the front door. Errors in its console and requests to other sites fail the test.

    ``expected`` names words of faults that the test brings about on purpose. ``hurried`` lets the page's own
    waiting times pass ten times as fast.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opener(
        path: str = "/",
        *,
        expected: tuple[str, ...] = (),
        width: int = 1280,
        hurried: bool = False,
        **options: Any,
    ) -> Page:
        size: ViewportSize = {"width": width, "height": 800}
        context = chromium.new_context(viewport=size, reduced_motion="reduce", **options)
        if hurried:
            context.add_init_script(_HURRY)
        context.set_default_timeout(5_000)
        contexts.append(context)
        watch(context, live.origin, faults, expected)
        page = context.new_page()
        page.goto(f"{live.origin}{path}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert faults == []


def watch(context: BrowserContext, origin: str, faults: list[str], expected: tuple[str, ...]) -> None:
    """Note whatever a visitor's browser should never see."""

    def note(text: str) -> None:
        if not any(words in text for words in expected):
            faults.append(text)

    context.on("console", lambda message: note(f"console {message.type}: {message.text}"))
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on(
        "request",
        lambda request: None if request.url.startswith(origin) else note(f"elsewhere: {request.url}"),
    )


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()
