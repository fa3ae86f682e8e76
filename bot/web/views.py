"""The assistant's replies as the templates draw them: paragraphs, lists, links, cards under headings.

Nothing here is HTML: a template escapes every word. A link is only ever http(s) or tel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from bot.web.words import COSTS, PART_HEADINGS

_BULLET = re.compile(r"^\s*[-•*]\s+")
# A full UK number, or a short one that the text tells to ring ("ring 999", "NHS 111").
_LINKED = re.compile(
    r"(?P<url>https?://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?])"
    r"|(?P<phone>(?<![\d.])(?:(?:\+44 ?|0)\d(?:[ -]?\d){8,9}|0800 ?1111)(?!\d))"
    r"|(?P<short>(?<=\bring )\d{3}\b|(?<=\bRing )\d{3}\b|(?<=\bcall )\d{3}\b|(?<=\bCall )\d{3}\b"
    r"|(?<![\d£])(?<!\d )999\b(?! ?\d)|(?<=\bNHS )111\b|\b116 ?\d{3}\b)"
)
_NUMBER = re.compile(r"(?:(?:\+44 ?|0)\d(?:[ -]?\d){8,9}|0800 ?1111)(?!\d)|\b116 ?\d{3}\b|^\d{3}$")
_SENTENCE_END = re.compile(r"(?<=[.!]) (?=[A-Z])")
_CHECK_FIRST = "Check first:"
_SHOWN_AT_ONCE = (
    3  # of a part of the plan; the others are folded away, so that a phone shows the next part soon
)
_ALWAYS_SHOWN = 2  # sentences of the urgent line
_NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True)
class Span:
    """A run of words, with where it links to or None."""

    text: str
    href: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph (its lines) or a list (its items)."""

    kind: Literal["paragraph", "list"]
    lines: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True)
class Card:
    """A service as it is shown; an absent fact is None or empty and then not shown.

    ``lead`` is the summary's first sentence and ``more`` what follows it; ``checks`` are the reasons that could
    rule it out, which nobody should have to unfold.
    """

    id: str
    name: str
    lead: str | None
    more: str | None
    checks: tuple[str, ...]
    reasons: tuple[str, ...]
    distance: str | None
    next: str | None
    route: str | None
    say: str | None
    phone: str | None
    tel: str | None
    url: str | None
    hours: str | None
    cost: str | None
    caution: str | None
    while_waiting: tuple[str, ...]
    checked: str | None
    source: Span | None


@dataclass(frozen=True)
class Group:
    """Cards under one heading; the heading is None for services that are not part of a plan."""

    heading: str | None
    cards: tuple[Card, ...]
    folded: tuple[Card, ...] = ()  # shown when asked for


@dataclass(frozen=True)
class ReplyView:
    """One reply: what comes before the cards, the cards, tips, what comes after, choices."""

    lang: str | None  # of what comes before the cards, where it is not English
    before: tuple[Block, ...]
    groups: tuple[Group, ...]
    tips: tuple[str, ...]
    after: tuple[Block, ...]
    copy: str | None  # plain lines to take along, in a box of their own
    buttons: tuple[tuple[str, str], ...]  # title, what pressing it says


def reply_view(reply: Mapping[str, Any]) -> ReplyView:
    """Draw one reply. ``intro``, then the cards, then notes and ``outro``; without an intro ``text`` goes before."""
    intro = _text(reply.get("intro"))
    copy = _text(reply.get("copy"))
    before = intro or str(reply["text"]).replace(copy or "\0", "").strip()
    # What help ends or opens later comes below the services, so that the first of them comes soon.
    after = "\n\n".join((*_texts(reply.get("notes")), _text(reply.get("outro")) or "")) if intro else ""
    return ReplyView(
        lang=_language_tag(reply.get("lang")),
        before=blocks(before),
        groups=groups(reply["services"]),
        tips=_texts(reply.get("while_waiting")),
        after=blocks(after),
        copy=copy,
        buttons=tuple((str(button["title"]), str(button["payload"])) for button in reply["buttons"]),
    )


def groups(services: Sequence[Mapping[str, Any]], at_once: int = _SHOWN_AT_ONCE) -> tuple[Group, ...]:
    """Cards by the part of the plan they belong to, in the plan's order; past ``at_once`` they are folded away."""
    parts = [part for part in (*PART_HEADINGS, None) if any(_part(service) == part for service in services)]
    return tuple(_group(part, services, at_once) for part in parts)


def _group(part: str | None, services: Sequence[Mapping[str, Any]], at_once: int) -> Group:
    cards = tuple(card(service) for service in services if _part(service) == part)
    return Group(PART_HEADINGS[part] if part else None, cards[:at_once], cards[at_once:])


def card(service: Mapping[str, Any]) -> Card:
    """Draw one service of the HTTP contract, with whatever more the assistant sent."""
    phone = _text(service.get("phone"))
    upcoming, route = _text(service.get("next")), _text(service.get("route"))
    lead, *more = _SENTENCE_END.split(_text(service.get("summary")) or "", maxsplit=1)
    reasons = _texts(service.get("reasons"))
    return Card(
        id=str(service["id"]),
        name=str(service["name"]),
        lead=lead or None,
        more=more[0] if more else None,
        checks=tuple(reason for reason in reasons if reason.startswith(_CHECK_FIRST)),
        reasons=tuple(reason for reason in reasons if not reason.startswith(_CHECK_FIRST)),
        distance=_miles(service.get("distance_miles")),
        next=upcoming,
        route=route if route != upcoming else None,
        say=_text(service.get("say")),
        phone=phone,
        tel=tel(phone) if phone else None,
        url=web_link(service.get("url")),
        hours=_text(service.get("hours")),
        cost=_cost(_text(service.get("cost"))),
        caution=_text(service.get("caution")),
        while_waiting=_texts(service.get("while_waiting")),
        checked=_day(service.get("checked")),
        source=_source(_text(service.get("source"))),
    )


def blocks(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs and lists: an empty line ends a paragraph, "- " begins an item."""
    return tuple(_blocks(text))


def spans(line: str) -> tuple[Span, ...]:
    """One line with its addresses and phone numbers as links."""
    found: list[Span] = []
    end = 0
    for match in _LINKED.finditer(line):
        href = web_link(match["url"]) if match["url"] else tel(match[0])
        found += [Span(line[end : match.start()])] if match.start() > end else []
        found.append(Span(match[0], href))
        end = match.end()
    return (*found, Span(line[end:])) if end < len(line) else tuple(found)


def urgent_view(line: str) -> tuple[tuple[Span, ...], tuple[tuple[Span, ...], ...]]:
    """The urgent line in two: the sentences that always stand at the top, and the others one by one.

    A question and its answer ("In danger now? Ring 999.") stay together.
    """
    sentences = _SENTENCE_END.split(line)
    return spans(" ".join(sentences[:_ALWAYS_SHOWN])), tuple(spans(sentence) for sentence in sentences[_ALWAYS_SHOWN:])


def tel(phone: str) -> str | None:
    """The link that rings the first number in the words, or None where there is none."""
    match = _NUMBER.search(phone)
    return f"tel:{_NOT_DIALLED.sub('', match[0])}" if match else None


def web_link(value: Any) -> str | None:
    """The address where it is one of a web page, else None: nothing else is ever linked."""
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.hostname else None


def _blocks(text: str) -> Iterator[Block]:
    kind: Literal["paragraph", "list"] = "paragraph"
    lines: list[tuple[Span, ...]] = []
    for line in (*text.split("\n"), ""):
        bullet = _BULLET.match(line)
        this: Literal["paragraph", "list"] = "list" if bullet else "paragraph"
        if lines and (not line.strip() or this != kind):
            yield Block(kind, tuple(lines))
            lines = []
        kind = this
        if line.strip():
            lines.append(spans(line[bullet.end() :] if bullet else line.strip()))


def _language_tag(value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch("[a-z]{2,3}", value) else None


def _part(service: Mapping[str, Any]) -> str | None:
    part = service.get("part")
    return part if isinstance(part, str) and part in PART_HEADINGS else None


def _miles(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if value < 1:
        return "Less than a mile away"
    rounded = round(value)
    return "About 1 mile away" if rounded == 1 else f"About {rounded} miles away"


def _source(source: str | None) -> Span | None:
    """A page is linked; a paper (a report, a list) is named."""
    if source is None:
        return None
    href = web_link(source)
    return Span("See the source", href) if href else Span(source)


def _cost(words: str | None) -> str | None:
    return COSTS.get(words, words) if words else None


def _day(value: Any) -> str | None:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return None
    return f"{day.day} {day:%B %Y}"


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, value))) if isinstance(value, (list, tuple)) else ()
