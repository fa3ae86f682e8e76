"""Every contact that a family is shown must stand in one of the entry's own sources, and every session have its page among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Any
from urllib.parse import urlsplit

from bot.directory.mistakes import Mistake, items, part, texts_of
from bot.directory.phones import numbers_in, says_number

_NUMBER = re.compile(r"\+?\d[\d ()]{1,}\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHARED_ENDING = re.compile(r"(?:(?:org|co|nhs|ac|sch)\.)?\w+")
_TOLD_ELSEWHERE = ("phone", "email", "url", "postcode", "source")


def untraced(entry: Any) -> Iterator[Mistake]:
    """Phones, e-mails, web addresses and postcodes that no source of the entry says, and pages of sessions that are none. Without whole sources the schema has said so."""
    told = [source for source in items(entry, "sources") if isinstance(source, dict)]
    if not told or not all(_text(source, key) for source in told for key in ("what", "says")):
        return
    # An address may stand behind what it is: "Open Referral UK feed, https://..."
    yield from _without_their_page(entry, {page for source in told for page in (source["what"].strip(), *source["what"].split())})
    sources = " \n".join(f"{source['what']} \n{source['says']}" for source in told).lower()
    contact = part(entry, "contact")
    for number in _NUMBER.findall(_text(contact, "phone")):
        if not says_number(sources, number):
            yield ("contact", "phone"), *_mistake(number)
    email = _text(contact, "email").lower()
    if not _says(sources, email):
        yield ("contact", "email"), *_mistake(contact["email"])
    host = urlsplit(_text(contact, "url")).netloc.lower().removeprefix("www.")
    if (host and _SHARED_ENDING.fullmatch(host)) or not _says(sources, host, before=r"(?<![\w-])"):  # a page of a part of the site will do
        yield ("contact", "url"), *_mistake(host)
    for at, venue in enumerate(items(entry, "venues")):
        postcode = _text(venue, "postcode") if isinstance(venue, dict) else ""
        spaced = " ?".join(map(re.escape, postcode.lower().replace(" ", "")))
        if spaced and not re.search(rf"(?<!\w){spaced}(?!\w)", sources):
            yield ("venues", at, "postcode"), *_mistake(postcode)
    for path, text in texts_of(entry):
        if path[-1] not in _TOLD_ELSEWHERE:
            said = (number for number in numbers_in(text) if not says_number(sources, number))
            sent = (found for found in _EMAIL.findall(text) if not _says(sources, found.lower()))
            yield from ((path, *_mistake(fact)) for fact in (*said, *sent))


def _without_their_page(entry: Any, pages: Set[str]) -> Iterator[Mistake]:
    """Sessions whose day and time no page of the sources gives."""
    for at, session in enumerate(items(entry, "sessions")):
        page = _text(session, "source").strip() if isinstance(session, dict) else ""
        if page and page not in pages:
            yield ("sessions", at, "source"), f"no source says {page!r}", "add the page to sources, with what it says"


def _says(sources: str, fact: str, before: str = r"(?<![\w.+-])") -> bool:
    """Whether the sources say a whole address, and not only a longer one that it is a part of."""
    return not fact or bool(re.search(rf"{before}{re.escape(fact)}(?![\w-]|\.\w)", sources))


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _mistake(fact: str) -> tuple[str, str]:
    return f"no source says {fact!r}", "add the page where you saw it to sources, with what it says"
