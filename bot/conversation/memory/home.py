"""Where the family lives after a message: a place named later moves them there unless it is named in passing."""

from __future__ import annotations

import re

from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.enquiry import Locality
from bot.nlu.correction import Correction
from bot.nlu.place import gazetteer
from bot.nlu.place.mention import Role


def home_after(memory: Memory, heard: Heard, correction: Correction | None) -> Locality | None:
    """Where the family lives: a place named later moves them there unless it is named in passing.

    "Is it Durham I ring or Hartlepool?" and "she sees them in Sunderland" are asked from home.
    """
    home, new = memory.locality, heard.locality
    if ASKS_HOW_FAR.search(heard.text) and (home is not None or not names_a_start(heard.text)):  # asks, and tells nothing
        return home
    if home is not None and _is_told_in_passing(new, heard.text):
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
    really = REALLY_AT.search(heard.text)
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


def _is_told_in_passing(new: Locality | None, text: str) -> bool:
    """Whether a place is where somebody works or is taught, so many miles away, or only asked about."""
    return bool(_SCHOOL_IS_IN.search(text) or _IN_PASSING.search(text) or _only_asks_if_there(new, text))


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
# "My husband drives a bus in Durham", "it's a good ten miles up from Barnard Castle".
_IN_PASSING = re.compile(
    r"\b(?:husband|wife|partner|dad|mam|mum|he|she|brother|sister)\s+(?:he\s+|she\s+)?(?:drives?|works?|teaches|cleans?)\s+(?:(?:an?|the|as)\s+)?(?:\w+\s+){0,2}in\s+[a-z]"
    r"|\b(?:\d+|a\s+few|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+miles?\s+(?:\w+\s+){0,2}from\s+[a-z]",
    re.IGNORECASE,
)
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
# "Well it's Great Lumley really".
REALLY_AT = re.compile(r"\b(?:it'?s|its|we'?re|i'?m)\s+(?:in\s+|at\s+)?(?P<place>[a-z][a-z' -]{2,25}?)\s+(?:really|actually|to\s+be\s+(?:exact|honest))\b", re.IGNORECASE)
