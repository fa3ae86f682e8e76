"""Values of somebody else's feed. Every one may be missing, of another kind, or made to do harm."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

LONGEST_TEXT = 5_000
# What YAML cannot hold (halves of characters, controls), and what turns the direction of a text round.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:[a-zA-Z]+|#\w+);")
_TAG_LEFT = re.compile(r"<(?=[a-zA-Z/!?])")
_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+")


@dataclass
class Notes:
    """What of a record could not be placed: what, and what to write."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def add(self, what: str, instead: str) -> None:
        """Keep one, once."""
        if (what, instead) not in self.found:
            self.found.append((what, instead))


def mappings(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; a single object counts as a list of one, anything else as none."""
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def mapping(value: Any) -> dict[str, Any]:
    """An object; empty where it is something else."""
    return value if isinstance(value, dict) else {}


def number(value: Any) -> float | None:
    """A number, also one written as text; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)) or len(str(value)) > 30:
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def lines(value: Any, what: str, notes: Notes) -> str | None:
    """A text without markup and unprintable characters, its lines kept; None for none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    if len(value) > LONGEST_TEXT:
        notes.add(f"{what} is longer than {LONGEST_TEXT:,} characters and was cut", "read it at the source, and say it shorter")
        value = value[:LONGEST_TEXT]
    value = _UNPRINTABLE.sub(" ", value)
    if _MARKUP.search(value):
        notes.add(f"HTML was taken out of {what}", "read it through")
        for _ in range(3):  # markup may be hidden in markup
            value = _without_markup(value)
        value = _TAG_LEFT.sub("", value)
    kept = (" ".join(line.split()) for line in _UNPRINTABLE.sub(" ", value).splitlines())
    return "\n".join(line for line in kept if line) or None


def text(value: Any, what: str, notes: Notes) -> str | None:
    """As ``lines``, in one line."""
    found = lines(value, what, notes)
    return " ".join(found.split()) if found else None


def printable(said: str) -> str:
    """A line for a terminal or a comment: nothing in it ends the line or moves the cursor."""
    return "".join(char if char.isprintable() else " " for char in said)


def day(value: Any) -> date | None:
    """The day of a date or a date and time; None where it is none."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def web_address(value: Any, what: str, notes: Notes) -> str | None:
    """An absolute http or https address without a name or password in it; another one is left out, and said."""
    said = text(value, what, notes)
    if said is None:
        return None
    try:
        parts = urlsplit(said)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None and " " not in said
    except ValueError:
        good = False
    if not good:
        notes.add(f"{what} {said[:60]!r} is no web address", "find the page, then write url:")
    return said if good else None


def email_address(value: Any, what: str, notes: Notes) -> str | None:
    """An e-mail address; another text is left out, and said."""
    said = text(value, what, notes)
    if said is not None and not _EMAIL.fullmatch(said):
        notes.add(f"{what} {said[:60]!r} is no e-mail address", "find it out, then write email:")
        return None
    return said


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        self.found.append("\n" if tag in ("p", "br", "div", "li", "tr") or tag[0] == "h" else " ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        self.found.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


def _without_markup(value: str) -> str:
    parser = _Words()
    parser.feed(value)
    parser.close()
    return "".join(parser.found)
