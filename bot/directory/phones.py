"""Which telephone numbers a family can ring, and where a text says one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

_SHORT_CODE = re.compile(r"(?:NHS )?(?:999|101|105|111|112|119|116 ?\d{3}|\d{5})")
_FIRST_WORDS = re.compile(r"(?:text|ring|call|freephone) (?:\w+ to )?", re.IGNORECASE)
_EXTENSION = re.compile(r",? ?\(?\b(?:ext(?:ension|\.)?|option) ?\d+\)?$", re.IGNORECASE)
_BETWEEN_TWO = re.compile(r" ?(?:,|;|/| or | and ) ?")
_DIALLED = re.compile(r"[+\d\s().-]+")
_IN_TEXT = re.compile(r"(?<![\d/.-])(?:\+44[\s(]*0?\)?|\(?0)\d[\d\s()-]{5,14}\d(?![\d/])")
_PART = r"[\s().-]*"
_BRITAIN = 44
_DIGITS = 10  # after the 0; a few old numbers have nine
_CURE = "check the digits on the service's page"


def wrong_phone(phone: str) -> tuple[str, str] | None:
    """Why a family could not ring this and what to do, or None."""
    numbers = [number for number in _BETWEEN_TWO.split(_EXTENSION.sub("", phone.strip())) if number]
    if not numbers:
        return f"{phone!r} cannot be a British phone number", _CURE
    return next((wrong for number in numbers if (wrong := _wrong_number(number))), None)


def is_british(phone: str) -> bool:
    """Whether a text is a British telephone number, a short code such as 111, or a text number such as 85258."""
    return wrong_phone(phone) is None


def _wrong_number(phone: str) -> tuple[str, str] | None:
    bare = _FIRST_WORDS.sub("", phone, count=1)
    if _SHORT_CODE.fullmatch(bare):
        return None
    if not _DIALLED.fullmatch(bare):
        if sum(sign.isdigit() for sign in bare) > 5:
            return f"{phone!r} cannot be a British phone number: it has more than digits in it", "write the digits alone, and hours under hours:"
        return f"{phone!r} cannot be a British phone number", _CURE
    try:
        number = phonenumbers.parse(bare, "GB")
    except phonenumbers.NumberParseException:
        return f"{phone!r} cannot be a British phone number", _CURE
    why = phonenumbers.is_possible_number_with_reason(number)
    digits = len(str(number.national_number))
    if number.country_code == _BRITAIN and (digits == _DIGITS or phonenumbers.is_valid_number(number)):
        return None
    if number.country_code == _BRITAIN and digits < _DIGITS:
        return f"{phone!r} is too short for a British phone number", _CURE
    if why == phonenumbers.ValidationResult.TOO_LONG:
        return f"{phone!r} is too long for a British phone number", _CURE
    return f"{phone!r} cannot be a British phone number", _CURE


def numbers_in(text: str) -> Iterator[str]:
    """Each telephone number that a running text says."""
    yield from (found[0].strip() for found in _IN_TEXT.finditer(text))


def says_number(text: str, number: str) -> bool:
    """Whether a text says a whole number, however it is spaced, and with 0 or +44 in front."""
    digits = re.sub(r"\D", "", re.sub(r"^\s*\+44[\s(]*(?:0\))?", "0", number))
    if not digits:
        return True
    first = rf"(?:\+44{_PART}(?:0{_PART})?|0{_PART})" if digits[0] == "0" else digits[0] + _PART
    whole = first + _PART.join(digits[1:])
    return bool(re.search(rf"(?<!\d){whole}(?!\d)", text))
