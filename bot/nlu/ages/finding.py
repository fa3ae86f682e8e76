"""The ages of the children in a message, as half-open ranges in months.

"7" is ``[84, 96)``, "18 months" ``[18, 19)``, "7 and a half" ``[90, 96)``, "Year 9" ``[156, 168)`` and a
bump is below 0 (the design's "Meaning"). A number that is not the age of a child now (a wait, a limit, a
past or later age, an adult's age) gives nothing. Ages stop at 25 years, as the local offer does.

Where to look (each module's first line says what it hears):
- a message becomes words and numbers in `tokens`; words and patterns that modules share are in `words` and
  `patterns`; of whom something is said is for `subject`, whether the writer is a parent for `parent`,
  what follows a number for `after`; a number that is no age wherever it stands is left out by `no_age`;
- a number is judged in `cues` ("he is 7"), `judged` ("nine is young to ..."), `phrased` ("being eight, he ..."), `beside` ("my daughter, 9"),
  `at` ("can't sit at 13 months") and `lists` ("7 and 9"), each with a `reading`;
- ages said without a number of their own: `births`, `bumps`, `newborn`, `school`, `stages`;
- another family's child, told of to compare, is left out by `compared`;
- `telegram` and `notes` are read only where nothing else was heard ("screams at socks. 5");
- `learned` judges every number beside the rules, `weighing` lets it overrule them, `labelled` is what it learns from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.nlu.ages.after import blocked_right, cleanly_ends
from bot.nlu.ages.births import Stage, find_births
from bot.nlu.ages.bumps import find_bumps, find_young_parent
from bot.nlu.ages.compared import are_own
from bot.nlu.ages.cues import answers, read
from bot.nlu.ages.lists import read_lists
from bot.nlu.ages.newborn import find_newborn
from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.parent import is_a_parent
from bot.nlu.ages.patterns import CORRECTING, LATER_AFTER, PARENT, SOON_AFTER
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.school import find_school_years, now_at_school
from bot.nlu.ages.stages import find_stages
from bot.nlu.ages.subject import window, window_back, words_before
from bot.nlu.ages.telegram import find_telegram_ages
from bot.nlu.ages.tokens import SENTENCE_ENDS, SOMEBODY, Quantity, Token, quantities, text_at, tokenize
from bot.nlu.ages.weighing import UNLIKELY, Net, weighed
from bot.nlu.ages.words import (
    CHILD_WORDS,
    JOINS,
    MOST_NUMBERS,
    OLDEST,
    ONE_CHILD,
    PLURAL,
    YOUNG_PARENT,
    words,
)

_TOO_OLD = (OLDEST + 1) * 12  # months
_MOST_MONTHS_SAID_AS_MONTHS = 72
_MOST_MONTHS_OF_A_BUMP = 12
_OF_A_PARENT = re.compile(rf"(?<!young )\b(?:{PARENT})\W{{0,3}}$")
_NURSERY_YEARS = words("nursery reception toddler")
_CORRECTED_BEFORE = re.compile(r"\b(?:corrected|adjusted)(?: age)?(?: is| of| at)?\W{0,3}$", re.IGNORECASE)
_CORRECTED_AFTER = re.compile(r"\W{0,2}(?:old )?(?:corrected|adjusted)\b", re.IGNORECASE)
_SINCE_WITHIN = 30  # letters
_SINCE = re.compile(r"\bsince (?:[a-z]+(?:['’]s)? )?$")
# All that stands between two numbers of which the second is meant: "8, no wait, he is 9".
_TAKES_BACK = re.compile(
    r"^(?:[-,.?!] ?){0,3}(?:(?:oh|well|or|wait|sorry|actually) ,? ?)?"
    r"(?:no|nope|na|nah|nar|wait|scrap that|(?:i )?tell a lie|i lie)"
    r"(?: (?:no|wait|sorry|hang on|hold on|he is|she is|i am|make that|actually|just turned|nearly|,|-|\.|:))*$"
)
# The same where the second only says it more closely: "3, well 40 months".
_SAYS_CLOSER = re.compile(r"^(?:[(,.:-] ?){1,3}(?:(?:well|so|or|actually|exactly|that is|i mean|about)(?: ,)?(?: |$))*$")
_CARRIED_AFTER = re.compile(r"(?:gone|preg\w*|along|expecting|on the way|(?:wi|with) (?:my|me|our|her))\b")
_ROUND_A_BARE_AGE = words("nearly almost just turned both about now only age yes not")
_OPENS_AN_AGE = frozenset(("", ".", ",", "!", "?", "at"))
_NO_NAMES = CHILD_WORDS | words("he she they me bump one other both all each them mine")
# "Twins and her eldest, 4": what is said of several goes back to the last word for one child alone.
_ENDS_A_GROUP = SENTENCE_ENDS | (ONE_CHILD - words("twin boy girl baby identical"))
_BORN_AT_ONCE = words("twins triplets")
_NO_CERTAIN_CHILD = words("he she they one other both all each who") | {""}
_MAY_BE_A_BABY = _NO_CERTAIN_CHILD | {"baby", "bairn"}
_MUM_OF = re.compile(r"\b(?:mum|mam|mom|mother|dad|father|parent) (?:of|to|with) (?:an?|two|three|her|his|\d)", re.IGNORECASE)
_YEARS_TO_A_PARENT = 15  # a writer who is so much older than a child that nobody is named for


@dataclass(frozen=True)
class AgeMention:
    """An age that was said: months ``[lo, hi)``, the span ``text[start:end]`` and ``words`` in it.

    ``who`` is the family's word for the child ("son", "sister", "he"; "me" for the writer; "" for none).
    ``listed`` tells the children of a list apart while reading ("M 8, M 5"): the token each is named by.
    It is None in what is given out.
    """

    lo: int
    hi: int
    start: int
    end: int
    words: str
    who: str = ""
    listed: int | None = field(default=None, repr=False)


def find_ages(text: str, today: date, *, asked: bool = False, net: Net | None = None) -> list[AgeMention]:
    """The children's ages now, in the order said; with ``asked``, a bare number answers "how old?".

    Dates of birth give an age on ``today`` (whole years, or the exact month under 2). Twins give two equal
    ranges. Where the rules are alone, as for an answer that was ``asked`` for, there is no ``net``.
    """
    tokens = tokenize(text)
    chances = _chances(text, tokens, net)
    found = _scan(text, tokens, today, asked, chances)[0]
    if found and not all(_is_a_stage(mention) or mention.hi == 0 for mention in found):
        return found
    bare = [
        AgeMention(lo, hi, start, end, text[start:end])
        for lo, hi, start, end in find_telegram_ages(tokens)
        if chances.get(start, 1.0) >= UNLIKELY
    ]
    if found and all(mention.hi == 0 for mention in found):
        return sorted([*found, *_besides(found, bare, text)], key=lambda mention: mention.start)
    # "Two years nine months" is closer than the "nursery" said beside it; another child's stage stands.
    same = _may_be_same if found and found[0].words.lower() in _NURSERY_YEARS else _overlaps
    closer = bare and len(found) == 1 and found[0].lo >= 0 and all(same(mention, found[0]) for mention in bare)
    return bare if not found or closer else found


def _besides(bumps: list[AgeMention], bare: list[AgeMention], text: str) -> list[AgeMention]:
    """The ages of other children beside a bump; of the bump itself "28 weeks" is none, nor is "mum, 22" a child's."""
    return [
        age
        for age in bare
        if age.hi > _MOST_MONTHS_OF_A_BUMP
        and not _OF_A_PARENT.search(text[: age.start].lower())
        and not any(bump.start < age.end and age.start < bump.end for bump in bumps)
    ]


def _is_a_stage(mention: AgeMention) -> bool:
    """Whether an age of a year at least was said without digits: "reception", "sixth form", "toddler"."""
    return not any(letter.isdigit() for letter in mention.words) and mention.hi - mention.lo >= 12


def _chances(text: str, tokens: list[Token], net: Net | None) -> dict[int, float]:
    """How likely each number is an age, by where it starts in the text."""
    numbers = [number for number in quantities(tokens) if number.value][: MOST_NUMBERS * 4] if net is not None else []
    chances = net.chances(text, tokens, numbers) if net is not None and numbers else []
    return {tokens[number.first].start: chance for number, chance in zip(numbers, chances) if chance is not None}


def scan_ages(text: str, today: date, *, asked: bool = False) -> tuple[list[AgeMention], list[AgeMention]]:
    """The ages that hold, and those the writer takes back ("sorry, 7 not 17" takes back 17)."""
    return _scan(text, tokenize(text), today, asked, {})


def _scan(
    text: str, tokens: list[Token], today: date, asked: bool, chances: Mapping[int, float]
) -> tuple[list[AgeMention], list[AgeMention]]:
    births = find_births(text, today, asked=asked)
    bumps = find_bumps(tokens)
    years = find_school_years(tokens)
    taken = [(found.start, found.end) for found in (*births, *bumps, *years)]
    numbers, rejected = _numbers(text, tokens, taken, chances, asked=asked, bumps=bool(bumps))
    school = [_mention(text, stage) for stage in now_at_school(tokens, years)]
    born = [_mention(text, stage) for stage in births for _ in range(_born_together(tokens, stage))]
    if numbers:  # "he's 15 and hasn't been out since his 13th birthday"
        born = [mention for mention in born if not _SINCE.search(text[max(0, mention.start - _SINCE_WITHIN) : mention.start].lower())]
    exact = sorted([*numbers, *born], key=lambda found: found.start)
    exact = _same_child_once([mention for mention in exact if not _is_corrected(text, mention)] or exact)
    young = find_young_parent(tokens, bumps[0]) if bumps else None
    if young is not None and not any(mention.start < young.end and young.start < mention.end for mention in exact):
        _insert(exact, _mention(text, young))
    exact = _add_other_children(exact, [m for m in school if not any(_overlaps(m, n) for n in exact)])
    small = any(found.lo >= 9 and found.hi <= 60 for found in exact)
    stages = [
        _mention(text, stage)
        for stage in find_stages(tokens, alone=not exact, asked=asked or len(tokens) <= 2, small=small)
    ]
    newborn = find_newborn(tokens)
    if bumps or newborn:  # the baby that is spoken of is the one to come, or the one whose weeks are said
        stages = [stage for stage in stages if stage.hi != 12]
    exact = _add_other_children(exact, stages if newborn is None else [_mention(text, newborn), *stages])
    for stage in bumps:
        _insert(exact, _mention(text, stage))
    told = _without_young_parent(exact, of_a_parent=_MUM_OF.search(text) is not None)
    own = are_own(text, [mention.start for mention in told])
    return [_without_name(mention) for mention, is_own in zip(told, own, strict=True) if is_own], rejected


def _is_corrected(text: str, mention: AgeMention) -> bool:
    """ "11 months, corrected age 8 months": of a child born early; the real age counts where both are said."""
    return bool(_CORRECTED_BEFORE.search(text[: mention.start]) or _CORRECTED_AFTER.match(text[mention.end :]))


def _without_young_parent(mentions: list[AgeMention], *, of_a_parent: bool) -> list[AgeMention]:
    """ "I'm 21 and she's three months", "my 4yo bites, I'm 23 on my own": the writer is the baby's mother or father, whose age is no child's.

    With ``of_a_parent``, "Mum of a 2 year old. She's 24" tells of her so."""
    parents = ("me", "she", "he") if of_a_parent else ("me",)
    children = [mention for mention in mentions if mention.lo >= 0 and mention.who in _MAY_BE_A_BABY]
    baby = any(child.hi <= 24 for child in children)
    return [
        mention
        for mention in mentions
        if mention.who not in parents
        or mention.lo < YOUNG_PARENT
        or not (baby or any(mention.lo - child.hi >= _YEARS_TO_A_PARENT * 12 for child in children))
    ]


def _without_name(mention: AgeMention) -> AgeMention:
    """Leaves out a child's own name: it tells children apart while reading, and is never kept."""
    named = mention.listed is not None or mention.who not in _NO_NAMES
    return replace(mention, who="", listed=None) if named else mention


def _numbers(
    text: str, tokens: list[Token], taken: list[tuple[int, int]], chances: Mapping[int, float], *, asked: bool, bumps: bool
) -> tuple[list[AgeMention], list[AgeMention]]:
    """The numbers that are ages, and those taken back; ``taken`` are the spans that births and bumps hold.

    With ``bumps`` a child is expected: "28 weeks" is then no age of a child, and "I'm 22" a parent's.
    """
    found = [q for q in may_be_ages(tokens) if not _inside(tokens, q, taken)][: MOST_NUMBERS * 4]
    readings = [read(tokens, q) for q in found]
    whole = asked or _only_numbers(tokens, found)
    readings = [
        answers(tokens, q, r) if whole and r.strength == "no" and not r.rejected else r
        for q, r in zip(found, readings, strict=True)
    ]
    _join_months(tokens, found, readings)
    _correct(tokens, found, readings)
    read_lists(tokens, found, readings)
    _say_closer(tokens, found, readings)
    by_rules = readings
    readings = weighed(tokens, found, by_rules, [chances.get(tokens[q.first].start) for q in found])
    _take_back_what_the_net_heard(tokens, found, by_rules, readings)
    parent = is_a_parent(tokens, expects=bumps)
    kept: list[AgeMention] = []
    rejected: list[AgeMention] = []
    for quantity, reading in zip(found, readings, strict=True):
        span = None if bumps and quantity.unit == "week" and not quantity.old else _range(quantity, reading.shift)
        if span is None or (reading.strength == "no" and not reading.rejected):
            continue
        if reading.by_writer and quantity.unit in ("week", "month") and not quantity.old:
            span, reading = (-9, 0), replace(reading, by_writer=False, subject=None)
        elif reading.by_writer and parent and span[0] >= YOUNG_PARENT:
            continue
        mention = _age(text, tokens, quantity, span, reading)
        if reading.rejected:
            rejected.append(mention)
        else:
            ages = [other for other, r in zip(found, readings, strict=True) if r.strength != "no"]
            kept.extend([mention] * _how_many(tokens, quantity, reading, ages))
    return kept[:MOST_NUMBERS], rejected[:MOST_NUMBERS]


def _range(quantity: Quantity, shift: str) -> tuple[int, int] | None:
    """The months of a number, less where the birthday is to come; None for what no child is ("96 months", "30").

    "Nearly 9" is ``[102, 108)``, "9 in May" ``[96, 108)``.
    """
    lo, hi = quantity.months()
    if quantity.unit == "month" and quantity.value > _MOST_MONTHS_SAID_AS_MONTHS:
        return None
    if shift == "nearly":
        lo, hi = (lo - 6, lo) if quantity.unit in ("", "year") else (lo - 1, lo)
    elif shift == "later":
        lo, hi = (lo - 12, lo) if quantity.unit in ("", "year") else (lo - 1, lo)
    if lo < 0 or hi > _TOO_OLD or (quantity.unit in ("", "year") and quantity.value < 1 and not shift):
        return None
    return lo, hi


def _age(text: str, tokens: list[Token], q: Quantity, span: tuple[int, int], reading: Reading) -> AgeMention:
    """The mention of a number that was read as an age of ``span`` months."""
    start, end = tokens[q.first].start, tokens[q.last - 1].end
    who = "" if reading.subject is None else tokens[reading.subject].text
    if reading.by_writer:
        return AgeMention(*span, start, end, text[start:end], "me")
    # Two names that were taken out are two children, and so are two that are called "M".
    alike = reading.apart and (who == SOMEBODY or len(who) == 1)
    return AgeMention(*span, start, end, text[start:end], who, reading.subject if alike else None)


def _join_months(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Reads "he is 3 and 2 months" as one age; "they are 3 and 2 months" stays two."""
    for at in range(len(found) - 2, -1, -1):
        years, months = found[at], found[at + 1]
        between = window(tokens, years.last, months.first)
        joined = between in ("and", "an", "n") or (not between and text_at(tokens, months.first + 1) == "/")  # "2 8/12"
        before = text_at(tokens, years.first - 1)  # "Three and four months. Not a word."; not "5, 3 and 9 months"
        opens = before in _OPENS_AN_AGE and not (before == "," and years.first > 1 and tokens[years.first - 2].is_number)
        open_ended = not years.unit or (years.unit == "year" and not years.old)
        gone = _CARRIED_AFTER.match(window(tokens, months.last, months.last + 2))  # "18 n 5 months gone"
        one = (readings[at].strength == "strong" or opens) and joined and open_ended and not gone
        if one and months.unit == "month" and months.value < 12 and not months.many:
            found[at] = replace(years, last=months.last, unit="year", extra_months=int(months.value))
            if opens and readings[at].strength == "no":
                readings[at] = Reading("strong")
            del found[at + 1], readings[at + 1]


def _correct(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Pairs a number taken back with the one put in its place: "7 not 17", "not 17, 7", "17, sorry, 7"."""
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        between = _without_date(window(tokens, first.last, second.first))
        if readings[at].strength != "no" and _TAKES_BACK.match(between) and _is_put_instead(tokens, first, second):
            shift = readings[at + 1].shift
            readings[at + 1] = replace(readings[at], strength="strong", shift=shift)
            readings[at] = replace(readings[at], strength="no", rejected=True)
        if second.first - first.last > 4:
            continue
        if first.value == second.value:  # "not 20, I put 20 because ..."
            continue
        if readings[at].rejected and readings[at + 1] == NO:
            readings[at + 1] = answers(tokens, second, NO)
        elif readings[at + 1].rejected and readings[at] == NO:
            readings[at] = answers(tokens, first, NO)
        elif readings[at + 1].corrects and readings[at].strength != "no":
            readings[at] = replace(readings[at], strength="no", rejected=True)


def _take_back_what_the_net_heard(
    tokens: list[Token], found: list[Quantity], by_rules: list[Reading], readings: list[Reading]
) -> None:
    """ "Shildon. 14, sorry 15. self harm": the rules heard the 15, and of the 14 they knew nothing to take back."""
    for at in range(len(found) - 1):
        only_the_net = by_rules[at].strength == "no" and readings[at].strength != "no"
        if only_the_net and readings[at + 1].strength != "no":
            between = _without_date(window(tokens, found[at].last, found[at + 1].first))
            if readings[at + 1].corrects or _TAKES_BACK.match(between) or CORRECTING.search(between):
                readings[at] = replace(NO, rejected=True)


def _without_date(between: str) -> str:
    """What stands between two numbers, less the date of a birthday: "he's 1 next month, no wait he's two"."""
    date = SOON_AFTER.match(between) or LATER_AFTER.match(between)
    return between if date is None else between[date.end() :].removeprefix(" time").lstrip()


def _is_put_instead(tokens: list[Token], first: Quantity, second: Quantity) -> bool:
    """ "8, no, 9 last week", where the second counts nothing: not "8, no 9 bus", "5, no 6 hours' sleep"."""
    right = window(tokens, second.last, second.last + 4)
    return second.unit in ("", first.unit, "year", "month") and cleanly_ends(right)


def _say_closer(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "Three and three quarters (45 months)", "3, well 40 months": the months of an age just said in years."""
    for at in range(len(found) - 1):
        years, months = found[at], found[at + 1]
        lo, hi = _range(years, readings[at].shift) or years.months()
        within = lo <= months.months()[0] < hi
        close = _SAYS_CLOSER.match(_without_date(window(tokens, years.last, months.first)))
        if blocked_right(months, window(tokens, months.last, months.last + 4)):  # "3, 41 months on the list"
            continue
        if readings[at].strength != "no" and readings[at + 1] == NO and months.unit == "month" and within and close:
            readings[at + 1] = replace(readings[at], shift="")


def _only_numbers(tokens: list[Token], found: list[Quantity]) -> bool:
    """Whether the message is nothing but ages: "4", "four.", "7 and 9"."""
    inside = {at for quantity in found for at in range(quantity.first, quantity.last)}
    rest = [token.text for at, token in enumerate(tokens) if at not in inside]
    return bool(found) and all(
        word in JOINS or word in _ROUND_A_BARE_AGE or not word.isalnum() for word in rest
    )


def _how_many(tokens: list[Token], quantity: Quantity, reading: Reading, ages: list[Quantity]) -> int:
    """How many children one of the ``ages`` is said of: two for "twins" and "both 4"."""
    if reading.apart or _are_told_already(tokens, quantity, ages):
        return 1
    alone = len(ages) == 1
    before = words_before(tokens, quantity.first, 8, ends=_ENDS_A_GROUP)
    after = [token.text for token in tokens[quantity.last : quantity.last + 2]]
    if after[:1] and after[0] != "twin" and after[0] in ONE_CHILD:  # "twins ..., 14 yr old brother"
        return 1
    together = before | set(after)
    if "triplets" in together:
        return 3
    if "twins" in together or ("twin" in together and together & (PLURAL - {"they", "one", "two", "all"})):
        return 2
    if "twin" in before and before & {"me", "i"} and text_at(tokens, quantity.first - 1) == "are":
        return 2  # "me and my twin are 16"
    of_twins = "they" in before and any(token.text == "twins" for token in tokens[: quantity.first])
    return 2 if (reading.several and alone and "both" in before) or (alone and of_twins) else 1


def _are_told_already(tokens: list[Token], quantity: Quantity, ages: list[Quantity]) -> bool:
    """ "Twins (6) and a 3yo", "18 month twins and a six year old": the age of the twins, or triplets, is another one."""
    group = next((at for at in range(quantity.first - 1, -1, -1) if tokens[at].text in _BORN_AT_ONCE), None)
    near = tokens[quantity.last : quantity.last + 2]
    follows = next((step for step, token in enumerate(near) if token.text in _BORN_AT_ONCE), None)
    if follows is not None:  # "a 10yo, twins of 8"
        after = quantity.last + follows + 1
        return near[0].text == "," and any(after <= age.first <= after + 2 for age in ages)
    return group is not None and any(age.last == group or group < age.first < quantity.first for age in ages)


def _born_together(tokens: list[Token], birth: Stage) -> int:
    """How many children one date of birth is said of."""
    at = next((at for at, token in enumerate(tokens) if token.start >= birth.start), len(tokens))
    before = set(window_back(tokens, at).split())
    return 3 if "triplets" in before else 2 if "twins" in before or ("twin" in before and before & PLURAL) else 1


def _same_child_once(mentions: list[AgeMention]) -> list[AgeMention]:
    """Leaves out an age said again of the same child, and joins "8, nearly 9" into the closer one."""
    kept: list[AgeMention] = []
    for mention in mentions:
        same = next((at for at, other in enumerate(kept) if _said_again(other, mention)), None)
        if same is None:
            kept.append(mention)
            continue
        if mention.hi - mention.lo < kept[same].hi - kept[same].lo:
            named = kept[same] if kept[same].who else mention
            kept[same] = replace(mention, who=named.who, listed=named.listed)
    return kept


def _said_again(first: AgeMention, second: AgeMention) -> bool:
    """Whether a second age is the first child's again: "my son is 8 ... he's 8"; not "M 8, M 8", nor twins."""
    if (first.start, first.end) == (second.start, second.end) or not _overlaps(first, second):
        return False
    if first.listed is not None and second.listed is not None:
        return first.listed == second.listed
    return first.who == second.who or bool({first.who, second.who} & _NO_CERTAIN_CHILD)


def _overlaps(first: AgeMention, second: AgeMention) -> bool:
    """Whether both may be one age: 8 and "nearly 9", 3 and "40 months"."""
    return first.lo < second.hi and second.lo < first.hi


def _may_be_same(first: AgeMention, second: AgeMention) -> bool:
    """Whether two ages are a year apart at most, so that the stage of one child may have been said beside the age."""
    return first.lo < second.hi + 12 and second.lo < first.hi + 12


def _add_other_children(exact: list[AgeMention], more: list[AgeMention]) -> list[AgeMention]:
    """Adds school years and stages, except where they only repeat the age of a child already given."""
    result = list(exact)
    for mention in more[:MOST_NUMBERS]:
        if not any(_may_be_same(mention, other) for other in exact):
            _insert(result, mention)
    return result


def _insert(mentions: list[AgeMention], mention: AgeMention) -> None:
    """Puts a mention in the order said; those there keep the place where their child was first named."""
    at = next((at for at, other in enumerate(mentions) if other.start > mention.start), len(mentions))
    mentions.insert(at, mention)


def _mention(text: str, stage: Stage) -> AgeMention:
    """A stage, a birth or a bump with the words that said it."""
    return AgeMention(stage.lo, stage.hi, stage.start, stage.end, text[stage.start : stage.end], stage.who)


def _inside(tokens: list[Token], quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    """Whether a number is part of what was heard already: the "17" of "her 17th birthday"."""
    start, end = tokens[quantity.first].start, tokens[quantity.last - 1].end
    return any(start < other_end and other_start < end for other_start, other_end in taken)
