"""Ages from dates of birth and from birthdays: "born March 2019", "her 17th birthday is next month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.nlu.ages.patterns import LATER_AFTER, MONTH_NAME, SOON_AFTER, WEEKDAY
from bot.nlu.ages.subject import is_first_name, may_be_a_name
from bot.nlu.ages.tokens import plain, tokenize
from bot.nlu.ages.words import CHILD_WORDS, OLDEST

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BORN = (
    r"\b(?:born|bron|d\.?o\.?b\.?s?|d o b|dates? of b(?:ir|ri)th|birth ?date|b(?:irth ?)?day)"
    r"(?: is| was|:| -|=| on| in| the| around| about| back| of| early| late| mid| end| start| spring| summer| autumn| winter){0,5}\s{0,3}"
)
_FEASTS = {
    "christmas eve": (12, 24), "(?:christmas|xmas)(?: day)?": (12, 25), "boxing day": (12, 26),
    "new year'?s eve": (12, 31), "new year'?s day": (1, 1), "halloween": (10, 31), "bonfire night": (11, 5),
    "valentine'?s(?: day)?": (2, 14),
}  # fmt: skip
_NAMED_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,7}}"
_DATES = (
    r"(?:(?P<iso>(?:19|20)\d\d)[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})\s?[-/.\s]\s?(?P<month>\d{1,2})\s?[-/.\s]\s?(?P<year>(?:19|20)?\d\d)\b"
    rf"|(?:(?P<named_day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_NAMED_MONTH},?[ '-]{{1,2}}"
    r"(?:(?P<late_day>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<named_year>(?:20)?\d\d|this year|last year)\b"
    r"|(?P<slash_month>\d{1,2})/(?P<slash_year>20\d\d)"
    # "DOB 03/23": without a day the two are the month and the year, as notes have it
    r"|(?:(?<=dob )|(?<=dob: )|(?<=dob:)|(?<=dob - )|(?<=d\.o\.b )|(?<=d\.o\.b\. )|(?<=of birth )|(?<=of birth: ))(?P<noted_month>\d{1,2})/(?P<noted_year>\d\d)(?![\d/]|[.-]\d)"
    rf"|last (?P<last_month>{MONTH_NAME})\b"
    rf"|(?P<last_feast>last )?(?P<feast>{'|'.join(_FEASTS)})(?(last_feast)|(?:,| in)? (?P<feast_year>20\d\d|last year|this year))\b"
    r"|(?P<bare_year>20\d\d)\b)"
)
# "Born at home on 3/4/19", "born Valentine's Day (14/2/18)": nothing else that happened stands between.
_A_FEW_WORDS = (
    r"(?:(?!(?:and|but|diagnosed|since|until|till|referred|seen|had|review|then|now|waiting|assessed|moved|due)\b)"
    r"(?:\[name\]|[a-z'-]{1,15}):? ){0,5}(?:[a-z'-]{1,15}, ?)?\(?(?:on |in )?(?:the )?"
    rf"(?=\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d|(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{'|'.join(_MONTHS)})[a-z]{{0,6}},? \d)"
)
_BIRTH = re.compile(rf"{_BORN}(?:{_A_FEW_WORDS})?(?P<dated>{_DATES})")
_JOINED = re.compile(r"(?:,? and |, ?| ?& ?)(?:the )?")
# "Dates of birth: Noah 03/05/2017, Ava 19/11/2020": whose date follows.
_WHOSE = re.compile(r"(?P<who>\[name\]|[a-z][a-z'-]{0,15}):?(?: -)? ?\(?$")
_JOINED_BY_WHOM = re.compile(r"\)?(?:,? and |[,;\n] ?| ?& ?)(?:\[name\]|[a-z][a-z'-]{0,15}):?(?: -)? ?\(?(?=[\da-z])")
_ANY_DATE = re.compile(r"\b" + _DATES)
# "Isla 03/05/2018": a name and a whole date.
_NAMED_WITH_A_DATE = re.compile(rf"(?<![\w\[])(?P<who>\[name\]|[a-z][a-z'-]{{0,15}}):?(?: -)? ?\(?(?P<dated>(?=\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d\d){_DATES})")
# "Seen: Isla 03/05/2024": what else a date is of.
_DATED_FOR = re.compile(
    r"\b(?:seen|saw|review(?:s|ed)?|visit(?:s|ed)?|appts?|appointments?|met|meetings?|referred|discharged?|assessed|last|next|clinics?|due|sent"
    r"|letters?|diagnosed|dx|started|starts|placed|excluded|booked|since|until|till)\b[^.!?;]{0,40}$"
)
_DATED_WITHIN = 60  # letters
_MOST_BORN = 12
_NOT_SEEN_SINCE = 24  # months: of children who all are younger, two dates may be of what was lately done
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_BIRTHDAY = re.compile(
    rf"\b(?:(?P<years>\d{{1,2}})(?:st|nd|rd|th)|(?P<spelt>{'|'.join(_ORDINALS)}))"
    r" (?:birthday|bday|b-day|birth day)(?:'s|s)?\b"
)
_DAY_AGO = (
    rf"(?:(?:early |late |only |just )?(?:last|on|this) (?:{WEEKDAY}|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\b)|(?:the )?{WEEKDAY} (?:just gone|past|gone)"
    r"|(?:only |just )?(?:yesterday|today|the other day|last (?:week|weekend)|this (?:week|morning|weekend|afternoon)"
    r"|a (?:day|week|fortnight|few days|few weeks|couple of (?:days|weeks)) (?:ago|back|past)|(?:a )?week past))\b"
)
_SO_LONG_AGO = r"(?:[12]?\d days|[1-4] (?:weeks|wks)|(?:two|three|four) weeks) ago\b"
_JUST_BORN = re.compile(
    r"\b(?:born|(?:gave|given) birth|had (?:(?P<whom>him|her|them)|(?:the|my|our|wor|a) (?:little |baby )?(?:baby|bairn|boy|girl|lad|lass|one)|twins)),?"
    rf" (?:(?:prem|early|at home|in hospital|by section),? )?{_DAY_AGO}(?! for\b)|\b(?:born|had (?P<lately>him|her|them)) (?:just |only |about )?{_SO_LONG_AGO}"
)
# "Had him on Friday" may tell of a visit, where nothing tells of a birth.
_OF_A_BIRTH = re.compile(r"\b(?:birth|labour|midwi|newborn|section|stitches|latch|breast|milk|nicu|scbu|scan|heel prick|health visitor|tongue tie)")
_NOT_BORN = re.compile(r"\b(?:not|wasn'?t|weren'?t|i was|i'm|brother'?s?|school|nursery|gp|doctor|hospital|respite|dogs?|pups?|puppy|cats?|kittens?|lambs?|foal)\b[^.!?]*$")
_NOT_WITHIN = 25  # letters
# "Three month off his 5th birthday", "a week until her 16th birthday".
_SHORT_OF = re.compile(
    r"\b(?:[1-6]|a|one|two|three|four|five|six|couple of|few) (?:days?|weeks?|wks?|months?|mths?) (?:off|short of|away from|until|till|til|from|before|to) (?:his|her|my|their|the) $"
)
_HAD_IT = re.compile(r"\b(?:had|was|celebrated|since|passed|missed)\b[^.!?]{0,20}$")
_JUST_HAD = re.compile(r"\b(?<!not )(?:had|celebrated) [^.!?]{0,20}$")
_WAS_AFTER = re.compile(
    rf" (?:was|were)(?: only| just)? (?:last (?:week|month|weekend|{WEEKDAY}|{MONTH_NAME})|yesterday|in {MONTH_NAME}|on the \d|a (?:week|month|fortnight|few)|(?:two|three|four|\d) (?:days|weeks|months) ago|the other|this (?:week|month|morning|weekend))"
)
_JUST_PAST = re.compile(rf" (?:yesterday|today|last (?:week|weekend|{WEEKDAY}))\b")
_OF_THE_CHILD = re.compile(r"(?:^|[.!?] ?|(?:^|[.!?,] ?|\b(?:on|for|with) )(?:his|her|my) )$")
_WEEKDAY = re.compile(rf"^(?:is )?(?:on )?{WEEKDAY}\b")


@dataclass(frozen=True)
class Stage:
    """An age range in months with its span and the family's word for the child ("" where none)."""

    lo: int
    hi: int
    start: int
    end: int
    who: str = ""


def find_births(text: str, today: date, *, asked: bool = False) -> list[Stage]:
    """Dates of birth as ages on ``today``, to the month; and numbered birthdays.

    Without a day or month the range is what they leave open, of a year alone in whole years from 2. With
    ``asked`` a bare date answers "how old?".
    """
    words = plain(text)
    found = []
    for first in (_ANY_DATE if asked else _BIRTH).finditer(words):
        match: re.Match[str] | None = first
        by_whom = not asked and _is_led_by_a_child(text, first.start(), first.start("dated"))
        while match is not None:
            span = _span_of_birth(match, today)
            if span is not None and (not asked or match["bare_year"] is None):
                found.append(Stage(span[0], span[1], match.start(), match.end()))
            match = None if asked else _date_joined(words, match.end()) or (_date_of_another(text, words, match.end()) if by_whom else None)
    if not asked and not found:
        found.extend(_born_by_name(text, words, today))
    found.extend(_just_born(words))
    for birthday in _BIRTHDAY.finditer(words):
        span = _span_of_birthday(words, birthday)
        if span is not None:
            found.append(Stage(span[0], span[1], birthday.start(), birthday.end()))
    return found


def _born_by_name(text: str, words: str, today: date) -> list[Stage]:
    """ "Isla 03/05/2018, Noah 21/11/2023": a list of names with a whole date each; not "seen: Isla 03/05/2024, Noah 21/11/2025"."""
    for first in _NAMED_WITH_A_DATE.finditer(words):
        if not _is_named(text, first) or _DATED_FOR.search(words[max(0, first.start() - _DATED_WITHIN) : first.start()]):
            continue
        run, more = [first], _date_of_another(text, words, first.end())
        while more is not None and len(run) < _MOST_BORN:
            run.append(more)
            more = _date_of_another(text, words, more.end())
        spans = [_span_of_birth(match, today) for match in run]
        born = [Stage(*span, match.start("day"), match.end("year")) for span, match in zip(spans, run, strict=True) if span and match["year"]]
        if len(born) == len(run) > 1 and any(stage.lo >= _NOT_SEEN_SINCE for stage in born):
            return born
    return []


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a first name, one that was taken out, or an initial stands before the date, and no "CAMHS 04/06/2019"."""
    tokens = tokenize(text[match.start("who") : match.end("who")])
    return len(tokens) == 1 and tokens[0].capital and (len(tokens[0].text) == 1 or is_first_name(tokens, 0))


def _date_joined(words: str, at: int) -> re.Match[str] | None:
    """One more date of birth: "DOBs 17.06.2015 and 30.11.2022"; not "... and last March he started nursery"."""
    joined = _JOINED.match(words, at)
    found = joined and _ANY_DATE.match(words, joined.end())
    return found if found and not (found["last_month"] or found["last_feast"]) else None


def _date_of_another(text: str, words: str, at: int) -> re.Match[str] | None:
    """The date of the next child of "Noah 03/05/2017, Ava 19/11/2020"; not "Noah 03/05/2017, diagnosed 12/11/2020"."""
    joined = _JOINED_BY_WHOM.match(words, at)
    found = joined and _ANY_DATE.match(words, joined.end())
    return found if joined and found and _is_led_by_a_child(text, at, joined.end()) else None


def _is_led_by_a_child(text: str, start: int, date_at: int) -> bool:
    """Whether a name, an initial or a word for a child stands right before a date."""
    led = _WHOSE.search(plain(text[start:date_at]))
    tokens = tokenize(text[start + led.start("who") : start + led.end("who")]) if led else []
    if len(tokens) != 1:
        return False
    initial = tokens[0].capital and len(tokens[0].text) == 1
    return initial or tokens[0].text in CHILD_WORDS or is_first_name(tokens, 0) or may_be_a_name(tokens, 0)


def _just_born(words: str) -> Iterator[Stage]:
    """ "Born last Tuesday", "had him on Friday", "she arrived yesterday": in the first month."""
    for match in _JUST_BORN.finditer(words):
        left = words[max(0, match.start() - _NOT_WITHIN) : match.start()]
        if not _NOT_BORN.search(left) and ((match["whom"] or match["lately"]) is None or _OF_A_BIRTH.search(words)):
            yield Stage(0, 1, match.start(), match.end(), "baby")


def _span_of_birthday(words: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The months of "her 17th birthday is next month", "had his 5th birthday"; None where no time is told."""
    lo = (int(match["years"]) if match["years"] else _ORDINALS.index(match["spelt"]) + 1) * 12
    after = re.sub(r"^(?: is| comes up| coming up| coming)?,? ?", "", words[match.end() : match.end() + 40])
    if not 0 < lo <= OLDEST * 12:
        return None
    if _JUST_HAD.search(words[max(0, match.start() - 25) : match.start()]):  # "she had her 5th birthday in May"
        return lo, lo + 12
    if SOON_AFTER.match(after) or _WEEKDAY.match(after) or _SHORT_OF.search(words[max(0, match.start() - 40) : match.start()]):
        return lo - 6, lo
    if LATER_AFTER.match(after):
        return lo - 12, lo
    if _WAS_AFTER.match(words[match.end() : match.end() + 40]):  # "his 5th birthday was last week"
        return lo, lo + 12
    if _JUST_PAST.match(words[match.end() : match.end() + 20]) and _OF_THE_CHILD.search(words[: match.start()]):  # "Fifth birthday yesterday"
        return lo, lo + 12
    return (lo, lo + 12) if _HAD_IT.search(words[max(0, match.start() - 40) : match.start()]) else None


def _span_of_birth(match: re.Match[str], today: date) -> tuple[int, int] | None:
    """The months since a date of birth; None of a date to come, one that is none, or of a grown-up."""
    year = match["iso"] or match["year"] or match["named_year"] or match["slash_year"] or match["noted_year"] or match["bare_year"] or match["feast_year"]
    month = match["iso_month"] or match["month"] or match["slash_month"] or match["noted_month"]
    day = match["iso_day"] or match["day"] or match["named_day"] or match["late_day"]
    if match["feast"]:
        month, day = next(day for feast, day in _FEASTS.items() if re.fullmatch(feast, match["feast"]))
        year = year or str(today.year - ((month, day) >= (today.month, today.day)))
    name = match["name"] or (match["last_month"] or "")[:3]
    number = _MONTHS.index(name) + 1 if name else int(month) if month else None
    if match["last_month"] and number:
        year = str(today.year - (number >= today.month))
    told = {"this year": today.year, "last year": today.year - 1}
    whole_year = told[year] if year in told else int(year) + (2000 if len(year) == 2 else 0)
    try:
        first = date(whole_year, number or 1, int(day) if day else 1)
    except ValueError:
        return None
    last = min(first if day else _end_of(first, whole_year=number is None), today)
    if first > today:
        return None
    youngest, eldest = _months_between(last, today), _months_between(first, today)
    lo, hi = youngest, eldest + 1
    if number is None and lo >= 24:  # of a year alone nobody can tell the month
        lo, hi = lo // 12 * 12, (eldest // 12 + 1) * 12
    return (lo, hi) if hi <= (OLDEST + 1) * 12 else None


def _end_of(first: date, *, whole_year: bool) -> date:
    """The last day of the month that opens with ``first``, or of its year."""
    if whole_year or first.month == 12:
        return date(first.year, 12, 31)
    return date.fromordinal(date(first.year, first.month + 1, 1).toordinal() - 1)


def _months_between(born: date, today: date) -> int:
    """The whole months that somebody born on one day has lived on another."""
    return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
