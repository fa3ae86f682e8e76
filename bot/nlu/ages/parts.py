"""Children told of one by one, each by the bare age that opens a part: "6: smears. 8: bolts", "7 wont sleep 10 only eats toast".

One such number alone is a count, an hour or a point of a list; two that are told of as children are, or one beside
another child's age, are ages.
"""

from __future__ import annotations

from bot.nlu.ages.after import blocked_right, counts_any
from bot.nlu.ages.at import done_by_the_clock
from bot.nlu.ages.patterns import TIME_WENT_AFTER
from bot.nlu.ages.reading import Reading
from bot.nlu.ages.subject import window
from bot.nlu.ages.tokens import STOPS, Quantity, Token, text_at
from bot.nlu.ages.words import (
    ADULT,
    BE,
    CONDITION_WORDS,
    COUNTED_NOUNS,
    GAVE_ME,
    LAST_HOUR,
    LEADS_TO_A_NUMBER,
    LETTERED,
    OLDEST_PUPIL,
    TIME_LED_BY,
    VERBS_IN_S,
    WHEN_WORDS,
    words,
)

_OPENS = STOPS | {"", ":"}
_OPENS_OR_GOES_ON = _OPENS | {",", "and", "&", "n", "but", "then"}
_SAYS_MORE = words("cannot cant wont doesnt doesn't hasnt hasn't hardly barely never hates not still")
_DOES = (VERBS_IN_S | words("frets hides adores loathes dotes sulks hoards goes has")) - words(
    "always sometimes besides still this plus barely was does autistics years yrs months mths weeks whats thats whos wheres hows theres lets its shes hes"
)
# "3 bites, 5 kicks": counted, unless it is somebody who is bitten.
_MAY_BE_COUNTED = words(
    """
    bites bolts bumps changes counts cries draws falls feels fights finds flaps hits holds hurts jumps kicks leaves lies looks melts misses moves
    needs paces picks plays pockets points punches pulls rocks runs screams shakes shares shouts shows skips starts stares stays steals
    talks throws trips turns uses vomits walks wants wees works worries zones
    """
)
_IS_DONE_TO = words("him her me us my our everyone everything everybody it himself herself off nowt owt anything nothing like the")
# "3 no shows, 5 no replies".
_NO_ANSWERS = words("show shows reply replies answer answers response responses contact contacts call calls shots")
_ASIDES = words("i we maybe then or and so no yes well that but if when which not")
# "Scores. 3: low. 8: high", "bus times. 7: full. 8: late", "sleep diary. 2: screams. 4: screams".
_OTHER_LISTS = LETTERED | words(
    """
    score scores scored rating ratings rated result results mark marks goal goals target targets outcome outcomes sections questions pages
    options points point item items actions steps stages levels bands grades buses routes times timetable routine diary log logs calendar dates
    hourly nightly rota schedule agenda minutes chapter chapters answers rooms tables teams weeks days nights hours
    """
)
_NOTED_UNITS = words("year month")
_LEFT_SCHOOL = words("school college excluded")
_NOT_DOING = words("waiting something nothing anything everything during according including meeting training hearing counting")
# "2y wait", "3y plan": what goes on for so long.
_TIME_GOES_BY = words("wait plan course delay list total on for of in since to and or at from until till with")
_WAITS = words("wait waits waited waiting list reply replies appointment referral referred news contact response since diagnosis")
_LISTED_WITHIN = 12  # tokens
_YOUNGEST_ADULT = 16  # years
_LEADS = LEADS_TO_A_NUMBER | TIME_LED_BY | GAVE_ME | BE | WHEN_WORDS | LETTERED
_FIRST_OF_A_LIST = 4  # "3: ... 4: ..." may be points, "9: ... 10: ..." are none


def open_parts(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Makes ages in ``readings`` of the numbers that open a part each, where they are told of as children are."""
    _open_brackets(tokens, found, readings)
    _open_with_units(tokens, found, readings)
    heads = [at for at, q in enumerate(found) if not readings[at].rejected and _heads_a_part(tokens, q)]
    if not heads or _is_another_list(tokens, found, heads):
        return
    several = len({found[at].value for at in heads}) > 1 and _opens(tokens, found[heads[0]])
    if several and any(_tells_of_a_child(tokens, _behind_mark(tokens, found[at])) for at in heads):
        believed = heads
    else:
        others = {q.value for q, reading in zip(found, readings, strict=True) if reading.strength != "no"}
        believed = [at for at in heads if _is_beside_another(tokens, found[at], others)]
    for at in believed:
        if readings[at].strength == "no":
            readings[at] = Reading("strong", apart=True)


def _open_brackets(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "Two boys: 8 (FASD, up till 2) and 15 (works at the chippy)": each with an aside, where one is read as an age."""
    heads = [at for at, q in enumerate(found) if not readings[at].rejected and _has_an_aside(tokens, q)]
    if all(readings[at].strength == "no" for at in heads):
        return
    for at in heads:
        if readings[at].strength == "no":
            readings[at] = Reading("strong", apart=True)


def _open_with_units(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "5y soiling; 2y few words", "6 wks - won't latch; 14 mths - gags": two notes at least, one of which tells of a child."""
    heads = [at for at, q in enumerate(found) if not readings[at].rejected and (_is_noted(tokens, q) or _is_read_so(tokens, q, readings[at]))]
    told = [_tells_of_a_child(tokens, _behind_mark(tokens, found[at])) or _is_doing(tokens, found[at]) for at in heads]
    beside = any(reading.strength != "no" for at, reading in enumerate(readings) if at not in heads)
    if len(heads) < 2 or not any(told) or (beside and not all(_is_set_apart(tokens, found[at]) for at in heads)):
        return  # "2y soiling, 1y trying meds, lad of 9"
    for at in heads:
        if readings[at].strength == "no":
            readings[at] = Reading("strong", apart=True)


def _is_noted(tokens: list[Token], q: Quantity) -> bool:
    """Whether an age with its unit opens a part, and nothing behind it makes it a stretch of time: not "2y on the list"."""
    right = window(tokens, _behind_mark(tokens, q), _behind_mark(tokens, q) + 5)
    unit = q.unit in _NOTED_UNITS and not q.old and q.upto is None and tokens[q.first].is_number
    if not unit or not _opens_a_note(tokens, q) or blocked_right(q, right) or TIME_WENT_AFTER.match(right):
        return False
    does = _is_set_apart(tokens, q) and right.split(" ")[0] in _DOES  # "4 months - screaming" may be of a diary
    told = does or tokens[q.first].end == tokens[q.first + 1].start
    return told and right[:1].isalpha() and right.split(" ")[0] not in _TIME_GOES_BY and not set(right.split()) & _WAITS


def _is_set_apart(tokens: list[Token], q: Quantity) -> bool:
    return text_at(tokens, q.last) in (":", "-")


def _is_read_so(tokens: list[Token], q: Quantity, reading: Reading) -> bool:
    """Whether weeks, months or years that open a note are read as an age already."""
    return reading.strength != "no" and q.unit != "" and _opens_a_note(tokens, q) and _is_set_apart(tokens, q)


def _is_doing(tokens: list[Token], q: Quantity) -> bool:
    """ "6y wetting", "4y smearing"."""
    word = text_at(tokens, _behind_mark(tokens, q))
    return word.endswith("ing") and word not in _NOT_DOING


def _opens_a_note(tokens: list[Token], q: Quantity) -> bool:
    return text_at(tokens, q.first - 1) in _OPENS or _is_behind_a_letter(tokens, q)


def _is_behind_a_letter(tokens: list[Token], q: Quantity) -> bool:
    """ "(a) 16 - left college; (b) 12 - excluded"."""
    letter = text_at(tokens, q.first - 2)
    return text_at(tokens, q.first - 1) == ")" and len(letter) == 1 and letter.isalpha() and text_at(tokens, q.first - 3) in _OPENS | {"(", ","}


def _has_an_aside(tokens: list[Token], q: Quantity) -> bool:
    bare = tokens[q.first].is_number and not q.unit and q.upto is None and 2 <= q.value <= OLDEST_PUPIL
    opens = text_at(tokens, q.first - 1) in (":", ",", "and", "&", ")", "+")
    return bare and opens and text_at(tokens, q.last) == "(" and text_at(tokens, q.last + 1)[:1].isalpha()


def _is_beside_another(tokens: list[Token], q: Quantity, others: set[float]) -> bool:
    """ "My eldest is 12 and fine. 9: won't eat": one part, where another age is told in another way."""
    told = _is_marked(tokens, q) and _tells_of_a_child(tokens, _behind_mark(tokens, q))
    return told and q.value >= _FIRST_OF_A_LIST and bool(others - {q.value})


def _heads_a_part(tokens: list[Token], q: Quantity) -> bool:
    """Whether a bare number in digits may be the child that a part tells of."""
    bare = tokens[q.first].is_number and not q.unit and q.upto is None and q.value == int(q.value)
    if not bare or not 2 <= q.value <= OLDEST_PUPIL or _is_led_to(tokens, q) or blocked_right(q, window(tokens, q.last, q.last + 5)):
        return False
    return _is_marked(tokens, q) or _is_set_off(tokens, q) or (_tells_of_a_child(tokens, q.last) and not _counts(tokens, q))


def _is_led_to(tokens: list[Token], q: Quantity) -> bool:
    """ "Up at 6", "told me 20", "waited 8": no part opens there."""
    before = text_at(tokens, q.first - 1)
    grown = before in ADULT and q.value >= _YOUNGEST_ADULT  # "mum 17 hates it"; not "cant hear the teacher 9 cant do laces"
    return grown or before in _LEADS or before[:1].isdecimal()


def _opens(tokens: list[Token], q: Quantity) -> bool:
    return text_at(tokens, q.first - 1) in _OPENS_OR_GOES_ON or _is_behind_a_letter(tokens, q)


def _is_marked(tokens: list[Token], q: Quantity) -> bool:
    """ "6: PANS?", "8 - bolts at every shop"; not "10: 30 start", "3-step plan"."""
    mark = text_at(tokens, q.last)
    opens = text_at(tokens, q.first - 1) in _OPENS | {","} or _is_behind_a_letter(tokens, q)
    if mark not in (":", "-") or not opens:
        return False
    glued = mark == "-" and tokens[q.last].start == tokens[q.last - 1].end
    follow = text_at(tokens, q.last + 1)
    ends = follow == "no" and not text_at(tokens, q.last + 2).isalpha()  # "3 - no, 4"
    return not glued and follow[:1].isalpha() and not ends


def _is_set_off(tokens: list[Token], q: Quantity) -> bool:
    """ "6, letters mean nowt to him", which opens a sentence; not "6, I counted", "3, 4 and 5"."""
    follow = text_at(tokens, q.last + 1)
    opens = text_at(tokens, q.first - 1) in STOPS | {""}
    return opens and text_at(tokens, q.last) == "," and follow[:1].isalpha() and follow not in _ASIDES


def _behind_mark(tokens: list[Token], q: Quantity) -> int:
    return q.last + (text_at(tokens, q.last) in (":", "-", ","))


def _tells_of_a_child(tokens: list[Token], at: int) -> bool:
    """Whether what one child does or lacks is said there: "cant see the board", "only eats toast", "?autism", "who smears", "no words"."""
    word, after = text_at(tokens, at), text_at(tokens, at + 1)
    if word == "?":
        return after in CONDITION_WORDS
    if word in ("left", "perm", "permanently"):
        return after in _LEFT_SCHOOL
    if word in ("who", "only"):
        return after in _DOES or (word == "who" and after in _SAYS_MORE | {"is"})
    if word == "no":
        return after.isalpha() and after not in _NO_ANSWERS
    if word in _MAY_BE_COUNTED:
        return after in _IS_DONE_TO
    if word in CONDITION_WORDS | {"excluded", "suspended"}:
        return True
    return word in _DOES or (word in _SAYS_MORE and after.isalpha())


def _counts(tokens: list[Token], q: Quantity) -> bool:
    """Whether what follows is counted, and no verb of one child's."""
    verb = text_at(tokens, q.last) in _DOES | _SAYS_MORE | CONDITION_WORDS | {"who", "only", "no"}
    return text_at(tokens, q.last) in COUNTED_NOUNS or (not verb and counts_any(tokens, q))


def _is_another_list(tokens: list[Token], found: list[Quantity], heads: list[int]) -> bool:
    """Whether the parts are points, hours, scores, or some of those who were counted before."""
    values = [found[at].value for at in heads]
    first = found[heads[0]].first
    if _OTHER_LISTS & {token.text for token in tokens[max(0, first - _LISTED_WITHIN) : first]}:
        return True
    if any(q.first < first and q.value >= sum(values) and counts_any(tokens, q) for q in found):  # "15 in class. 6 cant read 8 cant write"
        return True
    if max(values) <= LAST_HOUR and all(_is_of_the_day(tokens, found[at]) for at in heads):
        return True
    marked = [at for at in range(len(found)) if _numbers_a_point(tokens, found[at])]
    in_order = [found[at].value for at in marked]
    return len(in_order) > 1 and in_order[0] < _FIRST_OF_A_LIST and in_order == [in_order[0] + step for step in range(len(in_order))]


def _is_of_the_day(tokens: list[Token], q: Quantity) -> bool:
    """ "7: up, 8: taxi"."""
    return done_by_the_clock(q, window(tokens, _behind_mark(tokens, q), _behind_mark(tokens, q) + 2))


def _numbers_a_point(tokens: list[Token], q: Quantity) -> bool:
    return not q.unit and text_at(tokens, q.last) in (":", "-") and text_at(tokens, q.first - 1) in _OPENS | {","}
