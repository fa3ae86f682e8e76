"""Ages said without a number of years: dates of birth, school years, stages of childhood, and a bump."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.nlu.age_tokens import Token, number_at, plain, text_at
from bot.nlu.age_words import ADULT, CHILD_WORDS

_OLDEST_YEARS = 25
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}"
_BORN = (
    r"(?:\b(?:born|bron|dob|d\.o\.b\.?|d o b|date of birth|birth date|birthdate|birthday|bday|birth day|date of brith)"
    r"(?: is| was|:| -|=| on| in| the| around| about| back){0,4}\s{0,3})"
)
_DATES = (
    r"(?:(?P<iso>(?:19|20)\d\d)[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})\s?[-/.\s]\s?(?P<month>\d{1,2})\s?[-/.\s]\s?(?P<year>(?:19|20)?\d\d)\b"
    rf"|(?:(?P<named_day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_MONTH_NAME},?[ '-]{{1,2}}(?:(?P<late_day>\d{{1,2}})(?:st|nd|rd|th)?,? )?(?P<named_year>(?:20)?\d\d)\b"
    r"|(?P<slash_month>\d{1,2})/(?P<slash_year>20\d\d)"
    r"|(?P<bare_year>20\d\d)\b)"
)
_BIRTH = re.compile(_BORN + _DATES)
_ANY_DATE = re.compile(r"\b" + _DATES)

_TEACHES_ELSEWHERE = frozenset(
    (
        "level",
        "work",
        "sats",
        "curriculum",
        "ability",
        "expectations",
        "standard",
        "books",
        "maths",
        "english",
    )
)
_EARLIER = frozenset(
    (
        "since",
        "when",
        "until",
        "till",
        "til",
        "from",
        "before",
        "after",
        "back",
        "by",
        "during",
        "was",
        "were",
        "wen",
    )
)
_SCHOOL_YEAR = frozenset(("year", "yr", "y", "yer", "years", "yrs"))
_NOT_THIS_YEAR = frozenset(
    (
        "last",
        "this",
        "next",
        "per",
        "every",
        "each",
        "past",
        "a",
        "one",
        "two",
        "three",
        "half",
        "once",
        "whole",
        "first",
        "second",
        "school",
        "all",
        "new",
        "previous",
    )
)


@dataclass(frozen=True)
class Stage:
    """An age range in months with its span and the family's word for the child ("" where none was said)."""

    lo: int
    hi: int
    start: int
    end: int
    who: str = ""


def find_births(text: str, today: date, *, asked: bool = False) -> list[Stage]:
    """Dates of birth turned to ages on ``today``; without a day or month, the range that they leave open."""
    pattern = _ANY_DATE if asked else _BIRTH
    found = []
    for match in pattern.finditer(plain(text)):
        span = _birth_range(match, today)
        if span is not None and (not asked or match["bare_year"] is None):
            found.append(Stage(span[0], span[1], match.start(), match.end()))
    return found


def _birth_range(match: re.Match[str], today: date) -> tuple[int, int] | None:
    year = match["iso"] or match["year"] or match["named_year"] or match["slash_year"] or match["bare_year"]
    month = match["iso_month"] or match["month"] or match["slash_month"]
    day = match["iso_day"] or match["day"] or match["named_day"] or match["late_day"]
    number = _MONTHS.index(match["name"]) + 1 if match["name"] else int(month) if month else None
    whole_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        first = date(whole_year, number or 1, int(day) if day else 1)
        last = first if day else _end_of(first, whole_year=number is None)
    except ValueError:
        return None
    last = min(last, today)
    if first > today:
        return None
    youngest, eldest = _months_between(last, today), _months_between(first, today)
    lo = youngest if youngest < 24 else youngest // 12 * 12
    hi = eldest + 1 if eldest < 24 else (eldest // 12 + 1) * 12
    return (lo, hi) if hi <= (_OLDEST_YEARS + 1) * 12 else None


def _end_of(first: date, *, whole_year: bool) -> date:
    if whole_year or first.month == 12:
        return date(first.year, 12, 31)
    return date.fromordinal(date(first.year, first.month + 1, 1).toordinal() - 1)


def _months_between(born: date, today: date) -> int:
    return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)


def find_school_years(tokens: list[Token]) -> list[Stage]:
    """School years a child is in: "Year 9", "yr 4", "y10", "year two". Year 1 is [60, 72), a year each."""
    found: list[Stage] = []
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at + 1) if tokens[at].text in _SCHOOL_YEAR else None
        if number is None or not _is_school_year(tokens, at, number):
            at += 1
            continue
        for value, first, last in _years_of(tokens, at, number):
            lo = (value + 4) * 12 - (12 if _moves_up_later(tokens, at, last) else 0)
            found.append(Stage(lo, lo + 12, tokens[first].start, tokens[last - 1].end, _who(tokens, at)))
        at = number[1]
    return found


def _years_of(tokens: list[Token], at: int, number: tuple[float, int]) -> Iterator[tuple[int, int, int]]:
    yield int(number[0]), at, number[1]
    join = text_at(tokens, number[1])
    second = number_at(tokens, number[1] + 1) if join in ("and", "&", "/") else None
    if second and tokens[at].text in ("years", "yrs") and 1 <= second[0] <= 14:
        yield int(second[0]), number[1] + 1, second[1]


def _is_school_year(tokens: list[Token], at: int, number: tuple[float, int]) -> bool:
    word, value = tokens[at].text, number[0]
    if not 1 <= value <= 14 or value != int(value):
        return False
    before, after = text_at(tokens, at - 1), text_at(tokens, number[1])
    glued = tokens[at].end == tokens[at + 1].start
    if word == "y" and not glued:
        return False
    if word in ("years", "yrs") and before not in ("in", "both"):
        return False
    if before in _NOT_THIS_YEAR or number_at(tokens, at - 1) is not None or after in _TEACHES_ELSEWHERE:
        return False
    if after in ("%", ":") or (
        after == "of"
        and text_at(tokens, number[1] + 1) not in ("school", "primary", "secondary", "his", "her")
    ):
        return False
    near = {text_at(tokens, at - step) for step in range(1, 5)}
    return not near & _EARLIER


def _moves_up_later(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the year is the one to come: "starts year 7 in September", "going into year 7 next year"."""
    before = {text_at(tokens, at - step) for step in range(1, 5)}
    after = " ".join(token.text for token in tokens[last : last + 4])
    to_come = before & {
        "starts",
        "starting",
        "start",
        "going",
        "moving",
        "goes",
        "moves",
        "will",
        "go",
        "into",
        "due",
    }
    return bool(to_come) and bool(
        re.match(r"(?:next|in (?:the )?(?:sept|september|new|autumn)|this (?:sept|coming))", after)
    )


_STAGES: dict[str, tuple[int, int]] = {"nursery": (36, 60), "reception": (48, 60), "sixth form": (192, 228)}
_AGE_STAGES: dict[str, tuple[int, int]] = {"toddler": (12, 36), "baby": (0, 12), "newborn": (0, 3)}


def find_stages(tokens: list[Token], *, alone: bool, asked: bool) -> list[Stage]:
    """Stages that a child is in: nursery, reception, sixth form; "my toddler", "our baby", a newborn."""
    found: list[Stage] = []
    for at, token in enumerate(tokens):
        span = _school_stage(tokens, at, asked=asked) or _young_stage(tokens, at, alone=alone)
        if span is not None:
            found.append(Stage(span[0], span[1], token.start, tokens[span[2] - 1].end, _who(tokens, at)))
    return found


def _school_stage(tokens: list[Token], at: int, *, asked: bool) -> tuple[int, int, int] | None:
    word, before, after = tokens[at].text, text_at(tokens, at - 1), text_at(tokens, at + 1)
    near = {text_at(tokens, at - step) for step in range(1, 6)}
    if near & (
        _EARLIER
        | {
            "looking",
            "choosing",
            "find",
            "which",
            "old",
            "work",
            "left",
            "need",
            "want",
            "apply",
            "any",
            "good",
        }
    ):
        return None
    if word == "reception" and not near & {
        "gp",
        "surgery",
        "hospital",
        "waiting",
        "doctors",
        "phoned",
        "rang",
        "waited",
    }:
        if (
            asked
            or before in ("in", "into", "started", "starting", "is", "(")
            or after in ("class", "year", "age", "child", "aged", "pupil", "boy", "girl")
        ):
            return (48, 60, at + 1)
    if word == "nursery" and after not in (
        "nurse",
        "rhymes",
        "rhyme",
        "place",
        "fees",
        "funding",
        "worker",
        "manager",
        "teacher",
    ):
        said = after in (
            "says",
            "said",
            "say",
            "have",
            "has",
            "think",
            "thinks",
            "told",
            "are",
            "staff",
            "is",
            "noticed",
            "want",
            "raised",
        )
        if (
            asked
            or before in ("in", "at", "to", "started")
            or (before in ("his", "her", "my", "our", "their", "the", "") and said)
            or after in ("child", "age")
        ):
            return (36, 60, at + 1)
    words = 1 if word == "sixth" else 2 if word == "6" and after == "th" else 0
    if (
        words
        and text_at(tokens, at + words) in ("form", "former", "formers")
        and (asked or before in ("in", "at", "a", "doing", "started", "his", "her", "my", "is"))
    ):
        return (192, 228, at + words + 1)
    return None


_NOT_OF_A_CHILD = frozenset(
    [
        "group",
        "groups",
        "brother",
        "sister",
        "cousin",
        "class",
        "classes",
        "massage",
        "clinic",
        "room",
        "monitor",
        "food",
        "bank",
        "loss",
        "steps",
        "sitter",
        "sitting",
        "talk",
        "teeth",
        "tantrum",
        "tantrums",
        "bed",
        "gate",
        "sensory",
        "bump",
        "shower",
        "boom",
        "wipes",
        "milk",
        "weigh",
        "clothes",
        "nephew",
        "niece",
        "sibling",
        "and",
        "bottles",
        "hearing",
        "screening",
        "yoga",
        "blues",
        "years",
        "days",
        "girls",
        "boys",
    ]
)


def _young_stage(tokens: list[Token], at: int, *, alone: bool) -> tuple[int, int, int] | None:
    span = _AGE_STAGES.get(tokens[at].text)
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if span is None or after in _NOT_OF_A_CHILD - {"and"}:
        return None
    near = {text_at(tokens, at - step) for step in range(1, 7)}
    if near & (_EARLIER | {"like", "as", "expecting", "having", "still", "than"}):
        return None
    if after in ("due", "is") and "due" in (after, text_at(tokens, at + 2)):
        return None
    if tokens[at].text == "baby" and before == "newborn":
        return None
    if before in ("my", "our", "me", "wor", "her", "the", "this") or (
        alone and before in ("a", "new", "tiny", "young", "little", "newborn", "")
    ):
        return (*span, at + 1)
    return None


def find_bumps(tokens: list[Token]) -> list[Stage]:
    """A child not yet born, [-9, 0): "20 weeks pregnant", "we're expecting a baby", "baby is due in May"."""
    found: list[Stage] = []
    for at, token in enumerate(tokens):
        word = token.text
        near = [text_at(tokens, at - step) for step in range(1, 6)]
        if set(near) & {"when", "while", "was", "were", "since", "during", "not", "whilst"}:
            continue
        after = text_at(tokens, at + 1)
        ours = near[0] in ("my", "our", "baby")
        expecting = word == "expecting" and (
            {after, text_at(tokens, at + 2), text_at(tokens, at + 3)}
            & {"baby", "twins", "child", "first", "second", "third", "bairn"}
            or (near[0] in ("am", "are") and after in ("", ".", ",", "and", "in", "again"))
        )
        due = (
            word == "due" and set(near) & {"baby", "am"} and after in ("in", "on", "next", "any", "soon", "")
        )
        if (
            word in ("pregnant", "preggers", "pregant", "pregnent", "unborn")
            or (word == "bump" and ours and after != "on")
            or expecting
            or due
        ):
            first = at
            while first > 0 and (
                tokens[first - 1].text in ("weeks", "week", "wks", "months", "month", "mths")
                or number_at(tokens, first - 1)
            ):
                first -= 1
            if not found:
                found.append(Stage(-9, 0, tokens[first].start, token.end, "bump"))
    return found


def is_a_parent(tokens: list[Token]) -> bool:
    """Whether the writer speaks as a parent, so that "I'm 22" is a parent's age."""
    for at, token in enumerate(tokens):
        near = {text_at(tokens, at - step) for step in range(1, 4)}
        if token.text in (
            "son",
            "daughter",
            "lad",
            "lass",
            "bairn",
            "child",
            "kids",
            "children",
            "baby",
            "toddler",
            "boys",
            "girls",
            "kid",
        ):
            if near & {"my", "our", "wor"} and text_at(tokens, at + 1) not in ("brother", "sister"):
                return True
        if (
            token.text in ("mum", "mam", "mom", "dad", "parent")
            and near & {"a", "single", "young", "am", "as"}
            and "my" not in near
        ):
            return True
        if (
            token.text in ("yo", "old")
            and near & {"my", "our", "a"}
            and "am" not in near
            and "i" not in near
            and text_at(tokens, at - 1) != ""
        ):
            who = {text_at(tokens, at + step) for step in range(1, 4)}
            if near & {"my", "our"} and not who & {"brother", "sister", "cousin"}:
                return True
    return False


def _who(tokens: list[Token], at: int) -> str:
    for step in range(1, 7):
        word = text_at(tokens, at - step)
        if word in (".", "!", "?", ""):
            return ""
        if word in ("i", "me"):
            return "me"
        if word in CHILD_WORDS or word in ("he", "she", "they") or word in ADULT:
            return word
    return ""
