"""Ages said by a stage of life: nursery, reception, sixth form, "my toddler", "our baby".

A stage counts only where it is the child's own now, not where a service, a past or a brother is spoken of.
"""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends
from bot.nlu.ages.births import Stage
from bot.nlu.ages.school import EARLIER, is_a_level, is_on_paper, moves_up_later
from bot.nlu.ages.subject import is_first_name, who_before, window, window_back, window_before, words_before
from bot.nlu.ages.tokens import CLAUSE_ENDS, OPENS_A_CLAUSE, STOPS, Token, number_at, text_at
from bot.nlu.ages.words import ADULT, BE, CHILD_WORDS, MARKS, ONE_CHILD, VERBS_IN_S, words

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
    """
    group groups brother sister cousin class classes massage clinic room monitor food bank loss steps
    sitter sitting talk teeth tantrum tantrums bed gate sensory bump shower boom wipes milk weigh clothes
    pram buggy pushchair seat chair cot books book bath swing carrier nephew niece sibling bottles hearing
    screening screen test tests yoga blues years days girls boys due
    """
)
_DIED = words("died dead passed lost grew stillborn stillbirth")
_ANY_TODDLER = words("any every any the a like than for or and other most toddler that")
# "My baby's two now", "the baby, well he's 3".
_IS_TOLD = re.compile(r"(?:, (?:(?:well|and|now) )?(?:he|she|who) )?(?:(?:is|already|now|just|only|nearly|almost) ){1,3}")
_AGE_UNITS = words("year years yr yrs month months mth mths old yo")
_NO_LONGER = words("like as expecting having still than")
_WHOSE = words("my our me wor her the this")
_FORM = frozenset(("form", "former", "formers"))
# "Sixth form isn't working out"; not "sixth form is next", "sixth form is where he wants to go".
_GOES_THERE = re.compile(
    r"(?:is (?:\w+ miles|not (?:working|going|helping|for|coping|what)"
    r"|(?:too )?(?:hard|awful|horrible|hell|a (?:nightmare|disaster|struggle))|going|making)"
    r"|has (?:been|said|told|rung|asked)|have (?:said|told|rung|asked|no)|are (?:saying|not)"
    r"|wants? (?:him|her|them|me|us|my|our|to)|says?|said|keeps?|wont|cannot|doesn't|doesnt|rang|reckons?|thinks?)\b"
)
_WAS_FINE = words("fine ok okay grand great brilliant good lovely perfect")
_A_PUPIL = words("student pupil lad lass girl boy")
_SCHOOL_STAGES = words("reception rec nursery sixth 6 first st last final")
# "First year at college", "his last year of primary": the months of that year.
_YEARS_THERE: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(rf"{year} year (?:of|at|in) {place}\b"), lo)
    for year, place, lo in (
        ("(?:first|st)", "(?:college|collage)", 192),
        ("(?:last|final)", "(?:primary|juniors|junior school)", 120),
        ("(?:first|st)", "(?:secondary|comp|big school|high school)", 132),
    )
)
# "Reception have rung me because she's ...", "reception want him in for half days": of a child, where no desk is told of.
_RINGS_ABOUT = re.compile(
    r"(?:(?:have|has|keep|keeps|just|are|is) )*(?:rung|rang|ringing|phoned|called|sent|told|telling|asked|said|saying|want|wants|say|says)"
    r"(?: [a-z]+){0,4} (?:(?:because|cos|as|that) (?:he|she|they|my|our)|him|he is|she is)\b"
)
_DESKS = _DESK | words("doctor dentist receptionist appointment appointments clinic list letter form ward")
_IN_RECEPTION_BEFORE = words("in into started starting starts start is (")
_IN_RECEPTION_AFTER = words("class year age child aged pupil boy girl lad lass teacher now")
# "She's a reception bairn"; "the nursery lass says" is one who works there.
_A_CHILD = ONE_CHILD - words("young little friend one person")
_PLAYED_IN = words("centre center room hall ground grounds field fields park pool")
_ONE_OF_OURS = words("a my our wor this")
_STILL_NOT = words("not still no never cannot cant isn't isnt won't wont")
_OF_THE_CLASS = words("his her of in")
_GOES = words("goes going gans attends started starts starting is are")
_A_NURSERY = words("the a an his her our local private school")
# "He got his plan in reception": what happened there, unless it was lately.
_PAST_THERE = re.compile(
    r"(?:^| )(?<!has )(?<!have )(?<!is )(?:had|got|did|made|went|loved|liked|hated|learnt|learned|managed|coped|struggled|thrived|spent|settled|enjoyed|diagnosed"
    r"|assessed|happened|missed) (?:\S+ ){0,5}(?:in|at)$"
)
_IN_IT_THEY_SAID = re.compile(r"in (?:nursery|reception|(?:year|yr|y) \d+) (?:they|he|she|we|it|i) (?:said|told|thought|blamed|reckoned|was|were|had|put|called)\b")
_LATELY = words("today yesterday week now just tonight morning again")
_CHOSEN = words("choice choices choosing options option application applications open entry place places")
_HALF_OF_SIXTH = {"lower": 192, "upper": 204}
_OLDEST_IN_RECEPTION = 5  # years
_FEW = 3  # tokens: "reception?" alone may be a desk
# "Two-year check yesterday", "the 2yr review flagged her play".
_CHECKS, _TWO, _YEAR, _MONTH = words("check review checkup"), words("2 two"), words("year yr"), words("month months mth m")
_FIRST_CHECK, _LAST_CHECK = 8, 36  # months: what is reviewed later is no baby
_OF_A_PLAN = words("ehcp ehc plan annual")
_LATELY_CHECKED = words("yesterday today just flagged this morning last")


# "FS2" is reception; a key stage holds the years 1 and 2, 3 to 6, 7 to 9, 10 and 11 (the national curriculum in England).
_CURRICULUM = re.compile(r"(?:fs|foundation(?: stage)?) (?P<early>[12])\b|(?:ks|key stage) (?P<part>[1-4])(?= \w| [,.]|$)")
_OPENS_CURRICULUM = words("fs foundation ks key")
_FOUNDATION_MONTHS = {"1": (36, 48), "2": (48, 60)}
_KEY_STAGE_MONTHS = {"1": (60, 84), "2": (84, 132), "3": (132, 168), "4": (168, 192)}
_OF_A_KEY_STAGE = (ONE_CHILD - words("one friend person")) | words("learner refuser")
# "TA in KS1" works there.
_WHO_IS_THERE = words("is are started starts now")


def find_stages(tokens: list[Token], *, alone: bool, asked: bool, small: bool = False) -> list[Stage]:
    """Stages a child is in: nursery, reception, sixth form; "my toddler", "our baby", a newborn.

    ``alone`` says that no other age was given, so that "a baby" is the child asked about; with ``asked`` the
    bare word answers "how old?"; ``small`` that the age of a child under five was.
    """
    found: list[Stage] = []
    said: set[str] = set()  # "the baby, the baby's perfect" is one
    for at, token in enumerate(tokens):
        span = _school_stage(tokens, at, asked=asked, small=small) or _young_stage(tokens, at, alone=alone)
        if span is None and alone:
            span = _at_a_check(tokens, at) or _curriculum_stage(tokens, at)
        if span is not None and token.text not in said:
            said.add(token.text)
            last = tokens[span[2] - 1]  # of "baby's" only the baby
            found.append(Stage(span[0], span[1], token.start, last.start + len(last.text), who_before(tokens, at)))
    if "newborn" in said:
        found = [stage for stage in found if stage.hi != _YOUNG["baby"][1]]
    if said >= {"nursery", "reception"}:  # "starts reception in September" and "well, reception now" are the same child's
        now = any(token.text == "reception" and text_at(tokens, at + 1) == "now" for at, token in enumerate(tokens))
        found = [stage for stage in found if stage.lo != 36 or stage.hi != (60 if now else 48)]
    return found


def _at_a_check(tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    if tokens[at].text not in _CHECKS:
        return None
    return (24, 36, at + 1) if _has_had_two_year_check(tokens, at) else _at_a_monthly_check(tokens, at)


def _at_a_monthly_check(tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """ "27 month review: four words", of a health visitor's note, "just had her 12 month check"; not "when is the 27 month review"."""
    number = number_at(tokens, at - 2)
    if text_at(tokens, at - 1) not in _MONTH or number is None or number[1] != at - 1 or not _FIRST_CHECK <= number[0] <= _LAST_CHECK:
        return None
    if set(window(tokens, at + 1, at + 5).split()) & _OF_A_PLAN:
        return None
    opens_a_note = text_at(tokens, at - 3) in MARKS | {""} and text_at(tokens, at + 1) in MARKS
    lately = (words_before(tokens, at, 6, ends=CLAUSE_ENDS) | set(window(tokens, at + 1, at + 4).split())) & _LATELY_CHECKED
    return (int(number[0]), int(number[0]) + 1, at + 1) if opens_a_note or lately else None


def _curriculum_stage(tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """ "FS2 child", "she's in key stage 3", "KS4 lad"; not "TA in KS1", "KS2 results", "the KS3 lead"."""
    told = _CURRICULUM.match(window(tokens, at, at + 4)) if tokens[at].text in _OPENS_CURRICULUM else None
    if told is None or words_before(tokens, at, 4) & EARLIER:
        return None
    end = at + len(told[0].split())
    there = text_at(tokens, at - 1) in ("in", "into") and text_at(tokens, at - 2) in _WHO_IS_THERE
    if told["early"]:
        opens = (at == 0 or text_at(tokens, at - 1) in MARKS | {"a"}) and text_at(tokens, end) in _OF_A_KEY_STAGE | MARKS | {""}
        return (*_FOUNDATION_MONTHS[told["early"]], end) if there or opens else None
    return (*_KEY_STAGE_MONTHS[told["part"]], end) if there or text_at(tokens, end) in _OF_A_KEY_STAGE else None


def _has_had_two_year_check(tokens: list[Token], at: int) -> bool:
    """ "Two-year check yesterday", "just had the 2yr review"; not "when is the 2 year check"."""
    number = at - 2 - (text_at(tokens, at - 2) == "-")
    if tokens[at].text not in _CHECKS or text_at(tokens, at - 1) not in _YEAR or text_at(tokens, number) not in _TWO:
        return False
    return bool((words_before(tokens, at, 6, ends=CLAUSE_ENDS) | set(window(tokens, at + 1, at + 4).split())) & _LATELY_CHECKED)


def _school_stage(tokens: list[Token], at: int, *, asked: bool, small: bool) -> tuple[int, int, int] | None:
    """The months of nursery, reception, sixth form or a first year of college, and the token after it."""
    word = tokens[at].text
    if word not in _SCHOOL_STAGES or words_before(tokens, at, 5) & (EARLIER | _SEARCHING):
        return None
    if is_a_level(tokens, at) or is_on_paper(tokens, at) or text_at(tokens, at - 1) == "not" or _is_over(tokens, at):
        return None
    if word in ("reception", "nursery") and _opens_a_note(tokens, at):
        return (36, 60, at + 1) if word == "nursery" else (48, 60, at + 1)
    if word == "rec":
        return (48, 60, at + 1) if _is_short_for_reception(tokens, at) else None
    if word == "reception" and _counts_its_class(tokens, at):
        return None
    if word == "reception":
        first = 36 if moves_up_later(tokens, at, at + 1) else 48
        return (first, first + 12, at + 1) if asked or _in_reception(tokens, at) else None
    if word == "nursery":
        return (36, 60, at + 1) if asked or _at_nursery(tokens, at, small=small) else None
    if word in ("first", "last", "final") or (word == "st" and text_at(tokens, at - 1) == "1"):
        lo = next((lo for year, lo in _YEARS_THERE if year.match(window(tokens, at, at + 5))), None)
        was = {text_at(tokens, at + step) for step in (4, 5)} & {"was", "were"}
        return None if lo is None or was else (lo, lo + 12, at + 4)
    return _sixth_form(tokens, at, asked=asked)


def _counts_its_class(tokens: list[Token], at: int) -> bool:
    """ "They've 28 in reception": how many, and nobody's child of that age is in it."""
    many = number_at(tokens, at - 2) if text_at(tokens, at - 1) == "in" else None
    return many is not None and many[0] > _OLDEST_IN_RECEPTION


def _opens_a_note(tokens: list[Token], at: int) -> bool:
    """ "Nursery class, CP, walker", "still in pull ups, reception class, withholds"."""
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 2)
    return text_at(tokens, at + 1) == "class" and before in MARKS | {""} and after in MARKS


def _is_over(tokens: list[Token], at: int) -> bool:
    """ "She had a bad time in reception"; not "she had a bad day in reception today", "had a fall and is in reception"."""
    left = window_back(tokens, at, ends=CLAUSE_ENDS)
    if _is_told_in_turn(tokens, at):
        return True
    if text_at(tokens, at - 2) in BE or _PAST_THERE.search(left) is None:
        return False
    return not _LATELY & {*left.split(), *window(tokens, at + 1, at + 5).split()}


def _is_told_in_turn(tokens: list[Token], at: int) -> bool:
    """ "In nursery they said shy. In reception they said young.": what was said in each, one after another; not one of them alone."""
    return _tells_what_was_said(tokens, at - 1) and any(place != at - 1 and _tells_what_was_said(tokens, place) for place in range(len(tokens)))


def _tells_what_was_said(tokens: list[Token], at: int) -> bool:
    """Whether a clause opens with "in nursery they said" or "in Year 1 he was"."""
    opens = text_at(tokens, at) == "in" and text_at(tokens, at - 1) in OPENS_A_CLAUSE
    return opens and _IN_IT_THEY_SAID.match(window(tokens, at, at + 6)) is not None


def _sixth_form(tokens: list[Token], at: int, *, asked: bool) -> tuple[int, int, int] | None:
    """ "In sixth form", "6th form keeps ringing", "lower sixth"; not "looking at sixth forms"."""
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
    here = there or text_at(tokens, at - 1) in ("in", "at", "a", "doing", "started", "his", "her", "my", "is", "of", "missing", "skipping", "hate")
    lived = before in ("with", "hates", "loves", "attends", "about")
    goes = before in OPENS_A_CLAUSE | {"his", "her", "my", "our"} and _GOES_THERE.match(window(tokens, form + 1, form + 5))
    # "Sixth form, ADHD, three essays due"; "Sixth form student, panic attacks".
    opens = (before == "" and text_at(tokens, form + 1) in MARKS) or (before in STOPS | {""} and text_at(tokens, form + 1) in _A_PUPIL)
    return (192, 228, form + 1) if asked or here or lived or goes or opens else None


def _in_reception(tokens: list[Token], at: int) -> bool:
    """ "Starts reception", "reception class", "Sent home. Reception!"; not the desk of a school or a surgery."""
    if words_before(tokens, at, 5) & _DESK or text_at(tokens, at + 1) in _DESK | {"of"}:
        return False
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if "it" in words_before(tokens, at, 3):  # "my letter? It's in reception, in a tray"
        return False
    if after in MARKS and text_at(tokens, at + 2) in _WAS_FINE:  # "Reception, fine. Year one, fine. Now ..."
        return False
    if before in CLAUSE_ENDS | {""} and after in CLAUSE_ENDS | _NOTED and len(tokens) > _FEW:  # "Sent home. Reception!"
        return True
    if before == "" and after == "and" and text_at(tokens, at + 2) in _STILL_NOT:  # "reception and not trained"
        return True
    if before in OPENS_A_CLAUSE and _RINGS_ABOUT.match(window(tokens, at + 1, at + 12)):
        return not _DESKS & {token.text for token in tokens}
    return before in _IN_RECEPTION_BEFORE or after in _IN_RECEPTION_AFTER or _is_a_childs(before, after)


def _is_short_for_reception(tokens: list[Token], at: int) -> bool:
    """ "Lad (rec)", "bro rec, no words", "sister rec cries", "rec boy", "rec - nowt outstanding"; not "the rec", "rec room", "form rec'd"."""
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if after in _A_CHILD | {"class", "teacher"} and before != "the":
        return True
    if before in ("in", "(") and after not in _PLAYED_IN and text_at(tokens, at - 2) != "put":
        return before == "in" or after in (")", ",", ";", "-")
    ends = after in MARKS | {""} or after in _STILL_NOT or after in VERBS_IN_S
    of_a_child = before in ONE_CHILD or is_first_name(tokens, at - 1) or (before == "," and text_at(tokens, at - 2) in CHILD_WORDS)
    opens = before in STOPS | {"", ")"} and after in ("-", ":", ",")
    return (of_a_child and ends) or opens or (before == "-" and text_at(tokens, at - 2) in CHILD_WORDS and ends)


def _is_a_childs(before: str, after: str) -> bool:
    """ "A reception bairn", "my nursery lad"."""
    return before in _ONE_OF_OURS and after in _A_CHILD


def _at_nursery(tokens: list[Token], at: int, *, small: bool) -> bool:
    """ "At nursery", "his nursery says"; not "nursery place", "takes the baby to nursery"."""
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    there = before in ("at", "started", "attends") or _goes_there(tokens, at)
    if after in _NOT_A_CHILD_AT_NURSERY and not (there and after in ("in", "near")):
        return False
    if text_at(tokens, at - 2) in _BABIES or words_before(tokens, at, 4) & _HOURS:
        return False
    said = before in ("his", "her", "my", "our", "their", "the", "") and after in _NURSERY_SAYS
    # "He's 20 months and the nursery want a word": the age is said, and children start there at any age.
    goes = said or before in ("in", "at", "to", "started", "attends") or after in ("child", "age", "aged")
    goes = goes or (after == "class" and (before in _ONE_OF_OURS - {"a"} | _OF_THE_CLASS or text_at(tokens, at + 2) in _A_CHILD))
    opens = before in STOPS | {""} and after in _A_CHILD - {"one"} and text_at(tokens, at + 2) in MARKS  # "Nursery lad - his teacher ..."
    noted = before == "," and after in (":", "-") and len(text_at(tokens, at - 2)) == 1 and tokens[at - 2].capital  # "C, nursery: SALT list"
    return (goes or there or opens or noted or _is_a_childs(before, after)) and not small


def _goes_there(tokens: list[Token], at: int) -> bool:
    """ "Goes to the nursery", "is at a private nursery"; not "I rang the nursery"."""
    led_to = words_before(tokens, at - 1, 2) & {"in", "at", "to"} and words_before(tokens, at - 1, 3) & _GOES
    return text_at(tokens, at - 1) in _A_NURSERY and bool(led_to)


def _ends_an_age(tokens: list[Token], after: int) -> bool:
    """Whether what follows a number lets it be an age: not "my baby is only 5lb", "my toddler only 5 words"."""
    return text_at(tokens, after) in _AGE_UNITS or cleanly_ends(window(tokens, after, after + 2))


def _young_stage(tokens: list[Token], at: int, *, alone: bool) -> tuple[int, int, int] | None:
    """ "My toddler", "our baby", "newborn"; not "baby group", "any toddler", "like a baby", "we lost our baby"."""
    word = tokens[at].text
    span = _YOUNG.get(word)
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if span is None or after in _NOT_OF_A_CHILD or before == "newborn" or is_a_level(tokens, at):
        return None
    if "due" in (text_at(tokens, at + 2), after) or words_before(tokens, at, 6) & (EARLIER | _NO_LONGER):
        return None
    # "We lost our baby girl"; "my baby 2 years" is two, and so is "my baby's two now".
    first = at + 1 + (after in ("boy", "girl"))
    told = _IS_TOLD.match(window(tokens, first, first + 7))
    first += told.group().count(" ") if told else 0
    number = number_at(tokens, first)
    aged = number is not None and (told is None or number[0] > 1) and _ends_an_age(tokens, number[1])
    if "lost" in words_before(tokens, at, 4) or aged:
        return None
    if {after, text_at(tokens, at + 2)} & _DIED or window(tokens, at + 1, at + 4) == "of the family":
        return None
    if window_before(tokens, at, 2) == "not a" or window_before(tokens, at, 3) == "he is my":
        return None
    if word == "toddler" and before not in _ANY_TODDLER and text_at(tokens, at - 2) not in ADULT:
        return (*span, at + 1)
    ours = before in _WHOSE or (alone and before in ("a", "new", "tiny", "young", "little", ""))
    return (*span, at + 1) if ours else None
