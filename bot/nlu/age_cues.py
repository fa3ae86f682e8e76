"""What makes a number an age: the words before and after it.

A number counts as an age only on evidence ("he is", "aged", "year old", "my daughter,"), and never where the words
say that it is a wait, a past or later age, a level, a limit of a service or the age of an adult.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.nlu.age_tokens import Quantity, Token

Strength = Literal["strong", "list", "no"]

CHILD_WORDS = frozenset(
    """son sons daughter daughters duaghter daugther dauhgter lad lads lass lasses lassie bairn bairns boy boys girl
    girls child children kid kids kiddo kiddos youngest oldest eldest middle baby toddler twin twins triplets nephew
    niece grandson grandaughter granddaughter grandchild grandchildren grandkids brother brothers sister sisters
    sibling siblings bro sis stepson stepdaughter pupil pupils student students teen teenager young person youngster
    little littlest littlun cousin ds dd ones tot laddie granbairn grandbairn patient client foster friend preschooler
    childs sons' infant""".split()
)
_PLURAL = frozenset(
    """sons daughters lads lasses bairns boys girls children kids kiddos twins triplets grandchildren grandkids
    brothers sisters siblings pupils students they both all ages ones""".split()
)
_ADULT = frozenset(
    """mum mam mom mother mummy mammy dad father daddy nan nana nanna gran granny grandma grandad granda grandpa
    grandfather grandmother grandparent grandparents partner husband wife fella hubby boyfriend girlfriend bf gf aunt
    auntie uncle carer carers teacher worker senco doctor gp nurse boss neighbour childminder woman parent ex
    parents consultant manager""".split()
)
_THINGS = frozenset(
    """it that this there what which wait list class group limit number cost price fee score temperature total answer
    appointment meeting time review bus room size section page level band stage question address postcode flat plan
    here everything result distance date week phone house school nursery today tomorrow waiting waits weight height
    iq percentile sats queue""".split()
)
_BE = frozenset(("is", "are", "am", "be", "was", "were", "being", "r", "turned", "turns", "turning", "turn"))

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SOON_AFTER = re.compile(
    rf"^,? ?(?:next (?:week|month|{_DAY}|few|couple)|tomorrow|soon|this (?:month|week|{_DAY})|on (?:the )?(?:{_DAY}|\d)"
    r"|in (?:a )?(?:few|couple|\d+|two|three|four|five|six)(?: of)? (?:days?|weeks?|wks?|months?|mths?)"
    r"|at the (?:end of the|weekend)|any (?:day|week)|shortly|very soon)"
)
_LATER_AFTER = re.compile(
    rf"^,? ?(?:(?:next|this coming) (?:year|{_MONTH}|spring|summer|birthday|term)|in (?:the )?(?:next )?(?:{_MONTH}|spring|summer"
    r"|autumn|winter|new year)|at (?:christmas|xmas|easter)|this (?:year|spring|summer)|on (?:his|her|my|their) next"
    r"|come {_MONTH})\b"
)
_JUST_PAST = re.compile(
    rf"^(?:old )?(?:last|yesterday|in (?:the )?(?:{_MONTH}|summer|spring|autumn)|on (?:{_DAY}|the \d)|at (?:christmas|easter|the weekend)"
    r"|this (?:week|month|year|morning)|(?:a|two|three|\d) (?:few )?(?:days?|weeks?|months?) ago|a few|the other)"
)

_NEARLY = re.compile(
    r"(?:^| )(?:nearly|almost|nealry|nearley|nearlly|neerly|nearl|allmost|amost|virtually|rising|approaching|coming up(?: to| for| on)?"
    r"|comin up|going on|gan on|gannin on|about to (?:be|turn)|bout to turn|soon to be|soon be|will be soon|just under"
    r"|just shy of|not quite|close to|getting on for|nigh on|near enough|near)$"
)
_TURNING = re.compile(r"(?:^| )(?:turning|turns|turn|will be|be turning|going to be|due to be|would be)$")
_TURNED = re.compile(r"(?:^| )(?:(?:have |has |just |recently |only )?turned|just (?:gone|over|past|been)|has just been|gone)$")
_FILLER = re.compile(
    r"(?:^| )(?:now|only|just|still|currently|already|about|around|approx|approximately|roughly|maybe|probably|like|a|an"
    r"|barely|actually|both|all|well|so|aboot|nobbut|at the moment|your|young|or so|,|age|aged|ages|really|basically|also)$"
)
_NOT = re.compile(r"(?:^| )(?:not|no|instead of|rather than)$")

_BLOCKED_AFTER = frozenset(
    """hours hour hrs hr h mins min minutes minute seconds times time x schools school kids kid children child boys boy
    girls girl sons daughters siblings brothers sisters lads lasses bairns stone st lb lbs kg kilos foot ft feet inches inch
    cm miles mile km quid pounds pound p pence percent pm o'clock oclock sessions session appointments appointment
    nights night mornings morning afternoons evenings meetings letters words word people adults professionals
    teachers doctors different other others more of out points grades grade levels terms term th bus places steps step
    per tablets mg ml meltdowns seizures exclusions suspensions days fingers toes things reasons nappies pages sentences
    gps taxis buses buss visits calls emails bottles feeds dogs cats bedrooms bedroom bed beds hundred thousand grand
    to-one day week weeks month months lines friends attempts assessments referrals classes hospitals types""".split()
)
_DURATION_AFTER = re.compile(
    r"^(?:- )?(?:now )?(?:(?:we|i|he|she|they) (?:have|has) )?(?:behind|late|later|delayed?|wait\w*|on (?:the|a|this|that|an?)? ?"
    r"(?:\w+ )?(?:wait\w*|list|pathway)|in the queue|into|away|off|ago|younger|older|overdue|ahead|long|left|to go|without|apart"
    r"|list|backlog|gap|plan|check|review|course|programme|project|anniversary|in (?:a row|total|the system|care)|running|and counting"
    r"|for (?:an?|the) |pregnant|premature|prem|early|gestation|clean|sober|at (?:this|that|the) |since|referral|turnaround)"
)
_LEVEL_AFTER = re.compile(
    r"^(?:'? ?)?(?:level|levels|ability|standard|clothes|clothing|clothe|expectations|curriculum|stuff|nappies|books|s level|service"
    r"|services|team|range|limit|boundary|group rule|trousers|shoes)\b"
)
_LEVEL_BEFORE = re.compile(
    r"(?:(?:reading|mental|developmental|developmentally|functioning|functions|working|works|spelling|emotional|emotionally"
    r"|mentally|language|cognitive|cognitively|academic|academically|speech|social|socially|learning|reads|maths|wears"
    r"|wearing|size|operating|operates|equivalent|performing)(?: \w+)?(?: (?:age|ages|level|at|of|is|about|around|like|to|a|an|in|the|only|that|as))*"
    r"|(?:behaves|acts|acting|talks|speaks|talking|more|feels|play|plays|looks|is|being|presents|thinks|just) (?:more )?(?:like|as)(?: an?| that of an?)?"
    r"|level(?: of)?(?: an?)?|equivalent (?:of|to)(?: an?)?|than (?:an?|any|most|other|my)(?: \w+)?|(?:most|other|normal|typical|typically|average|any|every|regular) ?(?:developing )?"
    r"|more like|as if (?:he|she|they) (?:is|are|was|were)|compared (?:to|with)(?: an?)?|to that of an?)$"
)
_LIMIT_BEFORE = re.compile(
    r"(?:under|unders|over|below|above|than|up ?to|upto|beyond|min|max|minimum|maximum|least|less|past|to|till|til|until"
    r"|untill|since|from|by|before|after|at|service for|between)(?: the| their| his| her| an?)?(?: (?:age|ages|aged)(?: of)?)?$"
)
_AGE_WORD = re.compile(r"(?:^| )(?:age|aged|ages|agd|aegd)(?: (?:is|of|are|was|=|:|-))*$")
_AGE_OF_WHOM = re.compile(r"(?:^| )age of (?:my |the |our )?\w+ (?:is|=|:)$")
_PAST_EVENT = re.compile(
    r"(?:diagnosed|adopted|placed|moved|removed|started|stopped|walked|talked|spoke|came|died|fostered|assessed|"
    r"wrote|lost \w+ \w+|arrived|referred|seen|regressed|discharged)(?: \w+)?(?: at)?$"
)
_TIME_OF = frozenset(
    "when wen since until till til untill before after once whenever unless while whilst whn".split()
)
_CORRECTING = re.compile(
    r"(?:^| )(?:meant|mean|ment|sorry|soz|oops|make that|should be|should say|should have been|typo|correction|actually|rather|it is|its|\*)"
    r"(?: (?:to (?:say|put|type|write)|about that|he is|she is|,|is|:|it is|that is|-))*$"
)
_MEASURE_NOUN = re.compile(r"^[a-z]{4,}s$")


@dataclass(frozen=True)
class Reading:
    """How a number reads. ``shift`` is "nearly", "later" (that birthday is to come) or "" (that age now)."""

    strength: Strength
    shift: Literal["", "nearly", "later"] = ""
    subject: int | None = None  # the token that the age is said of
    several: bool = False  # said of more than one child: "they are", "both", "twins"
    rejected: bool = False  # "not 17"
    by_writer: bool = False  # "I am 16"


NO = Reading("no")


def read(tokens: list[Token], q: Quantity) -> Reading:
    """Whether the words around a number make it an age, and of whom."""
    right = _window(tokens, q.last, q.last + 7)
    if _blocked_right(q, right):
        return NO
    at, shift, negated, several = _strip(tokens, q.first)
    left = _window_back(tokens, at)
    if negated:
        yet = re.match(r"(?:yet|till|til|until|for)\b", right)
        if not yet:
            return Reading("no", rejected=True)
        shift = "later"
    if _LEVEL_BEFORE.search(left) or _LEVEL_BEFORE.search(_window_back(tokens, q.first)):
        return NO
    found = _cue(tokens, q, at, left, right, shift)
    if found.strength == "no":
        return found
    return Reading(
        found.strength, _shift(shift, right, found), found.subject, found.several or several, by_writer=found.by_writer
    )


def _shift(shift: str, right: str, found: Reading) -> Literal["", "nearly", "later"]:
    if shift == "turned":
        return ""
    if shift == "nearly" or _SOON_AFTER.match(right):
        return "nearly"
    if shift == "later" or _LATER_AFTER.match(right):
        return "later"
    return ""


def _strip(tokens: list[Token], at: int) -> tuple[int, str, bool, bool]:
    """Steps back over "nearly", "just turned", "now", "both", "not": where the rest ends, and what they meant."""
    shift, negated, several = "", False, False
    for _ in range(6):
        left = _window_back(tokens, at)
        for pattern, meaning in ((_NEARLY, "nearly"), (_TURNED, "turned"), (_TURNING, "later"), (_NOT, "not")):
            match = pattern.search(left)
            if match is None:
                continue
            at -= len(match.group().split())
            if meaning == "not":
                negated = not shift
                shift = shift or ""
            elif not shift:
                shift = meaning
            break
        else:
            match = _FILLER.search(left)
            if match is None or _AGE_WORD.search(left):
                break
            several = several or match.group().strip() in ("both", "all")
            at -= len(match.group().split())
    return at, shift, negated, several


def _cue(tokens: list[Token], q: Quantity, at: int, left: str, right: str, shift: str) -> Reading:
    before = _text(tokens, at - 1)
    if _AGE_WORD.search(left) or _AGE_OF_WHOM.search(left):
        return _after_age_word(tokens, q, at, left)
    if before in _BE and shift != "turned":
        return _after_be(tokens, q, at - 1, right, shift)
    if shift in ("turned", "later") or (shift == "nearly" and _cleanly_ends(right) and not q.unit):
        return _of_subject(tokens, at - 1, shift, loose=True)
    if _LIMIT_BEFORE.search(_window_back(tokens, q.first)) and not (q.old and before in ("to", "from", "at", "by")):
        return NO
    if q.old:
        return _old(tokens, q, at, right)
    if before in _ADULT:
        return NO
    return _beside_a_child(tokens, q, at, left, right)


def _after_age_word(tokens: list[Token], q: Quantity, at: int, left: str) -> Reading:
    start = at
    while start > max(0, at - 6) and _text(tokens, start - 1) in ("age", "aged", "ages", "is", "of", "are", ":", "-", "="):
        start -= 1
    head = _window_back(tokens, start)
    if re.search(r"(?:from|since|at|by|until|till|til|under|over|to|before|after|the|people|anyone|for|between)(?: the| an)?$", head):
        return NO if not re.search(r"for (?:my |our )", head) else Reading("strong")
    if _PAST_EVENT.search(head):
        return NO
    subject = _subject_back(tokens, start - 1)
    if subject is not None and tokens[subject].text in _ADULT:
        return NO
    return Reading("list", subject=subject, several=_text(tokens, at - 1) == "ages" or _is_plural(tokens, subject))


def _after_be(tokens: list[Token], q: Quantity, be: int, right: str, shift: str) -> Reading:
    verb = tokens[be].text
    past = verb in ("was", "were")
    if past and not _JUST_PAST.match(right):
        return NO
    at = be - 1
    while _text(tokens, at) in ("only", "just", "now", "still", "both", "all", "have", "has", "will", "is", "going", "to", "age"):
        at -= 1
    reading = _of_subject(tokens, at, shift, loose=False)
    if reading.strength == "strong" and not q.old and not q.unit and _counts_things(right):
        return NO
    return reading


def _of_subject(tokens: list[Token], at: int, shift: str, *, loose: bool) -> Reading:
    """The subject whose last word stands at ``at``: a child, the writer, an adult or a thing."""
    word = _text(tokens, at)
    if word in ("who", "and", ","):
        found = _subject_back(tokens, at - 1)
        if found is None:
            return Reading("strong") if loose or word == "who" else NO
        at, word = found, tokens[found].text
    if _told_of_another_time(tokens, at) or word in _ADULT or word in _THINGS:
        return NO
    if word in ("i", "me"):
        return Reading("strong", subject=at, by_writer=True)
    if word in ("he", "she", "they", "both", "one", "other", "all", "each", "them", "we") or word in CHILD_WORDS:
        adult = word == "other" and False
        return NO if adult else Reading("list" if _is_plural(tokens, at) else "strong", subject=at, several=_is_plural(tokens, at))
    if _names_a_child(tokens, at):
        return Reading("strong", subject=at)
    return Reading("strong") if loose and not word.isalpha() or loose and at < 0 else NO


def _names_a_child(tokens: list[Token], at: int) -> bool:
    """Whether a word is a child's name: after a child word, with a capital, or first in what is said."""
    word = _text(tokens, at)
    if not word.isalpha() or word in _THINGS or word in _ADULT:
        return False
    near = [_text(tokens, at - step) for step in (1, 2, 3)]
    if any(other in CHILD_WORDS for other in near):
        return True
    if near[0] in ("the", "a", "an", "every", "each", "this", "that", "their", "our", "its", "no"):
        return False
    return tokens[at].capital or (near[0] in ("", ".", ",", "and", "my", "wor", "but") and len(word) > 2)


def _told_of_another_time(tokens: list[Token], at: int) -> bool:
    """Whether "when", "since", "until" or their like open the clause: then it is a past or later age."""
    for step in range(5):
        word = _text(tokens, at - step)
        if word in (".", "!", "?", ",", ";", ""):
            return False
        if word in _TIME_OF:
            return True
    return False


def _old(tokens: list[Token], q: Quantity, at: int, right: str) -> Reading:
    follow = right.split(" ")[:3]
    if any(word in _ADULT for word in follow[:2]):
        return NO
    before = _window_back(tokens, q.first)
    if re.search(r"(?:when|since|until|till|from|diagnosed at|by|before) (?:just |only |about |around )?$", before + " "):
        return NO
    subject = _subject_back(tokens, at - 1) if _text(tokens, at - 1) not in ("have", "got", "has") else None
    for step, word in enumerate(follow):
        if word in CHILD_WORDS:
            subject = q.last + step
            break
    return Reading("list", subject=subject, several=_is_plural(tokens, subject))


def _beside_a_child(tokens: list[Token], q: Quantity, at: int, left: str, right: str) -> Reading:
    """ "my daughter, 9," and "(7)" and "my 7 has": a number beside the word for a child, with nothing counted after."""
    before, mark = _text(tokens, at - 1), _text(tokens, q.first - 1)
    if _CORRECTING.search(left) and _cleanly_ends(right):
        return Reading("strong")
    if before in ("my", "our", "wor", "me") and not _counts_things(right) and (q.unit != "week" and q.unit != "day"):
        return Reading("list", subject=None)
    if _counts_things(right) or (q.unit and not _cleanly_ends(right)):
        return NO
    step = at - 1
    if _text(tokens, step) in (",", "(", ":", "-", "of", "is"):
        step -= 1
    if _text(tokens, step) in CHILD_WORDS and tokens[max(step, 0)].text not in ("little", "middle", "young", "friend", "foster"):
        if _told_of_another_time(tokens, step):
            return NO
        return Reading("list", subject=step, several=_is_plural(tokens, step))
    closed = right[:1] in (")", ",", "") or right.startswith(("and ", "who "))
    if mark in ("(", ",") and closed and (mark == "(" and right[:1] == ")" or _names_a_child(tokens, step)):
        child = _subject_back(tokens, step)
        return Reading("list", subject=child) if child is not None or _text(tokens, step).isalpha() else NO
    if before in ("has", "have") and q.unit == "year" and _cleanly_ends(right):
        return _of_subject(tokens, at - 2, "", loose=False)
    if before.isalpha() and _text(tokens, at - 2) in CHILD_WORDS and _cleanly_ends(right) and before not in _THINGS:
        return Reading("strong", subject=at - 2) if tokens[at - 1].capital else NO
    return NO


def _subject_back(tokens: list[Token], at: int) -> int | None:
    """The nearest word for a person at or before a token, within the sentence and eight words."""
    for step in range(8):
        word = _text(tokens, at - step)
        if word in (".", "!", "?", ""):
            return None
        if word in CHILD_WORDS or word in _ADULT or word in ("he", "she", "they", "i", "me"):
            return at - step
    return None


def _is_plural(tokens: list[Token], at: int | None) -> bool:
    return at is not None and _text(tokens, at) in _PLURAL


def _blocked_right(q: Quantity, right: str) -> bool:
    first = right.split(" ", 1)[0]
    if _LEVEL_AFTER.match(right):
        return True
    if q.unit and not q.old and _DURATION_AFTER.match(right):
        return True
    if q.old and re.match(r"(?:level|ability|clothes|standard)", right):
        return True
    return not q.unit and first in _BLOCKED_AFTER and not _LATER_AFTER.match(right)


def _counts_things(right: str) -> bool:
    """Whether a plain plural noun follows ("4 cousins"), so that the number counts it."""
    first = right.split(" ", 1)[0]
    return first in _BLOCKED_AFTER or (bool(_MEASURE_NOUN.match(first)) and first not in _VERBS_IN_S)


_VERBS_IN_S = frozenset(
    """always does goes likes loves hates wants needs struggles hits bites kicks refuses wakes cries screams talks speaks
    eats sleeps attends gets keeps says thinks feels seems looks lives makes takes suffers soils wets runs hears sees finds
    stims lashes throws melts starts still sometimes besides years yrs months mths weeks has was autistics this plus walks
    hurts worries comes stays uses moves turns shes hes pulls bangs punches pushes rocks shouts stutters stammers lacks
    falls chews hides sits lies draws plays works drools points spits swears absconds struggels attends barely""".split()
)


def _cleanly_ends(right: str) -> bool:
    """Whether nothing that could be counted follows: the end, a mark, or a small joining word."""
    first = right.split(" ", 1)[0]
    return first == "" or not first.isalpha() or first in _JOINING


_JOINING = frozenset(
    """and but who with has have had is was now so in next at he she they i we my the cannot wont doesn't doesnt isn't
    or because as soon tomorrow this on please not that and n both too also can could would yet nearly almost going
    to for ish her his our their it what since struggles needs old sorry diagnosed autistic nonverbal where living from
    girl boy lad lass then though years""".split()
)


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _window(tokens: list[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])


def _window_back(tokens: list[Token], at: int) -> str:
    """Up to eight words before a token, within the sentence."""
    start = at
    while start > max(0, at - 8) and tokens[start - 1].text not in (".", "!", "?", ";"):
        start -= 1
    return " ".join(token.text for token in tokens[start:at])


def answers(tokens: list[Token], q: Quantity, reading: Reading) -> Reading:
    """A bare number read as the answer to "how old?": an age unless something else is counted."""
    right = _window(tokens, q.last, q.last + 7)
    left = _window_back(tokens, q.first)
    if _counts_things(right) or _blocked_right(q, right) or _LIMIT_BEFORE.search(left) or _LEVEL_BEFORE.search(left):
        return reading
    at, shift, negated, several = _strip(tokens, q.first)
    if negated or _text(tokens, at - 1) in _THINGS | _ADULT | {"year", "years", "number", "no"}:
        return reading
    return Reading("list", _shift(shift, right, NO), several=several)
