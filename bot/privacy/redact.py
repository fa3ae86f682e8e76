"""Takes out what identifies a person before anything is stored or logged; keeps what help depends on.

Best effort, by rules: names given as such, phone numbers, e-mails, addresses, school names, NHS numbers, dates of
birth (turned into the age, which matching needs) and postcodes (down to the outward code). Helplines, places, needs
and family words stay. Measured in benchmarks/privacy/RESULTS.md.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import phonenumbers
import yaml
from stdnum.gb import nhs

from bot.nlu.ages.births import find_births
from bot.nlu.ages.words import OLDEST
from bot.nlu.place import gazetteer
from bot.nlu.place.postcodes import WHOLE
from bot.privacy.names import find_names, is_word
from bot.privacy.schools import find_schools

Replacement = tuple[int, int, str]

_EMAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|\b\w{1,30}(?: dot \w{1,30}){0,3} at \w{1,30}(?: dot \w{2,20}){1,3}\b",
    re.IGNORECASE,
)
_NHS = re.compile(
    r"(?P<said>\bnhs (?:(?:number|no)\b\.?:? ?(?:is )?)?)?\b(?P<number>\d{3}[ -]?\d{3}[ -]?\d{4})\b",
    re.IGNORECASE,
)
# A number with a digit too many or too few is somebody's too; the library knows only possible ones.
_MISTYPED_PHONE = re.compile(r"(?<!\w)(?:\+44|0)(?:[ ().-]{0,2}\d){9,13}(?!\w)")
# Ofcom's numbering plan gives 03 and 080 to organisations alone: no family has one at home.
_ORGANISATIONS = re.compile(r"03|080")
# A date beside "born" or "dob" that gives no child's age: a grown-up's, or one written in another order.
_A_DATE = r"(?:\d{1,2}[ ./-]{1,3}\d{1,2}[ ./-]{1,3}\d{2,4}|\d{8}|\d{1,2}(?:st|nd|rd|th)?[ -]{0,2}(?:of )?[a-z]{3,9}[ ,-]{1,2}\d{2,4})"
_BORN = r"(?:born|d\.?o\.?b\.?|dates? of births?|birth ?dates?)"
_BORN_ON = re.compile(rf"\b{_BORN}(?:[ ](?:on|is|was|the|in))*[ :=-]*(?P<date>{_A_DATE})(?!\d)|(?<!\d)(?P<before>{_A_DATE})[ ,(-]*{_BORN}\b", re.IGNORECASE)
# "5 days a way", "2 years in a row" and "28 pills on the drive" are no addresses.
_COUNTED = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|mins?|minutes?|miles?|each|times|kids|children|schools?|in a|of"
    r"|pills?|tablets?|tabs|capsules?|meds|mg|ml|doses?|paracetamols?|ibuprofen|\w+(?:ine|ol|pam|line|done)s?)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\byear[ ]$", re.IGNORECASE)
# "my 16th", "he's 24lb" look like half a postcode.
_COUNT_AFTER_LETTERS = re.compile(r"[a-z]{1,2} \d\d(?:th|st|nd|rd|lb)", re.IGNORECASE)
_ONLY_A_DATE = re.compile(r"\W*\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{1,4}\W*$|\W*\d{1,2} \d{1,2} \d{4}\W*$|\W*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[a-z]{3,9}\.?,?\s+\d{2,4}\W*$", re.IGNORECASE)
# "her 17th birthday is next month" gives no date away.
_BIRTHDAY = re.compile(r"\d{1,2}(?:st|nd|rd|th) b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:flat\s+\d+[a-z]?,?\s+)?\d{1,4}[a-z]?,?\s+(?:[A-Za-z'’]+\s+){1,3}"
    r"(?:(?:street|st|road|rd|avenue|ave|terrace|lane|crescent|grove|court|gardens|square|row|villas|mews)\b"
    # "I took 20 tablets close to midnight", "28 pills way too many"
    r"|(?-i:Close|Drive|View|Way|Place|Walk|Rise)\b|(?:close|drive|view|way|place|walk|rise)(?=\s*(?:[,.;)\n]|$)|\s+(?:in|and)\b))"
    # Everyday words are streets only with a capital: "2 The Green", "3 Church Bank".
    r"|\b\d{1,4}[a-z]?,?\s+(?-i:(?:[A-Z][a-z'’]+\s+){1,2}(?:Green|Bank|Hill|Park|Side|Fold|Garth|Chare|Wynd))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Redaction:
    """The text without what was found."""

    text: str


def redact(text: str, today: date, keep: frozenset[str] = frozenset()) -> Redaction:
    """``text`` with identifying parts replaced by short tokens such as ``[name]``.

    ``keep`` holds phone numbers (any spacing) that belong to services and stay, beside the national helplines.
    ``today`` turns a date of birth into the age in words.
    """
    text = _replace(text, ((*found.span(), "[email]") for found in _EMAIL.finditer(text)))
    text = _replace(text, _births(text, today))
    text = _replace(text, _dates_of_birth(text))
    text = _replace(text, _nhs_numbers(text))
    text = _replace(text, _phones(text, keep))
    text = _replace(text, _postcodes(text))
    text = _replace(text, _addresses(text))
    text = _replace(text, ((*span, "[school]") for span in find_schools(text)))
    text = _replace(text, _names(text))
    return Redaction(text)


def _replace(text: str, found: Iterable[Replacement]) -> str:
    """``text`` with every span replaced; where spans overlap the first one counts."""
    pieces: list[str] = []
    done = 0
    for start, end, token in sorted(found):
        if start >= done:
            pieces += [text[done:start], token]
            done = end
    return "".join([*pieces, text[done:]])


def _births(text: str, today: date) -> Iterator[Replacement]:
    # A message that is a date and nothing else answers "how old?".
    for birth in find_births(text, today, asked=_is_only_a_date(text)):
        if not _BIRTHDAY.match(text, birth.start):
            yield birth.start, birth.end, _age_in_words(birth.lo, birth.hi)


def _is_only_a_date(text: str) -> bool:
    """Whether nothing but a date is said; not "7 9 11" and "8/10/12", which may be three children."""
    parts = re.findall(r"\d+", text)
    numbers = [int(part) for part in parts]
    rising = len(numbers) == 3 and numbers[0] < numbers[1] < numbers[2] <= OLDEST
    may_be_ages = rising and not any(part.startswith("0") for part in parts)
    return _ONLY_A_DATE.match(text) is not None and not may_be_ages


def _dates_of_birth(text: str) -> Iterator[Replacement]:
    for found in _BORN_ON.finditer(text):
        yield *found.span("date" if found["date"] else "before"), "[date of birth]"


def _age_in_words(lo: int, hi: int) -> str:
    if lo < 24:
        return f"aged {lo} months" if hi - lo <= 2 else f"between {lo} and {hi - 1} months old"
    years, months = divmod(lo, 12)
    if hi - lo == 1:
        return f"aged {years} years {months} months"
    return f"aged {years}" if hi - lo <= 12 else f"between {years} and {hi // 12 - 1} years old"


def _nhs_numbers(text: str) -> Iterator[Replacement]:
    for found in _NHS.finditer(text):
        if found["said"] or nhs.is_valid(
            found["number"]
        ):  # a number said to be one counts with a digit wrong, too
            yield found.start("number"), found.end(), "[NHS number]"


def _phones(text: str, keep: frozenset[str]) -> Iterator[Replacement]:
    kept = helplines() | {_digits(number) for number in keep}
    possible = phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    spans = [(match.start, match.end) for match in possible]
    spans += [found.span() for found in _MISTYPED_PHONE.finditer(text)]
    for start, end in spans:
        digits = _digits(text[start:end])
        if len(digits) >= 9 and digits not in kept and digits[:1] == "0" and not _ORGANISATIONS.match(digits):
            yield start, end, "[phone]"


def _postcodes(text: str) -> Iterator[Replacement]:
    for found in WHOLE.finditer(text):
        if not _COUNT_AFTER_LETTERS.fullmatch(found[0]):
            yield found.start(), found.end(), gazetteer().postcodes.written_without_inward(found["outward"].upper().replace(" ", ""))


def _addresses(text: str) -> Iterator[Replacement]:
    towns = {place.end for place in gazetteer().find_all(text)}  # "we are in 4, Wheatley Hill"
    for found in _ADDRESS.finditer(text):
        if found.end() in towns or _YEAR_BEFORE.search(text, 0, found.start()):
            continue
        if not _COUNTED.search(found[0]) and not any(
            is_word(word) for word in found[0].split()[1:-1] if word.lower() != "the"
        ):
            yield found.start(), found.end(), "[address]"


def _names(text: str) -> Iterator[Replacement]:
    places = {
        at for place in gazetteer().find_all(text) if place.role > 0 for at in range(place.start, place.end)
    }
    for start, end in find_names(text):
        if start not in places:
            yield start, end, "[name]"


@functools.cache
def helplines() -> frozenset[str]:
    """The digits of national helplines, which are nobody's private number."""
    numbers = yaml.safe_load(Path(__file__).with_name("helplines.yml").read_text(encoding="utf-8"))
    return frozenset(_digits(number) for number in numbers)


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:] if digits.startswith("44") else digits
