"""Ages said by a stage of life: school years, nursery, reception, sixth form, toddler and baby.

The ranges are those of the taxonomy's ``stages``. A stage counts only where it is the child's own now, not
where a service, a past or a brother is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.age_births import Stage
from bot.nlu.age_tokens import SENTENCE_ENDS, Token, number_at, text_at
from bot.nlu.age_words import ADULT, BLOCKED_AFTER, CHILD_WORDS, words

# "Deaf since mumps, year 4" is in year 4 now.
_CLAUSE_ENDS = SENTENCE_ENDS | frozenset(",;")
_EARLIER = words("since when wen until till til from before after back by during was were old left used")
_LEADS_FROM = words("from by before after")
_SCHOOL_YEAR = words("year yr y yer years yrs")
_OTHER_YEAR = words("last this next per every each past whole all new previous")
_TAUGHT = words("level work sats curriculum ability expectations standard books maths english")
_TO_COME = words("starts starting start going moving goes moves will go into due")
_AT_A_TIME_TO_COME = re.compile(r"(?:next|in (?:the )?(?:sept|september|new|autumn)|this (?:sept|coming))")
_SEARCHING = words("looking choosing find which work need want apply any good options open visit visiting")
_NURSERY_SAYS = words(
    "says said say have has think thinks told are staff is noticed want raised reckon cannot cant"
)
_NOT_A_CHILD_AT_NURSERY = words("nurse rhymes rhyme place places fees funding worker manager teacher near in")
_DESK = words("gp surgery hospital waiting doctors phoned rang waited desk council")
_YOUNG = {"toddler": (12, 36), "baby": (0, 12), "newborn": (0, 3)}
_NOT_OF_A_CHILD = words(
    """group groups brother sister cousin class classes massage clinic room monitor food bank loss steps
    sitter sitting talk teeth tantrum tantrums bed gate sensory bump shower boom wipes milk weigh clothes
    pram buggy pushchair seat chair cot bath swing carrier nephew niece sibling bottles hearing screening yoga blues years days girls boys due"""
)
_NO_LONGER = words("like as expecting having still than")
_OWN_CHILD = words("son daughter lad lass boy girl bairn child kids children baby toddler boys girls kid bairns twins")
_UNBORN = words("bairn child baby twins")
_CHILDREN_HAD = words("kids children bairns son daughter boys girls toddler")
_WHOSE = words("my our me wor her the this")
_FORM = frozenset(("form", "former", "formers"))
# "Sixth form isn't working out"; not "sixth form is next", "sixth form is where he wants to go".
_GOES_THERE = re.compile(r"(?:is (?:not (?:working|going|helping|for|coping|what)|(?:too )?(?:hard|awful|horrible|hell|a (?:nightmare|disaster|struggle))|going|making)|has (?:been|said|told|rung|asked)|have (?:said|told|rung|asked|no)|are (?:saying|not)|says?|said|keeps?|wont|cannot|doesn't|doesnt|rang|reckons?|thinks?)\b")
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
            found.append(Stage(lo, lo + 12, tokens[first].start, tokens[last - 1].end, _who(tokens, at)))
        at = number[1]
    return found


def _number_after(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The number of "year 6", "Yr. 6" and "year-6", and the token after it."""
    return number_at(tokens, at + 2) if text_at(tokens, at + 1) in (".", "-") else number_at(tokens, at + 1)


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
    if before in _OTHER_YEAR | {"not"} or number_at(tokens, at - 1) is not None:
        return False
    if after in _TAUGHT or after in BLOCKED_AFTER - CHILD_WORDS or after == "%":
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
    # "Cannot tell a b from a d in year 3": only right before the year does "from" lead to it.
    led_to = _before(tokens, at, 2, ends=_CLAUSE_ENDS) & _LEADS_FROM
    return not led_to and not _before(tokens, at, 4, ends=_CLAUSE_ENDS) & (_EARLIER - _LEADS_FROM)


def _moves_up_later(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the year is the one to come: "starts year 7 in September", "going into year 7 next year"."""
    after = " ".join(token.text for token in tokens[last : last + 4])
    return bool(_before(tokens, at, 4) & _TO_COME) and _AT_A_TIME_TO_COME.match(after) is not None


def now_at_school(tokens: list[Token], found: list[Stage]) -> list[Stage]:
    """The school years without those that stand beside a present one of the same child: "year 6 ... I'm in year 9"."""
    starts = {token.start: at for at, token in enumerate(tokens)}
    present = [stage for stage in found if _before(tokens, starts[stage.start], 2) & {"is", "am"}]
    return [
        stage for stage in found
        if stage in present or not any(stage.who in (other.who, "") for other in present if other.lo != stage.lo)
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
            found.append(Stage(span[0], span[1], token.start, tokens[span[2] - 1].end, _who(tokens, at)))
    return found


def _school_stage(tokens: list[Token], at: int, *, asked: bool, small: bool) -> tuple[int, int, int] | None:
    word = tokens[at].text
    if word not in ("reception", "nursery", "sixth", "6", "first") or _before(tokens, at, 5) & (
        _EARLIER | _SEARCHING
    ):
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
    if text_at(tokens, form) not in _FORM:
        return None
    before = text_at(tokens, at - 1)
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
    if before in _CLAUSE_ENDS | {""} and after in _CLAUSE_ENDS and len(tokens) > _FEW:  # "Sent home. Reception!"
        return True
    return before in words("in into started starting starts start is (") or after in words(
        "class year age child aged pupil boy girl lad lass teacher"
    )


def _at_nursery(tokens: list[Token], at: int, *, small: bool) -> bool:
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if after in _NOT_A_CHILD_AT_NURSERY:
        return False
    said = before in ("his", "her", "my", "our", "their", "the", "") and after in _NURSERY_SAYS
    # "He's 20 months and the nursery want a word": the age is said, and children start there at any age.
    return (said and not small) or before in ("in", "at", "to", "started", "attends") or after in ("child", "age", "aged")


def _young_stage(tokens: list[Token], at: int, *, alone: bool) -> tuple[int, int, int] | None:
    span = _YOUNG.get(tokens[at].text)
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if span is None or after in _NOT_OF_A_CHILD or before == "newborn":
        return None
    if "due" in (text_at(tokens, at + 2), after) or _before(tokens, at, 6) & (_EARLIER | _NO_LONGER):
        return None
    # "We lost our baby girl"; "my baby 2 years" is two.
    if "lost" in _before(tokens, at, 4) or number_at(tokens, at + 1) is not None:
        return None
    ours = before in _WHOSE or (alone and before in ("a", "new", "tiny", "young", "little", ""))
    return (*span, at + 1) if ours else None


def find_newborn(tokens: list[Token]) -> Stage | None:
    """A baby whose weeks or days are not counted: "only a few weeks old", [0, 3)."""
    for at in range(len(tokens) - 2):
        some = tokens[at].text in ("few", "couple", "several")
        unit = at + (2 if text_at(tokens, at + 1) == "of" else 1)
        if some and text_at(tokens, unit) in ("weeks", "wks", "days") and text_at(tokens, unit + 1) == "old":
            return Stage(0, 3, tokens[at].start, tokens[unit + 1].end, _who(tokens, at))
    return None


def is_a_parent(tokens: list[Token], *, expects: bool = False) -> bool:
    """Whether the writer speaks as a parent, so that "I'm 22" is a parent's age; with ``expects`` of a child born before."""
    born = _OWN_CHILD - _UNBORN if expects else _OWN_CHILD
    return any(_names_own_child(tokens, at, born) or (not expects and _calls_self_parent(tokens, at)) for at in range(len(tokens)))


def _names_own_child(tokens: list[Token], at: int, born: frozenset[str]) -> bool:
    word = tokens[at].text
    if word not in born and word not in ("yo", "old"):
        return False
    near = _before(tokens, at, 3)
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
