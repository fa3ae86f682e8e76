"""Which of the services: the one that is meant, the one to start with, and whether they take a child of an age that is asked about."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.reply import Reply
from bot.answer.voices import what_to_say
from bot.answer.words import say
from bot.conversation.plans import Answer, of_one, plan_for, shown_services
from bot.conversation.shown import aspects
from bot.conversation.shown.naming import by_name, by_place_in_list, means_another
from bot.conversation.turn import Turn, tells_an_age
from bot.directory.eligibility import age_fit
from bot.directory.service import Service

# "Which first, physio or the paediatrician?", "who do I ring first": not the team that is called First Contact.
_WHICH_FIRST = re.compile(
    r"\b(?:which|who|what|where)\b(?!\s+(?:do|does|will|would)\s+(?:they|it|the|he|she)\b|\s+(?:happens|comes|decides|school|schools)\b)(?:\s+\w+){0,5}\s+(?:first|frist|fist)(?=\W*$|[,.;!?]\s|\s+(?:please|then|or|and|n|&|thing|if\s+(?:it\s+(?:was|were)\s+(?:your|you|yours)|you\s+(?:was|were))\b)\b)|\w\s+or\b(?:\s+\w+){1,6}\s+first\W*$|^\W*(?:so\W+)?which\s+first\b"
    r"|\b(?:which|who)\b(?:\s+(?:one|of\s+(?:these|those|them|all\s+(?:these|those|them))))?\s+(?:would|wud|should|shall|do)\s+(?:you|u|i|we)\s+(?:start\s+with|begin\s+with|pick|choose|go\s+for)(?=\W*$|\s+(?:please|first|then|if)\b)"
    r"|\bwhat(?:'?s|\s+is|\s+would\s+be)\s+the\s+(?:very\s+)?first\s+thing\s+(?:i|we)\s+(?:should|need|have|can|must|do|ought)\b"
    r"|\b(?:just|only)\s+(?:tell|give)\s+me\s+(?:one|1|the\s+(?:first|best|main)|a\s+single)\b|\b(?:tell|give)\s+me\s+(?:just\s+|only\s+)?(?:one|1)\s+(?:thing|number|place|name|step)\b|\b(?:the\s+)?short(?:er)?\s+version\b|\b(?:too\s+much|too\s+long|so\s+much)\s+to\s+read\b",
    re.IGNORECASE,
)
# The whole message: "so which one", "ok but who", "who's first", "which is soonest".
_ONLY_WHICH = re.compile(
    r"^\W*(?:(?:so|ok|okay|right|but|and|aye|yes|yeah)\W+)*(?:who|which)(?:\s+(?:ones?|of\s+(?:them|these|those)))?(?:(?:'?s|\s+is|\s+are)?(?:\s+the)?\s+(?:first|best|main|soonest|quickest|fastest)(?:\s+one)?|\s+(?:now|tho|though))?\W*$",
    re.IGNORECASE,
)
# "Do they take 17s?", "does portage see under 5s"
_TAKES = re.compile(
    r"\b(?:do|does|will|would|can|are|is)\s+(?!(?:there|we|i|you|anyone|anybody)\b)(?:(?!\b(?:wait\w*|free|same|different|long|miles?|plan)\b).){0,40}?\b(?:take|takes|see|sees|accept|accepts|cover|covers|work\s+with|help|helps|for)\s+"
    r"(?:(?:an?|any|kids|children|bairns|lads|lasses|people|young\s+people|of|aged|who\s+are)\s+){0,3}(?:(?P<side>under|over)[\s-]*)?(?P<age>\d{1,2})"
    r"(?:'?s\b|[\s-]*(?:years?|yrs?|y)[\s-]*olds?\b|\s*yos?\b|\W*$)",
    re.IGNORECASE,
)
_OLDEST = 300  # months
_TAKEN = {True: "taken_yes", False: "taken_no", None: "taken_unknown"}


# "Are any of them free?", after one of them was talked of.
_MEANS_ALL = re.compile(r"\b(?:any|all|each|which|none|some)\s+(?:ones?\s+)?of\s+(?:them|these|those)\b|\ball\s+of\s+it\b", re.IGNORECASE)


def which_is_meant(turn: Turn) -> Service | None:
    """The service that is meant: by place in the list, by name, or the one talked of last."""
    shown = turn.memory.shown
    id = by_place_in_list(turn.heard.text, shown, turn.memory.focus)
    if id is None and means_another(turn.heard.text):
        return None  # of more than two, and none of them talked of: it is asked which
    if id is None:
        if _MEANS_ALL.search(turn.heard.text):  # "a diagnosis for any of these" names no service that is called after one
            return None
        named = by_name(turn.heard.text, turn.directory, shown)
        if named:
            return named[0]
        id = turn.memory.focus or (shown[0] if len(shown) == 1 else None)
    return turn.directory.get(id) if id else None


def answer(turn: Turn) -> Answer | None:
    """The answer to either question."""
    if turn.new_needs:  # "a club for 8 year olds" is a new need
        return None
    text = turn.heard.text
    asks = (_WHICH_FIRST.search(text) or _ONLY_WHICH.match(text)) and not by_place_in_list(text, turn.memory.shown)
    return whether_taken(turn) or (which_first(turn) if asks else None)


def which_first(turn: Turn, *, with_words: bool = False) -> Answer | None:
    """Of those named, or else of all shown, the one that the plan puts first; the others may be asked at the same time.

    ``with_words``: and what to say to whoever answers ("which one do I ring and what do I say when they pick up").
    """
    text, voice = turn.heard.text, turn.memory.voice
    named = by_name(text, turn.directory, turn.memory.shown)
    among = list(named) if len(named) > 1 else shown_services(turn)
    if not among:
        return None
    first = _first_of(among, turn, by_phone=with_words or bool(_A_NUMBER.search(text)))
    route = aspects.about_one("say" if with_words else "refer", first, voice)
    told = say("which_first", voice, name=first.name, route=route, phone=first.contact.phone)
    besides = (aspects.about_one(one, first, voice) for one in aspects.also_asked(text, "first") if one != "refer")  # "which do I ring first n is it free"
    return of_one("\n".join((told, *besides)), first, turn)


# "Just give me one number": one that has none is no answer.
_A_NUMBER = re.compile(r"\b(?:numbers?|phone|ring|call)\b", re.IGNORECASE)


def _first_of(among: list[Service], turn: Turn, *, by_phone: bool) -> Service:
    """The one that the plan puts first, of those that can be reached at all; of those with a number, where somebody wants to ring."""
    order = {id: at for at, id in enumerate(turn.memory.shown)}
    return min(among, key=lambda one: (by_phone and not one.contact.phone, not _has_a_way_in(one), order.get(one.id, len(order)), not (one.referral.drop_in or one.referral.self)))


def _has_a_way_in(one: Service) -> bool:
    """Whether there is a number, a page or an open door, and not only somebody else to ask for it."""
    return bool(one.contact.phone or one.contact.url or one.contact.email or one.referral.drop_in)


def in_short(turn: Turn) -> Answer | None:
    """ "Too many words, say it easier": the first that can be rung, its number and what to say, in few words."""
    among = shown_services(turn)
    if not among:
        return None
    first = _first_of(among, turn, by_phone=True)
    person = None if first.contact.phone else plan_for(turn.memory, turn).person
    first = person.service if person and person.service.contact.phone else first  # "the card says how" is no easy way
    words = first.referral.say if first.contact.phone else None
    told = say("in_short", turn.memory.voice, name=first.name, phone=first.contact.phone, words=what_to_say(words, turn.memory.voice) if words else "")
    return of_one(told, first, turn)


def whether_the_age_fits(turn: Turn) -> Answer | None:
    """ "Is he too old at 4?", of the service told of last, "isn't she too old for the first one": whether it takes that age."""
    service = which_is_meant(turn)
    ages = [(age.lo, age.hi) for age in turn.heard.ages] or list(turn.memory.in_question.ages)
    if service is None or len(ages) != 1 or turn.heard.needs or not _TOO_OLD.match(turn.heard.text):
        return None
    told = say(_FITS[age_fit(service.ages, ages[0], turn.today).fits], ages=aspects.about_one("ages", service, None))
    return of_one(told, service, turn)


_NUMBER = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)[\w\s½]*"
# The whole message: "is he too old to still be wetting the bed", "too young for an ADHD assessment" ask something else.
_TOO_OLD = re.compile(
    r"^\W*(?:(?:ok|right|so|and|but|oh)\W+)*(?:(?:is|am|are|would|will|isn'?t|aren'?t|wouldn'?t)\s+(?:s?he|they|i|we|(?:my|our|wor)\s+\w+)\s+(?:be\s+|not\s+)?)?(?:too|2)\s+(?:old|young)"
    rf"(?:\s+(?:for|at)\s+(?:it|that|this|them|those|(?:the|that|this)\s+(?:\w+\s+)?one|{_NUMBER})|\s+(?:now|then|though|already|yet))*\W*$",
    re.IGNORECASE,
)
_FITS = {True: "age_fits", False: "age_does_not_fit", None: "taken_unknown"}


def _puts_an_age_right(turn: Turn) -> bool:
    """ "But he is 17, who does it for 17", of one who was taken to be 19."""
    known = turn.before.ages
    return tells_an_age(turn.heard.text) and len(known) == len(turn.memory.ages) == 1 and turn.memory.ages != known


def whether_taken(turn: Turn) -> Answer | None:
    """Yes or no for an age that is asked about, of the service that is meant or of each one shown."""
    asked = _TAKES.search(turn.heard.text)
    if asked is None or _puts_an_age_right(turn):
        return None
    years = int(asked["age"]) * 12
    side = (asked["side"] or "").lower()
    age = {"under": (0, years), "over": (years, _OLDEST)}.get(side, (years, years + 12))
    if not 0 <= age[0] < age[1] <= _OLDEST:
        return None
    one = which_is_meant(turn)
    among = [one] if one else shown_services(turn)
    lines = [say(_TAKEN[age_fit(service.ages, age, turn.today).fits], ages=aspects.about_one("ages", service, None)) for service in among]
    told = lines[0] if len(lines) == 1 else "\n".join([say("aspect_for_all"), *(f"- {line}" for line in lines)])
    memory = dataclasses.replace(turn.memory, focus=one.id) if one else turn.memory
    return (Reply(told, services=tuple(card(service) for service in among)), memory) if among else None
