"""A place outside the county that is not home today: where a family will move, where the child is for some of the week, where another
family lives; and a child in Durham's care who lives outside."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.reply import Button, Reply
from bot.answer.words import say
from bot.conversation.asking import ONE_MATTER
from bot.conversation.memory.home import ASKS_TO_USE, OTHERS_LIVE_IN, THE_COUNTY
from bot.conversation.plans import Answer
from bot.conversation.turn import Turn
from bot.directory.geography import names_council
from bot.directory.service import Directory, Service
from bot.nlu.place import gazetteer

_TEXTS = {"to_come": "home_to_come", "part_time": "home_part_time"}
_IN_CARE = re.compile(r"\b(?:LAC|CLA|looked[\s-]after|in\s+care|foster\w*|placed\s+(?:w|with)\s+(?:\w+\s+)?carers?)\b", re.IGNORECASE)
_OF_DURHAM = re.compile(
    r"\b(?:LA|local\s+authority|council|social\s+worker|SW)\s+(?:is|are|=|from)\s+(?:still\s+|County\s+)?Durham\b(?!\s+road)"
    r"|\bDurham(?:'s|\s+is\s+the)?\s+(?:LA|local\s+authority|LAC|CLA|child\s+in\s+care)\b|\bin\s+Durham(?:'s)?\s+care\b",
    re.IGNORECASE,
)
_VIRTUAL_SCHOOL = "virtual-school-durham"


def local_offer(directory: Directory, council: str | None) -> Service | None:
    """The local offer of a council outside the county, where the directory has it."""
    offers = directory.by_kind.get("other_local_offer", ())
    return next((one for one in offers if council and names_council(one.area.places, council)), None)


def note(turn: Turn) -> tuple[str, Service] | None:
    """That home stays what it was, and whose local offer is for the other place; None where no such place is named."""
    for mention in gazetteer().find_all(turn.heard.text):
        place = mention.locality
        which = _TEXTS.get(mention.other_home) or ("home_of_others" if OTHERS_LIVE_IN.search(turn.heard.text) else None)
        offer = local_offer(turn.directory, place.council) if which and place.in_area is False else None
        if which and offer and place != turn.memory.locality:
            words = say(which, turn.memory.voice, place=place.name, name=offer.name, url=offer.contact.url)
            return words, offer
    return _in_durhams_care(turn)


def _in_durhams_care(turn: Turn) -> tuple[str, Service] | None:
    """Whose team looks after school for a child whom Durham has placed over the border."""
    home, text, team = turn.memory.locality, turn.heard.text, turn.directory.get(_VIRTUAL_SCHOOL)
    outside = home is not None and home.in_area is False
    if not outside or team is None or not _IN_CARE.search(text) or not _OF_DURHAM.search(text):
        return None
    return say("in_durhams_care", turn.memory.voice, name=team.name), team


def of_the_post(turn: Turn) -> Answer | None:
    """ "But my address says County Durham", "so who is it then", "can I use anything in Durham", of a home outside: whose area it looks to be in
    all the same, and how to tell."""
    home = turn.before.locality
    new = turn.new_needs
    if home is None or home.in_area is not False or not home.council or new:
        return None
    if _POST_SAYS.search(turn.heard.text):
        told = say("post_says_durham", turn.memory.voice, place=home.name, council=home.council)
    elif _WHOSE_IS_IT.search(turn.heard.text):
        told = say("whose_area", turn.memory.voice, place=home.name, council=home.council)
    elif ASKS_TO_USE.search(turn.heard.text) and turn.heard.locality is not None and turn.heard.locality.in_area:
        told = say("may_use_durham", turn.memory.voice, council=home.council)
    else:
        return None
    offer = local_offer(turn.directory, home.council)
    return Reply(told, services=(card(offer),) if offer else ()), dataclasses.replace(turn.without_new_needs, locality=home)


# "Typical. So who is it then?", "how is that not Durham", "so none of the Durham ones will have me".
_WHOSE_IS_IT = re.compile(
    r"^\W*(?:(?:typical|great|brilliant|right|ok|okay|oh|well)\W+)*so\s+who(?:'?s|\s+is)\s+it\s+then\W*$|\b(?:who|which\s+(?:council|area))\b.{0,12}\b(?:covers?\s+(?:us|me|here)|(?:do|are)\s+(?:i|we)\s+(?:come\s+)?under)\b"
    r"|\bwhich\s+council\s+(?:is\s+it|are\s+we|am\s+i|then)\b|\bhow(?:'?s|\s+is|\s+come)\s+(?:that|it|this|we|i)(?:'?s|\s+is|'?re|'?m)?\s+not\s+(?:in\s+)?(?:county\s+)?durham\b"
    r"|\bwhy\s+(?:isn'?t|is|aren'?t|are)\s+(?:that|it|we)\s+(?:not\s+)?(?:in\s+)?(?:county\s+)?durham\b|\bnone\s+of\s+the\s+durham\s+(?:ones|services|teams)\s+(?:will|can|would|could)\s+(?:have|take|see|help)\b",
    re.IGNORECASE,
)
_POST_SAYS = re.compile(
    r"\b(?:address|post\s?code|post|letters?|bills?|envelopes?)\b.{0,20}\b(?:says?|said|puts?|has\s+got)\b.{0,12}\bcounty\s+durham\b(?!\s+(?:council|court))|\bcounty\s+durham\b.{0,15}\bon\s+(?:the|my|our|all\s+my|every)\s*(?:address|post|letters?|envelopes?)\b",
    re.IGNORECASE,
)


def answer(turn: Turn) -> Answer | None:
    """The same as an answer, where the message says nothing else that is new and a list stands."""
    if not turn.before.shown or turn.answers_question or turn.heard.length > ONE_MATTER:
        return None
    if turn.heard.ages or turn.new_needs:
        return None
    if _is_in_durham_after_all(turn):
        kept = say("home_in_durham", turn.memory.voice, place=turn.before.locality.name if turn.before.locality else "")
        return Reply(f"{kept}\n\n{say('go_on', turn.memory.voice)}"), turn.without_new_needs
    told = note(turn)
    if told is None:
        return None
    text = f"{told[0]}\n\n{say('go_on', turn.memory.voice)}"
    buttons = tuple(Button(f"Home is {place}", f"Home is {place}") for place in _part_time_homes(turn))
    return Reply(text, buttons=buttons, services=(card(told[1]),)), turn.without_new_needs


def _is_in_durham_after_all(turn: Turn) -> bool:
    """ "We're near Hartlepool like but it's Durham council", of a home in the county: nothing moves."""
    home, new = turn.before.locality, turn.heard.locality
    if home is None or home.in_area is not True or new is None or new.name != THE_COUNTY:
        return False
    return any(one.locality.in_area is False for one in gazetteer().find_all(turn.heard.text))


def _part_time_homes(turn: Turn) -> list[str]:
    """The places that may be the main home after all, each as one tap."""
    found = gazetteer().find_all(turn.heard.text)
    return [one.locality.name for one in found if one.other_home == "part_time" and one.locality.in_area is False][:1]
