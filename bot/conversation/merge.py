"""How a new message changes what stands: corrections replace, additions add, "start again" clears."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from bot.answer.words import need_texts
from bot.conversation.children import (
    ANOTHER,
    GROUP_OF,
    children_after,
    fine_ones,
    left_out,
    no_longer,
    one_more_is_fine,
    without_the_fine_one,
)
from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.memory import Memory
from bot.conversation.put_away import called_back, opens_another, put_away
from bot.enquiry import MINUTES_COUNT, Child, Locality
from bot.need_ages import can_arise
from bot.nlu.ages import find_ages
from bot.nlu.children import ranked_one
from bot.nlu.correction import Correction, find_correction
from bot.nlu.needs import lexicon
from bot.nlu.needs.dismissed import only_sets_aside, set_aside
from bot.nlu.needs.plain import plain
from bot.nlu.place import gazetteer
from bot.nlu.place.mention import Role
from bot.nlu.questions import SENTENCE_ENDS
from bot.nlu.safety.dangers import danger
from bot.nlu.voice import Voice, find_voice, has_diagnosis, has_ehc_plan

# "His sister is the same": what stood holds for one more child, and the words state no need of their own.
_THE_SAME = re.compile(
    r"\b(?:(?:is|has|does|needs|got|with|have)|(?:s?he|they)(?:'?s|'?re))\s+(?:exactly\s+|just\s+)?the\s+same\b(?!\s+(?:school|class|age|room|nursery))|\bsame\s+(?:problems?|thing|issues?|trouble|again|here)\b|\bditto\b",
    re.IGNORECASE,
)
# "What about his sister, she's 9": where no need is said, what is asked for is what stands.
_ASKED_FOR_TOO = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|thanks|ta)\W+)*(?:what|how)\s+about\s+(?:for\s+)?(?:his|her|my|our|wor|their|the)\b", re.IGNORECASE
)
_FINE = re.compile(r"\b(?:fine|ok|okay|alright)\b", re.IGNORECASE)
# "And his brother too, 11".
_HIM_TOO = re.compile(
    r"^\W*(?:and|plus|also)?\W*(?:for\s+)?(?:his|her|my|our|wor|their|the)\s+(?:\w+\s+)?(?:brother|sister|twin|son|daughter|lad|lass|bairn|boy|girl|one|eldest|youngest)\s+(?:too|an?'?\s+all|as\s+well|also)\b"
    r"(?:\W+(?:he'?s|she'?s|who'?s|is|aged|age|only|just|nearly)){0,3}\W*(?:\d{1,2}½?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)?(?:yo|y|m|\s+(?:and\s+a\s+half|years?(?:\s+old)?|months?(?:\s+old)?))?\W*$",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no|isn'?t|ain'?t|(?:hasn'?t|haven'?t)\s+got|doesn'?t\s+have)\s+(?:an?\s+)?(?P<name>adhd|add|autis\w+|asd|asc|dyslexi\w+)\b", re.IGNORECASE)
_AUTISM, _ADHD = ("autism_assessment", "autism_support"), ("adhd_assessment", "adhd_support")
_CONDITION_NEEDS = {"adhd": _ADHD, "add": _ADHD, "autis": _AUTISM, "asd": _AUTISM, "asc": _AUTISM, "dyslexi": ("learning_difficulty",)}


def merge(memory: Memory, heard: Heard, today: date) -> Memory:
    """The memory after ``heard``. Pure: the same two always give the same."""
    memory = called_back(memory, heard) or memory
    stands = bool(memory.needs or memory.children or memory.locality)
    memory, correction = _what_is_left(memory, heard, today)
    heard = _answer_to_question(memory, heard, today)
    heard = _of_a_body(heard)
    heard = _safe_for_now(memory, heard)
    heard = _of_the_writer(memory, _without_the_writer_s_hearing(memory, heard))
    heard = _of_the_way_there(memory, heard)
    memory, heard = _without_what_is_denied(memory, heard)
    if stands and (only_sets_aside(heard.text) or one_more_is_fine(heard.text)) and not fine_ones(memory.children, heard):
        # "There's a baby as well but she's fine": nobody who needs anything comes in.
        heard = dataclasses.replace(heard, needs=(), ages=())
    heard = _assessed_for_it(memory, heard)
    if correction is not None and correction.other_child:
        memory, heard = _of_the_other(memory, heard)
    if fine := fine_ones(memory.children, heard) or _whose_need_is_over(memory, heard.text):
        memory, heard = _without(memory, fine), _without_ages_of(fine, heard)
        correction = None
    gone = left_out(memory.children, heard.text)
    if gone is not None:
        memory, heard = _without(memory, gone), dataclasses.replace(heard, needs=(), ages=())
        correction = None
    asked_for_too = stands and _is_asked_for_too(heard)
    if asked_for_too:
        heard = dataclasses.replace(heard, needs=())
    says_the_same = bool(memory.needs and (_THE_SAME.search(heard.text) or asked_for_too))
    if says_the_same:
        heard = dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need in memory.needs))
    everybody = bool(correction and correction.all_children)
    if everybody and memory.about_child is not None:
        correction = None  # "both of them again" leaves each child's needs as they are
    needs = _needs(memory, heard, correction)
    children = children_after(memory, heard, correction, needs)
    needs = _on_the_way_to_school(needs, memory, children)
    children = without_the_fine_one(children, heard.text) if stands else children
    if says_the_same and len(children) > len(memory.children):
        children = (*children[:-1], dataclasses.replace(children[-1], needs=memory.needs))
    return dataclasses.replace(
        memory,
        needs=needs,
        # What is no longer a need of the enquiry is no longer a child's.
        children=tuple(dataclasses.replace(child, needs=tuple(need for need in child.needs if need in needs)) for child in children),
        locality=_home(memory, heard, correction),
        has_diagnosis=_latest(has_diagnosis(heard.text), memory.has_diagnosis),
        has_ehc_plan=_latest(has_ehc_plan(heard.text), memory.has_ehc_plan),
        voice=find_voice(heard.text) or memory.voice or _likely_voice(memory, heard, children),
        alarm=heard.safety if heard.safety != "none" else memory.alarm,
        about_child=_talked_about(memory, heard, children) if not everybody else None,
    )


def _what_is_left(memory: Memory, heard: Heard, today: date) -> tuple[Memory, Correction | None]:
    """What of the enquiry goes on, and what the message puts right of it; a first message has nothing before it to put right."""
    if opens_another(memory, heard):
        return put_away(memory, heard.text), None
    memory = _of_another_family(memory, heard)
    if not (memory.needs or memory.children or memory.locality):
        return memory, None
    correction = find_correction(heard.text, today, memory.as_enquiry())
    if correction is None or not correction.restart:
        return memory, correction
    anew = put_away(memory, heard.text) if correction.next_family else Memory(voice=memory.voice)
    return dataclasses.replace(anew, locality=memory.locality if correction.same_place else anew.locality), correction


def _talked_about(memory: Memory, heard: Heard, children: tuple[Child, ...]) -> int | None:
    """The one of several children whom the talk goes on about; another, where "what about friends for the little one" turns to one."""
    if len(children) != len(memory.children):
        return None
    if (led := _led_to(heard.text, children)) is not None:
        return led
    if memory.about_child is None:
        return None
    if heard.needs and not heard.ages and (turned := ranked_one(heard.text, [child.age for child in children])) is not None:
        return turned
    return memory.about_child if _of_that_child(memory, heard) or _puts_that_child_right(memory, children) else None


def _led_to(text: str, children: tuple[Child, ...]) -> int | None:
    """Which of several children "For the girl - CAMHS said no. What next?" is about from its first words on."""
    match = _FOR_ONE_FIRST.match(text)
    if match is None or len(children) < 2:
        return None
    group = GROUP_OF.get(match["who"].split()[-1].lower())
    of_group = [at for at, child in enumerate(children) if group and GROUP_OF.get(child.who) == group]
    return of_group[0] if len(of_group) == 1 else ranked_one(match["who"], [child.age for child in children])


_FOR_ONE_FIRST = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|now|then|thanks|this\s+is)\W+)*(?:for|about|with|re)\s+(?:the|my|our|wor)\s+(?P<who>(?:(?:little|big|older|elder|younger|wee)\s+)?\w+)\s*(?:-|–|:)\s*\w", re.IGNORECASE
)


def _of_that_child(memory: Memory, heard: Heard) -> bool:
    """Whether no age is said but that of the child the talk is about: "can he refer himself at 13"."""
    child = memory.children[memory.about_child] if memory.about_child is not None else None
    return all(child is not None and (age.lo, age.hi) == child.age for age in heard.ages)


def _puts_that_child_right(memory: Memory, children: tuple[Child, ...]) -> bool:
    """Whether of as many children nothing has changed but how old the one is that the talk is about: "she's year 4, sorry"."""
    return all(at == memory.about_child or new.age == old.age for at, (new, old) in enumerate(zip(children, memory.children)))


def _of_another_family(memory: Memory, heard: Heard) -> Memory:
    """ "What about my sister, she's in Pelton and her girl is 6": a child who lives in another place, with what stood only where it is the same."""
    moved = memory.locality is not None and heard.locality is not None and heard.locality != memory.locality
    if not moved or not heard.ages or memory.voice == "young_person" or not _ANOTHER_FAMILY.match(heard.text) or _AT_OURS.search(heard.text):
        return memory
    the_same = _THE_SAME.search(heard.text) or not heard.needs
    return dataclasses.replace(memory, children=(), locality=None, about_child=None, needs=memory.needs if the_same else ())


_ANOTHER_FAMILY = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|thanks|ta|now|then)\W+)*(?:what|how)\s+about\s+(?:for\s+)?(?:(?:my|wor|our)\s+(?:sister|cousin|friend|mate|marra|neighbour)|(?:his|her|their)\s+(?:cousin|friend|mate))\b(?!'s)"
    r"(?=.*\b(?:s?he|they)(?:'?s|'?re|\s+is|\s+are|\s+lives?)\s+(?:over\s+)?(?:in|at|near)\s)",
    re.IGNORECASE | re.DOTALL,
)
_AT_OURS = re.compile(r"\b(?:with\s+(?:us|me)|we\s+live|schools?|nursery|clubs?|groups?|takes)\b", re.IGNORECASE)


def _of_the_other(memory: Memory, heard: Heard) -> tuple[Memory, Heard]:
    """ "It's his sister" tells who it is about, and nothing of brothers and sisters who miss out; "forget him for now" sets aside what he needs."""
    for_now = _FOR_NOW.search(heard.text)
    only_who = heard.length <= _FEW_WORDS or len({said.need for said in heard.needs}) > 1 or for_now or _ASKING_FOR.search(heard.text)
    if only_who and not _OF_SIBLINGS.search(heard.text):
        heard = dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != "sibling_young_carer"))
    return dataclasses.replace(memory, needs=(), children=()) if for_now and len(memory.children) == 1 else memory, heard


# "It's for his sister I'm asking": whom it is about.
_ASKING_FOR = re.compile(r"\bfor\s+(?:his|her|their|my|our|wor)\s+(?:\w+\s+)?\w+\s+(?:that\s+)?(?:i'?m|i\s+am|we'?re|we\s+are|i\s+was)\s+(?:asking|ringing|writing|here|after)\b", re.IGNORECASE)


def _assessed_for_it(memory: Memory, heard: Heard) -> Heard:
    """ "How do we get her assessed for it?", where "it" is the ADHD that her brother has help for: the test of the same name."""
    match = _FOR_IT.search(heard.text)
    known = next((test for test, *rest in (_ADHD, _AUTISM) if {test, *rest} & set(memory.needs)), None) if match else None
    if match is None or known is None or any(said.need == known for said in heard.needs):
        return heard
    return dataclasses.replace(heard, needs=(*heard.needs, HeardNeed(known, match.start(), match.end())))


_FOR_IT = re.compile(r"\b(?:get|have|getting|want|need|like)\s+(?:him|her|them|me|(?:my|our|wor|the)\s+(?:\w+\s+)?\w+)\s+(?:assess\w*|test(?:ed|ing)?|diagnos\w*|checked|looked\s+at|seen)\s+for\s+(?:it|that|the\s+same(?:\s+thing)?)\b", re.IGNORECASE)


def _of_a_body(heard: Heard) -> Heard:
    """ "She stopped breathing" is of a body in danger, and tells of nobody's mood."""
    if danger(heard.text, heard.safety) not in MINUTES_COUNT:
        return heard
    return dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != SO_LOW))


def _safe_for_now(memory: Memory, heard: Heard) -> Heard:
    """ "She's safe right now, she's in with her mum", after an alarm for a life, tells of nobody who is unsafe at home."""
    if memory.alarm != "crisis" or heard.safety != "none" or not _IS_SAFE.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != "domestic_abuse"))


_IS_SAFE = re.compile(
    r"^(?!.*(?:\b(?:not|never|if|whether|refuge|husband|wife|partner|ex|hits?|hurts?|with\s+him|from\s+him)\b|n't\b))\W*(?:(?:ok|yes|yeah|aye|thanks|well|but|no)\W+)*(?:s?he|they|i|we)(?:'?s|'?re|'?m|\s+is|\s+are|\s+am)\s+(?:all\s+|both\s+)?safe\b",
    re.IGNORECASE | re.DOTALL,
)


def _of_the_writer(memory: Memory, heard: Heard) -> Heard:
    """ "I've not slept right in months", by a parent whose child is known: help for the parent, and no need of the child's."""
    own = {said.need for said in heard.needs} & _WRITERS_OWN
    if not own or not memory.children or _may_be_the_young_person(memory, heard) or not _OF_MYSELF.search(heard.text) or _OF_A_CHILD.search(heard.text):
        return heard
    needs = tuple(dataclasses.replace(said, need=FOR_THE_WRITER) if said.need in own else said for said in heard.needs)
    return dataclasses.replace(heard, needs=needs)


def _without_the_writer_s_hearing(memory: Memory, heard: Heard) -> Heard:
    """ "I am deaf, I can't phone", by a parent whose child is known: how to reach the help, and no need of the child's."""
    of_a_child = _OF_A_CHILD.search(heard.text)
    if not memory.children or of_a_child or _may_be_the_young_person(memory, heard) or not _I_AM_DEAF.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != "hearing"))


_I_AM_DEAF = re.compile(r"\bi(?:'?m|\s+am)\s+(?:(?:profoundly|completely|partially|quite|a\s+bit)\s+)?(?:deaf|hard\s+of\s+hearing)\b(?!\s+(?:services?|clubs?|groups?))|\bas\s+a\s+deaf\s+(?:mum|mam|mother|dad|father|parent|carer)\b", re.IGNORECASE)


def _without_what_is_denied(memory: Memory, heard: Heard) -> tuple[Memory, Heard]:
    """ "No he's not trying to hurt himself, he just wants to go out", "no I'm fine, I mean planning ahead": nobody is low, and what an alarm
    that was meant otherwise had heard of it goes."""
    if heard.safety != "none" or heard.length > _LONGEST_DENIAL or not _DENIES_HARM.match(heard.text):
        return memory, heard
    after_alarm = memory.awaiting == "alarm"
    if SO_LOW in memory.needs and not after_alarm:
        return memory, heard
    left = tuple(need for need in memory.needs if need != SO_LOW)
    children = tuple(dataclasses.replace(child, needs=tuple(need for need in child.needs if need != SO_LOW)) for child in memory.children)
    heard = dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != SO_LOW))
    return dataclasses.replace(memory, needs=left, children=children), heard


_LONGEST_DENIAL = 18  # words
_DENIES_HARM = re.compile(
    r"^\W*(?:no|nah|nope)\b(?!.*\b(?:low|depress\w*|down|cr(?:y|ies|ying)|hates?\s+(?:him|her|my)\w*|not\s+(?:eating|safe|ok|okay|coping)|danger|last\s+week|but|answer\w*|ring\w*|rang)\b)"
    r".*(?:\bnot\s+(?:trying|going|wanting|about)\s+to\s+(?:hurt|harm|kill|die|end)\b|\bnothing(?:'?s|\s+has|\s+is)?\s+(?:happened|wrong|like\s+that)\b"
    r"|\b(?:i'?m|i\s+am|we'?re|he'?s|she'?s)\s+(?:fine|all\s+right|alright)\b|\bi\s+(?:just\s+|only\s+)?meant?\s+(?:planning|when|it|that|like|for\s+later)\b)",
    re.IGNORECASE | re.DOTALL,
)


def _of_the_way_there(memory: Memory, heard: Heard) -> Heard:
    """ "There's one bus and I haven't a car", beside what is asked for already: how far the family can go, and no need of a way to school."""
    if not memory.needs or "transport" in memory.needs or not _HOW_FAR_WE_GET.search(heard.text) or _WAY_TO_SCHOOL.search(heard.text):
        return heard
    return dataclasses.replace(heard, needs=tuple(said for said in heard.needs if said.need != "transport"))


_HOW_FAR_WE_GET = re.compile(
    r"\b(?:i|we|me|us|mam|mum|dad)\b.{0,25}\b(?:drive|car|licen[cs]e)\b|\b(?:no|one|1|not\s+many|hardly\s+any|isn'?t\s+an?|the\s+last)\s+(?:car|bus|buses|trains?)\b|\b(?:minutes|mins|miles|hours?)\s+(?:away|each\s+way|there|on\s+the\s+bus|by\s+bus)\b"
    r"|\btoo\s+far\b|\b(?:can'?t|cannot|couldn'?t)\s+be\s+(?:getting|going|trailing|traipsing)\b|\bnot\s+allowed\s+to\s+drive\b",
    re.IGNORECASE,
)
_WAY_TO_SCHOOL = re.compile(r"\b(?:schools?|academy|pru|unit|provision|years?\s+\d+|y\d+|starts?|starting|place\s+at|pays?|how\s+will|college|nursery|sixth\s+form|uni\w*|class|work|placement|taxis?|escorts?|chaperone|minibus\w*|transport|travel\w*|pass(?:es)?|badge|mileage|petrol|lifts?|own|alone|(?:my|me|him|her|them)sel\w*|independent\w*|learn\w*|train(?:ed|ing))\b", re.IGNORECASE)


def _may_be_the_young_person(memory: Memory, heard: Heard) -> bool:
    """Whether "I feel so low" may be said by whom the enquiry is about: told so, or old enough to write and no grown-up yet told of."""
    voice = find_voice(heard.text) or memory.voice
    old_enough = any(child.who in ("me", "i") or (child.age and child.age[0] >= _OLD_ENOUGH_TO_WRITE) for child in memory.children)
    return voice == "young_person" or (voice is None and old_enough)


_OLD_ENOUGH_TO_WRITE = 11 * 12  # months
# What a parent may tell of themselves, in a sentence that names nobody else.
_WRITERS_OWN = frozenset({"sleep", "anxiety_emotional", "low_mood_self_harm"})
FOR_THE_WRITER = "carer_parent_support"
_OF_MYSELF = re.compile(r"(?:^|[.,;!?]\s*|\b(?:and|but|so|cos|because)\s+)(?:i|i'?ve|i'?m|im|ive)\s+(?:(?:have|am|not|never|just|really|so|can'?t|cannot|haven'?t|don'?t|feel\w*|been)\s+)*(?:slept|sleep|sleeping|awake|sick|worried|worry|worrying|anxious|nervous|low|down|depressed|crying|cry|panick\w*|stressed|scared|lonely|flat)\b", re.IGNORECASE)
_OF_A_CHILD = re.compile(r"\b(?:s?he|him|her|his|hers|they|them|their|s?he'?s|they'?re|it'?s|(?:son|daughter|lad|lass|bairn|baby|child|kids?|boy|girl|twins?|little\s+one|\w*\s?year\s+old|\d+\s?yo)s?)\b|\[name\]", re.IGNORECASE)


def _home(memory: Memory, heard: Heard, correction: Correction | None) -> Locality | None:
    """Where the family lives: a place named later moves them there unless it is named in passing.

    "Is it Durham I ring or Hartlepool?" and "she sees them in Sunderland" are asked from home.
    """
    home, new = memory.locality, heard.locality
    if ASKS_HOW_FAR.search(heard.text) and (home is not None or not names_a_start(heard.text)):  # asks, and tells nothing
        return home
    if home is not None and (_SCHOOL_IS_IN.search(heard.text) or _only_asks_if_there(new, heard.text)):
        return home
    if home is not None and home.in_area is False and _TAX_IS_DURHAM.search(heard.text):  # as asked in bot/conversation/elsewhere.py
        return in_durham.locality if (in_durham := gazetteer().find("County Durham", asked=True)) else home
    if home is not None and home.in_area and ((_OF_THE_COUNTY.search(heard.text) and new is not None and new.name in (THE_COUNTY, "Durham")) or OTHERS_LIVE_IN.search(heard.text)):
        return home
    if home is not None and home.in_area and new is not None and new.name == THE_COUNTY:  # "near Hartlepool but it's Durham council", of Blackhall
        return home
    if home is not None and new is not None and new.in_area is False and _AN_EX_LIVES.search(heard.text):
        return home
    put_right = _USE_THAT.search(heard.text) or _WAS_MOVED.search(heard.text) or _have_moved(memory, heard.text) or (correction is not None and (correction.new_place_words or correction.rejected_place_words or correction.restart))
    really = _REALLY_AT.search(heard.text)
    told_so = really is not None and new is not None and new.name.lower() == really["place"].lower()
    if home is None or new is None or put_right or told_so or memory.awaiting == "place" or heard.length <= _A_PLACE_AND_NO_MORE:
        return new or home
    if home.in_area is False and ASKS_TO_USE.search(heard.text):
        return home
    if new.in_area is None and home.in_area is False and _NOT_DURHAM.search(heard.text):  # "it's a DH3 postcode, how is that not Durham"
        return home
    mention = gazetteer().find(heard.text)
    over_the_border = new.in_area is False and home.in_area is not False
    told = mention is None or mention.role >= (Role.HOME if over_the_border else Role.CUED)
    return new if told and (not over_the_border or _OUR_HOME.search(heard.text)) else home


def _have_moved(memory: Memory, text: str) -> bool:
    """Whether the family has moved: "they" and "mum" are the family where a practitioner writes."""
    moved = _HAVE_MOVED.search(text)
    return moved is not None and (moved["who"].lower() in ("we", "i") or memory.voice == "practitioner")


def _only_asks_if_there(new: Locality | None, text: str) -> bool:
    """Whether a place is named only to ask whether one of the list is there; not "we live in Consett now, is that near"."""
    asked = _ASKS_IF_THERE.search(text)
    there = gazetteer().find(asked["place"], asked=True) if asked else None
    return asked is not None and there is not None and new is not None and there.locality.name == new.name and gazetteer().find(text[: asked.start()]) is None


def names_a_start(text: str) -> bool:
    """Whether a question how far it is says from where; "how far is Peterlee family hub" does not."""
    return _FROM.search(text) is not None


THE_COUNTY = "County Durham"
# "Is portage still running in Durham?": of the county, and nobody moves.
_OF_THE_COUNTY = re.compile(
    r"^(?!.*\b(?:we|i|they|family|mum|mam)(?:'?re|'?ve|'?m|'?s|\s+are|\s+am|\s+have|\s+is)?\s+(?:now\s+|just\s+|all\s+)?(?:in|at|live|lives|living|moved|moving|based|stay\w*)\b)"
    r".*\b(?:is|are|do|does|can|could|where|who|what|how|any\w*|which|when)\b[^.!?]*\b(?:in|for|across|round)\s+(?:county\s+|co\.?\s+)?durham\b(?!\s+(?:city|town|centre))",
    re.IGNORECASE | re.DOTALL,
)
# "My brother has a boy too, he lives in Darlington": another family's home.
OTHERS_LIVE_IN = re.compile(
    r"^(?!.*\b(?:with\s+(?:us|me|him|her|them)|we\s+(?:live|moved|are)|we'?re|i\s+(?:live|moved)|mov(?:ed|ing)\s+in|(?:has|have|had|looks?\s+after|minds?)\s+(?:me|him|her|them)|asking\s+for|(?:stay|stopp|liv)ing\s+(?:with|at)|is\s+mine|died|passed\s+away)\b)"
    r".*\b(?:my|our|wor|me)\s+(?:brother|sister|cousin|friend|mate|marra|neighbour|auntie|aunty|aunt|uncle)\b(?!'s\s+(?!(?:lad|lass|boy|girl|son|daughter|bairn|kids?)\b))[^.!?]{0,60}?\b(?:lives?|living|stays?|(?:s?he|they)(?:'?s|'?re|\s+is|\s+are))\s+(?:over\s+|up\s+|down\s+)?(?:in|at|near)\s+\w",
    re.IGNORECASE | re.DOTALL,
)
_TAX_IS_DURHAM = re.compile(r"\bcouncil\s+tax\b[^?]{0,30}\b(?:says?|is|comes|from|names|to)\b[^?]{0,12}\b(?:county\s+)?durham\b[^?]*$", re.IGNORECASE)
# "Can I use anything in Durham", from over the border.
ASKS_TO_USE = re.compile(
    r"^(?!.*\b(?:moved|moving|(?:we|i)(?:'?re|'?m|\s+are|\s+am)\s+(?:now\s+)?(?:in|at))\b).*\b(?:can|could|may|am|are|is)\s+(?:i|we|he|she|they)\s+(?:still\s+|allowed\s+to\s+|able\s+to\s+)?(?:use|go\s+to|come\s+to|get|access)\b.{0,40}\b(?:in|from)\s+(?:county\s+)?durham\b",
    re.IGNORECASE | re.DOTALL,
)
_SCHOOL_IS_IN = re.compile(r"^(?!.*\b(?:we|i)(?:'?ve|\s+have)?\s+(?:just\s+)?(?:moved|live)\b|.*\bwe'?re\s+(?:now\s+)?in\b).*\bif\s+(?:the|his|her|their|my)\s+(?:school|nursery|college|gp|doctor|dentist|hospital)(?:'?s|\s+is|\s+was)\s+(?:in|at|over)\b", re.IGNORECASE | re.DOTALL)
# "Where's that first one based? Is it Durham way".
_ASKS_IF_THERE = re.compile(r"(?:^|[.,;?!]\s*|\b(?:and|or|so)\s+)(?:is|are)\s+(?:it|they|that|this|them|(?:the|that)\s+\w+\s+one)\s+(?:(?:in|at|near|over|out|up|down|round|by)\s+)*(?P<place>[a-z][a-z' -]{2,25}?)(?:\s+(?:way|area|side))?\W*$", re.IGNORECASE)
_USE_THAT = re.compile(r"^(?!.*\?).*(?:(?<!n't )(?<!not )(?<!never )(?<!they )(?<!could )\buse\s+(?:that|this|the\s+new)\s+(?:address|postcode|one)\b|(?<!i )\bput\s+that\s+down(?:\s+instead)?\W*$)", re.IGNORECASE | re.DOTALL)
# What else than a family may be moved.
_NO_HOME = r"lists?|clinics?|workers?|teams?|groups?|class|sets?|caseload|schools?|nursery|college|hospital|wards?|surgery|gp|dentist|unit"
# "They moved me last week so it's actually Spenny".
_WAS_MOVED = re.compile(rf"^(?!.*\?)(?!.*\b(?:{_NO_HOME})\b).*\b(?:(?:they|they've|council|social\s+services)(?:'?ve|\s+have|\s+has)?\s+(?:just\s+)?moved\s+(?:me|us)\b|(?:i|we)(?:'?ve|\s+have)?\s+(?:just\s+)?(?:flitted|shifted)\b)", re.IGNORECASE | re.DOTALL)
_NOT_DURHAM = re.compile(r"\bnot\s+(?:in\s+)?(?:county\s+)?durham\b", re.IGNORECASE)
# "They've moved, Evenwood now", of a practitioner's family; "we've moved, got a flat in Darlington now".
_HAVE_MOVED = re.compile(
    rf"^(?!.*\?)(?!.*\b(?:{_NO_HOME}|clubs?|therapy)\b).*?\b(?P<who>they|we|i|family|mum|mam)(?:'?ve|'?s|\s+have|\s+has)?\s+(?:just\s+|now\s+)?moved\b(?!\s+(?:his|her|my|the|our|it|him|them|away|that))(?=.*\bnow\b)",
    re.IGNORECASE | re.DOTALL,
)
# "No contact since, he's living in Wales": of somebody who is not at home.
_AN_EX_LIVES = re.compile(r"\bno\s+contact\b.{0,30}\bhe(?:'?s|\s+is)\s+(?:now\s+)?(?:living|in)\b|\b(?:my|her|the)\s+ex(?:'?s|\s+is|\s+has)?\s+(?:now\s+)?(?:living|lives|moved|gone)\s+(?:in|to)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
ASKS_HOW_FAR = re.compile(r"\bh(?:ow|oo)\s+far(?:\s+away)?(?:'?s|\s+is|\s+are|\s+from)\b(?!.{0,60}\b(?:we|i)\s+(?:live|moved))", re.IGNORECASE)
_A_PLACE_AND_NO_MORE = 4  # words
_OUR_HOME = re.compile(r"\b(?:we|i|us|our|they|live[sd]?|living|mov\w+|stay\w*|home|home's)\b|\b(?:i|we)['’]", re.IGNORECASE)


def _is_asked_for_too(heard: Heard) -> bool:
    """Whether all that is said is that a brother or a sister has it too, or what there is for one: nobody who misses out."""
    text = heard.text
    needs = {said.need for said in heard.needs}
    asked = heard.length <= _FEW_WORDS and needs <= {"sibling_young_carer"} and _ASKED_FOR_TOO.match(text)
    return bool(asked or _HIM_TOO.match(text)) and not _FINE.search(text)


_FOR_NOW = re.compile(r"\b(?:forget|never\s*mind|ignore)\s+(?:about\s+)?(?:him|her|that\s+one|(?:my|our|wor)\s+\w+)\s+for\s+(?:now|a\s+(?:bit|minute|sec\w*)|the\s+(?:minute|moment|now))\b", re.IGNORECASE)
_OF_SIBLINGS = re.compile(
    r"\b(?:carers?|caring|cares?\s+for|looks?\s+after|looking\s+after|helps|sibs?|siblings?|miss(?:es|ing)\s+out|left\s+out|ignored|(?:no|any|all\s+the)\s+(?:time|attention)|jealous|lonely|invisible|forgotten|never\s+gets|because\s+of\s+(?:him|her)|does\s+everything|minute\s+with|resent\w*|fed\s+up|pushed\s+out"
    r"|(?:scared|frightened|afraid|terrified)\s+of\s+(?:him|her)|(?:he|she)\s+(?:hits|hurts|bull\w+|batters|bites)|hits|hurts|bullies)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 8
# A girl who "hardly leaves her room, not seen a friend since Easter" needs a holiday club less than somebody to talk to.
SO_LOW, _WITHOUT_FRIENDS = "low_mood_self_harm", "leisure_friends"


def answers_question(memory: Memory, heard: Heard, today: date) -> bool:
    """Whether the message answers the question that was asked last ("4" after "how old?")."""
    before = (heard.ages, heard.locality)
    after = _answer_to_question(memory, heard, today)
    return memory.awaiting in ("age", "place") and (
        (after.ages, after.locality) != before
        or bool(heard.ages if memory.awaiting == "age" else heard.locality)
    )


def _answer_to_question(memory: Memory, heard: Heard, today: date) -> Heard:
    """A bare number or name counts as an age or a place only when that was just asked."""
    if memory.awaiting == "age":
        asked = tuple(find_ages(heard.text, today, asked=True))
        # "3 of them, 2 4 and 6": told that ages were asked for, the rules may hear more of them.
        of_then = heard.ages and _WAS_THEN.search(heard.text)  # "he was 5 when we went on it, he's 7 now"
        return dataclasses.replace(heard, ages=asked) if len(asked) > len(heard.ages) and not of_then else heard
    if (called := _CALL_IT.search(heard.text) or (_MORE_EXACTLY.search(heard.text) if memory.locality is None else None)) and (place := gazetteer().find(called["place"], asked=True)):
        return dataclasses.replace(heard, locality=place.locality)  # "we're between Frosterley and Stanhope, call it Stanhope"
    really = _REALLY_AT.search(heard.text)
    if really and (place := gazetteer().find(really["place"], asked=True)) and place.end - place.start >= len(really["place"]) - 2:
        return dataclasses.replace(heard, locality=place.locality)
    if memory.awaiting == "place" and heard.locality is None:
        place = gazetteer().find(heard.text, asked=True)
        return dataclasses.replace(heard, locality=place.locality if place else None)
    return heard


_CALL_IT = re.compile(r"\b(?:just\s+)?(?:call\s+it|put\s+(?:us|me|it)\s+down\s+as|let'?s\s+say)\s+(?P<place>[a-z][a-z' -]{2,30})\W*$", re.IGNORECASE)
# "Well it's Great Lumley really".
_REALLY_AT = re.compile(r"\b(?:it'?s|its|we'?re|i'?m)\s+(?:in\s+|at\s+)?(?P<place>[a-z][a-z' -]{2,25}?)\s+(?:really|actually|to\s+be\s+(?:exact|honest))\b", re.IGNORECASE)
# "Chester-le-Street, well Pelton Fell if you want to be picky".
_MORE_EXACTLY = re.compile(r"\w\W+(?:well|or\s+rather|more\s+like|to\s+be\s+(?:exact|precise)|technically|strictly(?:\s+speaking)?)\W+(?:it'?s\s+)?(?P<place>[a-z][a-z' -]{2,30}?)(?:\W+(?:if\s+(?:you|we|i)\b.{0,20}\b(?:picky|fussy|precise|exact|honest)|to\s+be\s+(?:exact|precise|picky|honest)|really|actually|technically))?\W*$", re.IGNORECASE)
_WAS_THEN = re.compile(r"\b(?:was|were)\s+(?:only\s+|just\s+|about\s+)?\w+\s+(?:(?:years?|months?)\s+(?:old\s+)?)?when\b", re.IGNORECASE)


def _needs(memory: Memory, heard: Heard, correction: Correction | None) -> tuple[str, ...]:
    """What is new first (it is what the message is about), then what stood, without what was set aside."""
    said = tuple(dict.fromkeys(said.need for said in heard.needs))
    new = tuple(sorted(said, key=lambda need: need == _WITHOUT_FRIENDS and SO_LOW in said))
    dropped = _dropped(correction, memory.needs) or _left_for_another(correction, memory, heard)
    only = _only_these(correction, memory.needs) & frozenset(memory.needs)
    if only:  # "just the talking please"
        return tuple(need for need in memory.needs if need in only)
    if not (len(memory.children) > 1 and ANOTHER.search(heard.text)):  # "the little one's not autistic" is no brother's news
        dropped |= (_denied(heard.text) | _set_aside(heard.text, memory.needs)) - frozenset(new)
    if correction and correction.new_needs_words and dropped >= {*new, *memory.needs}:
        return tuple(dict.fromkeys((*new, *memory.needs)))  # "not anxious, angry": nothing heard could take the place
    # "Forget the sleep thing" names the need that it drops, so being heard does not keep it.
    return tuple(need for need in dict.fromkeys((*new, *memory.needs)) if need not in dropped)


def _dropped(correction: Correction | None, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that "drop the travel training" sets aside: by the lexicon's words, else by their own ("the sleep thing")."""
    words = correction.drop_needs_words if correction else ()
    return frozenset(need for need in needs for one in words if lexicon.span(plain(one), need)) or _named_needs(words)


def _left_for_another(correction: Correction | None, memory: Memory, heard: Heard) -> frozenset[str]:
    """The need that "never mind the tics, it's his eating" leaves for another, though the lexicon has no "tics": the one heard in these
    words, or the only one that stands."""
    words = correction.drop_needs_words if correction else ()
    new = {said.need for said in heard.needs} - set(memory.needs)
    if not words or not new or heard.length > _LONGEST_LEAVING or ANOTHER.search(heard.text) or _AS_WELL_AS_THAT.search(heard.text) or not _LEAVES.search(heard.text):
        return frozenset()
    named = {said.need for said in heard.needs if said.need in memory.needs and any(one in heard.text[said.start : said.end].lower() for one in words)}
    return frozenset(named or (memory.needs if len(memory.needs) == 1 and not _SOMETHING_SHOWN.search(" ".join(words)) else ()))


_LONGEST_LEAVING = 25  # words
_AS_WELL_AS_THAT = re.compile(r"\b(?:also|too|as\s+well|an?'?\s+all|and\s+all|another|both)\b", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:forget|ignore|never\s*mind|scrap|drop|skip)\b", re.IGNORECASE)
# "Forget the first one", "never mind the school nurse": something of the list, and no need.
_SOMETHING_SHOWN = re.compile(r"\b(?:ones?|first|second|third|last|list|that|this|it|them|those|nurses?|team|service|number|phone|clubs?|groups?|gp|doctor|camhs|school|email|website|hub|helpline|charity|money|cost|bus|car|typos?|spelling|mistakes?|capitals|messages?|questions?|weather|rest|mess|time|noise|dog)\b", re.IGNORECASE)


def _only_these(correction: Correction | None, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that "just the talking please" keeps: by their own words, else by the lexicon's ("just the internship one")."""
    if correction is None or not correction.only_needs_words:
        return frozenset()
    words = correction.only_needs_words
    by_lexicon = frozenset(need for need in needs for one in words if lexicon.span(plain(one), need))
    return _named_needs(words) or by_lexicon


def _denied(text: str) -> frozenset[str]:
    """The needs of a condition that the message says is not there: "not ADHD, I put the wrong one"."""
    said = {match["name"].lower() for match in _DENIES.finditer(text)}
    return frozenset(need for name, needs in _CONDITION_NEEDS.items() if any(word.startswith(name) for word in said) for need in needs)


def _set_aside(text: str, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that the message sets aside: "not the sleep, the doctor gave us something", "sleep's sorted now"."""
    text = _OR_NOT.sub(" ", text)
    open_ones = [sentence for sentence in SENTENCE_ENDS.split(text) if _STILL_OPEN.search(sentence)]
    parts = [
        part.replace("'s", "")
        for part in set_aside(text)
        if _NOT_THAT.match(part) or (_IS_SORTED.search(part) and not any(part in sentence for sentence in open_ones))
    ]
    return frozenset(need for need in needs if need in _named_needs(tuple(parts)) or any(lexicon.span(plain(part), need) for part in parts))


# "Believe it or not sleep's sorted now" denies nothing.
_OR_NOT = re.compile(r"\b(?:believe|like)\s+it\s+or\s+not\b", re.IGNORECASE)
_NOT_THAT = re.compile(
    r"^\W*(?:(?:it'?s|no|and|but|really|actually)\s+)*not\s+(?:about\s+)?(?:the|his|her)\s+(?!him\b|her\b|them\b)[\w']+(?:\s+(?!so\b|as\b|being\b)[\w']+)?(?:\s+(?:any\s*more|now|bit|thing|stuff))?\W*$"
    r"|^\W*(?:i|we|s?he|they|mum|mam|dad|family|parents)(?:'?s|'?re|'?m|\s+is|\s+are|\s+am)\s+not\s+(?:really\s+)?(?:asking|looking)\s+for\s+(?:any\s+|the\s+)?[\w']+(?:\s+(?:any\s*more|now|at\s+all))?\W*$",
    re.IGNORECASE,
)
_IS_SORTED = re.compile(r"\b(?:is|are|was|been|all|'?s|gets?)\s+(?:all\s+|now\s+)?(?:sorted|resolved)\b|\b(?:sorted|fine|ok|okay|better|resolved)\s+now\b", re.IGNORECASE)
_STILL_OPEN = re.compile(r"\?|\b(?:not|never|hasn'?t|haven'?t|isn'?t|aren'?t|want\w*|wish\w*|if|until|til+|once|when|how|getting|get|need\w*|should|would|unless|before|hope\w*)\b", re.IGNORECASE)


def _on_the_way_to_school(needs: tuple[str, ...], memory: Memory, children: tuple[Child, ...]) -> tuple[str, ...]:
    """Without a way to school that is new, beside children who are all too young for one: "we don't drive", of a baby."""
    ages = [child.age for child in children]
    too_young = bool(ages) and all(age is not None and not can_arise("transport", age) for age in ages)
    left = tuple(need for need in needs if need != "transport" or need in memory.needs or not too_young)
    return left or needs


def _named_needs(phrases: tuple[str, ...]) -> frozenset[str]:
    """The needs that words of a correction name ("the sleep thing")."""
    words = {word for phrase in phrases for word in phrase.lower().split()} - _SMALL
    return frozenset(need for need, texts in need_texts().items() if words & set(texts["words"].split()))


_SMALL = frozenset({"and", "a", "an", "the", "for", "with", "of", "in", "at", "or", "to", "you", "your", "from", "as"})


def _without(memory: Memory, children: tuple[Child, ...]) -> Memory:
    """The memory without some children and the needs that only they had."""
    left = tuple(child for child in memory.children if child not in children)
    theirs = {need for child in children for need in child.needs} - {need for child in left for need in child.needs}
    of_whom = memory.children[memory.about_child] if memory.about_child is not None and memory.about_child < len(memory.children) else None
    return dataclasses.replace(
        memory,
        children=left,
        needs=tuple(need for need in memory.needs if need not in theirs),
        about_child=left.index(of_whom) if of_whom in left and len(left) > 1 else None,
    )


def _whose_need_is_over(memory: Memory, text: str) -> tuple[Child, ...]:
    """The one of several children who alone had what "[name]'s not anxious any more, she's fine" says is over."""
    what = no_longer(text)
    over = {need for need in memory.needs if what and (lexicon.span(plain(what), need) or need in _named_needs((what,)))}
    having = tuple(child for child in memory.children if over & set(child.needs))
    return having if len(having) == 1 < len(memory.children) else ()


def _without_ages_of(children: tuple[Child, ...], heard: Heard) -> Heard:
    """What was heard, without the ages that children who need nothing are called by."""
    theirs = {child.age for child in children}
    return dataclasses.replace(heard, ages=tuple(age for age in heard.ages if (age.lo, age.hi) not in theirs))


def _likely_voice(memory: Memory, heard: Heard, children: tuple[Child, ...]) -> Voice | None:
    """Who likely writes; nobody of whom only a little child is known, or who asked for help as a parent, writes as the young person."""
    ages = [child.age for child in children if child.age is not None]
    too_young = bool(ages) and all(age[1] <= _OLD_ENOUGH_TO_WRITE for age in ages)
    worn_out = FOR_THE_WRITER in {said.need for said in heard.needs} and _WORN_OUT.search(heard.text) is not None
    grown_up = worn_out or FOR_THE_WRITER in memory.needs or _OF_A_MARRIAGE.search(heard.text) is not None
    return None if heard.likely_voice == "young_person" and (too_young or grown_up) else heard.likely_voice


# "I'm just knackered like".
_WORN_OUT = re.compile(r"\b(?:knackered|shattered|frazzled|(?:done|worn|burnt?)\s+(?:in|out)|on\s+(?:my|me)\s+knees|dead\s+on\s+(?:my|me)\s+feet|run\s+ragged)\b", re.IGNORECASE)
_OF_A_MARRIAGE = re.compile(r"\b(?:wife|husband|hubby|missus)\b", re.IGNORECASE)


def _latest(new: bool | None, old: bool | None) -> bool | None:
    return old if new is None else new
