"""Questions about what was shown: "the second one, how do I refer?", "what's their number?", "why not Portage?"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence

from bot.answer.cards import card
from bot.answer.faq import OUTRIGHT
from bot.answer.plan_words import tip_section, waiting_tips, whom_to_reach
from bot.answer.reply import Button, Reply
from bot.answer.threshold import threshold
from bot.answer.voices import what_to_say
from bot.answer.words import say
from bot.conversation import aspects, choosing, feedback, naming
from bot.conversation.elsewhere import local_offer
from bot.conversation.memory.home import ASKS_HOW_FAR, names_a_start
from bot.conversation.naming import by_name, by_place_in_list
from bot.conversation.narrow import (
    Narrower,
    find_narrower,
    is_tired_talk,
    more,
    nearer,
    sooner,
    without_groups,
    without_tried,
)
from bot.conversation.people import list_to_copy
from bot.conversation.plans import FEELINGS, Answer, of_one, plan_for, shown_services
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.directory.eligibility import age_fit
from bot.directory.geography import distance_miles, nearest, outside_area
from bot.directory.service import Service
from bot.nlu.questions import SENTENCE_ENDS, Aspect

# "Why not", of the one talked of last: "can a child of 4 get portage?"
_BARE_WHY_NOT = re.compile(r"^\W*(?:(?:so|but|and|ok|oh|right)\W+)*(?:(?:why|y)\s+(?:not|can'?t\s+(?:we|i|he|she|they|it))|how\s+come)(?:\s+(?:that\s+one|him|her|us|them|it|then|though|tho|like|have\s+it))*\W*$", re.IGNORECASE)
_TOO_LONG = re.compile(r"^\W*(?:(?:no|but|ah|oh|aye|well|that'?s|it'?s|is|way|far|much)\W+)*(?:(?:too|2)\s+long|(?<=s )ages)(?:\s+(?:that|like|man|tho|though|(?:a\s+|time\s+)?(?:to\s+)?wait|for\s+(?:me|us|him|her)))*\W*$", re.IGNORECASE)
_INSTEAD = re.compile(r"^\W*(?:(?:so|but|and|ok|right)\W+)*(?:what|who|which|where)\b.{0,20}\binstead(?:\s+(?:then|of\s+(?:it|that|them)))?\W*$", re.IGNORECASE)
_NEAREST = re.compile(r"^\W*(?:(?:so|and|ok)\W+)*(?:the\s+)?(?:nearest|closest)(?:\s+(?:one|1|to\s+(?:me|us)))?\W*$", re.IGNORECASE)
_WHY_NOT = re.compile(r"\bwhy\s+(?:not|can'?t\s+(?:we|i|he|she|they)|isn'?t|no|wasn'?t|didn'?t\s+you)\b", re.IGNORECASE)
# "Tell me more", "what is that one": asks for one of the list, and says not which.
_ASKS_FOR_ONE = re.compile(r"\b(?:ones?|that|this|it|details?|info\w*|more|tell\s+me|which)\b", re.IGNORECASE)
# Said of the whole list.
_NO_USE = re.compile(
    r"^\W*(?:but\W+|sorry\W+)?(?:this|that|these|they|it|the\s+list|none\s+of\s+(?:it|these|them))(?:'s|\s+is|\s+are)?\s+(?:all\s+|just\s+)?(?:no\s+(?:use|good|help)|useless|pointless|rubbish|not\s+(?:any\s+)?(?:use|help\w*|good))(?:\s+(?:to|for)\s+(?:me|us))?\W*$",
    re.IGNORECASE,
)
_TAKE_ALONG = re.compile(
    r"(?<!large )(?<!big )(?<!small )(?!\bsend(?:ing|s)?\s+(?:him|her|them|(?:my|our|the|a)\s+\w+|\[name\]|kids|children)\b)\b(?:print|e-?mail|text|send|forward|share|save|download|copy|write\s+down)\b.{0,25}\b(?:this|that|it|(?:the|this|my)\s+(?:list|page|plan|results?|chat)|everything|me\s+(?:this|that|it|the))\b"
    r"|\b(?:can|could|how)\b.{0,15}\bshow\s+(?:this|it|that|the\s+list)\s+to\b(?!\s+(?:me|us)\b)"
    r"|^\W*(?:can\s+(?:i|you)\s+)?(?:print|send|e-?mail|share)(?:\s+(?:it|this|me|please))*\W*$",
    re.IGNORECASE,
)
# A longer message says something of its own; then what it asks of the plan is not all that it says.
_FEW, _SHORT, _SHORT_WITH_A_NAME = 5, 8, 10
_LONGEST = 16


def about_no_use(turn: Turn) -> Answer | None:
    """ "This is no use", of the whole list: what was missing is asked, and nothing is taken out."""
    if not turn.memory.shown or turn.memory.focus is not None or not _NO_USE.match(turn.heard.text):
        return None
    return feedback.ask_missing(_as_before(turn), "no")


def of_few_words(turn: Turn) -> Answer | None:
    """ "Why not", "too long", "so what instead", "nearest one?": a few words about the help, which sound like a no or a goodbye."""
    text, turn = turn.heard.text, _as_before(turn)
    if not turn.memory.needs or turn.answers_question or turn.heard.length > _SHORT:
        return None
    if _BARE_WHY_NOT.match(text):
        told = None if turn.memory.focus in turn.memory.shown else _why_not(turn)
        return told or ((Reply(say("detail_which"), buttons=_to_choose(shown_services(turn))), turn.memory) if turn.memory.shown else None)
    if not turn.memory.shown:
        return None
    if _TOO_LONG.match(text):
        return sooner(turn)
    if _NEAREST.match(text):
        return nearer(_as_if_said("which is the nearest", turn))
    return more(turn) if _INSTEAD.match(text) else None


_NUMBER_FAILS = re.compile(
    r"\b(?:numbers?|helpline|phone\s+line)\b.{0,30}\b(?:(?:didn'?t|doesn'?t|don'?t|isn'?t|is\s+not|not|won'?t)\s+(?:even\s+)?(?:work\w*|connect\w*|ring\w*|recogni\w+|in\s+use|right|go\w*\s+through)|(?:is|are|was|were|'s)\s+(?:dead|wrong|cut\s+off|disconnected|out\s+of\s+(?:date|use|service)))\b"
    r"|\b(?:wrong|dead|old)\s+number\b|\b(?:(?:nobody|no\s*one)\s+(?:ever\s+|just\s+){0,2}|(?:they|they're)\s+(?:ever\s+|just\s+|even\s+)?(?:don'?t|didn'?t|never|not|won'?t)\s+(?:ever\s+|even\s+|just\s+)?)(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)?\s+up)\b(?!\s+(?:my|that|the\s+question))",
    re.IGNORECASE,
)


def about_a_dead_number(turn: Turn) -> Answer | None:
    """ "That number didn't work": the other ways to the service that is meant, and somebody who can find the right one."""
    if not turn.memory.shown or turn.heard.length > _SHORT_WITH_A_NAME or turn.heard.needs or not _NUMBER_FAILS.search(turn.heard.text):
        return None
    service = choosing.which_is_meant(turn)
    contact = service.contact if service else None
    lines = [say("number_fails")]
    if service and contact and (contact.url or contact.email):
        lines.append(say("number_fails_else", name=service.name, url=contact.url, email=contact.email))
    lines.append(_who_can_tell(turn))
    buttons = () if service else _to_choose(shown_services(turn))
    cards = (card(service),) if service else ()
    memory = dataclasses.replace(turn.memory, focus=service.id if service else turn.memory.focus)
    text = "\n\n".join(line for line in lines if line)
    return Reply(text, buttons=buttons, services=cards, feedback=feedback.counted(feedback.NO_WAY_IN, turn)), memory


def about_reaching_it(turn: Turn) -> Answer | None:
    """ "How would I get there, no car", "I am deaf, which can I text": what sounds like a new need asks how to reach the help shown."""
    if not turn.memory.shown or turn.answers_question or turn.heard.length > _LONGEST or _TO_SCHOOL.search(turn.heard.text):
        return None
    new = turn.new_needs
    reaching = set(_WORDED_AS_A_NEED.get(aspects.find_aspect(turn.heard.text), ()))
    if _MUST_BE_THEN.search(turn.heard.text) and not _A_BREAK_IS_ASKED.search(turn.heard.text):
        reaching.add("short_breaks_respite")
    return _about(_as_before(turn)) if new and new <= reaching else None


_TO_SCHOOL = re.compile(r"\b(?:schools?|college|nursery|sixth\s+form|uni|work)\b", re.IGNORECASE)
_WORDED_AS_A_NEED: dict[Aspect | None, frozenset[str]] = {"travel": frozenset({"transport"}), "text": frozenset({"hearing"}), "plan": frozenset({"ehc_plan"})}
_A_BREAK_IS_ASKED = re.compile(r"\b(?:breaks?|respite|sitter|sit\s+with|minds?|overnight|time\s+off|rest)\b", re.IGNORECASE)
# "She works through the week, so it'd have to be weekends": no break is asked for.
_MUST_BE_THEN = re.compile(r"\b(?:it|that|they)\b.{0,12}\b(?:has|have|hev|need|needs|got|must)\s+(?:to\s+)?be\b.{0,15}\b(?:weekends?|evenings?|satur?days?|sundays?|after\s+(?:school|work|tea)|half[\s-]term|holidays)\b", re.IGNORECASE)


def about_the_plan(turn: Turn) -> Answer | None:
    """The answer to a message that is plainly about what was shown, whatever it was taken for; None for all others."""
    text, words = turn.heard.text, turn.heard.length
    if not turn.memory.shown or not turn.before.needs or words > _LONGEST:
        return None
    named = names_one(turn)
    narrower = _narrower(turn, named=named)
    asks_why_not = named and bool(_WHY_NOT.search(text))  # "why not Portage? my friend gets it for her little one"
    if asks_why_not or narrower is without_groups or words <= (_SHORT_WITH_A_NAME if named and narrower else _SHORT):
        turn = _as_before(turn)  # "not a group, she won't cope" and "we tried CAMHS" state no need of their own
    elif set(turn.memory.needs) - set(turn.before.needs) and narrower is not without_tried:
        return None
    if _WHY_NOT.search(text):
        explained = _why_not(_at_home(turn))
        if explained:
            return explained
    if _TAKE_ALONG.search(text) and turn.heard.intent != "complaint" and turn.heard.aspect not in ("consent", "refer"):  # "I want to complain, who do I send it to"
        return take_along(turn)
    if not turn.answers_question and (told := choosing.answer(_as_before(turn))):
        return told
    if narrower:
        return narrower(turn)
    return None if turn.answers_question or not _asks_about_the_list(turn, named=named) else _about(turn)


def _narrower(turn: Turn, *, named: bool) -> Narrower | None:
    """How the list is wanted otherwise, where nothing else is meant by the words that ask for it."""
    text = turn.heard.text
    narrower = None if turn.answers_question else find_narrower(text)
    # "His social worker hasn't rung back. Who else do I go to?" asks for no more of the list.
    if (narrower is more and turn.heard.intent == "complaint") or aspects.find_aspect(text) == "remote" or is_tired_talk(text, narrower, named):
        return None
    of_one = turn.memory.focus and _IS_IT_OPEN.search(text)  # "I go there today, is open?", of the hub just named
    if narrower is sooner and (of_one or _NOT_NOW.search(text)):
        return None
    # "How do I get her there, I don't drive" asks for a lift, not for what is nearer.
    lift = narrower is nearer and any(said.need == "transport" for said in turn.heard.needs) and not _NEARER_OUTRIGHT.search(text)
    return None if lift else narrower


_NOT_NOW = re.compile(r"\bnot\s+(?:today|right\s+now|this\s+week|straight\s+away)\b", re.IGNORECASE)
_IS_IT_OPEN = re.compile(r"\b(?:is|are|r)\s+(?:it\s+|they\s+|that\s+one\s+)?(?:open|shut|closed)\b", re.IGNORECASE)
_NEARER_OUTRIGHT = re.compile(r"\b(?:nearer|closer)\b", re.IGNORECASE)  # "anything nearer to us? Durham's an hour on the bus"


def _asks_about_the_list(turn: Turn, *, named: bool) -> bool:
    """Whether the whole message is a question about what was shown: "is it free?", "and the second?", "no, the other one"."""
    text = turn.heard.text
    if turn.heard.intent == "bot_challenge":  # "is it the council?", of this chat
        return False
    of_practice = turn.memory.voice == "practitioner" and named and aspects.find_aspect(text) == "refer"
    tells = turn.heard.needs or turn.heard.ages or turn.heard.locality
    placed = turn.heard.length <= _FEW and not tells and (by_place_in_list(text, turn.memory.shown, turn.memory.focus) or naming.means_another(text))
    how_far = named and not turn.heard.needs and ASKS_HOW_FAR.search(text)
    return bool(aspects.stands_alone(text) or of_practice or placed or how_far)


def about_one_sentence(turn: Turn) -> Answer | None:
    """ "That's years. Can school refer him or does it have to be the GP", "do they come to you? I cannot drag him on two buses": a question
    about the whole list with a grumble before or behind it, and no checked answer to it."""
    heard = turn.heard
    new = turn.new_needs
    tells = new or heard.ages or heard.locality or turn.answers_question
    if not turn.memory.shown or not turn.before.needs or tells or heard.length > _LONGEST_GRUMBLE or heard.intent in ("complaint", "human_handoff"):
        return None
    sentences = SENTENCE_ENDS.split(heard.text)
    clauses = (sentences[-1], sentences[0], sentences[-1].rsplit(",", 1)[-1].strip())  # "I'm not good with the internet, is there a number"
    asked = next((one for one in clauses if aspects.stands_alone(one) and aspects.find_aspect(one) in _OF_THE_LIST), None)
    if asked is None or names_one(_as_if_said(_OR_SOMEBODY_ELSE.sub("", heard.text), turn)) or turn.checked_question():
        return None
    return _about(_as_if_said(asked, turn))


def about_what_it_asks(turn: Turn) -> Answer | None:
    """ "Am only on me pension, is it dear": what the trained ranker is sure is asked of what was shown, however it is worded."""
    heard = turn.heard
    # What the enquiry took up: "would they come to ours, we've no car" tells of no need of a way to school.
    new = ({said.need for said in heard.needs} & set(turn.memory.needs)) - {*turn.before.needs, _NAMES_A_NEED.get(heard.aspect, "")}
    another_age = turn.memory.ages != turn.before.ages  # "and if he was 12?"
    tells = new or heard.locality or another_age or (heard.ages and heard.aspect != "ages")
    plainly = aspects.plainly_asked(heard.text)
    if not (heard.aspect or (plainly and _ASKS_OF_THEM.search(heard.text))) or tells or not turn.memory.shown or not turn.before.needs or turn.answers_question or _complains(turn):
        return None
    if heard.intent == "bot_challenge" and (heard.aspect in (None, "runs") or heard.aspect_chance < _SURE_OF_NO_BOT):  # "is it the council?", of this chat
        return None
    if heard.intent == "human_handoff" and heard.aspect == "text" and _TO_A_PERSON.search(heard.text):
        return None
    if _has_a_checked_answer(turn) or (heard.aspect == "still_there" and not _STILL_RUNS.search(heard.text)):
        return None
    reaches = _HOW_TO_REACH.search(heard.text) and names_one(turn)
    asked = plainly or ("contact" if reaches else heard.aspect)
    if asked == "meanwhile" and turn.keeps_only_some:
        return None
    if asked in _OF_THE_WHOLE:
        return _OF_THE_WHOLE[asked](turn)
    if asked == "language" and (told := turn.faqs.get(_INTERPRETER)):
        return Reply(told.answer, services=tuple(card(one) for one in turn.directory.all_of(told.services))), turn.memory
    return _about(_as_before(turn), asked)


def _complains(turn: Turn) -> bool:
    """Whether it is a complaint, and not "what I say in telephone, my English is bad", which only sounds like one."""
    heard = turn.heard
    return heard.intent == "complaint" and (heard.aspect_chance < _SURE_IT_ASKS or _WORDS_OF_A_COMPLAINT.search(heard.text) is not None)


_SURE_IT_ASKS = 0.5
_WORDS_OF_A_COMPLAINT = re.compile(r"\b(?:complain\w*|grievance|ombudsman|disgust\w*|shambles|rude|ignor\w+|let\s+(?:us\s+|me\s+|him\s+|her\s+)?down|unacceptable|fobbed|useless|cancel\w*|discharg\w*|refus\w*|never|nobody|no\s?one|lost|months)\b", re.IGNORECASE)
# "Haha sorry that was my eldest messing on. How do I get hold of the first one"
_HOW_TO_REACH = re.compile(r"\b(?:how|where|who)\s+(?:do|can|would)\s+(?:i|we)\s+(?:get\s+(?:a\s+)?hold\s+of|ring|call|reach|contact)\b", re.IGNORECASE)
_TO_A_PERSON = re.compile(r"\b(?:talk|speak)\s+to\s+(?:a|an|some|any|one\s+of)", re.IGNORECASE)  # "can I talk to someone instead"
_SURE_OF_NO_BOT = 0.7
_INTERPRETER = "interpreter-free"
# "Is the first one only for people with an EHCP" asks for no plan.
_NAMES_A_NEED: dict[Aspect | None, str] = {"plan": "ehc_plan", "language": "language_eal", "say": "language_eal", "simpler": "language_eal"}
_ASKS_OF_THEM = re.compile(r"(?:^|[.,;!?]\s*|\b(?:and|so|but|ok|right)\s+)(?:do|does|is|are|will|would|what|how)\s.{0,30}\b(?:ones?|they|it|them|that|this|these|those)\b", re.IGNORECASE)
# What an entry tells better than the checked answer of such words: "is it free?"
_TOLD_BY_ENTRIES = frozenset({"is-it-free", "interpreter-free", "who-can-refer-therapy"})
_STILL_RUNS = re.compile(r"\b(?:still|running|runs|going|exists?|clos\w+|shut|dead|rings?\s+out|no\s*(?:body|one)\s+answers?|works?|working|anymore|any\s+more|up\s+to\s+date|out\s+of\s+date|leaflet|defunct)\b", re.IGNORECASE)


def _has_a_checked_answer(turn: Turn) -> bool:
    """Whether a checked question is asked for sure, or likelier than one about the list: "is it free to appeal"."""
    ranked = turn.heard.questions
    found = turn.checked_question() if ranked else None
    return found is not None and found.id not in _TOLD_BY_ENTRIES and (ranked[0][1] >= OUTRIGHT or not turn.heard.asks_of_the_list)


def _as_if_said(text: str, turn: Turn) -> Turn:
    """The turn with ``text`` for what was said."""
    return dataclasses.replace(turn, heard=dataclasses.replace(turn.heard, text=text))


_OF_THE_LIST = frozenset({"refer", "visit", "cost", "wait", "hours", "text", "runs", "contact"})
_LONGEST_GRUMBLE = 30  # words


def answer(turn: Turn) -> Answer | None:
    """The answer about one service, or about those shown; None where the message is about neither."""
    return _why_not(_at_home(turn)) if _WHY_NOT.search(turn.heard.text) else choosing.whether_taken(turn) or _about(turn)


def about_all_shown(turn: Turn) -> Answer | None:
    """ "Are the drop-ins free": a question that has no checked answer, and that the entries shown may answer."""
    if not turn.memory.shown:
        return None
    if turn.heard.length <= _SHORT_WITH_A_NAME and aspects.find_aspect(turn.heard.text):
        return _about(turn)
    likely = turn.heard.likely_aspect if turn.heard.length <= _LONGEST else None
    return _about(_as_before(turn), likely) if likely else None


def names_one(turn: Turn) -> bool:
    """Whether the message means a service, by its name or its place in the list."""
    text, shown = turn.heard.text, turn.memory.shown
    return bool(by_name(text, turn.directory, shown) or by_place_in_list(text, shown, turn.memory.focus))


def take_along(turn: Turn) -> Answer:
    """The list as plain text, and how to print or pass it on."""
    copy = list_to_copy(turn)
    return Reply(f"{say('take_along')}\n\n{copy}", copy=copy), turn.memory


def _meanwhile(turn: Turn) -> Answer | None:
    """What the plan says to do while waiting."""
    section = tip_section(waiting_tips(plan_for(turn.memory, turn), turn.memory.voice))
    return (Reply(section), turn.memory) if section else None


def _recap(turn: Turn) -> Answer | None:
    """What stands in one line, with the first of the list; None where nothing does."""
    summary = summarise(turn.memory)
    if not summary:
        return None
    first = next(iter(shown_services(turn)), None)
    told = say("recap", turn.memory.voice, summary=summary, name=first.name if first else "", phone=first.contact.phone if first else "")
    return Reply(told, services=(card(first),) if first else ()), turn.memory


# What is asked of no one service, whichever is meant.
_OF_THE_WHOLE: dict[Aspect | None, Callable[[Turn], Answer | None]] = {
    "meanwhile": _meanwhile,
    "simpler": choosing.in_short,
    "first": choosing.which_first,
    "recap": _recap,
}


def where_we_were(turn: Turn) -> Answer | None:
    """ "Right, sorry, I'm back, where were we": what stands, and not where services meet families."""
    asks = turn.heard.length <= _LONGEST and not turn.new_needs and _WHERE_WERE_WE.search(turn.heard.text)
    return _recap(_as_before(turn)) if asks else None


_WHERE_WERE_WE = re.compile(
    r"\bwhere\s+(?:(?:were|was|wor)\s+(?:we|i)\b(?!\s+(?:meant|supposed|told|to|born|living|going)\b)|(?:have|had|did)\s+(?:we|i)\s+(?:got|get|leave|left|finish|stop)\b(?!\s+(?:it|him|her|them|this|that)\b)|are\s+we\s+up\s+to\b)", re.IGNORECASE
)


def about_a_named_one(turn: Turn) -> Answer | None:
    """ "What time is SENDIASS open", "CAMHS crisis number": a few words that name a service and ask for its number, hours or cost, or
    whether it takes an age, whatever they were taken for."""
    text = turn.heard.text
    if turn.heard.length > _SHORT or turn.answers_question or turn.heard.locality:
        return None
    named = naming.named(text, turn.directory, turn.memory.shown)
    if not named:
        return None
    met = {said.need for said in turn.heard.needs if any(one.meets(said.need) for one in named)}
    if {said.need for said in turn.heard.needs} - met:  # "open to early help, 6yo, behaviour" asks for help
        return None
    taken = choosing.whether_taken(_as_before(turn))
    asks = not turn.heard.ages and _NUMBER_HOURS_COST.search(text)
    return taken or (_about(_as_before(turn)) if asks else None)


def about_only_a_name(turn: Turn) -> Answer | None:
    """ "Kouth", "makign changes together": nothing but a name, which no classifier has learnt."""
    heard = turn.heard
    if turn.answers_question or heard.needs or heard.ages:
        return None
    if heard.intent == "ask_faq" and turn.checked_question():  # "portage" alone asks what it is
        return None
    service = naming.only_named(heard.text, turn.directory)
    return _everything(service, _as_before(turn)) if service else None


def about_a_need_shown(turn: Turn) -> Answer | None:
    """ "How do I get a bus pass for him", where the list already meets that need: the first in it that does."""
    if not turn.heard.needs or not _HOW_TO_GET.search(turn.heard.text):
        return None
    service = next(iter(_for_the_need(shown_services(turn), turn)), None)
    return _everything(service, turn) if service else None


_HOW_TO_GET = re.compile(r"\b(?:how|where|who)\s+(?:do|can|would|should)\s+(?:i|we)\s+(?:get|apply|ask|ring|see|contact|speak|talk|go|sort|start)\b", re.IGNORECASE)

_NUMBER_HOURS_COST = re.compile(
    r"\bnumber\b(?!\s+of\b)|\be-?mail\s+address|\bopening\s+(?:times?|hours)|\bwhat\s+(?:time|days?)\b|\b24\s*(?:hrs?|hours?)\b"
    r"|^\W*(?:is|are)\b.{0,40}\bfree\W*$|\b(?:does|do|will)\b.{0,40}\b(?:cost|charge)\b"
    r"|\b(?:is|are|when|what|do|does)\b.{0,30}\bopen\b(?!\s+(?:to|with|an?|the|his|her|access)\b)",
    re.IGNORECASE,
)


def _as_before(turn: Turn) -> Turn:
    # "Right, he's 12, so back to now": the one child's age is put right all the same.
    put_right = len(turn.memory.children) == len(turn.before.children) == 1 and choosing.tells_an_age(turn.heard.text)
    children = (dataclasses.replace(turn.before.children[0], age=turn.memory.children[0].age),) if put_right else turn.before.children
    return dataclasses.replace(turn, memory=dataclasses.replace(turn.without_new_needs, children=children))


def _about(turn: Turn, asked: Aspect | None = None) -> Answer | None:
    aspect = asked or aspects.find_aspect(turn.heard.text)
    if ASKS_HOW_FAR.search(turn.heard.text):  # "how far is it from Peterlee" names no service that is called after Peterlee
        start = turn.heard.locality if names_a_start(turn.heard.text) else None
        turn = dataclasses.replace(turn, heard=dataclasses.replace(turn.heard, text=_FROM_THERE.sub("", turn.heard.text), locality=start))
    if aspect in _OF_THE_WHOLE:
        return _OF_THE_WHOLE[aspect](turn)
    if aspect == "say" and _WHICH_TO_RING.search(turn.heard.text) and (told := choosing.which_first(turn, with_words=True)):
        return told
    # "Can I ring them, or does it have to be his social worker" names no service.
    turn = _as_if_said(_OR_SOMEBODY_ELSE.sub("", turn.heard.text), turn)
    if aspect == "diagnosis":  # asks for no service that is called after one
        turn = _as_if_said(_A_DIAGNOSIS.sub("", turn.heard.text), turn)
    service = None if _COMPARES.search(turn.heard.text) else choosing.which_is_meant(turn)
    if service is None:
        return _about_shown(aspect, turn)
    if aspect in (None, "contact"):
        return _everything(service, turn)
    if aspect == "where" and (told := _how_far([service], turn)):
        return told
    lines = (say("detail_intro", name=service.name), _not_for(service, turn), *(aspects.about_one(one, service, turn.memory.voice) for one in _asked(aspect, turn)))
    return of_one("\n".join(line for line in lines if line), service, turn)


_A_DIAGNOSIS = re.compile(r"\b(?:an?\s+|no\s+|any\s+|his\s+|her\s+)?diagnos\w+", re.IGNORECASE)
_COMPARES = re.compile(r"\bdifference\b(?=\W*$| between (?:them|these|those|the two|the first))", re.IGNORECASE)
_OR_SOMEBODY_ELSE = re.compile(r"\s+or\s+(?:does|do|must|has|have|is)\s+(?:it|that|i|we|he|she)\b[^,.;?!]*?\b(?:social\s+worker|gp|doctor'?s?|school|nursery|health\s+visitor|teacher|senco)\b(?!\s+nurse)", re.IGNORECASE)
_FROM_THERE = re.compile(r"(?<!far)\s+from\b.*", re.IGNORECASE | re.DOTALL)


def _about_shown(aspect: Aspect | None, turn: Turn) -> Answer | None:
    """No service in particular: the question is answered for each one shown, and each can be chosen."""
    shown = _for_the_need(shown_services(turn), turn)
    if not shown:
        return (Reply(say("detail_nothing_shown")), turn.memory) if not turn.memory.needs else None
    aspect = aspect or turn.heard.likely_aspect
    if aspect in _OF_THE_WHOLE:
        return _OF_THE_WHOLE[aspect](turn)
    feels = FEELINGS & set(turn.memory.in_question.needs) or turn.memory.alarm != "none"
    if aspect == "text" and feels:  # who hates telephones gets a line that takes texts
        shown = [*turn.directory.all_of(one for one in _TAKES_TEXTS if one not in turn.memory.shown), *shown]
    buttons = _to_choose(shown)
    if aspect is None:
        return Reply(say("detail_which" if _ASKS_FOR_ONE.search(turn.heard.text) else "detail_no_answer"), buttons=buttons), turn.memory
    if aspect == "where" and (told := _how_far(shown, turn)):
        return told
    text = "\n\n".join(aspects.about_all(one, shown, turn.memory.voice) for one in _asked(aspect, turn))
    return Reply(text, buttons=buttons, services=tuple(card(service) for service in shown)), turn.memory


# "Which one do I ring now and what do I say when they pick up"
_WHICH_TO_RING = re.compile(r"\b(?:which|who)\b.{0,20}\b(?:ring|call|phone|try|start)\b", re.IGNORECASE)


def _for_the_need(shown: list[Service], turn: Turn) -> list[Service]:
    """Those of the list for the need that the question names ("what about her speech, who do I ring"), else all."""
    return [one for one in shown if any(one.meets(said.need) for said in turn.heard.needs)] or shown


def _to_choose(services: Sequence[Service]) -> tuple[Button, ...]:
    return tuple(Button(one.name, f"{_TELL_ME_ABOUT}{one.name}") for one in services)


_TELL_ME_ABOUT = "Tell me about "
_TAKES_TEXTS = ("shout",)


def about_the_button(turn: Turn) -> Answer | None:
    """A button of :func:`_to_choose` was pressed: its service, whatever needs or places its name speaks of."""
    said = turn.heard.text.strip()
    if not said.startswith(_TELL_ME_ABOUT):
        return None
    # A word of the service's name may have been taken for somebody's and left out ("Child [name] UK").
    name = re.compile(re.escape(said.removeprefix(_TELL_ME_ABOUT)).replace(re.escape("[name]"), r"\w+"))
    service = next((one for one in turn.directory.services if name.fullmatch(one.name.replace("’", "'"))), None)
    return _everything(service, dataclasses.replace(turn, memory=turn.before)) if service else None


def _asked(aspect: Aspect, turn: Turn) -> tuple[Aspect, ...]:
    return (aspect, *aspects.also_asked(turn.heard.text, aspect))


def _how_far(services: list[Service], turn: Turn) -> Answer | None:
    """Miles to each that has a door, from the place that the question names or from home; None where none can be told."""
    if not ASKS_HOW_FAR.search(turn.heard.text):
        return None
    start = turn.heard.locality or turn.memory.locality
    if len(services) == 1 and services[0].id not in turn.memory.shown:  # of all family hubs, the nearest
        found = nearest(by_name(turn.heard.text, turn.directory), start)
        services = [found[0]] if found else services
    known = [(one, miles) for one in services if (miles := distance_miles(one, start)) is not None]
    if not known or start is None:
        return None
    lines = [say("how_far", name=one.name, miles=f"{miles:g}", place=start.name) for one, miles in known]
    text = lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
    memory = dataclasses.replace(turn.memory, focus=known[0][0].id) if len(services) == 1 else turn.memory
    return Reply(text, services=tuple(card(one) for one, _ in known)), memory


def _everything(service: Service, turn: Turn) -> Answer:
    contact, referral, voice = service.contact, service.referral, turn.memory.voice
    phone = say("detail_phone", phone=contact.phone) if contact.phone else say("detail_no_phone", name=service.name)
    if contact.phone and contact.hours:
        phone += f" {contact.hours}."
    lines = [
        say("detail_intro", name=service.name),
        _not_for(service, turn),
        phone,
        say("detail_url", url=contact.url) if contact.url else "",
        say("detail_email", email=contact.email) if contact.email else "",
        *(say("detail_address", address=venue.written) for venue in service.venues if venue.address),
        referral.route or referral.who or "",
        what_to_say(referral.say, voice) if referral.say else "",
        threshold(service) if voice == "practitioner" else "",
        service.caution or "",
        "" if contact.phone or contact.url else _who_can_tell(turn),
    ]
    return of_one("\n".join(line for line in lines if line), service, turn)


def _not_for(service: Service, turn: Turn) -> str:
    """Why a service that the family names cannot be theirs, by age or by place; "" where it may be."""
    place = turn.memory.locality
    unfit = [fit for age in turn.memory.in_question.ages if (fit := age_fit(service.ages, age, turn.today)).fits is False]
    age = unfit[0].reason if unfit and len(unfit) == len(turn.memory.in_question.ages) else ""
    area = outside_area(service, place) if place and place.in_area is not None else ""
    offer = local_offer(turn.directory, place.council) if place and area else None
    return say("not_for_you", turn.memory.voice, age=age, area=area, offer=offer.name if offer else "") if age or area else ""


def _who_can_tell(turn: Turn) -> str:
    guide = turn.directory.get("families-information-service-durham")
    return whom_to_reach(guide) if guide else ""


def _at_home(turn: Turn) -> Turn:
    """ "Why not speech therapy in Durham?" asks of a place; home stays where it was said to be."""
    home = turn.before.locality or turn.memory.locality
    return dataclasses.replace(turn, memory=dataclasses.replace(turn.memory, locality=home))


def _why_not(turn: Turn) -> Answer | None:
    talked_of = turn.directory.get(turn.memory.focus) if turn.memory.focus else None
    named = by_name(turn.heard.text, turn.directory, turn.memory.shown) or ((talked_of,) if talked_of and _BARE_WHY_NOT.match(turn.heard.text) else ())
    if not named or not turn.memory.needs:
        return None
    reasons = {one.id: one.reason for one in plan_for(turn.memory, turn).excluded}
    service = next((one for one in named if one.id in reasons), named[0])
    if service.id in reasons:
        text = say("why_not", name=service.name, reason=reasons[service.id])
    elif service.id in turn.memory.declined:
        text = say("why_not_declined", name=service.name)
    elif service.id in turn.memory.shown:
        text = say("why_not_shown", name=service.name)
    elif any(service.meets(need) for need in turn.memory.needs):
        text = say("why_not_fits", name=service.name)
    else:
        text = say("why_not_other_need", name=service.name, summary=service.summary)
    return of_one(text, service, turn)


