"""Takes out what identifies a person before anything is stored or logged; keeps what help depends on.

Best effort, by rules: names given as such, phone numbers, e-mails, addresses, school names, NHS numbers, dates of
birth (turned into the age, which matching needs) and postcodes (down to the outward code). Helplines, places, needs
and family words stay. Measured in benchmarks/privacy/RESULTS.md.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import phonenumbers
import yaml
from stdnum.gb import nhs

from bot.nlu.age_births import find_births
from bot.nlu.place import gazetteer
from bot.privacy.names import find_names

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NHS = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d{1,2}[a-z]?)\s{0,2}\d[a-z]{2}\b", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:(?:St\.?|Saint)\s+)?(?:[A-Z][\w'’.-]*\s+){1,4}"
    r"(?:(?:C\.?\s?of\s?E\.?|CE|RC|Catholic|Community|Church of England|Primary|Junior|Infants?|Nursery|Secondary|High|Comprehensive|Comp|Special)\s+){0,3}"
    r"(?:School|Academy|Primary|Juniors|Infants|Nursery|Comprehensive|Comp|Sixth Form|College)\b"
)
_SCHOOL_AT = re.compile(
    r"\b(?P<lead>(?:goes to|attends|at|to|pupil at|teacher at)\s+)(?:st\.?|saint)\s+[a-z'’]+(?:\s+[a-z'’]+)?(?=\s+(?:school|primary|academy|juniors|infants|rc|comp))\s+\w+(?:\s+(?:school|primary|academy))?",
    re.IGNORECASE,
)
# Kinds of school that are no school's name.
_NOT_A_NAME = re.compile(
    r"^(?:(?:The|His|Her|My|Our|Their|A|An|In|At|From|When|Special|Primary|Secondary|Mainstream|High|Junior|Infant|Nursery|Local|New|Big|Forest|Sunday|After|Before|Year|I|If|But|And|So|Is|Does|Can|County|Durham|Home|Virtual|Sixth|Form)\s+)+(?:School|Academy|Primary|Juniors|Infants|Nursery|Comp|Comprehensive|College|Sixth Form)$"
)
_ADDRESS = re.compile(
    r"\b(?:flat\s+\d+[a-z]?,?\s+)?\d{1,4}[a-z]?,?\s+(?:[A-Za-z'’]+\s+){1,3}"
    r"(?:street|st|road|rd|avenue|ave|terrace|lane|close|drive|crescent|grove|court|gardens|view|way|place|square|walk|row|villas|mews|rise)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Redaction:
    """The text without what was found, and how many of each kind were taken out."""

    text: str
    kinds: Mapping[str, int] = field(default_factory=dict)


def redact(text: str, today: date, keep: frozenset[str] = frozenset()) -> Redaction:
    """``text`` with identifying parts replaced by short tokens such as ``[name]``.

    ``keep`` holds phone numbers (any spacing) that belong to services and stay, beside the national helplines.
    """
    kinds: Counter[str] = Counter()
    text = _sub(_EMAIL, "[email]", text, kinds, "email")
    text = _births(text, today, kinds)
    text = _sub(_NHS, "[NHS number]", text, kinds, "nhs_number", lambda found: nhs.is_valid(found[0]))
    text = _phones(text, keep, kinds)
    text = _postcodes(text, kinds)
    text = _sub(_ADDRESS, "[address]", text, kinds, "address", lambda found: not _is_duration(found[0]))
    text = _sub(_SCHOOL, "[school]", text, kinds, "school", lambda found: not _NOT_A_NAME.match(found[0]))
    text = _SCHOOL_AT.sub(lambda found: _count(kinds, "school", found["lead"] + "[school]"), text)
    text = _names(text, kinds)
    return Redaction(text, dict(kinds))


def _sub(
    pattern: re.Pattern[str],
    token: str,
    text: str,
    kinds: Counter[str],
    kind: str,
    really: Callable[[re.Match[str]], bool] = lambda _: True,
) -> str:
    return pattern.sub(lambda found: _count(kinds, kind, token) if really(found) else found[0], text)


def _count(kinds: Counter[str], kind: str, token: str) -> str:
    kinds[kind] += 1
    return token


def _births(text: str, today: date, kinds: Counter[str]) -> str:
    for birth in sorted(find_births(text, today, asked=False), key=lambda found: -found.start):
        words = _age_in_words(birth.lo, birth.hi)
        text = text[: birth.start] + words + text[birth.end :]
        kinds["date_of_birth"] += 1
    return text


def _age_in_words(lo: int, hi: int) -> str:
    if lo < 24:
        return f"aged {lo} months"
    years = lo // 12
    return f"aged {years}" if hi - lo <= 12 else f"aged {years} to {hi // 12}"


def _phones(text: str, keep: frozenset[str], kinds: Counter[str]) -> str:
    kept = helplines() | {_digits(number) for number in keep}
    found = []
    for match in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE):
        digits = _digits(match.raw_string)
        if len(digits) >= 9 and digits not in kept and digits[:1] in "04+":
            found.append((match.start, match.end))
    for start, end in reversed(found):
        text = text[:start] + "[phone]" + text[end:]
        kinds["phone"] += 1
    return text


def _postcodes(text: str, kinds: Counter[str]) -> str:
    return _POSTCODE.sub(lambda found: _count(kinds, "postcode", found[1].upper()), text)


def _names(text: str, kinds: Counter[str]) -> str:
    places = [(place.start, place.end) for place in gazetteer().find_all(text) if place.role > 0]
    for start, end in sorted(find_names(text), reverse=True):
        if not any(start < last and first < end for first, last in places):
            text = text[:start] + "[name]" + text[end:]
            kinds["name"] += 1
    return text


def _is_duration(words: str) -> bool:
    """ "5 days a way" and "2 years in a row" are not addresses."""
    return bool(re.search(r"\b(?:years?|months?|weeks?|days?|hours?|times|kids|children|schools?|in a|of)\b", words, re.IGNORECASE))


@functools.cache
def helplines() -> frozenset[str]:
    """The digits of national helplines, which are nobody's private number."""
    numbers = yaml.safe_load(Path(__file__).with_name("helplines.yml").read_text(encoding="utf-8"))
    return frozenset(_digits(number) for number in numbers)


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:] if digits.startswith("44") else digits
