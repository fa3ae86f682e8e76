"""Ages that the trouble is said of: "lisp at 8", "can't sit at 13 months", "how do I get tested at 16"."""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends, counts_things
from bot.nlu.ages.patterns import LATER_AFTER, ONE_TO_TWELVE, SOON_AFTER, WHICH_IS
from bot.nlu.ages.subject import window, window_back
from bot.nlu.ages.tokens import Quantity, Token, text_at
from bot.nlu.ages.words import ADULT, LAST_HOUR, OLDEST, words

_NEAR = 7  # words before the number, "at" among them

# What happened, happens later or ends at an age, and is not how things are now.
_ANOTHER_TIME = words(
    """
    adopted begin begins before bring bringing broken bye change changes cliff cut diagnosed diagnosis did died discharged dx dxd
    dropped end ends expire expires failed finish finished finishes finishing fostering gan gans gave give given gives goes
    going goodbye groomed group groups leave leaves leaving lets list live lives look looked lose loses lost married move
    moves moving moved neglect neglected number placed plan plans pregnant raising recovered registered run runs said
    sorted spinning spoke stop stopped stops aids after till took taken talked thought transfer transition turned uni
    university until since used waitin waiting walked was waved wear wears weight were when widowed came
    """
)
_LATER = words("will would could might next")
# "Started walking at 1", "had ten words at", "had my lad at", "had his first seizure at".
_FIRST_DID = re.compile(
    r"(?:^|, )(?:walk|talk|sit|crawl) at$|(?:^| )(?:start\w* \w+|had (?:(?:\w+ )?\w+ words|him|her|them|(?:my|our) \w+)) at$"
    r"|(?:^| )(?:had|got|took|said) (?:his|her|their) first (?:[a-z]+ )?[a-z]+ at$"
    r"|(?:^| )(?:got|was|were) (?:tested|checked|assessed)(?: for \w+)? at$"
)
# "At 2 he had ten words".
_DID_THEN = re.compile(
    r"^,? ?(?:he|she|they|i|we|it|his \w+|her \w+)"
    r" (?:lost|had|was|were|could(?:n't|nt)?|would(?:n't|nt)|did(?:n't|nt)|said|did|got|went|stopped|used|[a-z]{2,}ed)\b"
)
# A past of its own ("she held her pencil in her fist at 4"), unless the words say that it is still so.
_PAST = re.compile(
    r"(?:^| )(?!(?:need|bed|fed|excluded|scared|terrified|bored|worried|confused|delayed|disabled|used|frightened"
    r"|supposed|expected)\b)"
    r"(?:[a-z]{2,}ed|had(?! enough)|got|sat|held|found|told|kept|went|saw|chose|ate|slept|became|began|spent|broke"
    r"|start|starts|starting|left|was|were|dry) "
)
_GROWN_UPS = ADULT - words("gp doctor consultant nurse teacher senco worker")
_LIMITS = frozenset((16, 18, 19, 25))  # what a service ends at
_STILL_SO = words("still again behind tested checked assessed normal usual nappies stuck")

# What is done by the clock.
_CLOCK = words(
    """
    alarm appointment appointments arrives asleep awake basket bed beeps bus call called close closes collect collected
    come comes dancing door dressed due exist fetch gate get gets home house hub hyem meets lights locked maths medicine meds
    meeting melatonin minibus off open opens out pacing pay phone phoned pick picked pump put rang ring sat scan shift
    shifting sign sleep sleeping smear tablet tablets take takes taxi then train tube uniform up urgent wake wakes waking
    tribunal court panel interview free slot th nd rd tomorrow today
    wall wander wandering wanting wi woke work monday tuesday wednesday thursday friday saturday sunday weekend
    """
)
# The same where nothing says how the child is now.
_OF_THE_DAY = words("arriving be bedtime breakfast class coming dinner fed feed feeds hometime lesson lessons morning nap naps naptime neet night school sit tea teatime there")
_WET = words("dirty nappies nappy soiling soils wet wets wetting")  # of a bed, and not of bedtime
# "The police were here at ten"; not "scared of police at six".
_WHO_COMES = re.compile(r"(?:^| )(?:police|ambulance|paramedics?|team) (?:is|are|was|were|came|will be)(?: \w+)? at$")
_HOUR_BEFORE = re.compile(  # "at one, at three and at five"
    rf"(?:^| )at (?:half |quarter |\d|{ONE_TO_TWELVE})"
)
_HOUR_AFTER = re.compile(  # "in the morning", "on the dot", "pm", ", three and four", "and up again"
    r"^(?:at|in (?:the|night|morning|evening)\b|on (?:the )?(?:dot|a|mon|tue|wed|thu|fri|sat|sun)"
    r"|a\b|p\b|am\b|pm\b|every|each|again|o'?clock|this|past|when|to\b|sharp"
    r"|, (?:at )?(?:\d|and then|two|three|four|five)|and (?:at |out|up|then|\d(?! months?)|home)"
    r"|by|, every|, at|then|wanting|the day|or \d|screaming|like"
    r"|,? ?(?:he|she|they|we|i) (?:goes|go|gets|get|is|are|wakes|wake|comes|come)"
    r" (?:to (?:bed|sleep)|up|down|asleep|awake|and|[.,])(?= |$))"
)

_OF_AN_EVENING = words("club finish start ring rung session supper homework bath bedtime shops shop")
# "At twenty to three".
_MINUTES_AFTER = re.compile(rf"(?:to|past)(?: (?:\d|{ONE_TO_TWELVE})| [.,]|$)")

# How the child is now, whatever the hour.
_IS_NOW = re.compile(
    r"(?:^| )(?:still|not|no|cannot|cant|isnt|doesnt|doesn't|hasnt|hasn't|shouldnt|shouldn't|barely|hardly"
    r"|stuck|beyond|behind|again|nappies|pull ups|pullups|pads|pushchair|buggy|wets|wetting|soils|soiling"
    r"|normal|usual|worth it|late|too (?!late|early|soon)\w+|tested|checked|assessed|\d+ words)"
    r"(?: [a-z',-]+){0,7} at$"
)
_IS = (
    r"(?:is|are|has|should|needs?|ought|still|cannot|wont|does|doesnt|doesn't|hasnt|hasn't|wants?|can|could"
    r"|shouldnt|shouldn't|refuses|hates|keeps|says|uses)"
)
_IS_NOW_AFTER = re.compile(
    r"^,? ?(?:(?:still|cannot|wont|doesnt|doesn't|hasnt|hasn't|is not)"
    rf"|(?:i am|i have to|we are|he|she|they|it|there) {_IS}"
    r"|(?:his|her|their|my|our|wor) \w+ (?:is|are|has|still|cannot|wont|does|doesnt|doesn't)) "
)


# What has only just happened tells today's age: "just started comp at 11", "newly diagnosed at 14".
_NEWLY = r"(?:^| )(?:just|not long|newly|recently) (?:(?:been|got|gone|had) )?"
_JUST_DID = re.compile(
    rf"{_NEWLY}(?:(?:started|starting|joined|up (?:in)?to|moved (?:up )?(?:in)?to)(?: [a-z']+){{0,2}}"
    r" (?:school|comp|nursery|reception|secondary|primary|juniors|infants|academy|college|form|unit)"
    r"|(?:diagnosed|dx|excluded|expelled|suspended|kicked out|adopted|placed|fostered|sectioned)(?: [a-z']+){0,4}) at$"
)
# The same of what else may be done at that hour.
_JUST_LEFT = re.compile(
    rf"(?:{_NEWLY}(?:left|finished|quit|dropped out of|out of)|(?:nearing|near|approaching|at|coming (?:up )?to) the end of)"
    r"(?: [a-z']+){1,4} at$"
)
# What the writer would expect of that age: "at 12 you'd expect him to dress himself".
_OUGHT_AFTER = re.compile(
    r"^,? ?(?:you (?:would )?(?:think|expect|imagine|hope|assume)|(?:i|we) (?:would )?(?:expect|hope)"
    r"|(?:i|we) (?:thought|hoped|expected|imagined) (?:that )?(?:he|she|they|my|our|it|things)"
    r"|you (?:do not|don't|dont) (?:want|expect)|you (?:should not|shouldn't|shouldnt))\b"
)
_OTHERS_CAN_AFTER = re.compile(
    r"^,? ?(?:most|other|all the other|normal) (?:kids|children|bairns|lads|lasses|boys|girls|babies|toddlers|teenagers)"
    r" (?:can|are|do|should|would|have|know)\b"
)


def at_this_age(tokens: list[Token], q: Quantity) -> bool:
    """Whether "at" before a number says the age that a child has now, not an hour, a past or a later time."""
    if text_at(tokens, q.first - 1) != "at" or q.unit in ("week", "day") or q.value > OLDEST or q.upto is not None:
        return False
    left, right = window_back(tokens, q.first), window(tokens, q.last, q.last + 7)
    if not q.unit and WHICH_IS.match(right) and (SOON_AFTER.match(right) or LATER_AFTER.match(right)):
        return True  # "I get my own card at 18, which is 6 weeks off"
    if _has_just_happened(q, left) or _is_expected(q, right):
        return not may_be_the_hour(q, "", right, is_now=True)
    is_now = bool(_IS_NOW.search(left) or _IS_NOW_AFTER.match(right))
    if _of_another_time(q, left, right, is_now=is_now) or may_be_the_hour(q, left, right, is_now=is_now):
        return False
    return is_now or (cleanly_ends(right) and not counts_things(right))


def _has_just_happened(q: Quantity, left: str) -> bool:
    """ "Just been excluded at eight"; where it may be the hour only above twelve: "just left school at 16"."""
    return bool(_JUST_DID.search(left) or (q.value > LAST_HOUR and _JUST_LEFT.search(left)))


def _is_expected(q: Quantity, right: str) -> bool:
    """ "At 9 you'd think he could"; not "at nine you'd expect him to be in bed", "at 18 most children are adults"."""
    expected = _OUGHT_AFTER.match(right) or (q.value not in _LIMITS and _OTHERS_CAN_AFTER.match(right))
    return bool(expected) and not done_by_the_clock(q, right)


def done_by_the_clock(q: Quantity, said: str) -> bool:
    """Whether the words tell of what is done at that hour: a bus, a bed that is not wet, an appointment."""
    told = set(said.split())
    return q.value <= LAST_HOUR and bool(told & (_CLOCK | _OF_THE_DAY | _OF_AN_EVENING)) and not told & _WET


def _of_another_time(q: Quantity, left: str, right: str, *, is_now: bool) -> bool:
    """ "Diagnosed at 7", "at 2 he had ten words", "it ends at 18", "at 71 I'm tired", "at 2yr check"."""
    said, clause = set(left.split()), set(left.rpartition(" , ")[2].split())
    if said & _ANOTHER_TIME or clause & _LATER or _FIRST_DID.search(left) or _DID_THEN.match(right):
        return True
    of_grown_up = bool(said & _GROWN_UPS) and not said & {"my", "our"}
    a_limit = not q.unit and q.value in _LIMITS and not (_IS_NOW_AFTER.match(right) or said & _STILL_SO)
    a_check = q.unit == "year" and not q.old and not cleanly_ends(right)
    return of_grown_up or a_limit or a_check or (not is_now and bool(_PAST.search(left)))


def may_be_the_hour(q: Quantity, left: str, right: str, *, is_now: bool) -> bool:
    """ "Up at five", "at twenty to three"; not "wets the bed at 12"."""
    if _MINUTES_AFTER.match(right):
        return True
    if q.value > LAST_HOUR or q.unit or q.exact_part:
        return False
    last = set(left.split()[-_NEAR:])
    by_the_clock = (last & _CLOCK and not set(left.split()) & _WET) or (last & _OF_THE_DAY and not is_now)
    in_or_out = left.endswith((" in at", "out at", "oot at")) or left == "in at"
    return bool(by_the_clock or in_or_out or _WHO_COMES.search(left) or _HOUR_BEFORE.search(left) or _HOUR_AFTER.match(right))
