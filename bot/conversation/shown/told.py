"""What is told or asked of the list as a whole, in words that no entry answers: an old no, help that is there or not wanted, how far the family gets, the holidays."""

from __future__ import annotations

import re

from bot.answer.cards import card
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation import refusals
from bot.conversation.asking import ASKS_SOMEWHERE
from bot.conversation.memory.needs import FEELINGS
from bot.conversation.plans import Answer, offer, plan_for, plan_out_of, shown_services
from bot.conversation.shown import aspects
from bot.conversation.shown.entries import about, names_one, take_along, who_can_tell
from bot.conversation.shown.narrow import find_narrower, from_home, of_a_kind, without_tried
from bot.conversation.shown.spelling import spelt_out
from bot.conversation.turn import Turn

_LONGEST = 22  # words


def answer(turn: Turn) -> Answer | None:
    """The answer to a message of one of these kinds, whatever it was taken for."""
    heard = turn.heard
    goes = not set(turn.before.needs) <= set(turn.memory.needs)  # "they've got DLA, so leave the money out" takes a need back
    if not turn.memory.shown or not turn.before.needs or goes or turn.answers_question or heard.ages or heard.length > _LONGEST:
        return None
    turn = turn.with_heard(text=spelt_out(heard.text))
    return next((told for hears in _KINDS if (told := hears(turn))), None)


def _is_there(turn: Turn) -> Answer | None:
    """ "Been on to the virtual school, they're on it": taken out, and what else there is."""
    there = turn.in_place
    of_it = all(any(one.meets(need) for one in there) for need in turn.new_needs)
    if not there or not of_it or ASKS_SOMEWHERE.search(turn.heard.text):
        return None
    turn = turn.as_before()
    plan = plan_for(turn.memory, turn)
    return offer(plan, turn.memory, turn, lead=say("in_place", turn.memory.voice, name=there[0].name if len(there) == 1 else "")) if plan.results else None


def _takes_it_along(turn: Turn) -> Answer | None:
    """ "Lovely, I will print it out and take it to the SENCO": how to, and no new need of what the SENCO does."""
    return take_along(turn.as_before()) if _WILL_TAKE_IT.search(turn.heard.text) and not ASKS_SOMEWHERE.search(turn.heard.text) else None


_WILL_TAKE_IT = re.compile(r"\b(?:i'?ll|i\s+will|i'?m\s+(?:going\s+to|gonna)|gonna|going\s+to)\s+(?:\w+\s+)?(?:print|save|screenshot|copy)\s+(?:\w+\s+)?(?:it|this|that|the\s+(?:list|page)|them|these)\b", re.IGNORECASE)


def _was_refused(turn: Turn) -> Answer | None:
    """ "We asked two year ago and were told no": no last word, and the help stays on the list."""
    text = turn.heard.text
    by_one_named = names_one(turn) and find_narrower(text) is without_tried  # "CAMHS said no last year": taken out
    # "We asked at school before and they said no" tells who said it.
    if turn.new_needs - {"sen_support_school"} or by_one_named or not refusals.of_before(text):
        return None
    return Reply(say("refused_before", turn.memory.voice), services=_cards(turn)), turn.as_before().memory


def _comes_first(turn: Turn) -> Answer | None:
    """ "Do they need a hearing test first", of speech therapy: what must come before it, and no hearing test for its own sake."""
    if turn.new_needs - _TESTED_FIRST or not _NEEDED_FIRST.search(turn.heard.text):
        return None
    return Reply(say("first_unknown", turn.memory.voice), services=_cards(turn)), turn.as_before().memory


_TESTED_FIRST = frozenset({"hearing", "vision"})
_NEEDED_FIRST = re.compile(
    r"^(?!.*\b(?:diagnos\w*|gp|doctor'?s?|referral)\b).*\b(?:do|does|will|would|must|have|has)\b.{0,25}\b(?:needs?|wants?|have|had|get|got|ask\w*\s+for)\b.{0,30}\b(?:tests?|tested|checks?|checked|x-?rays?|scans?|reports?)\b.{0,30}\b(?:first|before)\b", re.IGNORECASE
)


def _when_school_is_off(turn: Turn) -> Answer | None:
    """ "What about the six weeks holidays": the help that says it runs then, else that it is not known, and who may know."""
    text = turn.heard.text
    if turn.new_needs - _SOUNDS_LIKE_THEN or "leisure_friends" in turn.new_needs or names_one(turn):
        return None
    asked = next((at for at, words in _THEN.items() if words.search(text)), None)
    if asked is None or _OF_NO_LIST.search(text):
        return None
    turn = turn.as_before()
    runs = _RUNS_THEN[asked]
    plan = plan_out_of(lambda one: runs.search(f"{one.name} {one.summary} {' '.join(session.title for session in one.sessions)}") is not None, turn)
    if plan:
        return offer(plan, turn.memory, turn, lead=say(_LEADS[asked]))
    if asked != "holidays" or aspects.find_aspect(text) == "hours":  # "are they open in half term"
        return None
    return Reply("\n\n".join(part for part in (say("holidays_unknown"), who_can_tell(turn)) if part), services=_cards(turn)), turn.memory


_SOUNDS_LIKE_THEN = frozenset({"school_choice_placement", "behaviour", "short_breaks_respite", "school_attendance_refusal", "sen_support_school"})
_THEN = {
    "holidays": re.compile(
        r"\b(?:(?:school|summer|easter|christmas|xmas|october|february)\s+(?:hol(?:s|idays?)|break)|(?:the|in|over)\s+hol(?:s|idays?)|(?:six|6)\s*(?:weeks?|wks?)(?:'s?)?(?:\s+hol\w*)?(?!\s+(?:ago|old|wait|course|later|time|now)\b)|half[\s-]term|over\s+(?:the\s+)?(?:summer|easter|christmas|xmas)"
        r"|(?:when|while)\s+(?:the\s+)?schools?(?:'s|\s+is|\s+are)?\s+(?:off|out|shut|shuts|closed|closes|breaks\s+up)|(?:for|in|and|about)\s+(?:august|easter|(?:the\s+)?summer))\b",
        re.IGNORECASE,
    ),
    "weekends": re.compile(r"\b(?:anything|owt|summat|something|what|which|any|who)\b.{0,40}\b(?:weekends?|satur?days?|sundays?)\b|\bweekends?\s+(?:are|is)\s+(?:the\s+)?(?:worst|hard\w*|bad|a\s+nightmare)", re.IGNORECASE),
}
_RUNS_THEN = {"holidays": re.compile(r"(?<!bank )\bholidays?\b", re.IGNORECASE), "weekends": re.compile(r"\b(?:weekends?|saturdays?|sundays?)\b", re.IGNORECASE)}
_LEADS = {"holidays": "in_the_holidays", "weekends": "at_weekends"}
# "We're on holiday in Spain next week", "can we take him on holiday in term time", "six weeks' wait".
_OF_NO_LIST = re.compile(r"\b(?:on|a|our|his|her|family)\s+holidays?\b(?!\s+(?:clubs?|schemes?|programmes?|activit\w+|provision))|\bwait\w*|\bterm[\s-]time\b|\b(?:i|we)\s+work\b", re.IGNORECASE)


def _far_to_go(turn: Turn) -> Answer | None:
    """ "We've no car and there's only two buses a day": what needs no travel, and the nearest."""
    text = turn.heard.text
    if turn.new_needs - {"transport"} or turn.heard.locality or ASKS_SOMEWHERE.search(text) or _TO_SCHOOL.search(text) or not _HARD_TO_REACH.search(text):
        return None
    return from_home(turn.as_before())


_TO_SCHOOL = re.compile(r"\b(?:schools?|college|nursery|sixth\s+form|uni|work|hospital|appointment|class|placement|pass|badge)\b", re.IGNORECASE)
_HARD_TO_REACH = re.compile(
    r"\b(?:no|haven'?t\s+(?:got\s+)?an?|don'?t\s+have\s+an?|without\s+an?|not\s+got\s+an?|dont\s+have|don'?t\s+have(?:\s+any)?|got\s+no|have\s+no)\s+(?:car|transport|lift)\b|\b(?:i|we)\s+(?:don'?t|can'?t|cannot|do\s+not)\s+(?:drive|travel)\b|\bnot\s+able\s+to\s+(?:drive|travel)\b"
    r"|\b(?:only|just)\s+(?:\w+\s+){0,2}bus(?:es)?\b|\bno\s+bus(?:es)?\b|\bbus(?:es)?(?:\s+(?:is|are|only|runs?|comes?)|'s)\s+(?:only\s+)?(?:every|once|twice|hourly|one|two|rubbish|never)\b|\b(?:in\s+the\s+sticks|middle\s+of\s+nowhere)\b|\b(?:has|takes|needs)\s+the\s+car\b|\btoo\s+far\s+(?:for|to\s+travel)\b",
    re.IGNORECASE,
)


def _of_the_kind(turn: Turn) -> Answer | None:
    """ "Is there like a gaming club or summat", where clubs are what is listed."""
    if _TO_JOIN not in turn.before.needs or turn.new_needs or FEELINGS & turn.heard.said or not _AN_ACTIVITY.search(turn.heard.text) or names_one(turn):
        return None
    if find_narrower(turn.heard.text) is not None:  # "is there any group", "anything nearer"
        return None
    return of_a_kind(turn)


_TO_JOIN = "leisure_friends"
_AN_ACTIVITY = re.compile(
    r"\b(?:clubs?|teams?|groups?|gaming|games?|minecraft|roblox|football|footy|rugby|cricket|swim\w*|danc\w+|drama|theatre|music|singing|choir|art|arts|arty|crafts?|lego|chess|horses?|riding|ponies|animals?|dogs?|gym\w*|trampolin\w+|karate|boxing|judo|martial|cycling|bikes?|skat\w+|climbing|cook\w*|baking|coding|computers?|youth|scouts?|guides|brownies|cadets|sports?|sporty|soft\s+play|outdoors?|fishing|forest|gardening|allotment|film|books?|reading\s+group|activit\w+)\b",
    re.IGNORECASE,
)


def _has_no_diagnosis(turn: Turn) -> Answer | None:
    """ "He's not even got a diagnosis yet": which of these want one."""
    return about(turn.as_before(), "diagnosis") if not turn.new_needs and _NO_DIAGNOSIS.match(turn.heard.text) and not names_one(turn) else None


_NO_DIAGNOSIS = re.compile(
    r"^\W*(?:(?:but|and|well|only|thing\s+is|see|ok|no)\W+)*(?:(?:he|she|they|we|i|there|it|the\s+\w+|my\s+\w+)(?:'?s|'?ve|\s+has|\s+have|\s+is)?(?:n'?t)?\s+)?(?:(?:has|have|does|do|is|got|had|even|been|still|really|officially|not|n'?t|no|without|never|hasn'?t|haven'?t|doesn'?t|isn'?t|don'?t)\s+)*"
    r"(?:not|no|n'?t|hasn'?t|haven'?t|doesn'?t|isn'?t|don'?t|without|never)\s+(?:(?:even|been|got|have|had|an?|any|his|her|the|official(?:ly)?|formal(?:ly)?|actually|proper(?:ly)?)\s+)*diagnos(?:is|ed)\b(?:\s+with\s+(?:any\s?thing|owt))?(?:\W+(?:yet|official(?:ly)?|though|tho|but|or\s+(?:anything|owt)|as\s+such|like|mind|at\s+all))*\W*$",
    re.IGNORECASE,
)


def _turns_one_down(turn: Turn) -> Answer | None:
    """ "Mum says no to CAMHS", "she won't go back to Kooth": taken out, and the rest again."""
    declines = _TURNS_DOWN.search(turn.heard.text) and not ASKS_SOMEWHERE.search(turn.heard.text) and names_one(turn)
    # Nobody was turned down, so "no" goes from the words.
    return without_tried(turn.as_before().with_heard(text=_TURNS_DOWN.sub("not", turn.heard.text))) if declines else None


_TURNS_DOWN = re.compile(
    r"\b(?:says?|said|saying)\s+no\s+(?:way\s+)?(?:to|2)\b|\b(?:won'?t|will\s+not|refuses?\s+to|not|doesn'?t\s+want\s+to|don'?t\s+want\s+to|never)\s+(?:ever\s+)?(?:go(?:ing)?|gan(?:nin)?)\s+(?:back\s+)?(?:to|near)\b|\b(?:not|isn'?t|aren'?t)\s+(?:that\s+|very\s+|too\s+)?(?:keen|happy|comfortable|fussed)\s+(?:on|with|about)\b|\b(?:not|anyone|anything)\s+(?:but\s+)?(?=camhs\b)",
    re.IGNORECASE,
)


def _not_of_the_council(turn: Turn) -> Answer | None:
    """ "Not the council, I don't trust them": who else there is."""
    if turn.new_needs or not _NOT_THE_COUNCIL.search(turn.heard.text) or ASKS_SOMEWHERE.search(turn.heard.text):
        return None
    turn = turn.as_before()
    plan = plan_out_of(lambda one: "council" not in one.provider.lower(), turn)
    return offer(plan, turn.memory, turn, lead=say("not_the_council")) if plan else None


_NOT_THE_COUNCIL = re.compile(r"^\W*(?:(?:but|and|no|ok|please|well|anyone|anybody|somebody|someone)\W+)*(?:not|nobody\s+from|no\s?one\s+from|but\s+not|that'?s\s+not|who(?:'?s|\s+is|\s+are)\s+not|outside)\s+(?:from\s+|with\s+|of\s+)?(?:the\s+)?council\b(?!\s+(?:tax|house|estate|flat))|\b(?:don'?t|do\s+not|never)\s+trust\s+(?:the\s+)?council\b", re.IGNORECASE)


def _cards(turn: Turn) -> tuple[dict[str, object], ...]:
    return tuple(card(one) for one in shown_services(turn))


# In the order in which they are asked.
_KINDS = (_is_there, _takes_it_along, _was_refused, _turns_one_down, _comes_first, _has_no_diagnosis, _not_of_the_council, _when_school_is_off, _far_to_go, _of_the_kind)
