"""School years that a child is in now: "Year 9", "yr 4", "two Y9 girls", "starts year 7 in September" (still in 6).

Year 1 is [60, 72), a year each. A year that is over, taught, read at or written on a paper is no child's age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.ages.births import Stage
from bot.nlu.ages.subject import who_before, window, window_before, words_before
from bot.nlu.ages.tokens import (
    CLAUSE_ENDS,
    OPENS_A_CLAUSE,
    SENTENCE_ENDS,
    SHORTHAND,
    Token,
    number_at,
    text_at,
)
from bot.nlu.ages.words import CHILD_WORDS, COUNTED_NOUNS, MARKS, ONE_CHILD, PLURAL, VERBS_IN_S, words

_DIAGNOSED_THEN = re.compile(r"(?:^| )(?<!just )(?<!newly )diagnosed(?: [a-z]+){0,2}$")
EARLIER = words("since when wen until till til from before after back by during was were old left used")
_LEADS_FROM = words("from by before after")
_SCHOOL_YEAR = words("year yr y yer years yrs")
_BEFORE_ITS_NUMBER = frozenset((".", "-", ":", "="))
_OTHER_YEAR = words("last this next per every each past whole all new previous")
_NOT_HIS_YEAR = _OTHER_YEAR | words("not why")
_TEACHES = words("teach teaches teaching taught")
_YEAR_OF = words("school primary secondary his her")
_MOST_PUPILS = 4
_BORN_AT_ONCE = {"twins": 2, "triplets": 3}
# "Excluded from year 2" is in year 2.
_TAKEN = words("excluded exclusion suspended collected picked taken took sent removed")
_ON_THE_WAY_TO = words("moving move transition transitioning getting get")
# "She asked for one in Y4", and nothing of the present after it.
_HAPPENED = words("stopped asked failed passed requested applied flagged harmed harm groomed missed spent discharged bullied assaulted once used")
_LATELY = words("last yesterday today this week tonight")
# "I asked about the one in year 7".
_ABOUT_THE_ONE = re.compile(r"(?:^| )about (?:the|my|our|wor) [a-z]+ in$")
_CANNOT = words("cannot cant wont doesnt doesn't isnt hasnt hasn't not no still never")
_GOES_ON = words("is am are has have now still keeps since and")
# "Reads like a year 2", "works at Y1".
_LIKE = re.compile(r"(?:^| )(?:like|like an?|like the|like (?:he|she|they) (?:is|are|was|were)(?: still)?(?: in)?|(?:reading|readin|writing|maths|level|that) of an?)$")
_AT_THE_LEVEL = re.compile(r"(?:^| )(?:level|standard)(?: of)?(?: an?)?$")
_WORKS = words("reads read reading writes write writing works working work level maths spells")
# "He's at about year 3 in his maths".
_AT_ABOUT = re.compile(r"(?:^| )(?:(?:at|level of)(?: about| around| roughly)?(?: an?| the level of)?)$")
_IN_A_SUBJECT = re.compile(r"(?:level )?(?:still )?(?:in|for|with|wi) (?:(?:his|her|their|my|the) )?(?:maths|english|reading|writing|spelling|literacy|numeracy|phonics|everything|lessons|work)\b")
_SAYS_ON_PAPER = words("says say said describes")
_PAPERS = words("plan ehcp it")
# "Year 6 curriculum"; but "year 6 sats are soon".
_TAUGHT = words("level work sats curriculum ability expectations standard books maths english")
_ARE_SOON = words("nonsense stress panic pressure worry worries malarkey aside faff coming cumin comin are soon next nxt loom looming this in yr year")
# "Year 9 annual reviews are supposed to": not what is said of one child.
_OF_ONE = words("his her my our wor their is am he she i")
_FOR_ALL = re.compile(
    r"(?:(?:annual|transition|yearly) )?(?:[a-z]+s )?(?:(?:are|is) (?:supposed|meant|expected|required|when|where|the year)|should|must|have to)\b"
    r"|(?:annual |transition |yearly )?(?:reviews|transitions|plans)\b"
)
_FOR_PUPILS = re.compile(r"for (?:all |any |most )?(?:the )?(?:kids|children|bairns|pupils|those|everyone|everybody)\b")
# "In year 1 he was on a half day": over, unless it was lately.
_WAS_THEN = re.compile(r"(?:he|she|they|we|i|it) (?:was|were|had|did|got|went|could|would|used)\b")
# "Year 8 were ower the border": a "we're".
_WE_ARE = re.compile(r"were (?:at|in|near|ower|over|just|from|outside|up|down|oot|out|doon|living|waiting|so|still|based)\b")
_GOES_UP_TO = re.compile(
    r"(?:school|schools|unit|base|provision|academy|infants?|juniors?|primary|place|club|group|it|they|which|that|one|class)"
    r"(?: (?:only|just|do|does|will|stops?|there|all|was|is))*"
    r" (?:(?:go|goes|went|going|run|runs|ran|take|takes|took|teach|teaches)(?: (?:kids|children|them|pupils|bairns|on))?"
    r"(?: (?:up|only|as far|from|right|just))* (?:to|from|till|until|as)"
    r"|(?:stop|stops|stopped|end|ends|ended|finish|finishes|finished|start|starts|started)(?: them)? (?:at|in|from|after))$"
)
# "Starts year 7 in September".
_TO_COME = words("starts starting start going moving goes moves will go into due")
_AT_A_TIME_TO_COME = re.compile(
    r"\b(?:next|nxt|in (?:the )?(?:sept|september|new|autumn)|this (?:sept|coming)|sept|until|till)\b"
)
_RIGHT_AFTER = re.compile(r"(?:next|nxt) (?:month|mth|term|sept|september)\b")
SIBLINGS = words("brother bro sister sis sibling sib")
_THAT_ONE = words("the that only")
_WHICH_ONE = words("middle big little wee other older younger oldest eldest youngest")
_NOT_STARTED = re.compile(r"(?:due to|doesn't|doesnt|not|to) (?:start|go into|move into)$")


def find_school_years(tokens: list[Token]) -> list[Stage]:
    """School years a child is in: "Year 9", "yr 4", "y10", "year two". Year 1 is [60, 72), a year each."""
    found: list[Stage] = []
    at = 0
    while at < len(tokens):
        number = _number_after(tokens, at) if tokens[at].text in _SCHOOL_YEAR else None
        if number is None or not _is_school_year(tokens, at, number):
            at += 1
            continue
        for value, first, last in _years_of(tokens, at, number):
            lo = (value + 4) * 12 - (12 if moves_up_later(tokens, at, last) else 0)
            stage = Stage(lo, lo + 12, tokens[first].start, tokens[last - 1].end, who_before(tokens, at))
            found.extend([stage] * _how_many_pupils(tokens, at, last))
        at = number[1]
    return found


def _number_after(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The number of "year 6", "Yr. 6", "year-6" and "year group: 6", and the token after it."""
    step = at + 1 + (text_at(tokens, at + 1) == "group")
    return number_at(tokens, step + (text_at(tokens, step) in _BEFORE_ITS_NUMBER))


def _how_many_pupils(tokens: list[Token], at: int, last: int) -> int:
    """Two for "two Y9 girls" and "Y7 twins"; the number before a year is otherwise no child's."""
    if text_at(tokens, last) in _BORN_AT_ONCE and text_at(tokens, at - 1) not in ("of", "the"):
        return _BORN_AT_ONCE[text_at(tokens, last)]
    counted = number_at(tokens, at - 1) if text_at(tokens, last) in PLURAL else None
    return int(counted[0]) if counted and 2 <= counted[0] <= _MOST_PUPILS else 1


def _is_of_no_child(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the year tells of all pupils, of a school, of a class that is taught ("I teach year 5 and 6") or of a level."""
    taught = text_at(tokens, at - 1) in _TEACHES and text_at(tokens, last) in ("and", "&", "/") and number_at(tokens, last + 1) is not None
    return taught or _is_a_mixed_class(tokens, at) or _is_of_all_pupils(tokens, at, last) or _is_how_far_it_goes(tokens, at) or is_a_level(tokens, at)


def _is_a_mixed_class(tokens: list[Token], at: int) -> bool:
    """ "In my class (Y3/4 mixed, 29 kids)": whom a teacher has."""
    joined = text_at(tokens, at + 2) in ("/", "-") and number_at(tokens, at + 3) is not None
    return joined and text_at(tokens, at + 4) in ("mixed", "split") and text_at(tokens, at + 5) not in CHILD_WORDS


def _is_of_all_pupils(tokens: list[Token], at: int, last: int) -> bool:
    """ "Year 9 reviews are supposed to ...", "the Year 6 ones must ...": what that year is for everybody."""
    whose = words_before(tokens, at, 3, ends=CLAUSE_ENDS) & _OF_ONE or text_at(tokens, at - 1) == "in"
    if not words_before(tokens, at, 4, ends=CLAUSE_ENDS) & _OF_ONE and _FOR_PUPILS.match(window(tokens, last, last + 4)):
        return True  # "what happens in year 6 for kids with plans"
    return not whose and _FOR_ALL.match(window(tokens, last, last + 8)) is not None


def _is_how_far_it_goes(tokens: list[Token], at: int) -> bool:
    """ "His old school only went up to Year 4", "the unit stops at year 6"; not "he's gone up to year 7"."""
    near = window_before(tokens, at, 9)
    return _GOES_UP_TO.search(near) is not None


def _years_of(tokens: list[Token], at: int, number: tuple[float, int]) -> Iterator[tuple[int, int, int]]:
    """Each year with its first token and the one after it: one, or two of "years 4 and 7"."""
    yield int(number[0]), at, number[1]
    second = number_at(tokens, number[1] + 1) if text_at(tokens, number[1]) in ("and", "&", "/") else None
    if second and tokens[at].text in ("years", "yrs") and 1 <= second[0] <= 14:
        yield int(second[0]), number[1] + 1, second[1]


def _is_school_year(tokens: list[Token], at: int, number: tuple[float, int]) -> bool:
    """Not "last year 3 times", "year 6 curriculum", "like a year 2", "year 2 of the wait"."""
    word, value = tokens[at].text, number[0]
    before, after = text_at(tokens, at - 1), text_at(tokens, number[1])
    if not 1 <= value <= 14 or value != int(value):
        return False
    if word == "y" and tokens[at].end != tokens[at + 1].start:
        return False
    if word in ("years", "yrs") and (before not in ("in", "both") or text_at(tokens, at - 2) == "age"):
        return False
    stage = text_at(tokens, at - 2) == "ks" and tokens[at - 2].end == tokens[at - 1].start  # the "3" of "KS3 yr 8" counts nothing
    that_one = before == "one" and text_at(tokens, at - 2) in _WHICH_ONE  # "my middle one year 6"
    counted = number_at(tokens, at - 1) is not None and not stage and not that_one
    if before in _NOT_HIS_YEAR or (counted and after not in PLURAL):
        return False
    if after == "s" and "one" not in words_before(tokens, at, 3):  # "I help the year 7s"; but "one of my year 9s"
        return False
    if _is_of_no_child(tokens, at, number[1]) or is_on_paper(tokens, at) or after == "%":
        return False
    if (after in _TAUGHT or after in COUNTED_NOUNS - CHILD_WORDS) and not _ends_with_kiss_or_tests(tokens, number[1]):
        return False
    if after == ":" and number_at(tokens, number[1] + 1) is not None:
        return False
    if after == "of" and text_at(tokens, number[1] + 1) not in _YEAR_OF:  # "year 2 of the wait"
        return False
    return after in CHILD_WORDS or _is_in_it_now(tokens, at)


def _is_in_it_now(tokens: list[Token], at: int) -> bool:
    """Not "since year 3", "asked in Y4", "year 5 was fine"; yes to "excluded from Year 2", "back into Year 7"."""
    was = text_at(tokens, at + 2) in ("was", "were") and not _WE_ARE.match(window(tokens, at + 2, at + 4))
    if was and not words_before(tokens, at, 2) & _OF_ONE:
        return False
    if _DIAGNOSED_THEN.search(window_before(tokens, at, 4)) and number_at(tokens, at + 3) is not None:
        return False  # "diagnosed y9, 17 now"
    near = words_before(tokens, at, 5, ends=CLAUSE_ENDS)
    if near & _TAKEN and text_at(tokens, at - 1) == "from":
        return True
    if window_before(tokens, at, 2) in ("back into", "back in", "rest of"):
        return True
    # "Cannot tell a b from a d in year 3": only right before the year does "from" lead to it.
    led_from = words_before(tokens, at, 2, ends=CLAUSE_ENDS) & _LEADS_FROM
    earlier = words_before(tokens, at, 4, ends=CLAUSE_ENDS | {"but"}) & (EARLIER - _LEADS_FROM)
    if earlier == {"since"} and text_at(tokens, at - 1) != "since" and text_at(tokens, at + 2) in _CANNOT:
        return True  # "one sided deaf since mumps year 4 cant follow the class"
    if window_before(tokens, at, 2) == "not in" or led_from or earlier or _was_then(tokens, at):
        return False
    if text_at(tokens, at - 1) == "to" and near & _ON_THE_WAY_TO:
        return False
    once_more = window(tokens, at + 2, at + 4) == "and again"  # "asked for a test in Year 3 and again last year"
    lately = not once_more and {text_at(tokens, at + step) for step in (2, 3, 4)} & _LATELY
    told_of = _ABOUT_THE_ONE.search(window_before(tokens, at, 6)) is not None
    return bool(lately or told_of) or text_at(tokens, at - 1) not in ("in", "of") or not _has_happened(tokens, at)


def _was_then(tokens: list[Token], at: int) -> bool:
    """ "In year 1 he was on a half day"; not "in year 9 he was excluded last week"."""
    opens = text_at(tokens, at - 1) == "in" and text_at(tokens, at - 2) in OPENS_A_CLAUSE
    after = window(tokens, at + 2, at + 16)
    return opens and _WAS_THEN.match(after) is not None and not (_LATELY | {"now"}) & set(after.split())


def _has_happened(tokens: list[Token], at: int) -> bool:
    """Whether the clause tells of something over, with nothing of the present after it: "she asked for one in Y4"."""
    for step in range(2, 9):
        word = text_at(tokens, at - step)
        if word in CLAUSE_ENDS or word in _GOES_ON or word == "":
            return False
        if word in _HAPPENED:
            return not words_before(tokens, at - step, 2) & _GOES_ON
    return False


def is_a_level(tokens: list[Token], at: int) -> bool:
    """ "Reads like a year 2", "writes at Y1", "the reading of a yr 1"."""
    near = window_before(tokens, at, 6)
    works_at = text_at(tokens, at - 1) == "at" and bool(words_before(tokens, at, 4) & _WORKS)
    works_at = works_at or bool(_AT_THE_LEVEL.search(near) and words_before(tokens, at, 6) & _WORKS)  # "reads at a level of Y2"
    graded = _AT_ABOUT.search(near) and _IN_A_SUBJECT.match(window(tokens, at + 2, at + 6))
    return bool(works_at or graded) or _LIKE.search(near) is not None


def is_on_paper(tokens: list[Token], at: int) -> bool:
    """ "The plan still says he's in nursery": a paper tells of the year it was written."""
    return bool(words_before(tokens, at, 6) & _SAYS_ON_PAPER and words_before(tokens, at, 9) & _PAPERS)


def _ends_with_kiss_or_tests(tokens: list[Token], at: int) -> bool:
    """ "Yr3 x" at the end; "yr 6 sats coming up", "y7 CATs": tests a child sits in that year."""
    word, after = text_at(tokens, at), text_at(tokens, at + 1)
    return (word == "x" and after in ("", "x", ".", "!")) or word == "cats" or (word == "sats" and after in _ARE_SOON)


def moves_up_later(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the year is the one to come: "starts year 7 in September", "going into year 7 next year"."""
    after = window(tokens, last, last + 6).split(" .")[0].split(" ?")[0]
    if _RIGHT_AFTER.match(after) or _NOT_STARTED.search(window_before(tokens, at, 3)):
        return True
    return bool(words_before(tokens, at, 4) & _TO_COME) and _AT_A_TIME_TO_COME.search(after) is not None


def now_at_school(tokens: list[Token], found: list[Stage]) -> list[Stage]:
    """The school years without those that stand beside a present one of the same child: "year 6 ... I'm in year 9"."""
    if len(found) < 2:
        return found
    starts = {token.start: at for at, token in enumerate(tokens)}
    found = [stage for at, stage in enumerate(found) if not _is_said_again(tokens, starts[stage.start], stage, found[:at])]
    present = [stage for stage in found if _is_said_of_now(tokens, starts[stage.start])]
    return [
        stage
        for stage in found
        if stage in present or not any(_is_the_same_childs(stage, other) for other in present)
    ]


def _is_said_of_now(tokens: list[Token], at: int) -> bool:
    """ "I'm in year 9", "mine's Y8", "DS2, Year 2"; not "preparing for my brother's, Y6", which says whose."""
    if text_at(tokens, at - 1) in MARKS and text_at(tokens, at - 2) in SHORTHAND:
        return True
    return bool(words_before(tokens, at, 2) & {"is", "am", "now"}) and text_at(tokens, at - 1) != ","


def _is_said_again(tokens: list[Token], at: int, stage: Stage, before: list[Stage]) -> bool:
    """ "One in year 3, one in reception, the y3 one is the worry": a child who was told of already."""
    again = text_at(tokens, at - 1) in _THAT_ONE or _opens_with_more(tokens, at, stage, before)
    return again and any(stage.lo == other.lo and stage.start > other.start for other in before)


def _opens_with_more(tokens: list[Token], at: int, stage: Stage, before: list[Stage]) -> bool:
    """ "Family w/ Y2 & Y5. Y2 soiling. Y5 lass holds the fort": what a sentence says of one of several who were told of."""
    after = text_at(tokens, at + 2 + (text_at(tokens, at + 2) in ONE_CHILD))
    verb = after in VERBS_IN_S | _CANNOT | {"one", "is"} or after.endswith("ing")
    return text_at(tokens, at - 1) in SENTENCE_ENDS and verb and len({other.lo for other in before}) > 1


def _is_the_same_childs(stage: Stage, present: Stage) -> bool:
    """Whether another year may be the same child's: nothing says that it is somebody else's."""
    if stage.who in SIBLINGS and present.who not in SIBLINGS | {"he", "she"}:  # "Mine's Y8 ... Her brother Y6"
        return False
    return stage.lo != present.lo and ("" in (stage.who, present.who) or stage.who == present.who)
