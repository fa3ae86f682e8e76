"""Ages said with no verb that makes them one: "screams at socks. 5", "17 left school", "4 and 7.", "now 9".

Read only where a message states no age in any other way. The ways are tried from the surest; the first that
finds exactly one number, or one list of them, is believed, and two that stand apart are left alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from bot.nlu.ages.after import (
    NO_AGE_AFTER,
    blocked_right,
    cleanly_ends,
    counts_any,
    counts_described_things,
    counts_things,
)
from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.notes import (
    FEWEST_GLUED_MONTHS,
    at_age,
    child_of_years,
    from_a_place,
    glued_to_its_unit,
    has_a_condition,
    of_somebody_told_of,
    said_last,
)
from bot.nlu.ages.patterns import (
    LATER_AFTER,
    LEVEL_BEFORE,
    LIMIT_BEFORE,
    PLACE_IN_A_QUEUE,
    SOON_AFTER,
    TIME_WENT_AFTER,
    WEEKDAY,
)
from bot.nlu.ages.stops import leaves_out_stops
from bot.nlu.ages.subject import is_first_name, window, window_back, words_before
from bot.nlu.ages.tokens import SENTENCE_ENDS, STOPS, Quantity, Token, number_at, quantities, text_at
from bot.nlu.ages.weighing import SURE, UNLIKELY
from bot.nlu.ages.words import (
    ADULT,
    ANDS,
    BABY,
    CHILD_WORDS,
    CONDITION_WORDS,
    GAVE_ME,
    LEADS_TO_A_NUMBER,
    MARKS,
    MOST_NUMBERS,
    OLDEST,
    PLURAL,
    TIME_LED_BY,
    VERBS_IN_S,
    words,
)

Span = tuple[int, int, int, int]

_OLDEST_MONTHS, _OLDEST_WEEKS = 59, 24
# Between two sentences with no stop, more than nine of ten numbers with so high a chance are ages; with the lower one, where the words agree.
_LIKELY, _MAY_BE = 0.7, 0.3
_SHORT_MESSAGE = 8  # tokens; a longer one counts too many other things
_SO_MANY_BEFORE = 10  # tokens from "two brothers" to "7 and 5"
_ALMOST = words("nearly almost")
_ALMOST_OR_BARELY = _ALMOST | words("only just still")
# "Bus 6", "stage 2".
_NUMBERED = words(
    "no £ section stage bus flat house twin room route"
)
_NO_IS_SAID = words("understand understands say says said saying take takes hear hears mean means word with to just its")
# What a spelt number may be followed by where it opens a sentence: "two and a half he's", "five but".
_AFTER_SPELT = words("and but he she they hes shes with who this on now still cannot wont not no today tomorrow going")
# "19mths not sitting".
_CANNOT_YET = words("not no still cannot cant wont doesnt doesn't hasnt hasn't is")
# "Waiting 18 months now": a wait and no age.
_WAITED = words("list waiting waited wait queue")
# "20 months now and he isn't sitting".
_MONTHS_NOW = re.compile(r"now(?: and|,)? (?:he|she|they|still (?:not|no)|no|not) ")
# What lets weeks be an age: "latch is sore. 9 wks".
_OF_A_BABY = BABY | words(
    """
    babys babies bab lo newborn bairn born feeding breast latch colic bottle cot formula weaning crawl crawling rolling
    babbling
    """
)
_NOW = words("now noo nw")
# What opens a clause behind a number that ends one: "... 7 he won't", "... 12 cant read", "... 15 no friends".
_OPENS_THE_NEXT = SENTENCE_ENDS | VERBS_IN_S | CONDITION_WORDS | words(
    """
    he she they we i my our wor his her its it there is are can does do has have what who where how why any no not never cannot
    cant wont doesnt doesn't didnt hasnt still just now so but because cos nobody nothing school teacher am
    """
)
_STARTS_SCHOOL_AT = (2, 3, 4)  # years; school, or a nursery
_STARTS_SCHOOL = re.compile(r"(?:starting|starts) (?:at )?(?:big )?(?:school|skl|skool|nursery|reception|preschool)\b")
_HOURS_AFTER = words("at by till til until from between")
_NOTE_MARKS = MARKS | {"+"}
_STILL = words("cannot cant still no not never wont doesnt doesn't barely hardly")
_OPENS = STOPS | {""}
_BEFORE_AGE_NOW = MARKS | {"", "but", "and"}
# What may follow a number that is no age of the child that is spoken of.
_OF_OTHERS = NO_AGE_AFTER | ADULT | CHILD_WORDS
_OF_SEVERAL = words("both all each another")
_LATELY = re.compile(rf"(?:last (?:week|weekend|month|{WEEKDAY})|yesterday)(?: [,.!?]|$)")
# "8 out of school again": not "4 out of 5".
_OUT_OF_SCHOOL = re.compile(r"out of (?:school|skl|skool|skul|skeul|college|nursery|class|lessons|education)\b")
_FIRST_BIRTHDAY_THAT_ENDS = 16
_ENDED_WHEN = re.compile(
    r"(?:got|was|were|has been|been|have|has|just) (?:\w+ )?(?:stopped|cut|dropped|discharged|ended|pulled|withdrawn|taken)\b(?: \w+){0,4} (?:when|once|cos|because|as|since) (?:i|he|she) (?:\w+ )?turned$"
)
# "Bed now at 9": an hour, or what began or ended then.
_TIME_OF_DAY = re.compile(
    r"(?:^| )(?:bed|sleep|asleep|up|wait\w*|awake|wakes?|start\w*|come|comes|home|leave\w*|get|gets|pick\w*"
    r"|finish\w*|open\w*|close\w*|morning|tea|bus|taxi|sign\w*|look\w*|stop\w*)(?: |$)"
)


def find_telegram_ages(tokens: list[Token], chances: Mapping[int, float] | None = None) -> list[Span]:
    """``(lo, hi, start, end)`` of each such age, in the order said, in months; often nothing.

    ``chances`` is how likely the net takes each number for an age, by where it starts. What it all but rules out is none, though it
    knows "when I turned 19" as another time only. Where the stops are left out, it tells which number stands between two sentences.
    """
    chances = chances or {}
    said = may_be_ages(tokens)
    found = [q for q in said if _may_be_an_age(tokens, q) and not _counts_elsewhere(tokens, q, said)]
    if len(found) > MOST_NUMBERS:
        return []
    for way in _WAYS:
        believed = [q for q in found if way(tokens, q)]
        if way is _stands_alone:
            believed = _one_list(tokens, believed)
        if len(believed) == 1 or (way in (_stands_alone, _after_a_name) and believed):
            kept = [q for q in believed if way is _ended_at_a_birthday or chances.get(tokens[q.first].start, 1.0) >= UNLIKELY]
            return _spans(tokens, kept)
    return _spans(tokens, _between_sentences(tokens, found, chances)) if leaves_out_stops(tokens) else []


def _spans(tokens: list[Token], ages: list[Quantity]) -> list[Span]:
    """The months of each and where it stands."""
    many = 2 if len(ages) == 1 and _are_twins(tokens, ages[0]) else 1
    return [(*_shifted(tokens, q), tokens[q.first].start, tokens[q.last - 1].end) for q in ages for _ in range(many)]


def _lasts(tokens: list[Token], q: Quantity) -> bool:
    """ "Married 22 year"; not "11 years 4 months", nor what opens a sentence: "sixteen years she is"."""
    opens = text_at(tokens, q.first - 1) in _OPENS
    return q.unit == "year" and not q.old and q.extra_months is None and not opens


def _are_twins(tokens: list[Token], q: Quantity) -> bool:
    """ "I have twin girls eleven months": one age of two children."""
    before = words_before(tokens, q.first, 4) if leaves_out_stops(tokens) else set()
    return "twins" in before or ("twin" in before and not before.isdisjoint(PLURAL))


def _between_sentences(tokens: list[Token], found: list[Quantity], chances: Mapping[int, float]) -> list[Quantity]:
    """ "He holds his tablet on his nose Seven cheeky monkey otherwise": the one number that the net takes for an age, by itself
    or where the words agree."""
    apart = [q for q in found if not (_is_led_to(tokens, q) or _lasts(tokens, q))]
    likely = {q.first: chances.get(tokens[q.first].start, 0.0) for q in apart}
    counts = {q.first for q in apart if counts_described_things(window(tokens, q.last, q.last + 4))}
    sure = [q for q in apart if likely[q.first] >= (SURE if q.first in counts else _LIKELY)]
    believed = sure or [q for q in apart if likely[q.first] >= _MAY_BE and _between_clauses(tokens, q)]
    return believed if len(believed) == 1 else []


def _shifted(tokens: list[Token], q: Quantity) -> tuple[int, int]:
    """The months; less where the birthday is still to come: "8 this Friday", "12 in June", "nearly 2"."""
    lo, hi = q.months()
    right = window(tokens, q.last, q.last + 5)
    if not q.unit and (SOON_AFTER.match(right) or text_at(tokens, q.first - 1) in _ALMOST):
        return lo - 6, lo
    return (lo - 12, lo) if not q.unit and LATER_AFTER.match(right) else (lo, hi)


def _counts_elsewhere(tokens: list[Token], q: Quantity, said: list[Quantity]) -> bool:
    """ "14 seizures last week. fourteen.", "on the list 2 years. TWO YEARS": said again, and there it counts something."""
    again = [other for other in said[:MOST_NUMBERS] if other.value == q.value and other.first != q.first]
    return any(
        text_at(tokens, other.first - 1) in _WAITED
        or (q.unit != "year" and counts_things(window(tokens, other.last, other.last + 2)))
        for other in again
    )


def _may_be_an_age(tokens: list[Token], q: Quantity) -> bool:
    """Whether nothing beside a number rules an age out: "no. 7", "bus 6", "reading age 5", "40"."""
    if q.upto is not None and not said_last(tokens, q):
        return False
    right, left = window(tokens, q.last, q.last + 5), window_back(tokens, q.first)
    if not _in_range(q) or blocked_right(q, right) or LEVEL_BEFORE.search(left):
        return False
    before = text_at(tokens, q.first - 1)
    if before == "were" and PLACE_IN_A_QUEUE.match(right):
        return False
    if before == "+" and text_at(tokens, q.first - 2) in ADULT | {"me", "us"}:  # "me + 3 in a flat"
        return False
    return before not in _NUMBERED and not (before == "." and _is_short_for_number(tokens, q.first - 2))


def _is_short_for_number(tokens: list[Token], at: int) -> bool:
    """ "No. 3"; not the word itself: "he doesn't understand no. 3"."""
    return text_at(tokens, at) == "no" and text_at(tokens, at - 1) not in _NO_IS_SAID


def _stands_alone(tokens: list[Token], q: Quantity) -> bool:
    """The number, or a list of numbers, is all that its clause says: "crook. 5", "4 and 7. the little one"."""
    first, last = _list_around(tokens, q)
    if text_at(tokens, first - 1) in _ALMOST_OR_BARELY:
        first -= 1
    if _may_be_a_wait(tokens, q):
        return False
    opens = first == 0 or text_at(tokens, first - 1) in _NOTE_MARKS or _of_so_many(tokens, first, last)
    followed = text_at(tokens, last)
    named_after = last - first > 1 and window(tokens, last, last + 2) == "they are"  # "3 and 5 they are"
    return opens and (followed == "" or followed in _NOTE_MARKS or named_after)


def _may_be_a_wait(tokens: list[Token], q: Quantity) -> bool:
    """ "He just sits in. 9 wks": weeks of something else, unless a baby is spoken of."""
    return q.unit == "week" and not any(token.text in _OF_A_BABY for token in tokens)


def _of_so_many(tokens: list[Token], first: int, last: int) -> bool:
    """ "Two brothers placed with us 7 and 5": as many numbers as children were counted; not "my two kids are up at 4 and 5"."""
    if text_at(tokens, first - 1) in _HOURS_AFTER:
        return False
    many = (last - first + 1) // 2
    before = [at for at in range(max(0, first - _SO_MANY_BEFORE), first) if text_at(tokens, at + 1) in PLURAL]
    both = many == 2 and any(text_at(tokens, at) == "both" for at in before)
    counted = (number_at(tokens, at) for at in before)
    return both or (many > 1 and any(number is not None and number[0] == many for number in counted))


def _list_around(tokens: list[Token], q: Quantity) -> tuple[int, int]:
    """The tokens ``[first, last)`` of the list that a number stands in, whose last may have a unit: "9, 6 and 28 months"."""
    first, last, unit = q.first, q.last, q.unit
    run = [other for other in quantities(tokens) if tokens[other.first].is_number and other.unit not in ("week", "day")]
    for other in reversed(run):
        if not other.unit and 0 < first - other.last <= 2 and _are_ands(tokens, other.last, first):
            first = other.first
    for other in run:
        if not unit and 0 < other.first - last <= 2 and _are_ands(tokens, last, other.first):
            last, unit = other.last, other.unit
    return first, last


def _is_in_a_list(tokens: list[Token], q: Quantity) -> bool:
    """ "3, 6 and 9 month reviews": no number of a list is an age without the others."""
    return _list_around(tokens, q) != (q.first, q.last)


def _are_ands(tokens: list[Token], start: int, end: int) -> bool:
    """Whether nothing but "and" and commas stands there."""
    return all(token.text in ANDS for token in tokens[start:end])


def _one_list(tokens: list[Token], believed: list[Quantity]) -> list[Quantity]:
    """The numbers where they make one list or are only one; nothing where they stand apart."""
    for one, other in itertools.pairwise(believed):
        if other.first - one.last > 2 or not _are_ands(tokens, one.last, other.first):
            return []
    return believed


def _is_now(tokens: list[Token], q: Quantity) -> bool:
    """ "now 9", "13 now", "now at 6": today's age beside a past one; "20 months now and he isn't sitting"."""
    if q.unit == "month":
        return _is_months_now(tokens, q)
    if q.unit:
        return False
    before, left = text_at(tokens, q.first - 1), window_back(tokens, q.first)
    after, ends = text_at(tokens, q.last), text_at(tokens, q.last + 1)
    is_now = after in _NOW or (after == "already" and (ends in _BEFORE_AGE_NOW or ends == ""))  # "eleven already, and no"
    if is_now and before in _BEFORE_AGE_NOW:
        return True
    now_at = left.endswith(" now at") and not _TIME_OF_DAY.search(left)
    return (before in _NOW or now_at) and not counts_things(window(tokens, q.last, q.last + 2))


def _is_months_now(tokens: list[Token], q: Quantity) -> bool:
    """ "20 months now and he isn't sitting", "Now 16 months and ..."; not "18 months now on the list"."""
    before, right = text_at(tokens, q.first - 1), window(tokens, q.last, q.last + 5)
    if q.value >= FEWEST_GLUED_MONTHS and _NOW & {before, text_at(tokens, q.last)}:
        waits = any(token.text in _WAITED or token.text in ("off", "out") for token in tokens)
        if not waits and not TIME_WENT_AFTER.match(right.removeprefix("now ")):
            return True
    opens = before == "now" and text_at(tokens, q.first - 2) in _OPENS
    goes_by = TIME_WENT_AFTER.match(window(tokens, q.last, q.last + 2))
    return (opens and not goes_by) or (q.first == 0 and _MONTHS_NOW.match(right) is not None)


def _opens_a_sentence(tokens: list[Token], q: Quantity) -> bool:
    """ "17 left school", "3 but more like 1", "8 this Friday", "20 months. not crawling"."""
    right, follow = window(tokens, q.last, q.last + 5), text_at(tokens, q.last)
    # "Delayed in everything, 19mths not sitting".
    not_yet = follow in _CANNOT_YET or right.startswith(("and not ", "and still "))
    goes_on = q.unit == "month" and text_at(tokens, q.first - 1) == "," and not_yet
    first = q.first - (text_at(tokens, q.first - 1) in _ALMOST)  # "Nearly three holds his poo"
    if first and text_at(tokens, first - 1) not in STOPS and not goes_on:
        return False
    if not q.unit and first < q.first and q.value >= 2 and follow in VERBS_IN_S:
        return True
    if q.value in _STARTS_SCHOOL_AT and _STARTS_SCHOOL.match(right):  # "four starting school next September"
        return True
    if q.extra_months is not None:
        return True
    if q.unit == "month":
        return not TIME_WENT_AFTER.match(window(tokens, q.last, q.last + 8))
    if q.unit or q.value < 2 or _is_in_a_list(tokens, q) or counts_things(right):
        return False
    if follow in _OF_OTHERS and not _OUT_OF_SCHOOL.match(right):
        return False
    if not q.exact_part and (follow.isdigit() or counts_described_things(right)):
        return False
    return q.exact_part or tokens[q.first].is_number or follow in _AFTER_SPELT or follow in VERBS_IN_S


def _is_almost(tokens: list[Token], q: Quantity) -> bool:
    """ "Bearpark nearly 3 head banging"; not "waited nearly 3", "at nearly 6"."""
    left = text_at(tokens, q.first - 2)
    led_to = left in LEADS_TO_A_NUMBER or left in TIME_LED_BY or LIMIT_BEFORE.search(window_back(tokens, q.first - 1))
    return text_at(tokens, q.first - 1) in _ALMOST and _is_bare(tokens, q) and not counts_any(tokens, q) and not led_to


def _and_more_of_them(tokens: list[Token], q: Quantity) -> bool:
    """ "Spilt another pint, 19 and I can't", "cracked it in the day but 9 and drenched": the age, then more of the child."""
    led_by = text_at(tokens, q.first - 1)
    follow = text_at(tokens, q.last + 1)
    more = text_at(tokens, q.last) == "and" and follow.isalpha() and number_at(tokens, q.last + 1) is None
    told = tokens[q.first].is_number or (q.value > 2 and follow in _STILL)  # "five and can't hold a spoon"
    return told and not q.unit and q.value >= 2 and led_by in (",", ".", "but") and more


def _birthday_to_come(tokens: list[Token], q: Quantity) -> bool:
    """ "4 in May", "autistic, 18 next month": opens a clause and says when the birthday is."""
    if q.unit or (q.first and text_at(tokens, q.first - 1) not in MARKS):
        return False
    right = window(tokens, q.last, q.last + 4)
    return bool(SOON_AFTER.match(right) or LATER_AFTER.match(right))


def _birthday_just_past(tokens: list[Token], q: Quantity) -> bool:
    """ "Four last week, cake like a digger": the first words; not "four last week, all of them seizures"."""
    if q.first or q.unit or q.value < 2 or not _LATELY.match(window(tokens, q.last, q.last + 3)):
        return False
    end = next((at for at in range(q.last, len(tokens)) if tokens[at].text in STOPS), len(tokens))
    said = range(q.last + 2, min(end + 2, len(tokens)))  # "Four last week. Seizures." too
    return not any(counts_things(tokens[at].text) or tokens[at].text in _OF_SEVERAL or number_at(tokens, at) for at in said)


def _in_a_short_message(tokens: list[Token], q: Quantity) -> bool:
    """ "dyslexia help 10 hartlepool": too short to count anything."""
    return len(tokens) <= _SHORT_MESSAGE and not counts_any(tokens, q) and _is_led_to_by_nothing(tokens, q)


def _is_led_to_by_nothing(tokens: list[Token], q: Quantity) -> bool:
    """A bare number in digits after no word that leads to one ("page 4", "got 3", "under 5")."""
    return _is_bare(tokens, q) and not _is_led_to(tokens, q)


def _is_bare(tokens: list[Token], q: Quantity) -> bool:
    """A number in digits with no unit, and not 1."""
    return tokens[q.first].is_number and not q.unit and q.value >= 2


def _is_led_to(tokens: list[Token], q: Quantity) -> bool:
    """Whether a word before a number leads to it ("page 4", "got 3", "mam of 3", "told me 20"), or it is one of several."""
    before = text_at(tokens, q.first - 1)
    told = before in GAVE_ME or (before == "me" and text_at(tokens, q.first - 2) in GAVE_ME)
    limit = LIMIT_BEFORE.search(window_back(tokens, q.first))
    return bool(told or _is_in_a_list(tokens, q) or before in LEADS_TO_A_NUMBER or limit)


def _ends_the_message(tokens: list[Token], q: Quantity) -> bool:
    """ "college in bish 16": the last thing said, after a word that leads to no number."""
    last = q.last == len(tokens) and q.first > 1 and text_at(tokens, q.first - 1).isalpha()
    return last and _is_led_to_by_nothing(tokens, q)


def _between_clauses(tokens: list[Token], q: Quantity) -> bool:
    """ "Teacher says she ignores people waving 6 she holds her book to her nose", of who types no stops; not "awake at 6 he wants his tea"."""
    goes_on = text_at(tokens, q.last) in _OPENS_THE_NEXT
    if q.unit == "month":
        waits = TIME_WENT_AFTER.match(window(tokens, q.last, q.last + 5)) or text_at(tokens, q.first - 1) in TIME_LED_BY
        return goes_on and q.value >= FEWEST_GLUED_MONTHS and not waits
    return goes_on and not counts_any(tokens, q) and _is_bare(tokens, q)


def _after_a_name(tokens: list[Token], q: Quantity) -> bool:
    """ "Jack 14 flat refuses to go. Amelia 5 and a half", once the names are taken out."""
    right = window(tokens, q.last, q.last + 2)
    timed = q.unit and not cleanly_ends(right)
    return is_first_name(tokens, q.first - 1) and not timed and not counts_things(right)


def _ended_at_a_birthday(tokens: list[Token], q: Quantity) -> bool:
    """ "My taxi got stopped when I turned 19": what has ended lately, where nothing says how old they are now."""
    return not q.unit and q.value >= _FIRST_BIRTHDAY_THAT_ENDS and _ENDED_WHEN.search(window_back(tokens, q.first, 14)) is not None


_WAYS: tuple[Callable[[list[Token], Quantity], bool], ...] = (
    _after_a_name,
    _is_now,
    _birthday_to_come,
    _birthday_just_past,
    said_last,
    _stands_alone,
    _and_more_of_them,
    _opens_a_sentence,
    has_a_condition,
    from_a_place,
    glued_to_its_unit,
    child_of_years,
    at_age,
    of_somebody_told_of,
    _ended_at_a_birthday,
    _is_almost,
    _ends_the_message,
    _in_a_short_message,
)


def _in_range(q: Quantity) -> bool:
    """Whether a number may be a child's age in its unit: to 25 years, 59 months, 24 weeks."""
    most = {"month": _OLDEST_MONTHS, "week": _OLDEST_WEEKS, "day": 0}.get(q.unit, OLDEST)
    return 1 <= q.value <= most
