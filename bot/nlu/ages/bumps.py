"""A child not yet born, ``[-9, 0)``: "20 weeks pregnant", "baby's due at Easter", "17 and six months gone".

Each word that may tell of one ("due", "gone", "coming") is judged by the few words on either side of it, within
the sentence. A past pregnancy, or one only asked about ("can you get pregnant if ..."), is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.nlu.ages.births import Stage
from bot.nlu.ages.patterns import MONTH_NAME, MOTHER, ONE_TO_TWELVE, PARENT, WEEKDAY
from bot.nlu.ages.subject import window, window_back
from bot.nlu.ages.tokens import SENTENCE_ENDS, Token, is_of_gestation, number_at, text_at
from bot.nlu.ages.words import BABY, CHILD_WORDS, MONTH_UNITS, OLDEST, WEEK_UNITS, words

_LEFT, _RIGHT = 7, 6  # words looked at on either side

# --- Parts of patterns -------------------------------------------------------------------------------------

_UNIT_WORDS = WEEK_UNITS | MONTH_UNITS
_UNIT = f"(?:{'|'.join(sorted(_UNIT_WORDS, reverse=True))})"
_COUNT = rf"(?:\d{{1,2}}|an?|{ONE_TO_TWELVE})"
_BABY = r"(?:baby|babby|bby|babba|bubba|bairn|bump|twins|triplets)"
_ONE_MORE = (
    r"(?:another(?: (?:little )?(?:one|un|yin|yan))?|(?:new|our|little|my) arrival"
    r"|(?:new|second|third|next|first|other) (?:one|un|bairn|baby)"
    r"|(?:my|our|me|wor|her|the) (?:first|second|third|fourth|other))"
)
# "baby is", "our new arrival", "baby number three is"
_EXPECTED = rf"(?:^| )(?:(?P<baby>{_BABY})|{_ONE_MORE})(?: (?:boy|girl|(?:number|no) \w+))?(?: (?:is|are))?"
_MOTHER = rf"(?:i|she|we|am|are|{MOTHER}|partner|wife|girlfriend|gf|missus|lass|daughter|granddaughter)"
# "in march", "at the end of jan", "any day", "in 5 weeks", "on the 3rd"; misspelt months too, but for those that
# begin like other words ("marry", "maybe").
_WHEN = (
    r"(?:(?:in|on|at|round|around|about|early|late|mid|end|beginning|of|the|next|this|come|an?"
    r"|\d{1,2}|st|nd|rd|th) ){0,4}"
    rf"(?:{MONTH_NAME}|(?:jan|feb|aug|sep|oct|nov|dec)[a-z]+|spring|summer|autumn|winter"
    rf"|new year|christmas|xmas|easter|{WEEKDAY}|tomorrow|soon|any|shortly"
    rf"|{_COUNT} {_UNIT}|\d{{1,2}} (?:st|nd|rd|th)|(?:an? )?(?:few|couple of) (?:days|{_UNIT})"
    r"|(?:week|month|fortnight))\b"
)
_OVER = r"$|[.,!?;()-]|(?:and|an|n|so|but|very|when|with|wi)\b"

# --- Words told anywhere in the message --------------------------------------------------------------------

# "Has just had wor third, 6 weeks"
_JUST_HAD = re.compile(r"\bhad (?:her|my|our|wor|a|the) (?:\w+ )?(?:first|second|third|fourth|fifth|baby|bairn|little (?:one|boy|girl)) ?,?$")
_OF_A_BIRTH = words("midwife midwives antenatal maternity labour")
_OF_A_BABY = _OF_A_BIRTH | BABY | words("birth bairn bump pregnant pram cot cots nappy nappies")
_OF_PARENTS = words("mum mam dad who girlfriend gf wife missus partner boyfriend")
_FIRST_TIME = re.compile(  # "first time mum", "ready for the baby", "scared of the birth"
    r"\b(?:first time (?:mams?|mums?|dads?|parents?)|first (?:baby|bairn|child)"
    r"|ready for (?:this|the|a) (?:baby|bairn)|newlywed"
    r"|(?:giving|givin|before|before the|about the|scared of|the) birth(?! (?:mum|mam|mother|dad|father|parent)))\b"
)
_TOLD_FIRST = words("first ready newlywed birth")  # spares most messages the pattern above

# --- Right around the word ---------------------------------------------------------------------------------

_CLAUSE_OVER = re.compile(_OVER)
_ANOTHER_TIME = re.compile(r"(?:^| )(?:when|wen|while|was|were|since|during|not|whilst)(?: \S+){0,4}$")
_MOTHER_IS = re.compile(
    rf"(?:^|[.,;:(]|(?:^| )(?:and|an|n|{_MOTHER}))(?: (?:is|am|are|now|just|both|also|only))*$"
)

# "Got a 3yr old and a bump", "boy 8, girl 5, bump".
_LISTED_BEFORE = re.compile(r"(?:[,&+] ?|(?:^| )(?:and|an|n|plus) ?)+(?:(?:a|one|the))?$")
_BEFORE_ITS_WEEKS = words(", at of is (")
_AND_A_CHILD = re.compile(rf"(?:and|an|n|&|\+|plus|,) (?:(?:an?|my|our|wor) )?(?:\d{{1,2}}|{ONE_TO_TWELVE}) ?(?:yo|yr|yrs|year|years|month|months|mth|mths)\b")
_AGED = words("old yo yos olds yr yrs year years )")
_HURT = words("head forehead face fell fall falls fallen bruise bruises bruised lump lumps knee eye speed road")

# "Pregnant": not "can you get pregnant".
_ASKED_ABOUT = re.compile(
    r"(?:^| )(?:can|could|would|do|does) (?:you|u|i|she|someone|people|girls|a girl) (?:get|be|fall)$"
    r"|(?:^| )(?:getting|gettin|to get)$"
)
_SINCE_THEN = re.compile(r"(?:^| )since (?:i|she|we) (?:got|fell|became)$")
_PAPERS = words("form forms booklet document pack letter report plan pip dla ehcp")
_UNBORN = re.compile(r"(?:baby|babby|bairn|child|twins|grandchild|one)\b")

# "Pregnant at 19", "pregnant, 15": how old the mother or father is.
_WHO_IS = re.compile(
    rf"(?:(?:{PARENT}|an?|our|baby|bairn) ){{0,2}}(?:(?:and|n|at|,|\(|@|i|am|aged) ){{0,3}}(?=\S)"
)
_GOT = re.compile(r"(?:^| )(?:got|fell|was|were|became)$")
_YOUNGEST = 12  # years

# "Due", "coming", "arriving": the baby, and nothing else that falls due.
_BABY_IS = re.compile(rf"{_EXPECTED}$")
_ON_THE_WAY = re.compile(rf"{_EXPECTED} on (?:the|its|his|her)$")
_AT_A_TIME = re.compile(rf"(?:again |now |an? week )?{_WHEN}")
_DUE_SOON = re.compile(rf"{_OVER}|(?:again |now |an? week )?{_WHEN}")
_BECOMING = re.compile(r"(?:^| )(?:being|bein|become|becoming|to be|gonna be|will be) an?(?: (?:new|young|first time))?$")
_HER_DUE = re.compile(rf"(?:^|(?:^| )(?:my|her|our|wor|me|{_BABY} is))$")
_FALLS_DUE = words(
    """
    form forms review plan ehcp report letter payment bill rent appeal assessment appointment tribunal homework
    essay back court meeting operation op surgery exam exams results decision jabs jab meds dose
    injection clinic hospital
    """
)
_EXPECTS_ONE = words(
    """
    i am we midwife baby bby bairn parenting scan antenatal birth labour pregnancy partner wife girlfriend gf bf
    boyfriend mum mam mother lass she my our
    """
)
_COMES = {
    **dict.fromkeys(("coming", "comin"), _DUE_SOON),
    **dict.fromkeys(("come", "comes", "arriving"), _AT_A_TIME),
}
# "Coming home", "another coming Friday, lass of 12": who comes to stay.
_NOT_BORN_TO = re.compile(
    r"(?:home|back|out|off|to|into|from|over|round|up|for|through|down|along|across|first)\b"
    rf"|(?:on |this |next )?(?:{WEEKDAY}|tomorrow|today|tonight)[ ,;:.-]+(?:an? |he is |she is |hes |shes )?(?:(?:lad|lass|lassie|boy|girl|son|daughter|bairn)\b|\d)"
)
_BEFORE_IT = re.compile(
    r"(?:^| )(?:before|until|till|til|when|wen|once|by the time|for when)"
    rf"(?: (?:a|the|this|my|our|her|wor|new)){{0,2}} (?:{_BABY}|one)(?: is)?$"
)
_BEFORE_ITS_BIRTH = re.compile(r"(?:^| )(?:before|until|till|til|when|wen|once) (?:it|he|she) is$")

# "Six months gone", "18 weeks along", "28 weeks", "34/40": how far the mother is, and not how old a baby.
_SO_FAR = words("gone along")
_SHE_IS = re.compile(
    rf"(?:^|[.,;:(] |(?:^| )(?:{_MOTHER}|who) )(?:is|am)$"
    rf"|(?:^| )(?:(?:young )?(?:{MOTHER})|(?:1\d|2[0-5]|\w+teen|twenty) (?:and?|n|nd|&|\+|,)"
    r"|(?:she|lass|daughter) is \S[^,]* ,(?: [^,]+ ,)?)$"
)
# "With our second", "wi number two", "with his little sister"; not "with our second social worker".
_WITH_THE_FIRST = re.compile(
    rf"(?:wi|with|wiv) (?:(?:my|me|our|wor|her|the|baby|bairn) )?(?:first|second|third|fourth|next|[1-5]|(?:number|num|no) (?:\. )?(?:[1-5]|one|two|three|four|five)"
    rf"|{_BABY}|(?:his|her|their|a) (?:little |baby )?(?:sister|brother|boy|girl))(?: {_BABY}| bairn| one)?(?= (?:now|in|at|to|i)\b| ?(?:{_OVER}))"
)
_GONE_WITH_IT = re.compile(rf"{_OVER}|(?:pregnant|my|me)\b")
_NOT_IN_THE_WOMB = re.compile(
    r"(?:^| )(?:born|prem|preterm|premature|premmie|early|at birth|since|every|phonics|score|scored|ago|waiting"
    r"|waited|home|arrived)(?: \S+){0,2}$"
    r"|(?:^| )(?:at|by|for|last|next)$"
)
_SCORED = re.compile(r"(?:on|in|for|a|is|correct|marks?|right)\b")
_OF_WEEKS = words("old of since ago now check checks review late early behind")
_SAYS_BORN = words("is are was baby bby bairn babba bubba son daughter boy girl lo lad lass he she")
_BABY_IN_WEEKS = 11  # so many weeks may be a baby's

# "6 months baby in my belly".
_WOMB = words("belly tummy stomach womb")
_IN_THE_WOMB = re.compile(r"(?:^| )(?:in|inside|on)(?: (?:my|her|me|wifes|the))?$")
_FED = words("eat eats fed feed feeds tube breathing pain ache peg")
_MONTHS_OR_BABY = words("baby bairn child month months weeks")

# "Having our baby", "carrying twins": not "having a baby shower", nor a teacher who is having one.
_HAS_ONE = re.compile(r"(?:^| )(?:am|is|are|and|an|n|off)(?: (?:now|also|both|soon|only))?$")
_HAVING = re.compile(
    rf"(?:(?:an?|our|my|her|his|wor|another|their|me) (?:new |first |second |third )?{_BABY}|twins|triplets"
    r"|another(?: one)?(?= (?:in|baby)\b|$)"
    rf"|(?:an? (?:little )?(?:boy|girl)|(?:my|our|her|me) (?:first|second|third))(?= {_WHEN}))"
    r"(?! (?:brother|sister|tooth|teeth|group|shower|class|monitor|bath|bank|carrier|clinic"
    r"|in the house|at home|that|who|with|to look))\b"
)
_CARRIES = re.compile(
    r"(?:twins|triplets|(?:an?|my|our|his) (?:first|second|third|baby|bairn))"
    r"(?! (?:up|down|about|around|on|in|to|all|everywhere|round|from))\b"
)
_STAFF = words("ta teacher worker senco nurse keyworker tutor therapist midwife manager")

# "I have baby in 5 weeks", "ready for the baby", "mum to be", "expecting again".
_NEW_BABY = re.compile(rf"(?:^| )(?:have|having|new|next) (?:an? )?{_BABY}$")
_SOME_WEEKS = re.compile(rf"{_COUNT} {_UNIT}(?! old)\b")
_FOR_A_BABY = re.compile(
    rf"for (?:the |this |a |my |our )?(?:new )?{_BABY}(?:$| [.,!?]| (?:and|when|to come|is|coming))"
)
_MUM_TO = re.compile(
    r"(?:^|[.,;:] |(?:^| )(?:an?|young|old|teen|teenage|first time|single) )"
    rf"(?:{PARENT}|parent) (?:- )?to(?: -)?$"
)
_PARENT_TO_BE = re.compile(rf"(?:{PARENT}|parent|folk|couple)\b")
_EXPECTS = re.compile(
    rf"(?:again|soon|number|no \d|any day|twins|triplets|{_WHEN})"
    r"|(?:\S+ ){0,2}(?:baby|babby|twins|child|first|second|third|bairn|little|number)\b"
)
_JUST_EXPECTS = re.compile(r"$|[.,]|and\b")


def find_bumps(tokens: list[Token]) -> list[Stage]:
    """The children not yet born: none, one, or as many as the twins or triplets that are expected."""
    told = frozenset(token.text for token in tokens)
    for at, token in enumerate(tokens):
        judge = _JUDGES.get(token.text)
        if judge is None or not judge(tokens, at, told):
            continue
        first = at
        if token.text in _WOMB:  # "6 months baby in my belly"
            first = next((step for step in range(max(0, at - 6), at) if number_at(tokens, step) is not None), at)
        while first > 0 and (tokens[first - 1].text in _UNIT_WORDS | {"+"} or number_at(tokens, first - 1) is not None):
            if tokens[first].is_number and tokens[first - 1].is_number:  # "is 15 34 weeks pregnant"
                break
            first -= 1
        bump = Stage(-9, 0, tokens[first].start, token.end, "bump")
        near = {other.text for other in tokens[max(0, at - 3) : at + 3]}
        return [bump] * (3 if "triplets" in near else 2 if "twins" in near else 1)
    return []


# Of more, "20 pregnant" is as likely weeks.
_TEENS = range(13, 20)


def find_young_parent(tokens: list[Token], bump: Stage) -> Stage | None:
    """The age of the one who expects the child, where it follows or leads: "pregnant at 19", "pregnant, 15, my mum knows", "16 pregnant"."""
    first = next((at for at, token in enumerate(tokens) if token.start >= bump.start), 0)
    leading = number_at(tokens, first)
    if leading is not None and leading[0] in _TEENS and tokens[leading[1] - 1].end < bump.end and text_at(tokens, leading[1]).startswith("pre"):
        return Stage(int(leading[0]) * 12, int(leading[0]) * 12 + 12, tokens[first].start, tokens[leading[1] - 1].end, "me")
    at = next((at for at, token in enumerate(tokens) if token.end >= bump.end), len(tokens))
    match = _WHO_IS.match(_right(tokens, at))
    first = at + 1 + (match.group().count(" ") if match else 0)
    number = number_at(tokens, first)
    if match is None or number is None or not _YOUNGEST <= number[0] <= OLDEST or number[0] != int(number[0]):
        return None
    if not _CLAUSE_OVER.match(_right(tokens, number[1] - 1)) or _GOT.search(_left(tokens, at)):
        return None
    lo = int(number[0]) * 12
    return Stage(lo, lo + 12, tokens[first].start, tokens[number[1] - 1].end, "me")


def _left(tokens: list[Token], at: int, most: int = _LEFT) -> str:
    """Up to ``most`` words before a token, within the sentence."""
    return window_back(tokens, at, most, ends=SENTENCE_ENDS)


def _right(tokens: list[Token], at: int) -> str:
    """The words behind a token, whatever stands between them."""
    return window(tokens, at + 1, at + 1 + _RIGHT)


def _of_another_time(tokens: list[Token], at: int) -> bool:
    """ "When I was pregnant", "she isn't expecting"."""
    return _ANOTHER_TIME.search(_left(tokens, at, 5)) is not None


def _is_pregnant(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "20 weeks pregnant", "depressed since I got pregnant", "our unborn child"."""
    left = _left(tokens, at)
    if tokens[at].text == "pg" and _counts_pages(tokens, at):
        return False
    if tokens[at].text == "unborn" and not _UNBORN.match(_right(tokens, at)):
        return False
    past = _of_another_time(tokens, at) and not _SINCE_THEN.search(left)
    return not past and not _ASKED_ABOUT.search(left)


def _counts_pages(tokens: list[Token], at: int) -> bool:
    """ "A 40pg form", "30 pg booklet"; not "20 wks pg"."""
    glued = at > 0 and tokens[at - 1].end == tokens[at].start
    return at > 0 and tokens[at - 1].is_number and (glued or text_at(tokens, at + 1) in _PAPERS)


def _is_due(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Another due in March", "baby's due and ..."; "mum is due in three weeks", where nothing else may fall due."""
    left, right = _left(tokens, at), _right(tokens, at)
    if _of_another_time(tokens, at):
        return False
    if right.startswith("date"):
        return _HER_DUE.search(left) is not None and not told & _FALLS_DUE
    falls = _FALLS_DUE & {*left.split(), *right.split()}
    if (baby := _BABY_IS.search(left)) and _DUE_SOON.match(right):
        return baby["baby"] is not None or not falls  # "the other is due in June, that form"
    mother = _MOTHER_IS.search(left) and not falls and told & _EXPECTS_ONE
    return bool(mother and _AT_A_TIME.match(right))


def _is_gone(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Twenty two week gone wi me first", "she is five months on": not of a wait, or of someone who left."""
    if text_at(tokens, at - 1) not in _UNIT_WORDS or _of_another_time(tokens, at):
        return False
    first = at - 2 if number_at(tokens, at - 3) is None else at - 3  # "twenty two"
    count, right = number_at(tokens, first), _right(tokens, at)
    if count is None or not _GONE_WITH_IT.match(right):
        return False
    if _SHE_IS.search(_left(tokens, first)):
        return tokens[at].text in _SO_FAR or bool(told & (_OF_A_BABY | _OF_PARENTS))
    many = tokens[at - 1].text in WEEK_UNITS and count[0] > _BABY_IN_WEEKS
    if _WITH_THE_FIRST.match(right):
        return True
    return tokens[at].text in _SO_FAR and bool(many or told & _OF_A_BABY)


def _is_weeks(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """A midwife's "19 year old, 28 weeks, first baby", "I'm 31 weeks with our second"; a baby of few weeks is born."""
    weeks = number_at(tokens, at - 1)
    if weeks is None or not 4 <= weeks[0] <= 42 or text_at(tokens, at + 1) in _OF_WEEKS:
        return False
    if _left(tokens, at - 1, 2) == "i am" and told & _OF_A_BABY:
        return True
    if _WITH_THE_FIRST.match(_right(tokens, at)) and _MOTHER_IS.search(_left(tokens, at - 1)):
        return True
    born = weeks[0] <= _BABY_IN_WEEKS and (text_at(tokens, at - 2) in _SAYS_BORN or _JUST_HAD.search(_left(tokens, at - 1)) is not None)
    if born or _of_another_time(tokens, at) or _NOT_IN_THE_WOMB.search(_left(tokens, at - 1)):
        return False
    first = told & _TOLD_FIRST and _FIRST_TIME.search(" ".join(token.text for token in tokens))
    return bool(told & _OF_A_BIRTH or first)


def _is_in_weeks_and_days(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "I'm 20+4", as midwives count; not "he came at 25+4"."""
    return is_of_gestation(tokens, at - 1) and text_at(tokens, at - 2) == "am"


def _is_of_forty(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """A midwife's "34/40"."""
    written = text_at(tokens, at + 1) == "40" and text_at(tokens, at + 2) != "/"
    scored = _SCORED.match(_right(tokens, at + 1)) or _NOT_IN_THE_WOMB.search(_left(tokens, at - 1, 3))
    return written and number_at(tokens, at - 1) is not None and not scored


def _is_in_the_womb(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "6 months baby in my belly"; not "the baby has a feeding tube in her tummy"."""
    left = _left(tokens, at, 6)
    said = set(left.split())
    return not said & _FED and bool(said & _MONTHS_OR_BABY) and _IN_THE_WOMB.search(left) is not None


def _is_a_bump(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "My bump", "bump due in May", "boy 8, girl 5, bump", "bump 30 wks", "a bump and a 2yr old"; not "a bump on her head"."""
    before, after = text_at(tokens, at - 1), text_at(tokens, at + 1)
    if after == "due" or (before in ("my", "our", "baby") and after != "on"):
        return True
    weeks = number_at(tokens, at + 1 + (after in _BEFORE_ITS_WEEKS))
    if weeks is not None and text_at(tokens, weeks[1]) in WEEK_UNITS and text_at(tokens, weeks[1] + 1) != "ago":
        return True
    if before == "a" and _AND_A_CHILD.match(_right(tokens, at)) and not told & _HURT:
        return True
    listed = _LISTED_BEFORE.search(_left(tokens, at))
    if listed is None or not _CLAUSE_OVER.match(_right(tokens, at)) or told & _HURT:
        return False
    child = at - len(listed.group().split()) - 1
    word = text_at(tokens, child)
    return word in CHILD_WORDS | _UNIT_WORDS | _AGED or number_at(tokens, child) is not None


def _is_expecting(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Expecting again", "expecting twins in May", "we're expecting and ..."; not "expecting too much"."""
    left, right = _left(tokens, at), _right(tokens, at)
    if _of_another_time(tokens, at):
        return False
    return bool(_EXPECTS.match(right) or (_MOTHER_IS.search(left) and _JUST_EXPECTS.match(right)))


def _is_having(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "My girlfriend's having our baby", "17 and having a baby in March"; not "since having a baby"."""
    left = _left(tokens, at)
    having = _HAVING.match(_right(tokens, at))
    if having is None or _STAFF & set(left.split()):
        return False
    after = at + 1 + having.group().count(" ") + 1
    return _HAS_ONE.search(left) is not None or (left == "" and text_at(tokens, after) == "in")


def _is_carrying(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "She's carrying twins"; not "I'm carrying the baby up the stairs"."""
    return _HAS_ONE.search(_left(tokens, at) or "am") is not None and _CARRIES.match(_right(tokens, at)) is not None


def _is_coming(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Twins are coming in May", "before the baby's here", "another on the way"; not "baby's coming home"."""
    left, right = _left(tokens, at), _right(tokens, at)
    if tokens[at].text == "way":
        return _ON_THE_WAY.search(left) is not None
    if _NOT_BORN_TO.match(right):
        return False
    if _BEFORE_IT.search(left) or (tokens[at].text == "born" and _BEFORE_ITS_BIRTH.search(left)):
        return bool(told & _OF_A_BABY)
    when = _COMES.get(tokens[at].text)
    return when is not None and _BABY_IS.search(left) is not None and when.match(right) is not None


def _is_in_some_weeks(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "I have baby in 5 weeks", "new bby in 6 wk"."""
    return _NEW_BABY.search(_left(tokens, at, 3)) is not None and _SOME_WEEKS.match(_right(tokens, at)) is not None


def _is_readied_for(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Getting ready for the new baby"."""
    return _FOR_A_BABY.match(_right(tokens, at)) is not None


def _is_mum_to_be(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Mum to be, 18", "a young dad-to-be"; not "I want my mum to be there"."""
    return _MUM_TO.search(_left(tokens, at)) is not None and _CLAUSE_OVER.match(_right(tokens, at)) is not None


def _is_parent_to_be(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Expectant mum, 19"."""
    return _PARENT_TO_BE.match(_right(tokens, at)) is not None


def _is_becoming_a_parent(tokens: list[Token], at: int, told: frozenset[str]) -> bool:
    """ "Being a dad in 9 weeks", "I become a mum in March"."""
    return _BECOMING.search(_left(tokens, at)) is not None and _AT_A_TIME.match(_right(tokens, at)) is not None


_Judge = Callable[[list[Token], int, frozenset[str]], bool]
_JUDGES: dict[str, _Judge] = {
    **dict.fromkeys(words("pregnant preggers pregant pregnent preg pg unborn"), _is_pregnant),
    **dict.fromkeys(WEEK_UNITS, _is_weeks),
    **dict.fromkeys(_WOMB, _is_in_the_womb),
    **dict.fromkeys(words("having havin"), _is_having),
    **dict.fromkeys(words("carrying carryin"), _is_carrying),
    **dict.fromkeys(words("coming comin comes come arrives arriving lands here born way"), _is_coming),
    "due": _is_due,
    **dict.fromkeys(_SO_FAR, _is_gone),
    "on": _is_gone,
    "/": _is_of_forty,
    "+": _is_in_weeks_and_days,
    "bump": _is_a_bump,
    **dict.fromkeys(words("expecting expectin"), _is_expecting),
    "in": _is_in_some_weeks,
    "ready": _is_readied_for,
    "be": _is_mum_to_be,
    "expectant": _is_parent_to_be,
    **dict.fromkeys(words("dad mam mum mother father parent parents"), _is_becoming_a_parent),
}
