"""Every contact that a family is shown must stand in one of the entry's own sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bot.directory.mistakes import Mistake, items, part

_NUMBER = re.compile(r"\d[\d ]{1,}\d")


def untraced(entry: Any) -> Iterator[Mistake]:
    """Phones, e-mails, web addresses and postcodes that no source of the entry says."""
    sources = " ".join(
        f"{source.get('what')} {source.get('says')}" for source in items(entry, "sources") if isinstance(source, dict)
    )
    letters, digits = re.sub(r"\s", "", sources.lower()), re.sub(r"\D", "", sources)
    contact = part(entry, "contact")
    for number in _NUMBER.findall(_text(contact, "phone")):
        if re.sub(r"\D", "", number) not in digits:
            yield ("contact", "phone"), *_mistake(number)
    if _text(contact, "email").lower() not in letters:
        yield ("contact", "email"), *_mistake(contact["email"])
    host = urlsplit(_text(contact, "url")).netloc.lower().removeprefix("www.")
    if host not in letters:
        yield ("contact", "url"), *_mistake(host)
    for at, venue in enumerate(items(entry, "venues")):
        postcode = _text(venue, "postcode") if isinstance(venue, dict) else ""
        if re.sub(r"\s", "", postcode.lower()) not in letters:
            yield ("venues", at), *_mistake(postcode)


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _mistake(fact: str) -> tuple[str, str]:
    return f"no source says {fact!r}", "add the page where you saw it to sources, with what it says"
