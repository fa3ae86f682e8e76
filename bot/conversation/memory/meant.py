"""What a message means beside what stands: an answer to the question that was asked, a parent's own trouble, how far they get."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from bot.answer.faq import Faqs
from bot.answer.words import need_texts
from bot.conversation.asked_for import need_asked_for, where_told
from bot.conversation.asking import ONE_MATTER
from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.memory import Memory
from bot.conversation.memory.children import is_the_writer
from bot.conversation.memory.home import REALLY_AT
from bot.conversation.memory.needs import (
    ADHD,
    AUTISM,
    DOMESTIC_ABUSE,
    FEELINGS,
    FOR_THE_WRITER,
    SO_LOW,
    WORRIED,
    named_needs,
    told_of,
)
from bot.directory.service import Directory
from bot.enquiry import MINUTES_COUNT
from bot.need_ages import can_arise
from bot.nlu.ages import find_ages
from bot.nlu.place import gazetteer
from bot.nlu.safety.dangers import danger
from bot.nlu.voice import find_voice


def as_meant(memory: Memory, heard: Heard, directory: Directory, faqs: Faqs) -> Heard:
    """What was heard, with the needs that its words tell of beside ``memory``, whatever the message was taken for."""
    heard = _of_not_eating(memory, _of_self_harm(_with_what_is_named(memory, _of_a_birthday(memory, _of_the_price(memory, heard)))))
    return _with_somebody_for_the_child(memory, _with_need_asked_for(heard, directory, faqs))


def _with_what_is_named(memory: Memory, heard: Heard) -> Heard:
    """ "Right go on then, now the eating", "we'll need the bus help back on": a need by its bare name, which no classifier takes for one."""
    if not memory.needs or heard.needs or heard.safety != "none" or heard.length > ONE_MATTER:
        return heard
    match = _NOW_THE.search(heard.text) or _BACK_ON.search(heard.text)
    if match is None:
        return heard
    named = (named_needs((match["what"],)) or told_of((match["what"],), tuple(need_texts()))) - set(memory.needs)
    ages = [child.age for child in memory.children if child.age is not None]
    may_be = [need for need in need_texts() if need in named and (not ages or any(can_arise(need, age) for age in ages))]
    if not may_be:
        return heard
    return dataclasses.replace(heard, needs=(HeardNeed(may_be[0], match.start("what"), match.end("what")),), intent="find_service")


def _of_a_birthday(memory: Memory, heard: Heard) -> Heard:
    """ "He's 15 on Saturday by the way": how old he is, and no need of something to do on Saturdays."""
    if not memory.needs or not heard.ages or not _A_BIRTHDAY.match(heard.text):
        return heard
    return dataclasses.replace(heard, needs=())


_A_BIRTHDAY = re.compile(
    r"^\W*(?:(?:oh|and|sorry|btw|by\s+the\s+way|actually|also|just\s+so\s+you\s+know)\W+)*(?:s?he|they|my\s+\w+|[\w]+)(?:'?s|'?ll|\s+is|\s+will|\s+turns?)?(?:\s+(?:be|gonna\s+be|going\s+to\s+be|turning|nearly|just))*\s+\d{1,2}(?:\s+years?(?:\s+old)?)?\s+(?:on|next|this|in|at|tomorrow)\b(?:\s+(?!\d)\w+){0,3}(?:\W+(?:by\s+the\s+way|btw|if\s+that\s+helps|mind|though|like))*\W*$",
    re.IGNORECASE,
)


def _of_the_price(memory: Memory, heard: Heard) -> Heard:
    """ "Would they be wanting owt off us, money wise", of a list that was shown: what it costs, and no need of money."""
    if not memory.shown or heard.length > ONE_MATTER or not _WHAT_THEY_CHARGE.search(heard.text):
        return heard
    return heard.without("benefits_money")


_WHAT_THEY_CHARGE = re.compile(r"\b(?:they|it|that|this|these|them|any\s+of|one)\b.{0,30}\b(?:money[\s-]?wise|cost\w*|charge\w*|free|off\s+(?:us|me)|pay\w*|paid|dear|pricey|expensive)\b", re.IGNORECASE)
_NOW_THE = re.compile(
    r"(?:^\W*|[,.;]\s+)(?:(?:right|ok|okay|go\s+on|then|so|and|aye|yes)\W+)*(?:now|next|then|on\s+to|back\s+to|what\s+about|how\s+about)\s+(?:for\s+)?(?:the|his|her|their)\s+(?P<what>\w+)(?:\s+(?:bit|part|thing|stuff|side|one|problem|please|then|now))*\W*$", re.IGNORECASE
)
_BACK_ON = re.compile(r"\b(?:need|want|put|add|have|get)\s+(?:the|his|her)\s+(?P<what>\w+)(?:\s+(?:bit|thing|help|stuff|one))?\s+back(?:\s+(?:on|in|up))?\b", re.IGNORECASE)


def _with_need_asked_for(heard: Heard, directory: Directory, faqs: Faqs) -> Heard:
    """ "We got notice to quit": what the words tell of is a need, whatever the message was taken for."""
    need = need_asked_for(heard.text, heard.said, directory)
    if need is None or heard.intent in ("ask_service_detail", "correction"):
        return heard
    keeps_intent = heard.safety != "none" or (heard.intent == "ask_faq" and faqs.find(heard.text, heard.questions))
    told = HeardNeed(need, *where_told(heard.text, need))
    return dataclasses.replace(heard, needs=(told, *heard.needs), intent=heard.intent if keeps_intent else "find_service")


def _of_self_harm(heard: Heard) -> Heard:
    """ "He hurts himself when he's upset", an alarm of which no need was heard: what help is for afterwards."""
    if heard.safety != "crisis" or heard.needs or not _HURTS_ONESELF.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=(HeardNeed(SO_LOW, 0, len(heard.text)),))


_HURTS_ONESELF = re.compile(r"\b(?:hurt|harm|cut)\w*\s+(?:him|her|my|them|your|their|hiss?)sel(?:f|ves)?\b|\bself[\s-]?harm", re.IGNORECASE)


def _of_not_eating(memory: Memory, heard: Heard) -> Heard:
    """ "I don't eat any more": who says so of themselves is no toddler with a plate of beige food, whatever age is known."""
    fussy = [said for said in heard.needs if said.need == "feeding_eating"]
    if not fussy or not _I_DO_NOT_EAT.search(heard.text):
        return heard
    if (find_voice(heard.text) or memory.voice or heard.likely_voice) not in (None, "young_person"):
        return heard
    needs = tuple(dict.fromkeys(dataclasses.replace(said, need="eating_disorder") if said in fussy else said for said in heard.needs))
    return dataclasses.replace(heard, needs=needs)


_I_DO_NOT_EAT = re.compile(
    r"\b(?:i|i'?ve|i'?m|im|ive)\s+(?:(?:just|really|only|basically|literally|have)\s+)*(?:don'?t|can'?t|cannot|won'?t|not|never|hardly|barely|stopped|skip(?:ped|ping)?|hide|hiding|throw(?:ing)?|scared\s+(?:of|to)|afraid\s+(?:of|to)|hate)\s+(?:(?:want|wanna|to|ever|really|even|been|like|the|my|away)\s+){0,3}(?:eat|eats|eating|eaten|ate|meals?|food|lunch|dinners?)\b"
    r"(?!\s+(?:meat|fish|pork|veg\w*|fruit|gluten|dairy|with\s+(?:him|her|them)|because\s+of\s+(?:worry|him|her)))",
    re.IGNORECASE,
)


def _with_somebody_for_the_child(memory: Memory, heard: Heard) -> Heard:
    """ "Is there anyone SHE could talk to", by a parent: help with the child's feelings, and no person for the parent to ring."""
    feelings = FEELINGS & {*memory.needs, *heard.said}
    if feelings or heard.safety != "none" or not _SOMEBODY_FOR_THE_CHILD.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=(HeardNeed(WORRIED, 0, len(heard.text)), *heard.needs), intent="find_service")


_CHILD = r"(?:s?he|him|her|(?:my|our|wor)\s+(?:\w+\s+)?(?:son|daughter|lad|lass|bairn|child|kid|boy|girl|teenager|grandson|granddaughter))"
_SOMEBODY_FOR_THE_CHILD = re.compile(
    rf"\b(?:some|any)(?:one|body)\s+(?:(?:that\s+|who\s+)?{_CHILD}\s+(?:can|could|might|would|will)|for\s+{_CHILD}\s+to)\s+(?:talk|speak|chat|open\s+up)\s+to\b(?!\s+about\s+(?:(?:the|his|her|a|getting)\s+)?(?:ehcp?|plan|reading|work|college|jobs?|money|forms?|transport|speech|school)\b)",
    re.IGNORECASE,
)


def assessed_for_it(memory: Memory, heard: Heard) -> Heard:
    """ "How do we get her assessed for it?", where "it" is the ADHD that her brother has help for: the test of the same name."""
    match = _FOR_IT.search(heard.text)
    known = next((test for test, *rest in (ADHD, AUTISM) if {test, *rest} & set(memory.needs)), None) if match else None
    if match is None or known is None or known in heard.said:
        return heard
    return dataclasses.replace(heard, needs=(*heard.needs, HeardNeed(known, match.start(), match.end())))


_FOR_IT = re.compile(r"\b(?:get|have|getting|want|need|like)\s+(?:him|her|them|me|(?:my|our|wor|the)\s+(?:\w+\s+)?\w+)\s+(?:assess\w*|test(?:ed|ing)?|diagnos\w*|checked|looked\s+at|seen)\s+for\s+(?:it|that|the\s+same(?:\s+thing)?)\b", re.IGNORECASE)


def has_been_tested(memory: Memory, heard: Heard) -> tuple[Memory, Heard]:
    """ "He's had the test, it's help with it he's after": who has been found to have it wants no test, but the help."""
    tests = {test: helps for test, helps in (ADHD, AUTISM) if test in memory.needs}
    if len(tests) != 1 or not _TESTED.search(heard.text) or not _HELP_AND_NO_TEST.search(heard.text) or _STILL_TO_COME.search(heard.text):
        return memory, heard
    told = dataclasses.replace(
        memory,
        needs=tuple(dict.fromkeys(tests.get(need, need) for need in memory.needs)),
        children=tuple(child.with_needs(tests.get(need, need) for need in child.needs) for child in memory.children),
    )
    return told, heard.without(*tests)


_TESTED = re.compile(r"\b(?:had|got|done|been\s+through|passed|finished)\s+(?:the|his|her|a|their|that)\s+(?:\w+\s+)?(?:tests?|assessments?|diagnosis)\b|\bon\s+paper\b|\b(?:been|already|got|is|was|he'?s|she'?s)\s+(?:\w+\s+)?(?:diagnosed|tested|assessed)\b", re.IGNORECASE)
_HELP_AND_NO_TEST = re.compile(r"\b(?:help|support|strategies)\b.{0,40}\b(?:not|n't|rather\s+than|instead\s+of)\b.{0,15}\b(?:test\w*|assess\w*|diagnos\w*)|\bnot\s+(?:the\s+|a\s+|another\s+)?(?:test\w*|assess\w*|diagnos\w*)\b.{0,40}\b(?:help|support)\b|\b(?:help|support)\s+(?:with\s+it|for\s+it|now|after)\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(r"\b(?:waiting|wait|list|not\s+been|hasn'?t|haven'?t|never)\b", re.IGNORECASE)


def of_a_body(heard: Heard) -> Heard:
    """ "She stopped breathing" is of a body in danger, and tells of nobody's mood."""
    if danger(heard.text, heard.safety) not in MINUTES_COUNT:
        return heard
    return heard.without(SO_LOW)


def safe_for_now(memory: Memory, heard: Heard) -> Heard:
    """ "She's safe right now, she's in with her mum", after an alarm for a life, tells of nobody who is unsafe at home."""
    if memory.alarm != "crisis" or heard.safety != "none" or not _IS_SAFE.search(heard.text):
        return heard
    return heard.without(DOMESTIC_ABUSE)


_IS_SAFE = re.compile(
    r"^(?!.*(?:\b(?:not|never|if|whether|refuge|husband|wife|partner|ex|hits?|hurts?|with\s+him|from\s+him)\b|n't\b))\W*(?:(?:ok|yes|yeah|aye|thanks|well|but|no)\W+)*(?:s?he|they|i|we)(?:'?s|'?re|'?m|\s+is|\s+are|\s+am)\s+(?:all\s+|both\s+)?safe\b",
    re.IGNORECASE | re.DOTALL,
)


def of_the_writer(memory: Memory, heard: Heard) -> Heard:
    """ "I've not slept right in months", by a parent whose child is known: help for the parent, and no need of the child's."""
    own = heard.said & _WRITERS_OWN
    if not own or not memory.children or _may_be_the_young_person(memory, heard) or not _OF_MYSELF.search(heard.text) or _OF_A_CHILD.search(heard.text):
        return heard
    needs = tuple(dataclasses.replace(said, need=FOR_THE_WRITER) if said.need in own else said for said in heard.needs)
    return dataclasses.replace(heard, needs=needs)


def without_the_writer_s_hearing(memory: Memory, heard: Heard) -> Heard:
    """ "I am deaf, I can't phone", by a parent whose child is known: how to reach the help, and no need of the child's."""
    of_a_child = _OF_A_CHILD.search(heard.text)
    if not memory.children or of_a_child or _may_be_the_young_person(memory, heard) or not _I_AM_DEAF.search(heard.text):
        return heard
    return heard.without("hearing")


_I_AM_DEAF = re.compile(r"\bi(?:'?m|\s+am)\s+(?:(?:profoundly|completely|partially|quite|a\s+bit)\s+)?(?:deaf|hard\s+of\s+hearing)\b(?!\s+(?:services?|clubs?|groups?))|\bas\s+a\s+deaf\s+(?:mum|mam|mother|dad|father|parent|carer)\b", re.IGNORECASE)


def without_what_is_denied(memory: Memory, heard: Heard) -> tuple[Memory, Heard]:
    """ "No he's not trying to hurt himself, he just wants to go out", "no I'm fine, I mean planning ahead": nobody is low, and what an alarm
    that was meant otherwise had heard of it goes."""
    if heard.safety != "none" or heard.length > _LONGEST_DENIAL or not _DENIES_HARM.match(heard.text):
        return memory, heard
    after_alarm = memory.awaiting == "alarm"
    if SO_LOW in memory.needs and not after_alarm:
        return memory, heard
    left = tuple(need for need in memory.needs if need != SO_LOW)
    children = tuple(child.with_needs(need for need in child.needs if need != SO_LOW) for child in memory.children)
    heard = heard.without(SO_LOW)
    return dataclasses.replace(memory, needs=left, children=children), heard


_LONGEST_DENIAL = 18  # words
_DENIES_HARM = re.compile(
    r"^\W*(?:no|nah|nope)\b(?!.*\b(?:low|depress\w*|down|cr(?:y|ies|ying)|hates?\s+(?:him|her|my)\w*|not\s+(?:eating|safe|ok|okay|coping)|danger|last\s+week|but|answer\w*|ring\w*|rang)\b)"
    r".*(?:\bnot\s+(?:trying|going|wanting|about)\s+to\s+(?:hurt|harm|kill|die|end)\b|\bnothing(?:'?s|\s+has|\s+is)?\s+(?:happened|wrong|like\s+that)\b"
    r"|\b(?:i'?m|i\s+am|we'?re|he'?s|she'?s)\s+(?:fine|all\s+right|alright)\b|\bi\s+(?:just\s+|only\s+)?meant?\s+(?:planning|when|it|that|like|for\s+later)\b)",
    re.IGNORECASE | re.DOTALL,
)


def without_an_age_to_come(memory: Memory, heard: Heard) -> Heard:
    """ "N at 18 who picks up", of a lad of 16: asks what comes later, and tells no new age."""
    known = [child.age for child in memory.children if child.age is not None]
    if not known or len(known) < len(memory.children) or not _ASKS_WHAT_THEN.search(heard.text):
        return heard
    oldest = max(hi for _, hi in known)
    to_come = tuple(age for age in heard.ages if age.lo >= oldest and _LATER.search(heard.text[: age.start]))
    return dataclasses.replace(heard, ages=tuple(age for age in heard.ages if age not in to_come)) if to_come else heard


_ASKS_WHAT_THEN = re.compile(r"\?|\b(?:who|what|wot|where|how|which|does|do|will|would|can|is|are)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:what\s+if\s+(?:i|he|she)(?:'?m|'?s|\s+am|\s+is)?|at|until|til|till|from|after|past|(?:when|once)\s+(?:s?he|i|we|they)(?:'?s|'?m|'?re|\s+is|\s+am|\s+are|\s+turns?|\s+gets?\s+to|\s+hits?|\s+reach(?:es)?)?)\s*$", re.IGNORECASE)


def of_the_way_there(memory: Memory, heard: Heard) -> Heard:
    """ "There's one bus and I haven't a car", beside what is asked for already: how far the family can go, and no need of a way to school."""
    if not memory.needs or "transport" in memory.needs or not _HOW_FAR_WE_GET.search(heard.text) or _WAY_TO_SCHOOL.search(heard.text):
        return heard
    return heard.without("transport")


_HOW_FAR_WE_GET = re.compile(
    r"\b(?:i|we|me|us|mam|mum|dad)\b.{0,25}\b(?:drive|car|licen[cs]e)\b|\b(?:no|one|1|not\s+many|hardly\s+any|isn'?t\s+an?|the\s+last)\s+(?:car|bus|buses|trains?)\b|\b(?:minutes|mins|miles|hours?)\s+(?:away|each\s+way|there|on\s+the\s+bus|by\s+bus)\b"
    r"|\btoo\s+far\b|\b(?:bus|train|metro|lift)(?:'?s|\s+is|\s+was)\s+(?:\d+\s*(?:mins?|minutes)\s+|(?:always|just|running|dead|proper|so)\s+)*(?:late|early|due|here|coming|cancelled|off)\b|\b(?:can'?t|cannot|couldn'?t)\s+be\s+(?:getting|going|trailing|traipsing)\b|\bnot\s+allowed\s+to\s+drive\b",
    re.IGNORECASE,
)
_WAY_TO_SCHOOL = re.compile(r"\b(?:schools?|academy|pru|unit|provision|years?\s+\d+|y\d+|starts?|starting|place\s+at|pays?|how\s+will|college|nursery|sixth\s+form|uni\w*|class|work|placement|taxis?|escorts?|chaperone|minibus\w*|transport|travel\w*|pass(?:es)?|badge|mileage|petrol|lifts?|own|alone|(?:my|me|him|her|them)sel\w*|independent\w*|learn\w*|train(?:ed|ing))\b", re.IGNORECASE)


def _may_be_the_young_person(memory: Memory, heard: Heard) -> bool:
    """Whether "I feel so low" may be said by whom the enquiry is about: told so, or old enough to write and no grown-up yet told of."""
    voice = find_voice(heard.text) or memory.voice
    old_enough = any(is_the_writer(child) or (child.age and child.age[0] >= OLD_ENOUGH_TO_WRITE) for child in memory.children)
    return voice == "young_person" or (voice is None and old_enough)


OLD_ENOUGH_TO_WRITE = 11 * 12  # months
# What a parent may tell of themselves, in a sentence that names nobody else.
_WRITERS_OWN = FEELINGS | {"sleep"}
# "I'm just knackered like".
WORN_OUT = re.compile(r"\b(?:k?nackere?d|shattered|frazzled|exhausted|(?:dead|dog|bone)[\s-]+tired|(?:so|that|too|really|proper)\s+tired|running\s+on\s+(?:empty|fumes)|(?:done|worn|burnt?)\s+(?:in|out)|on\s+(?:my|me)\s+knees|dead\s+on\s+(?:my|me)\s+feet|run\s+ragged)\b", re.IGNORECASE)
_OF_MYSELF = re.compile(r"(?:^|[.,;!?]\s*|\b(?:and|but|so|cos|because)\s+)(?:i|i'?ve|i'?m|im|ive)\s+(?:(?:have|am|not|never|just|really|so|can'?t|cannot|haven'?t|don'?t|feel\w*|been)\s+)*(?:slept|sleep|sleeping|awake|sick|worried|worry|worrying|anxious|nervous|low|down|depressed|crying|cry|panick\w*|stressed|scared|lonely|flat|had\s+(?:\w+\s+){1,3}(?:hours?|hrs?|minutes?|mins?)'?\s+(?:of\s+)?(?:kip|sleep))\b", re.IGNORECASE)
_OF_A_CHILD = re.compile(r"\b(?:s?he|him|her|his|hers|they|them|their|s?he'?s|they'?re|it'?s|(?:son|daughter|lad|lass|bairn|baby|child|kids?|boy|girl|twins?|little\s+one|\w*\s?year\s+old|\d+\s?yo)s?)\b|\[name\]", re.IGNORECASE)


def of_their_own(before: Memory, heard: Heard, memory: Memory) -> Memory:
    """Who writes is the child: somebody to talk to is help with feelings, and not a group for parents, unless it is asked for one."""
    if memory.voice != "young_person" or any(age[0] < _YOUNG_FROM for age in memory.ages):
        return memory
    still = before.voice == "young_person" and FOR_THE_WRITER in before.needs and FOR_THE_WRITER not in heard.said
    if still or _FOR_A_PARENT.search(heard.text):
        return memory
    return dataclasses.replace(memory, needs=_own(memory.needs), children=tuple(child.with_needs(_own(child.needs)) for child in memory.children))


# "Owt for me mam an all, she's struggling", by a lad of 17.
_FOR_A_PARENT = re.compile(r"\b(?:help|owt|anything|anythin|something|somethin|summat|sommat|support|some(?:one|body)|groups?)\s+(?:out\s+there\s+|there\s+)?for\s+(?:my|me|our|wor)\s+(?:mam|mum|mom|mother|dad|father|parents?|nana|nan|gran\w*|grandad)\b", re.IGNORECASE)


def _own(needs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(WORRIED if need == FOR_THE_WRITER else need for need in needs))


_YOUNG_FROM = 132  # months; a young mother writes of somebody younger


def answers_question(memory: Memory, heard: Heard, today: date) -> bool:
    """Whether the message answers the question that was asked last ("4" after "how old?")."""
    before = (heard.ages, heard.locality)
    after = answer_to_question(memory, heard, today)
    return memory.awaiting in ("age", "place") and (
        (after.ages, after.locality) != before
        or bool(heard.ages if memory.awaiting == "age" else heard.locality)
    )


def answer_to_question(memory: Memory, heard: Heard, today: date) -> Heard:
    """A bare number or name counts as an age or a place only when that was just asked."""
    if memory.awaiting == "age":
        asked = tuple(find_ages(heard.text, today, asked=True))
        # "3 of them, 2 4 and 6": told that ages were asked for, the rules may hear more of them.
        of_then = heard.ages and _WAS_THEN.search(heard.text)  # "he was 5 when we went on it, he's 7 now"
        return dataclasses.replace(heard, ages=asked) if len(asked) > len(heard.ages) and not of_then else heard
    if (called := _CALL_IT.search(heard.text) or (_MORE_EXACTLY.search(heard.text) if memory.locality is None else None)) and (place := gazetteer().find(called["place"], asked=True)):
        return dataclasses.replace(heard, locality=place.locality)  # "we're between Frosterley and Stanhope, call it Stanhope"
    really = REALLY_AT.search(heard.text)
    if really and (place := gazetteer().find(really["place"], asked=True)) and place.end - place.start >= len(really["place"]) - 2:
        return dataclasses.replace(heard, locality=place.locality)
    if memory.awaiting == "place" and heard.locality is None:
        place = gazetteer().find(heard.text, asked=True)
        return dataclasses.replace(heard, locality=place.locality if place else None)
    return heard


_CALL_IT = re.compile(r"\b(?:just\s+)?(?:call\s+it|put\s+(?:us|me|it)\s+down\s+as|let'?s\s+say)\s+(?P<place>[a-z][a-z' -]{2,30})\W*$", re.IGNORECASE)
# "Chester-le-Street, well Pelton Fell if you want to be picky".
_MORE_EXACTLY = re.compile(r"\w\W+(?:well|or\s+rather|more\s+like|to\s+be\s+(?:exact|precise)|technically|strictly(?:\s+speaking)?)\W+(?:it'?s\s+)?(?P<place>[a-z][a-z' -]{2,30}?)(?:\W+(?:if\s+(?:you|we|i)\b.{0,20}\b(?:picky|fussy|precise|exact|honest)|to\s+be\s+(?:exact|precise|picky|honest)|really|actually|technically))?\W*$", re.IGNORECASE)
_WAS_THEN = re.compile(r"\b(?:was|were)\s+(?:only\s+|just\s+|about\s+)?\w+\s+(?:(?:years?|months?)\s+(?:old\s+)?)?when\b", re.IGNORECASE)
