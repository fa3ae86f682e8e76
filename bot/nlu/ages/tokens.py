"""Words, numbers and units of a message, with where they stand: what `bot.nlu.ages.finding` reads.

Everything here is one pass over the text with bounded look-ahead, so that time grows with length only.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import OSA

from bot.nlu.ages.words import BE, CHILD_WORDS, MONTH_UNITS, OLDEST, TIME_LED_BY, WEEK_UNITS

Unit = Literal["", "year", "month", "week", "day"]

_TOKEN = re.compile(r"\[name\](?:'s\b)?|\bnew[ -]born\b|\b[346-9]teen\b|[^\W\d_½¼¾]+(?:'[^\W\d_½¼¾]+)*|\d+(?:\.\d+)?|[½¼¾]|\n|[!-/:-@\[-`{-~£]")
# Typed quotes and dashes, one character each way so that offsets stay those of the text as written.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})
_LONGEST_WORD = 24
_DAYS_A_MONTH = 30.4375
SENTENCE_ENDS = frozenset(".!?")
STOPS = SENTENCE_ENDS | {";"}
CLAUSE_ENDS = STOPS | {","}
OPENS_A_CLAUSE = CLAUSE_ENDS | {"", "and", "but"}  # the word before a clause
# What stands for a name that was taken out before anything is read (bot/privacy), as a word that no list holds.
_TAKEN_OUT, SOMEBODY = "[name]", "somebodysname"

_SPLIT = {
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "im": ("i", "am"),
    "ah'm": ("i", "am"),
    "ahm": ("i", "am"),
    "aam": ("i", "am"),
    "a'm": ("i", "am"),
    "ima": ("i", "am"),
    "theyre": ("they", "are"),
    "theyr": ("they", "are"),
    "mines": ("mine", "is"),
    "thier": ("their",),
    "new born": ("newborn",),
    "new-born": ("newborn",),
    "hell": ("he", "will"),
    "shell": ("she", "will"),
    "theyll": ("they", "will"),
    "whos": ("who", "is"),
    "thats": ("that", "is"),
    "r": ("are",),
    "ncy": ("year",),  # national curriculum year
    "afore": ("before",),
    "gonna": ("going", "to"),
    "ganna": ("going", "to"),
    "isnt": ("is", "not"),
    "isn't": ("is", "not"),
    "aint": ("is", "not"),
    "ain't": ("is", "not"),
    "wasnt": ("was", "not"),
    "wasn't": ("was", "not"),
    "aren't": ("are", "not"),
    "can't": ("cannot",),
    "won't": ("wont",),
}
# "4nhalf", "6ahalf", "five an' 'arf": a half that is glued to what joins it.
_GLUED_HALF = re.compile(r"(?:(?:and?|n|nd)a?|a)(?:half|haf|arf)$")
_SUFFIX = {"s": "is", "re": "are", "m": "am", "ll": "will", "ve": "have", "d": "would"}

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "thre": 3, "four": 4, "fower": 4, "fowwer": 4, "five": 5, "fiv": 5, "six": 6,
    "seven": 7, "sevan": 7, "sevn": 7, "eight": 8, "eigth": 8, "eihgt": 8, "nine": 9, "nien": 9, "ten": 10,
    "sivven": 7, "eleven": 11, "elevan": 11, "elivven": 11, "twelve": 12, "twelv": 12,
    "thirteen": 13, "thirten": 13, "thorteen": 13, "fourteen": 14, "fowerteen": 14,
    "forteen": 14, "foutreen": 14, "fifteen": 15, "fiveteen": 15, "sixteen": 16, "seventeen": 17, "seventen": 17,
    "eighteen": 18, "eightteen": 18, "nineteen": 19, "ninteen": 19,
}  # fmt: skip


def _slips(number: str) -> set[str]:
    """What a long number word becomes by one slip: two letters changed about, or one left out."""
    places = range(1, len(number) - 1)
    swapped = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in places}
    return swapped | {number[:at] + number[at + 1 :] for at in places}


_LONG_NUMBER = 6  # letters; slips of shorter ones are words too
_ONES |= {
    slip: value
    for number, value in list(_ONES.items())
    if len(number) >= _LONG_NUMBER
    for slip in _slips(number)
    if slip not in _ONES
}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip

_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("year", "years", "yr", "yrs", "yer", "yers", "yeer", "yeers", "yar", "yaer"), "year"),
    **dict.fromkeys((*MONTH_UNITS, "mo", "mos"), "month"),
    **dict.fromkeys(WEEK_UNITS, "week"),
    **dict.fromkeys(("day", "days"), "day"),
}
# How nurses and doctors write weeks and months: "9/52", "18/12".
_CLINICAL_UNITS: dict[str, Unit] = {"52": "week", "12": "month"}
_MAY_BE_MISSPELT: dict[str, Unit] = {"year": "year", "years": "year", "yrs": "year", "month": "month", "months": "month", "weeks": "week"}
_GLUED_UNITS: dict[str, Unit] = {"y": "year", "m": "month", "w": "week", "mth": "month", "mnth": "month"}
_WITH_OLD = frozenset(
    ("yo", "yos", "yearold", "yearolds", "yearsold", "yrold", "yrolds", "yrsold", "yro", "yold", "f")
)
_MONTHS_WITH_OLD = frozenset(("monthold", "monthsold", "mthold"))
_OLD = frozenset(("old", "olds", "odl", "ould", "owld", "auld", "awld", "aad", "aald", "oldd", "olld", "ol"))
_YOUNGEST_MALE = 13  # years; below, "M" is months where the words are of a baby or a wait
_YOUNGEST_NOTED = 2  # years
_OPENS_A_NOTE = STOPS | {"", ":"}
_YOUNGEST_PUPIL = 5  # years
_NOT_YET = frozenset("walking words talking standing babble weight gaining smiling".split())
# "My baby is 9M", "waited 6M", "swims 10M"; "6M ago", "5M from school".
_LEADS_TO_MONTHS = TIME_LED_BY | BE | frozenset("at about around than under over to from only nearly almost aged age each another next further walk walks run runs swim swims jump born wait waits".split())
_AFTER_MONTHS = frozenset("ago wait waits since waiting review reviews check old now later after before away from off long early prem premature corrected wks weeks".split())
# What is said of no baby.
_OF_PUPILS = frozenset(
    """adhd add odd pda school class teacher senco ks1 ks2 timetable suspended suspension suspensions excluded exclusion attendance
    ehcp ehcna reading spelling homework friends footy football camhs anxiety anxious swears detention bullied""".split()
)
# What is said of no pupil: then "11 m" is months, though a space stands between.
_OF_BABIES = frozenset("sitting sit crawl crawling rolling roll babble babbling weaning wean bottle bottles latch floppy stacking pointing points waves hv baby twins reflux feeding babby teething colic weaned".split())
_OLDEST_BABY = 36  # months
_NO_MALE = 18  # from here on "23 m" is likelier months than a man of that age
_OF_DISTANCES = frozenset("drive walk walks walking swim swims swimming metre metres meter meters mile miles distance away badge ramp ramps".split())
# "6/12 in the left eye": what is seen at six metres.
_SEEN_AT = frozenset(("5", "6", "9", "12", "18", "24"))
_SIGHT = frozenset(("eye", "eyes", "vision", "sight", "eyesight", "acuity", "snellen", "optician", "opticians"))
_SIGHT_NEAR = 8  # tokens
_HALF_OF = frozenset(("term", "day", "days", "an", "a", "hour", "hours", "the", "of", "his", "her", "my"))
# How families write "dear son": "DS2" is the second.
SHORTHAND = frozenset(("ds", "dd", "dc", "dsd", "dss", "dgs", "dgd", "fs", "fd", "lo"))
_COUNTED_CHILD = SHORTHAND | {"son", "daughter", "child", "kid", "lad", "lass", "boy", "girl", "bairn", "sibling", "sib", "twin"}
_PLACES = frozenset("12345")
_LEADS_TO_AN_AGE = frozenset(("(", ",", ":", "-", "=", "is", "aged", "age", "who", "nearly", "almost", "just", "turned", "only"))
_GESTATION, _GESTATION_SO_FAR = range(22, 43), range(4, 43)  # weeks
_ROADS_AND_MATES = frozenset(("m1", "m4", "m5", "m6", "m8", "f1"))
_BEFORE_A_ROAD = frozenset(("the", "size", "class", "form", "group", "set", "flat", "house", "unit", "ward", "bed", "bus", "from", "postcode", "manchester", "press",
    "table", "seat", "level", "band", "in", "is", "on", "off", "via", "up", "down", "along", "a", "by", "near", "room", "block", "junction", "over", "beside"))
_KISSES = frozenset(("x", "xx", "xxx"))
_SUMS = frozenset("*=^")
_BY_THE_CLOCK = frozenset(("at", "from", "till", "until", "by", "to"))
_CLIPPED = frozenset(("an", "n", "o", "wi", "th", "goin", "comin", "turnin"))
_JOINS_AFTER_NUMBER = frozenset(("and", "n", "but", "who", "he", "she", "has", "is", "in", "ish", "with"))


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark: ``text`` in small letters, ``start`` and ``end`` in the message."""

    text: str
    start: int
    end: int
    capital: bool = False

    @property
    def is_number(self) -> bool:
        return self.text[:1].isdecimal()


@dataclass(frozen=True)
class Quantity:
    """A number with its unit: tokens ``[first, last)``, ``value`` in ``unit`` ("" where none was said).

    ``extra_months`` is the months of "2 years 4 months"; ``old`` that "old" or "yo" followed; ``many`` that
    it was said of several ("7 year olds"); ``upto`` is the upper number of "between 2 and 3" or "4 or 5".
    """

    first: int
    last: int
    value: float
    unit: Unit = ""
    extra_months: int | None = None
    old: bool = False
    many: bool = False
    upto: float | None = None

    @property
    def exact_part(self) -> bool:
        """Whether a half or quarter was said, which people only say of time."""
        return self.value % 1 in (0.25, 0.5, 0.75)

    def months(self) -> tuple[int, int]:
        """The age as a half-open range in months; a number without a unit is years."""
        if self.upto is not None:
            return replace(self, upto=None).months()[0], replace(self, value=self.upto, upto=None).months()[1]
        if self.unit == "month":
            return int(self.value), int(self.value) + 1
        if self.unit in ("week", "day"):
            days = self.value * (7 if self.unit == "week" else 1)
            return months_of(days), months_of(days) + 1
        if self.extra_months is not None:
            exact = int(self.value) * 12 + self.extra_months
            return exact, exact + 1
        years, part = divmod(self.value, 1)
        steps = {0.5: (6, 12), 0.25: (3, 6), 0.75: (9, 12)}
        lo, hi = steps.get(part, (0, 12))
        return int(years) * 12 + lo, int(years) * 12 + hi


def months_of(days: float) -> int:
    """The whole months that so many days make: 84 days are 2 months."""
    return int(days / _DAYS_A_MONTH)


def text_at(tokens: list[Token], at: int) -> str:
    """The text of a token, "" outside the message."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def plain(text: str) -> str:
    """The text in small letters with typed quotes and dashes made plain; the same length, so offsets hold."""
    flat = text.translate(_PLAIN)
    low = flat.lower()
    if len(low) == len(flat):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)


def tokenize(text: str) -> list[Token]:
    """Tokens in order, short forms split ("he's" and "hes" give "he", "is"), emoji passed over."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(plain(text)):
        word, start, end = match.group(), match.start(), match.end()
        capital = text[start].isupper()
        if word.startswith(_TAKEN_OUT):
            tokens.append(Token(SOMEBODY, start, start + len(_TAKEN_OUT), capital=True))
            if word != _TAKEN_OUT:
                tokens.append(Token("is", start + len(_TAKEN_OUT), end))
            continue
        if word == '"':
            continue  # 'she is "ten"', as the curled marks are passed over
        if word == "\n":
            word = ","
        if word.endswith("teen") and word[0].isdecimal():  # "my son's 4teen"
            word = f"1{word[0]}"
        if word == "'" and tokens and tokens[-1].text in _CLIPPED and tokens[-1].end == start:
            continue  # "five an' a half"
        parts = _parts(word)
        if len(parts) == 1:
            tokens.append(Token(parts[0][:_LONGEST_WORD], start, end, capital))
            continue
        middle = start + 1
        tokens.append(Token(parts[0][:_LONGEST_WORD], start, middle, capital))
        tokens.append(Token(parts[1], middle, end))
    while tokens and tokens[-1].text in _KISSES:
        tokens.pop()
    return _without_birth_order(_with_one_is(tokens))


def _with_one_is(tokens: list[Token]) -> list[Token]:
    """Reads the "1s" of "two kids, 1s 13 and the other 7" as "one is"."""
    read = list(tokens)
    for at in range(1, len(tokens) - 1):
        one, glued = tokens[at - 1], tokens[at]
        is_one = one.text == "1" and glued.text == "s" and one.end == glued.start
        if is_one and text_at(tokens, at - 2) not in ("year", "yr", "y") and number_at(tokens, at + 1) is not None:
            read[at - 1], read[at] = replace(one, text="one"), replace(glued, text="is")
    return read


def _without_birth_order(tokens: list[Token]) -> list[Token]:
    """Leaves out the "1" and "2" of "DS1 (11) and DS2 (9)", "child 1 is 8, child 2 is 5": which child, and not how old."""
    placed = [at for at in range(1, len(tokens)) if _may_be_placed(tokens, at)]
    in_order = [int(tokens[at].text) for at in placed] == list(range(1, len(placed) + 1)) and len(placed) > 1
    order = {at for at in placed if in_order or _is_shorthand(tokens, at)}
    if any(tokens[at].text == "1" for at in order):  # "DS1 has a taxi, DS2 can't get on a bus"
        order |= {at for at in range(1, len(tokens)) if tokens[at].text in _PLACES and _is_shorthand(tokens, at) and tokens[at - 1].text != "fs"}
    return [token for at, token in enumerate(tokens) if at not in order] if order else tokens


def _may_be_placed(tokens: list[Token], at: int) -> bool:
    """Whether a small number behind the word for a child is followed by the age, or is a "DS1"."""
    if tokens[at].text not in _PLACES or text_at(tokens, at - 1) not in _COUNTED_CHILD:
        return False
    if tokens[at].text == "1" and _is_shorthand(tokens, at):
        return True
    step = at + 1
    while text_at(tokens, step) in _LEADS_TO_AN_AGE and step < at + 4:
        step += 1
    shorthand = _is_shorthand(tokens, at)
    if shorthand and _is_in_a_year(tokens, step):  # "DD2 is in year 4"
        return True
    return (step > at + 1 or shorthand) and number_at(tokens, step) is not None


def _is_in_a_year(tokens: list[Token], at: int) -> bool:
    """Whether "year 4" or "in Y6" stands there."""
    at += text_at(tokens, at) == "in"
    return text_at(tokens, at) in ("year", "yr", "y") and number_at(tokens, at + 1) is not None


def _is_shorthand(tokens: list[Token], at: int) -> bool:
    """Whether a number is written on to "DS" or its like."""
    return tokens[at - 1].text in SHORTHAND and tokens[at - 1].end == tokens[at].start


def _parts(word: str) -> tuple[str, ...]:
    """The words of a short form: "he" and "is" of "hes" and "he's"."""
    if word in _SPLIT:
        return _SPLIT[word]
    if _GLUED_HALF.match(word):
        return "and", "half"
    head, mark, tail = word.rpartition("'")
    if mark and tail in _SUFFIX and head:
        return head, _SUFFIX[tail]
    return (word,)


def quantities(tokens: list[Token]) -> list[Quantity]:
    """Every number of the message with its unit, in order; no parts of codes, prices and times."""
    return list(_quantities(tuple(tokens)))


# Rules and net look for the numbers of one message several times; few are kept, because they are families' words.
@functools.lru_cache(maxsize=4)
def _quantities(of: tuple[Token, ...]) -> tuple[Quantity, ...]:
    tokens, found = list(of), list[Quantity]()
    at = 0
    while at < len(tokens):
        quantity = _quantity(tokens, at)
        if quantity is None:
            at += 1
            continue
        quantity = _range_of_two(tokens, quantity)
        found.append(quantity)
        at = quantity.last
    return tuple(found)


def _range_of_two(tokens: list[Token], low: Quantity) -> Quantity:
    """Joins "between 2 and 3", "4 or 5", "7-8", "an 8/9 yr old" and "3 to 5 year olds" into one quantity."""
    between, join = text_at(tokens, low.first - 1) == "between", text_at(tokens, low.last)
    if join not in ("or", "-", "to", "/") and not (between and join == "and"):
        return low
    upper = number_at(tokens, low.last + 1) if join == "/" and _is_glued_number(tokens, low.last + 1) else None
    high = _with_unit(tokens, low.last + 1, *upper) if upper else _quantity(tokens, low.last + 1)
    if high is None or high.value <= low.value or (low.unit and low.unit != high.unit):
        return low
    if join == "-" and tokens[low.first].text == "one" and high.value > 2:  # "next one - 16F"
        return low
    if (join == "to" and not (high.old or between)) or (join == "/" and not (high.old and not high.many and high.value == low.value + 1)):
        return low
    return replace(high, first=low.first - between, value=low.value, upto=high.value)


def follows_initial(tokens: list[Token], at: int) -> bool:
    """Whether a number is glued to "F" or "M", as notes say who: "F11 panics", "M7 ?ASD"; not "M6 shut again", nor "m8"."""
    if not at:
        return False
    led, number = tokens[at - 1], tokens[at]
    glued = led.capital and led.text in ("f", "m") and led.end == number.start
    return glued and f"{led.text}{number.text}" not in _ROADS_AND_MATES


def number_at(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The number that starts at a token, in digits or words, and the token after it."""
    if not 0 <= at < len(tokens):
        return None
    word = tokens[at].text
    if tokens[at].is_number:
        if _opens_thousands(tokens, at):
            return None
        whole, _, part = word.partition(".")
        # "3.50" is a price or a time; of an age people say a half or a quarter.
        return (float(word), at + 1) if len(whole) <= 2 and (len(part) < 2 or part in ("25", "75")) else None
    if word in _TENS:
        after = at + 1
        if after + 1 < len(tokens) and tokens[after].text == "-":
            after += 1
        ones = _ONES.get(tokens[after].text, 0) if after < len(tokens) else 0
        return (float(_TENS[word] + ones), after + 1) if 0 < ones < 10 else (float(_TENS[word]), at + 1)
    if word == "double" and text_at(tokens, at + 1) in ("figures", "digits"):
        return 10.0, at + 2
    return (float(_ONES[word]), at + 1) if word in _ONES else None


def _opens_thousands(tokens: list[Token], at: int) -> bool:
    """ "9,400 patients": one number; not "ages 9,12,15", nor "Ava 9, 400 pupils in her school"."""
    rest = text_at(tokens, at + 2)
    glued = text_at(tokens, at + 1) == "," and tokens[at].end == tokens[at + 1].start and _is_glued_number(tokens, at + 2)
    return glued and len(rest) == 3 and rest.isdigit()


def _quantity(tokens: list[Token], at: int) -> Quantity | None:
    """The number that starts at a token, with its unit: "7", "a year old", "two and a half years"; no part of a code."""
    if text_at(tokens, at) in ("a", "an") and _unit_at(tokens, at + 1) is not None:
        quantity = _with_unit(tokens, at, 1.0, at + 1)
        opens = at == 2 and text_at(tokens, 1) == "over" and text_at(tokens, 0) == "just"  # "Just over a year, floppy"
        just_over = opens and quantity.unit in ("year", "month") and text_at(tokens, quantity.last) in (",", "and", "n")
        return quantity if quantity.old or quantity.exact_part or quantity.extra_months or just_over else None
    if at == 0 and tokens[at].text == "year":  # "Year and a half, not walking"
        half = _with_unit(tokens, at, 1.0, at)
        return half if half.exact_part else None
    number = number_at(tokens, at)
    if number is None or _glued_wrongly(tokens, at, number[1]) or _is_round_the_clock(tokens, at) or _is_a_time(tokens, at):
        return None
    if _is_over_another(tokens, at, number[1]) or _opens_a_service_range(tokens, number[1]):
        return None
    if is_of_gestation(tokens, at) or is_of_gestation(tokens, at - 2):
        return None
    value, after = _fraction(tokens, number[0], number[1])
    if text_at(tokens, after) == "half" and _unit_at(tokens, after + 1) == "year":  # "two half year"
        value, after = value + 0.5, after + 1
    return _with_unit(tokens, at, value, after)


def _glued_wrongly(tokens: list[Token], at: int, after: int) -> bool:
    """Whether a number is a piece of something longer: "A690", "7pm", "3rd", "12:30", "£7", "7*7"."""
    if not tokens[at].is_number:
        return False
    if at and tokens[at - 1].end == tokens[at].start:
        before = tokens[at - 1].text
        if before[-1:].isalpha() and not _is_an_initial(tokens, at - 1) and before not in ("is", "am", "are", "ds", "dd", "aged", "age"):
            return True
        if before in ("£", "$", "#", ":", "/") and not _is_list_mark(tokens, at - 1):
            return True
        if before in _SUMS and at > 1 and tokens[at - 2].is_number:
            return True
    if after >= len(tokens) or tokens[after].start != tokens[after - 1].end:
        return False
    follow = tokens[after].text
    if follow == "nd" and text_at(tokens, after + 1) == "half" and tokens[at].text != "2":  # "3nd half"; not "2nd half starting"
        return False
    if follow[0].isalpha():
        return (
            follow not in _JOINS_AFTER_NUMBER and follow not in _WITH_OLD and _unit_at(tokens, after) is None
        )
    return follow == "%" or (
        (follow == ":" or follow in _SUMS) and after + 1 < len(tokens) and tokens[after + 1].is_number
    )


def _is_an_initial(tokens: list[Token], at: int) -> bool:
    """ "F14 anxious", "LAC. ASD M9, no plan": who it is, as notes say it; not "the M62", "an M10 bolt", "m8"."""
    if tokens[at].text not in ("m", "f"):
        return False
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 2)
    if not before[:1].isalnum() or before in ("and", "n"):
        return True
    return follows_initial(tokens, at + 1) and before not in _BEFORE_A_ROAD and (not after[:1].isalnum() or after in ("and", "n"))


def _is_round_the_clock(tokens: list[Token], at: int) -> bool:
    """Whether a number is half of "24/7" or "24 7"."""
    around = [token.text for token in tokens[max(0, at - 2) : at + 3] if token.text not in ("/", "-")]
    word = tokens[at].text
    return word in ("24", "7") and ("24", "7") in itertools.pairwise(around)


def _is_a_time(tokens: list[Token], at: int) -> bool:
    """ "One taxi at 8.20 and one at 8.25"."""
    return tokens[at].text.endswith((".25", ".75")) and text_at(tokens, at - 1) in _BY_THE_CLOCK


def _is_over_another(tokens: list[Token], at: int, after: int) -> bool:
    """Whether a number is the upper one of "6/60" (eyesight, scores), or opens the date "14/2/18"."""
    run = [at]
    while len(run) < 4 and text_at(tokens, run[-1] + 1) == "/" and _is_glued_number(tokens, run[-1] + 2):
        run.append(run[-1] + 2)
    if len(run) == 3:  # "3/5/8" are three children
        numbers = [float(tokens[place].text) for place in run]
        in_order = numbers in (sorted(numbers), sorted(numbers, reverse=True))
        return len(tokens[run[2]].text) > 1 and (not in_order or numbers[2] > OLDEST)  # of "03/05/2017" the year is no child's
    if len(run) != 2 or after != at + 1:
        return False
    under = tokens[run[1]].text
    near = tokens[max(0, at - _SIGHT_NEAR) : at + _SIGHT_NEAR]
    seen = under in _SEEN_AT and any(token.text in _SIGHT for token in near)
    if len(under) > 1 and under.startswith("0"):  # "paeds 17/02"
        return True
    return seen or (float(under) > OLDEST and under not in _CLINICAL_UNITS)


def is_of_gestation(tokens: list[Token], at: int) -> bool:
    """Whether "25+4" stands there, the weeks and days that a child was carried, or is so far: "I'm 20+4"."""
    if at < 0 or not tokens[at].is_number or text_at(tokens, at + 1) != "+" or not _is_glued_number(tokens, at + 2):
        return False
    weeks, days = tokens[at].text, tokens[at + 2].text
    return tokens[at].end == tokens[at + 1].start and weeks.isdigit() and int(weeks) in (_GESTATION_SO_FAR if text_at(tokens, at - 1) == "am" else _GESTATION) and days in "0123456"


def _is_glued_number(tokens: list[Token], at: int) -> bool:
    """Whether a number in digits stands there with no space before it."""
    return at < len(tokens) and tokens[at].is_number and tokens[at - 1].end == tokens[at].start


def _opens_a_service_range(tokens: list[Token], after: int) -> bool:
    """Whether "-12s" or "to 12s" follows: "8-12s said he's too young" tells whom a group is for."""
    high = number_at(tokens, after + 1) if text_at(tokens, after) in ("-", "to") else None
    if high is None or not tokens[after + 1].is_number:
        return False
    many = high[1] + (text_at(tokens, high[1]) == "'")
    return text_at(tokens, many) == "s" and tokens[many].start == tokens[many - 1].end


def _is_list_mark(tokens: list[Token], at: int) -> bool:
    """Whether a colon or slash before a number only introduces it ("age:7", "boy/7/autistic"), not a time or a fraction."""
    if tokens[at].text == "/":
        return text_at(tokens, at - 1) in CHILD_WORDS
    return tokens[at].text == ":" and not (at and tokens[at - 1].is_number)


def _fraction(tokens: list[Token], value: float, at: int) -> tuple[float, int]:
    """A half or a quarter that follows a whole number ("½", "1/2", "and a half"), and its end."""
    if value != int(value):
        return value, at
    ahead = [(place, tokens[place].text) for place in range(at, min(at + 7, len(tokens)))]
    if text_at(tokens, at) == "-":
        ahead = [(place, word) for place, word in ahead if word != "-"]
    words = " ".join(word for _, word in ahead)
    match = _PART.match(words)
    if match is None or (text_at(tokens, at) == "-" and not match.group().startswith(("and", "n"))):
        return value, at
    used = match.group().count(" ")
    return value + _PARTS[(match.lastgroup or "whole").removesuffix("_said")], ahead[used][0] + 1


_ENDS_MONTHS = SENTENCE_ENDS | {"", ",", ")", "and", "but", "not", "no", "still", "now"}
_STILL_IN_MONTHS = 5  # years up to which an age is told with its months
_PARTS = {"half": 0.5, "quarter": 0.25, "three": 0.75, "whole": 0.0}
_AND = r"(?:(?:and|n|nd|an|&|\+) )"
_PART = re.compile(
    rf"{_AND}?(?:(?P<half>½|1 / 2)|(?P<quarter>¼|1 / 4)|(?P<three>¾|3 / 4))(?!\S)"
    # Not "12 n half of it never goes in", "7 and half the day".
    rf"|{_AND}(?:(?P<half_said>(?!half (?:of (?!course)|the (?!other)|that\b))(?:(?:a|an|1) )?(?:half|halfs|halve|haf|hlaf|harf|arf|alf|hafe|haaf))"
    r"|(?P<quarter_said>an? (?:quarter|quater|qarter))"
    r"|(?P<three_said>(?:three|3) (?:quarters|quaters|qarters|quarter))|(?P<whole>a bit))(?!\S)"
)


def _with_unit(tokens: list[Token], first: int, value: float, at: int) -> Quantity:
    """A number with the unit at ``at``: "7yo", "7 y/o", "16M", "3;1", "18/12", "2 years 4 months", "7 old", "7"."""
    unit_at = at + 1 if text_at(tokens, at) == "-" and _unit_at(tokens, at + 1) else at
    word = text_at(tokens, unit_at)
    if word in _WITH_OLD or word in _MONTHS_WITH_OLD:
        unit: Unit = "year" if word in _WITH_OLD else "month"
        return Quantity(first, unit_at + 1, value, unit, old=True, many=word.endswith("s"))
    if word == "y" and text_at(tokens, unit_at + 1) in ("/", ".", "o"):
        end = unit_at + 1 + (text_at(tokens, unit_at + 1) != "o")
        if text_at(tokens, end) in ("o", "os"):
            return Quantity(first, end + 1, value, "year", old=True)
    if word == "m" and _is_a_male(tokens, unit_at, value):
        return Quantity(first, unit_at + 1, value, "year", old=True)
    months = _months_of_a_note(tokens, at)
    if months is not None and value == int(value):
        return _years_and_months(first, at + 2, value, months)
    in_a_list = text_at(tokens, at + 2) == "/" or text_at(tokens, first - 1) == "/"  # "15 / 12 / 6"
    clinical = _CLINICAL_UNITS.get(text_at(tokens, at + 1)) if word == "/" and not in_a_list else None
    if clinical is not None and value == int(value):
        return Quantity(first, at + 2, value, clinical)
    found = _unit_at(tokens, unit_at) or _year_of_a_note(tokens, unit_at)
    if found is None:
        if text_at(tokens, at) in _OLD:
            return Quantity(first, at + 1, value, "year", old=True)
        return Quantity(first, at, value)
    if found == "year" and _school_year_follows(tokens, unit_at) and not (value <= _STILL_IN_MONTHS and _months_end(tokens, unit_at + 1)):
        return Quantity(first, at, value)
    return _finish(tokens, first, value, found, unit_at + 1)


def _months_end(tokens: list[Token], at: int) -> bool:
    """Whether bare months end what is said, as in "3 yr 9. Not a word"."""
    number = number_at(tokens, at)
    return number is not None and 0 < number[0] < 12 and text_at(tokens, number[1]) in _ENDS_MONTHS


def _is_a_male(tokens: list[Token], at: int, value: float) -> bool:
    """ "16M. Flat mood", "tics 11M": how notes say "male, 16"; "18M" and "24M" are as likely months, and so is "8M" of a baby or a wait."""
    if _is_noted_so(tokens, at) and value <= OLDEST and not any(token.text in _OF_BABIES for token in tokens):
        return any(_is_noted_so(tokens, other) for other in range(1, len(tokens)) if other != at)
    glued = at > 0 and tokens[at].capital and tokens[at - 1].end == tokens[at].start
    if not glued or not _YOUNGEST_NOTED <= value <= OLDEST or value in (18, 24):
        return False
    said = {token.text for token in tokens}
    before, follow = text_at(tokens, at - 2), text_at(tokens, at + 1)
    lasts = before in _LEADS_TO_MONTHS or follow in _AFTER_MONTHS or (follow in CHILD_WORDS and not said & _OF_PUPILS)
    not_yet = text_at(tokens, at + 1 + (follow == ",")) in ("not", "no") and text_at(tokens, at + 2 + (follow == ",")) in _NOT_YET
    small = bool(said & _OF_BABIES) or (not_yet and value > _YOUNGEST_PUPIL)
    return value >= _YOUNGEST_MALE or not (lasts or small)


def _is_noted_so(tokens: list[Token], at: int) -> bool:
    """ "15 F ?anxiety; 12 M bereaved", where a part opens with the age and a capital; not "swims 10 M"."""
    letter = at > 0 and tokens[at].capital and tokens[at].text in ("m", "f") and tokens[at - 1].text.isdigit()
    return letter and tokens[at - 1].end < tokens[at].start and text_at(tokens, at - 2) in _OPENS_A_NOTE


def _years_and_months(first: int, last: int, years: float, months: int) -> Quantity:
    """ "3;1" is three years and one month, "0;10" ten months."""
    if years == 0:
        return Quantity(first, last, months, "month", old=True)
    return Quantity(first, last, years, "year", months, old=True)


def _months_of_a_note(tokens: list[Token], at: int) -> int | None:
    """The months of "3;1", as speech therapists write three years and one month."""
    if text_at(tokens, at) != ";" or at + 1 >= len(tokens) or not tokens[at + 1].is_number:
        return None
    months = number_at(tokens, at + 1)
    glued = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return int(months[0]) if glued and months is not None and months[0] < 12 else None


def _finish(tokens: list[Token], first: int, value: float, unit: Unit, at: int) -> Quantity:
    """Takes in what may follow a unit: "and a half", "and 4 months", "old", "of age"."""
    extra: int | None = None
    if unit == "year":
        value, at = _fraction(tokens, value, at)
        # "Two year half", as a second language says it.
        if text_at(tokens, at) == "half" and text_at(tokens, at + 1) not in _HALF_OF:
            value, at = value + 0.5, at + 1
        step = at + 1 if text_at(tokens, at) in ("and", ",", "n", "&") else at
        number = number_at(tokens, step)
        if number and number[0] < 12 and _is_a_month(tokens, number[1]):
            extra, at = int(number[0]), number[1] + 1
        elif step == at and value <= _STILL_IN_MONTHS and number and _months_end(tokens, at):
            extra, at = int(number[0]), number[1]
    end = at
    while text_at(tokens, end) in ("-", ".") and text_at(tokens, end + 1) in _OLD:
        end += 1
    word = text_at(tokens, end)
    if word in _OLD:
        return Quantity(first, end + 1, value, unit, extra, old=True, many=word == "olds")
    if word == "of" and text_at(tokens, end + 1) == "age":
        return Quantity(first, end + 2, value, unit, extra, old=True)
    return Quantity(first, at, value, unit, extra)


def _year_of_a_note(tokens: list[Token], at: int) -> Unit | None:
    """The "y" of "1 y 9 m", written with spaces."""
    months = number_at(tokens, at + 1) if text_at(tokens, at) == "y" else None
    return "year" if months is not None and text_at(tokens, months[1]) in (*MONTH_UNITS, "m", "mo") else None


def _is_a_month(tokens: list[Token], at: int) -> bool:
    """Whether a word is "months" or its like, or the "m" of "1 yr 9 m"."""
    alone = text_at(tokens, at) == "m" and (not text_at(tokens, at + 1).isalnum() or text_at(tokens, at + 1) in _OLD)
    return alone or _unit_at(tokens, at) == "month"


def _school_year_follows(tokens: list[Token], at: int) -> bool:
    """Whether "year" belongs to what follows: "he's 13 year 9" is not thirteen years."""
    number = number_at(tokens, at + 1) if text_at(tokens, at) in ("year", "yr", "y") else None
    return number is not None and not _is_a_month(tokens, number[1])


def _unit_at(tokens: list[Token], at: int) -> Unit | None:
    """The unit that a word is: "yrs", the "m" of "18m", the "tears" of "7 tears old"."""
    word = text_at(tokens, at)
    if word in _UNITS:
        return _UNITS[word]
    if word in _GLUED_UNITS and at and tokens[at - 1].end == tokens[at].start and tokens[at - 1].is_number:
        return _GLUED_UNITS[word]
    if word in _GLUED_UNITS and text_at(tokens, at + 1) in ("old", "olds"):
        return _GLUED_UNITS[word]
    if word == "m" and at and tokens[at - 1].text.isdigit() and _is_of_a_baby(tokens, at):
        return "month"
    if len(word) > 2 and text_at(tokens, at + 1) in ("old", "olds"):
        return _misspelt_unit(word)
    return None


def _is_of_a_baby(tokens: list[Token], at: int) -> bool:
    """ "11 m girl, not sitting", "23 m, bites"; not "weaning at 6 m", "can only walk 20 m", "17 m, low in mood"."""
    said = {token.text for token in tokens}
    months = int(tokens[at - 1].text)
    if text_at(tokens, at - 2) in _LEADS_TO_MONTHS - BE or tokens[at].capital or months > _OLDEST_BABY or said & (_OF_PUPILS | _OF_DISTANCES):
        return False
    apart = not text_at(tokens, at - 2).isalnum() and not text_at(tokens, at + 1).isalnum()
    return bool(said & _OF_BABIES) or (apart and months >= _NO_MALE)


def _misspelt_unit(word: str) -> Unit | None:
    """A unit with one slip of the fingers; only where "old" follows, as "tears" is a word too."""
    return next((unit for spelling, unit in _MAY_BE_MISSPELT.items() if OSA.distance(word, spelling) <= 1), None)
