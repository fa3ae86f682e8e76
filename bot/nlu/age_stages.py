"""Ages said by a stage of life: school years, nursery, reception, sixth form, toddler and baby.

The ranges are those of the taxonomy's ``stages``. A stage counts only where it is the child's own now, not
where a service, a past or a brother is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.age_births import Stage
from bot.nlu.age_tokens import SENTENCE_ENDS, Token, number_at, text_at
from bot.nlu.age_words import ADULT, BLOCKED_AFTER, CHILD_WORDS, PLURAL, words

# "Deaf since mumps, year 4" is in year 4 now.
_CLAUSE_ENDS = SENTENCE_ENDS | frozenset(",;")
_EARLIER = words("since when wen until till til from before after back by during was were old left used")
_LEADS_FROM = words("from by before after")
_SCHOOL_YEAR = words("year yr y yer years yrs")
_OTHER_YEAR = words("last this next per every each past whole all new previous")
_NOT_HIS_YEAR = _OTHER_YEAR | {"not", "why"}
_MOST_PUPILS = 4
_TAKEN = words("excluded exclusion suspended collected picked taken took sent removed")
_ON_THE_WAY_TO = words("moving move transition transitioning getting get")
_HAPPENED = words("asked harmed harm groomed missed spent discharged bullied assaulted once used")
_LATELY = words("last yesterday today this week tonight")
_GOES_ON = words("is am are has have now still keeps since and")
_LIKE = re.compile(r"(?:^| )(?:like|like an?|like the|(?:reading|readin|writing|maths|level|that) of an?)$")
_WORKS = words("reads read reading writes write writing works working work level maths spells")
_SAYS_ON_PAPER = words("says say said describes")
_PAPERS = words("plan ehcp it")
_ARE_SOON = words("coming cumin comin are soon next nxt loom looming this in")
_TAUGHT = words("level work sats curriculum ability expectations standard books maths english")
_TO_COME = words("starts starting start going moving goes moves will go into due")
_AT_A_TIME_TO_COME = re.compile(r"\b(?:next|nxt|in (?:the )?(?:sept|september|new|autumn)|this (?:sept|coming)|sept|until|till)\b")
_RIGHT_AFTER = re.compile(r"(?:next|nxt) (?:month|mth|term|sept|september)\b")
_NOT_STARTED = re.compile(r"(?:due to|doesn't|doesnt|not|to) (?:start|go into|move into)$")
_SEARCHING = words("looking choosing find which work need want apply any good options open visit visiting")
_NOTED = frozenset((":", "not"))
_NURSERY_SAYS = words(
    "says said say have has think thinks told are staff is noticed want raised reckon cannot cant"
)
_NOT_A_CHILD_AT_NURSERY = words("nurse rhymes rhyme place places fees funding worker manager teacher near in")
_BABIES = words("baby babby bairn")  # "takes the baby to nursery" has said who goes
_HOURS = words("hours hrs place places funding")
_DESK = words("gp surgery hospital waiting doctors phoned rang waited desk council")
_YOUNG = {"toddler": (12, 36), "baby": (0, 12), "newborn": (0, 3)}
_NOT_OF_A_CHILD = words(
    """group groups brother sister cousin class classes massage clinic room monitor food bank loss steps
    sitter sitting talk teeth tantrum tantrums bed gate sensory bump shower boom wipes milk weigh clothes
    pram buggy pushchair seat chair cot books book bath swing carrier nephew niece sibling bottles hearing screening yoga blues years days girls boys due"""
)
_DIED = words("died dead passed lost grew")
_ANY_TODDLER = words("any every any the a like than for or and other most toddler that")
_NEW = words("baby babby bby bubs bub lo newborn babba bubba")
_IS_HERE = words("is here at girl boy now only born ,")
_DAYS = {**dict.fromkeys(words("week weeks wk wks"), 7), **dict.fromkeys(words("day days"), 1)}
_NEW_DAYS = 84
_SINCE_BIRTH = re.compile(r"since (?:i|ah|aa|she|we|my wife) had (?:him|her|them|the|our|my)$")
_NOT_AN_AGE = words("early premature prem ago late overdue waiting until till to before after off on gone of pregnant without no with")
_NO_LONGER = words("like as expecting having still than")
_OWN_CHILD = words("son daughter lad lass boy girl bairn child kids children baby toddler boys girls kid bairns twins")
_UNBORN = words("bairn child baby twins")
_CHILDREN_HAD = words("kids children bairns son daughter boys girls toddler")
_WHOSE = words("my our me wor her the this")
_FORM = frozenset(("form", "former", "formers"))
# "Sixth form isn't working out"; not "sixth form is next", "sixth form is where he wants to go".
_GOES_THERE = re.compile(r"(?:is (?:\w+ miles|not (?:working|going|helping|for|coping|what)|(?:too )?(?:hard|awful|horrible|hell|a (?:nightmare|disaster|struggle))|going|making)|has (?:been|said|told|rung|asked)|have (?:said|told|rung|asked|no)|are (?:saying|not)|says?|said|keeps?|wont|cannot|doesn't|doesnt|rang|reckons?|thinks?)\b")
_CHOSEN = words("choice choices choosing options option application applications open entry place places")
_HALF_OF_SIXTH = {"lower": 192, "upper": 204}
_FEW = 3  # tokens: "reception?" alone may be a desk


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
            lo = (value + 4) * 12 - (12 if _moves_up_later(tokens, at, last) else 0)
            stage = Stage(lo, lo + 12, tokens[first].start, tokens[last - 1].end, _who(tokens, at))
            found.extend([stage] * _how_many_pupils(tokens, at, last))
        at = number[1]
    return found


def _number_after(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The number of "year 6", "Yr. 6" and "year-6", and the token after it."""
    return number_at(tokens, at + 2) if text_at(tokens, at + 1) in (".", "-") else number_at(tokens, at + 1)


def _how_many_pupils(tokens: list[Token], at: int, last: int) -> int:
    """Two for "two Y9 girls"; the number before a year is otherwise no child's."""
    counted = number_at(tokens, at - 1) if text_at(tokens, last) in PLURAL else None
    return int(counted[0]) if counted and 2 <= counted[0] <= _MOST_PUPILS else 1


def _years_of(tokens: list[Token], at: int, number: tuple[float, int]) -> Iterator[tuple[int, int, int]]:
    yield int(number[0]), at, number[1]
    second = number_at(tokens, number[1] + 1) if text_at(tokens, number[1]) in ("and", "&", "/") else None
    if second and tokens[at].text in ("years", "yrs") and 1 <= second[0] <= 14:
        yield int(second[0]), number[1] + 1, second[1]


def _is_school_year(tokens: list[Token], at: int, number: tuple[float, int]) -> bool:
    word, value = tokens[at].text, number[0]
    before, after = text_at(tokens, at - 1), text_at(tokens, number[1])
    if not 1 <= value <= 14 or value != int(value):
        return False
    if word == "y" and tokens[at].end != tokens[at + 1].start:
        return False
    if word in ("years", "yrs") and before not in ("in", "both"):
        return False
    if before in _NOT_HIS_YEAR or (number_at(tokens, at - 1) is not None and after not in PLURAL):
        return False
    if after == "s" and "one" not in _before(tokens, at, 3):  # "I help the year 7s"; but "one of my year 9s"
        return False
    if _is_a_level(tokens, at) or _is_on_paper(tokens, at) or after == "%":
        return False
    if (after in _TAUGHT or after in BLOCKED_AFTER - CHILD_WORDS) and not _ends_with_kiss_or_tests(tokens, number[1]):
        return False
    if after == ":" and number_at(tokens, number[1] + 1) is not None:
        return False
    if after == "of" and text_at(tokens, number[1] + 1) not in (
        "school",
        "primary",
        "secondary",
        "his",
        "her",
    ):
        return False
    return after in CHILD_WORDS or _is_in_it_now(tokens, at)


def _is_in_it_now(tokens: list[Token], at: int) -> bool:
    """Not "since year 3", "asked in Y4", "moving to year 7"; yes to "excluded from Year 2", "back into Year 7"."""
    near = _before(tokens, at, 5, ends=_CLAUSE_ENDS)
    if near & _TAKEN and text_at(tokens, at - 1) == "from":
        return True
    if _text_of(tokens, max(0, at - 2), 2) in ("back into", "back in", "rest of"):
        return True
    # "Cannot tell a b from a d in year 3": only right before the year does "from" lead to it.
    if _text_of(tokens, max(0, at - 2), 2) == "not in" or _before(tokens, at, 2, ends=_CLAUSE_ENDS) & _LEADS_FROM or _before(tokens, at, 4, ends=_CLAUSE_ENDS) & (_EARLIER - _LEADS_FROM):
        return False
    if text_at(tokens, at - 1) == "to" and near & _ON_THE_WAY_TO:
        return False
    lately = {text_at(tokens, at + step) for step in (2, 3, 4)} & _LATELY
    return bool(lately) or text_at(tokens, at - 1) not in ("in", "of") or not _has_happened(tokens, at)


def _has_happened(tokens: list[Token], at: int) -> bool:
    """Whether the clause tells of something over, with nothing of the present after it: "she asked for one in Y4"."""
    for step in range(2, 9):
        word = text_at(tokens, at - step)
        if word in _CLAUSE_ENDS or word in _GOES_ON or word == "":
            return False
        if word in _HAPPENED:
            return not _before(tokens, at - step, 2) & _GOES_ON
    return False


def _is_a_level(tokens: list[Token], at: int) -> bool:
    """ "Reads like a year 2", "writes at Y1", "the reading of a yr 1"."""
    near = _text_of(tokens, max(0, at - 3), min(3, at))
    return _LIKE.search(near) is not None or bool(text_at(tokens, at - 1) == "at" and _before(tokens, at, 4) & _WORKS)


def _is_on_paper(tokens: list[Token], at: int) -> bool:
    """ "The plan still says he's in nursery": a paper tells of the year it was written."""
    return bool(_before(tokens, at, 6) & _SAYS_ON_PAPER and _before(tokens, at, 9) & _PAPERS)


def _ends_with_kiss_or_tests(tokens: list[Token], at: int) -> bool:
    """ "Yr3 x" at the end; "yr 6 sats coming up", "y7 CATs": tests a child sits in that year."""
    word, after = text_at(tokens, at), text_at(tokens, at + 1)
    return (word == "x" and after in ("", "x", ".", "!")) or word == "cats" or (word == "sats" and after in _ARE_SOON)


def _moves_up_later(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the year is the one to come: "starts year 7 in September", "going into year 7 next year"."""
    after = _text_of(tokens, last, 6).split(" .")[0].split(" ?")[0]
    if _RIGHT_AFTER.match(after) or _NOT_STARTED.search(_text_of(tokens, max(0, at - 3), min(3, at))):
        return True
    return bool(_before(tokens, at, 4) & _TO_COME) and _AT_A_TIME_TO_COME.search(after) is not None


def now_at_school(tokens: list[Token], found: list[Stage]) -> list[Stage]:
    """The school years without those that stand beside a present one of the same child: "year 6 ... I'm in year 9"."""
    starts = {token.start: at for at, token in enumerate(tokens)}
    present = [stage for stage in found if _before(tokens, starts[stage.start], 2) & {"is", "am", "now"}]
    return [
        stage for stage in found
        if stage in present or not any("" in (stage.who, other.who) or stage.who == other.who for other in present if other.lo != stage.lo)
    ] if len(found) > 1 else found  # fmt: skip


def find_stages(tokens: list[Token], *, alone: bool, asked: bool, small: bool = False) -> list[Stage]:
    """Stages a child is in: nursery, reception, sixth form; "my toddler", "our baby", a newborn.

    ``alone`` says that no other age was given, so that "a baby" is the child asked about; with ``asked`` the
    bare word answers "how old?"; ``small`` that the age of a child under five was.
    """
    found: list[Stage] = []
    said: set[str] = set()  # "the baby, the baby's perfect" is one
    for at, token in enumerate(tokens):
        span = _school_stage(tokens, at, asked=asked, small=small) or _young_stage(tokens, at, alone=alone)
        if span is not None and token.text not in said:
            said.add(token.text)
            last = tokens[span[2] - 1]  # of "baby's" only the baby
            found.append(Stage(span[0], span[1], token.start, last.start + len(last.text), _who(tokens, at)))
    if "newborn" in said:
        found = [stage for stage in found if stage.hi != _YOUNG["baby"][1]]
    if said >= {"nursery", "reception"}:  # "starts reception in September" and "well, reception now" are the same child's
        now = any(token.text == "reception" and text_at(tokens, at + 1) == "now" for at, token in enumerate(tokens))
        found = [stage for stage in found if stage.lo != 36 or stage.hi != (60 if now else 48)]
    return found


def _school_stage(tokens: list[Token], at: int, *, asked: bool, small: bool) -> tuple[int, int, int] | None:
    word = tokens[at].text
    if word not in ("reception", "nursery", "sixth", "6", "first") or _before(tokens, at, 5) & (
        _EARLIER | _SEARCHING
    ):
        return None
    if _is_a_level(tokens, at) or _is_on_paper(tokens, at) or text_at(tokens, at - 1) == "not":
        return None
    if word == "reception":
        first = 36 if _moves_up_later(tokens, at, at + 1) else 48
        return (first, first + 12, at + 1) if asked or _in_reception(tokens, at) else None
    if word == "nursery":
        return (36, 60, at + 1) if asked or _at_nursery(tokens, at, small=small) else None
    if word == "first":
        return (192, 204, at + 4) if _text_of(tokens, at, 4) == "first year of college" else None
    form = at + (2 if text_at(tokens, at + 1) == "th" else 1)
    if text_at(tokens, at - 1) in _HALF_OF_SIXTH:
        lo = _HALF_OF_SIXTH[text_at(tokens, at - 1)]
        return lo, lo + 12, form + (text_at(tokens, form) in _FORM)
    if text_at(tokens, form) not in _FORM or text_at(tokens, form + 1) in _CHOSEN:
        return None
    before = text_at(tokens, at - 1)
    if text_at(tokens, form) == "former" and before not in ("for", "as"):
        return 192, 228, form + 1
    there = text_at(tokens, at - 2) in ("in", "at") and text_at(tokens, at - 1) in ("the", "our", "school")
    here = there or text_at(tokens, at - 1) in ("in", "at", "a", "doing", "started", "his", "her", "my", "is", "of")
    lived = before in ("with", "hates", "loves", "attends", "about")
    opens = before in _CLAUSE_ENDS | {"", "and", "but", "his", "her", "my", "our"}
    goes = opens and _GOES_THERE.match(_text_of(tokens, form + 1, 4))
    return (192, 228, form + 1) if asked or here or lived or goes else None


def _text_of(tokens: list[Token], at: int, length: int) -> str:
    return " ".join(token.text for token in tokens[at : at + length])


def _in_reception(tokens: list[Token], at: int) -> bool:
    if _before(tokens, at, 5) & _DESK or text_at(tokens, at + 1) in _DESK:
        return False
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if "it" in _before(tokens, at, 3):  # "my letter? It's in reception, in a tray"
        return False
    if before in _CLAUSE_ENDS | {""} and after in _CLAUSE_ENDS | _NOTED and len(tokens) > _FEW:  # "Sent home. Reception!"
        return True
    return before in words("in into started starting starts start is (") or after in words(
        "class year age child aged pupil boy girl lad lass teacher now"
    )


def _at_nursery(tokens: list[Token], at: int, *, small: bool) -> bool:
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    there = before in ("at", "started", "attends")
    if after in _NOT_A_CHILD_AT_NURSERY and not (there and after in ("in", "near")):
        return False
    if text_at(tokens, at - 2) in _BABIES or _before(tokens, at, 4) & _HOURS:
        return False
    said = before in ("his", "her", "my", "our", "their", "the", "") and after in _NURSERY_SAYS
    # "He's 20 months and the nursery want a word": the age is said, and children start there at any age.
    goes = said or before in ("in", "at", "to", "started", "attends") or after in ("child", "age", "aged")
    return goes and not small


def _young_stage(tokens: list[Token], at: int, *, alone: bool) -> tuple[int, int, int] | None:
    word = tokens[at].text
    span = _YOUNG.get(word)
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if span is None or after in _NOT_OF_A_CHILD or before == "newborn" or _is_a_level(tokens, at):
        return None
    if "due" in (text_at(tokens, at + 2), after) or _before(tokens, at, 6) & (_EARLIER | _NO_LONGER):
        return None
    # "We lost our baby girl"; "my baby 2 years" is two, and so is "my baby's two now".
    number = number_at(tokens, at + 2 if after == "is" else at + 1)
    if "lost" in _before(tokens, at, 4) or (number is not None and (after != "is" or number[0] > 1)):
        return None
    if _text_of(tokens, max(0, at - 2), 2) == "not a" or {text_at(tokens, at + step) for step in (1, 2)} & _DIED or _text_of(tokens, max(0, at - 3), 3) == "he is my":
        return None
    if word == "toddler" and before not in _ANY_TODDLER and text_at(tokens, at - 2) not in ADULT:
        return (*span, at + 1)
    ours = before in _WHOSE or (alone and before in ("a", "new", "tiny", "young", "little", ""))
    return (*span, at + 1) if ours else None


def find_newborn(tokens: list[Token]) -> Stage | None:
    """A baby of few weeks: "only a few weeks old", [0, 3); to the week in "new baby's here three weeks", "lo 5 wks"."""
    for at in range(len(tokens) - 1):
        some = tokens[at].text in ("few", "couple", "several")
        unit = at + (2 if text_at(tokens, at + 1) == "of" else 1)
        if some and text_at(tokens, unit) in ("weeks", "wks", "days") and text_at(tokens, unit + 1) == "old":
            return Stage(0, 3, tokens[at].start, tokens[unit + 1].end, _who(tokens, at))
        count = number_at(tokens, at - 1) if tokens[at].text in _DAYS else None
        if count and count[0] * _DAYS[tokens[at].text] <= _NEW_DAYS and _SINCE_BIRTH.match(_text_of(tokens, at + 1, 4)):
            months = int(count[0] * _DAYS[tokens[at].text] / 30.4375)
            return Stage(months, months + 1, tokens[at - 1].start, tokens[at].end, "baby")
        if tokens[at].text in _NEW and (stage := _weeks_of_a_baby(tokens, at)) is not None:
            return stage
    return None


def _weeks_of_a_baby(tokens: list[Token], at: int) -> Stage | None:
    """The weeks or days that follow the word for a baby, or its "is", "here", "at"."""
    first = at + 1
    while text_at(tokens, first) in _IS_HERE and first < at + 4:
        first += 1
    number = number_at(tokens, first)
    days = _DAYS.get(text_at(tokens, number[1])) if number is not None else None
    after = "" if number is None else text_at(tokens, number[1] + 1)
    if number is None or days is None or after in _NOT_AN_AGE or (days == 1 and after != "old") or number[0] * days > _NEW_DAYS:
        return None
    months = int(number[0] * days / 30.4375)
    return Stage(months, months + 1, tokens[first].start, tokens[number[1]].end, tokens[at].text)


def is_a_parent(tokens: list[Token], *, expects: bool = False) -> bool:
    """Whether the writer speaks as a parent, so that "I'm 22" is a parent's age; with ``expects`` of a child born before."""
    born = _OWN_CHILD - _UNBORN if expects else _OWN_CHILD
    return any(_names_own_child(tokens, at, born) or (not expects and _calls_self_parent(tokens, at)) for at in range(len(tokens)))


def _names_own_child(tokens: list[Token], at: int, born: frozenset[str]) -> bool:
    word = tokens[at].text
    if word not in born and word not in ("yo", "old"):
        return False
    near = _before(tokens, at, 3)
    if "not" in near:  # "my wee brother, not my kid"
        return False
    if near & {"have", "got"} and word in _CHILDREN_HAD:
        return True
    if not near & {"my", "our", "wor"}:
        return False
    if word in ("yo", "old"):
        return not {"brother", "sister", "cousin", "friend"} & {text_at(tokens, at + step) for step in range(1, 4)}
    return text_at(tokens, at + 1) not in ("brother", "sister")


def _calls_self_parent(tokens: list[Token], at: int) -> bool:
    if tokens[at].text not in ("mum", "mam", "mom", "dad", "parent"):
        return False
    near = _before(tokens, at, 3)
    return bool(near & {"a", "single", "young", "am", "as"}) and "my" not in near


def _before(tokens: list[Token], at: int, steps: int, *, ends: frozenset[str] = SENTENCE_ENDS) -> set[str]:
    """The words before a token, up to ``steps`` of them, within the sentence, or whatever else ``ends`` ends."""
    found: set[str] = set()
    for step in range(1, steps + 1):
        word = text_at(tokens, at - step)
        if word in ends:
            break
        found.add(word)
    return found


def _who(tokens: list[Token], at: int) -> str:
    for step in range(1, 7):
        word = text_at(tokens, at - step)
        if word in (".", "!", "?", ""):
            return ""
        if word in ("i", "me"):
            return "me"
        if word in CHILD_WORDS or word in ADULT or word in ("he", "she", "they"):
            return word
    return ""
