"""Whether a message is about what was shown, however it is worded: "the second one, how do I refer?", "am only on me pension, is it dear"."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.faq import OUTRIGHT
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation import feedback
from bot.conversation.asking import A_PHRASE, FEW_WORDS, ONE_MATTER
from bot.conversation.memory.home import ASKS_HOW_FAR
from bot.conversation.plans import Answer, shown_services
from bot.conversation.shown import aspects, choosing, naming
from bot.conversation.shown.entries import (
    BARE_WHY_NOT,
    OF_THE_WHOLE,
    OR_SOMEBODY_ELSE,
    SHORT_WITH_A_NAME,
    WHY_NOT,
    about,
    everything,
    for_the_need,
    names_one,
    recap,
    take_along,
    to_choose,
    who_can_tell,
    why_not,
)
from bot.conversation.shown.naming import by_place_in_list
from bot.conversation.shown.narrow import (
    Narrower,
    find_narrower,
    is_tired_talk,
    more,
    nearer,
    sooner,
    without_groups,
    without_tried,
)
from bot.conversation.shown.spelling import spelt_out
from bot.conversation.turn import Turn
from bot.nlu.questions import SENTENCE_ENDS, Aspect

_TOO_LONG = re.compile(r"^\W*(?:(?:no|but|ah|oh|aye|well|that'?s|it'?s|is|way|far|much)\W+)*(?:(?:too|2)\s+long|(?<=s )ages)(?:\s+(?:that|like|man|tho|though|(?:a\s+|time\s+)?(?:to\s+)?wait|for\s+(?:me|us|him|her)))*\W*$", re.IGNORECASE)
_INSTEAD = re.compile(r"^\W*(?:(?:so|but|and|ok|right)\W+)*(?:what|who|which|where)\b.{0,20}\binstead(?:\s+(?:then|of\s+(?:it|that|them)))?\W*$", re.IGNORECASE)
_NEAREST = re.compile(r"^\W*(?:(?:so|and|ok)\W+)*(?:the\s+)?(?:nearest|closest)(?:\s+(?:one|1|to\s+(?:me|us)))?\W*$", re.IGNORECASE)
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


def about_no_use(turn: Turn) -> Answer | None:
    """ "This is no use", of the whole list: what was missing is asked, and nothing is taken out."""
    if not turn.memory.shown or turn.memory.focus is not None or not _NO_USE.match(turn.heard.text):
        return None
    return feedback.ask_missing(turn.as_before(), "no")


def of_few_words(turn: Turn) -> Answer | None:
    """ "Why not", "too long", "so what instead", "nearest one?": a few words about the help, which sound like a no or a goodbye."""
    text, turn = turn.heard.text, turn.as_before()
    if not turn.memory.needs or turn.answers_question or turn.heard.length > FEW_WORDS:
        return None
    if BARE_WHY_NOT.match(text):
        told = None if turn.memory.focus in turn.memory.shown else why_not(turn)
        return told or ((Reply(say("detail_which"), buttons=to_choose(shown_services(turn))), turn.memory) if turn.memory.shown else None)
    if not turn.memory.shown:
        return None
    if _TOO_LONG.match(text):
        return sooner(turn)
    if _NEAREST.match(text):
        return nearer(turn.with_heard(text="which is the nearest"))
    return more(turn) if _INSTEAD.match(text) else None


_NUMBER_FAILS = re.compile(
    r"\b(?:numbers?|helpline|phone\s+line)\b.{0,30}\b(?:(?:didn'?t|doesn'?t|don'?t|isn'?t|is\s+not|not|won'?t)\s+(?:even\s+)?(?:work\w*|connect\w*|ring\w*|recogni\w+|in\s+use|right|go\w*\s+through)|(?:is|are|was|were|'s)\s+(?:dead|wrong|cut\s+off|disconnected|out\s+of\s+(?:date|use|service)))\b"
    r"|\b(?:wrong|dead|old)\s+number\b|\b(?:(?:nobody|no\s*one)\s+(?:ever\s+|just\s+){0,2}|(?:they|they're)\s+(?:ever\s+|just\s+|even\s+)?(?:don'?t|didn'?t|never|not|won'?t)\s+(?:ever\s+|even\s+|just\s+)?)(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)?\s+up)\b(?!\s+(?:my|that|the\s+question))",
    re.IGNORECASE,
)


def about_a_dead_number(turn: Turn) -> Answer | None:
    """ "That number didn't work": the other ways to the service that is meant, and somebody who can find the right one."""
    if not turn.memory.shown or turn.heard.length > SHORT_WITH_A_NAME or turn.heard.needs or not _NUMBER_FAILS.search(turn.heard.text):
        return None
    service = choosing.which_is_meant(turn)
    contact = service.contact if service else None
    lines = [say("number_fails")]
    if service and contact and (contact.url or contact.email):
        lines.append(say("number_fails_else", name=service.name, url=contact.url, email=contact.email))
    lines.append(who_can_tell(turn))
    buttons = () if service else to_choose(shown_services(turn))
    cards = (card(service),) if service else ()
    memory = dataclasses.replace(turn.memory, focus=service.id if service else turn.memory.focus)
    text = "\n\n".join(line for line in lines if line)
    return Reply(text, buttons=buttons, services=cards, feedback=feedback.counted(feedback.NO_WAY_IN, turn)), memory


def about_reaching_it(turn: Turn) -> Answer | None:
    """ "How would I get there, no car", "I am deaf, which can I text": what sounds like a new need asks how to reach the help shown."""
    if not turn.memory.shown or turn.answers_question or turn.heard.length > ONE_MATTER or _TO_SCHOOL.search(turn.heard.text):
        return None
    new = turn.new_needs
    reaching = set(_WORDED_AS_A_NEED.get(aspects.find_aspect(turn.heard.text), ()))
    if _MUST_BE_THEN.search(turn.heard.text) and not _A_BREAK_IS_ASKED.search(turn.heard.text):
        reaching.add("short_breaks_respite")
    return about(turn.as_before()) if new and new <= reaching else None


_TO_SCHOOL = re.compile(r"\b(?:schools?|college|nursery|sixth\s+form|uni|work)\b", re.IGNORECASE)
_WORDED_AS_A_NEED: dict[Aspect | None, frozenset[str]] = {"travel": frozenset({"transport"}), "text": frozenset({"hearing"}), "plan": frozenset({"ehc_plan"})}
_A_BREAK_IS_ASKED = re.compile(r"\b(?:breaks?|respite|sitter|sit\s+with|minds?|overnight|time\s+off|rest)\b", re.IGNORECASE)
# "She works through the week, so it'd have to be weekends": no break is asked for.
_MUST_BE_THEN = re.compile(r"\b(?:it|that|they)\b.{0,12}\b(?:has|have|hev|need|needs|got|must)\s+(?:to\s+)?be\b.{0,15}\b(?:weekends?|evenings?|satur?days?|sundays?|after\s+(?:school|work|tea)|half[\s-]term|holidays)\b", re.IGNORECASE)


def about_the_plan(turn: Turn) -> Answer | None:
    """The answer to a message that is plainly about what was shown, whatever it was taken for; None for all others."""
    turn = turn.with_heard(text=spelt_out(turn.heard.text))
    text, words = turn.heard.text, turn.heard.length
    if not turn.memory.shown or not turn.before.needs or words > ONE_MATTER:
        return None
    named = names_one(turn)
    narrower = _narrower(turn, named=named)
    asks_why_not = named and bool(WHY_NOT.search(text))  # "why not Portage? my friend gets it for her little one"
    if asks_why_not or narrower is without_groups or words <= (SHORT_WITH_A_NAME if named and narrower else FEW_WORDS):
        turn = turn.as_before()  # "not a group, she won't cope" and "we tried CAMHS" state no need of their own
    elif turn.needs_taken_up and narrower is not without_tried:
        return None
    if WHY_NOT.search(text):
        explained = why_not(turn.at_home())
        if explained:
            return explained
    if _TAKE_ALONG.search(text) and turn.heard.intent != "complaint" and turn.heard.aspect not in ("consent", "refer"):  # "I want to complain, who do I send it to"
        return take_along(turn)
    if not turn.answers_question and (told := choosing.answer(turn.as_before())):
        return told
    if narrower:
        return narrower(turn)
    return None if turn.answers_question or not _asks_about_the_list(turn, named=named) else about(turn)


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
    lift = narrower is nearer and "transport" in turn.heard.said and not _NEARER_OUTRIGHT.search(text)
    one_door = narrower is nearer and _IN_ONE_PLACE.search(text)  # "are them two in the same place, I don't drive"
    return None if lift or one_door else narrower


_IN_ONE_PLACE = re.compile(r"\b(?:is|are)\b.{0,25}\b(?:in|at|on|under)\s+the\s+same\s+\w+", re.IGNORECASE)
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
    placed = turn.heard.length <= A_PHRASE and not tells and (by_place_in_list(text, turn.memory.shown, turn.memory.focus) or naming.means_another(text))
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
    if asked is None or names_one(turn.with_heard(text=OR_SOMEBODY_ELSE.sub("", heard.text))) or turn.checked_question():
        return None
    return about(turn.with_heard(text=asked))


def about_what_it_asks(turn: Turn) -> Answer | None:
    """ "Am only on me pension, is it dear": what the trained ranker is sure is asked of what was shown, however it is worded."""
    heard = turn.heard
    # What the enquiry took up: "would they come to ours, we've no car" tells of no need of a way to school.
    named_besides = frozenset[str]() if _WANTS_A_WAY.search(heard.text) else _NAMES_A_NEED.get(heard.aspect, frozenset())
    new = (heard.said & turn.needs_taken_up) - named_besides
    another_age = turn.memory.ages != turn.before.ages  # "and if he was 12?"
    tells = new or heard.locality or another_age or (heard.ages and heard.aspect != "ages")
    plainly = aspects.plainly_asked(heard.text)
    if not (heard.aspect or (plainly and _ASKS_OF_THEM.search(heard.text))) or tells or not turn.memory.shown or not turn.before.needs or turn.answers_question or _complains(turn):
        return None
    if heard.intent == "bot_challenge" and (heard.aspect in (None, "runs") or heard.aspect_chance < _SURE_OF_NO_BOT):  # "is it the council?", of this chat
        return None
    if heard.intent == "human_handoff" and heard.aspect == "text" and _TO_A_PERSON.search(heard.text):
        return None
    unsaid = heard.aspect == "still_there" and not _STILL_RUNS.search(heard.text) and _better_known(turn) is None
    if _has_a_checked_answer(turn) or unsaid:
        return None
    reaches = _HOW_TO_REACH.search(heard.text) and names_one(turn)
    asked = _better_known(turn) or plainly or ("contact" if reaches else heard.aspect)
    if asked == "meanwhile" and turn.keeps_only_some:
        return None
    if asked in OF_THE_WHOLE:
        return OF_THE_WHOLE[asked](turn)
    if asked == "language" and (told := turn.faqs.get(_INTERPRETER)):
        return Reply(told.answer, services=tuple(card(one) for one in turn.directory.all_of(told.services))), turn.memory
    return about(turn.as_before(), asked)


def _better_known(turn: Turn) -> Aspect | None:
    """What its words ask where the ranker and the patterns part: an interpreter, and no texts; how long the wait is now, and not whether it still runs."""
    text, aspect = turn.heard.text, turn.heard.aspect
    if aspect == "with_me" and _RINGS_FOR_ME.search(text):
        return "refer"
    if aspect == "language" and _IN_A_LANGUAGE.search(text):
        return "language"
    return "wait" if aspect == "still_there" and _OF_A_WAIT.search(text) else None


_RINGS_FOR_ME = re.compile(r"\b(?:ring|call|phone|ask|apply|refer|contact)\s+(?:them\s+|it\s+|up\s+)?for\s+(?:me|us|him|her|them)\b", re.IGNORECASE)  # "can my sister ring for me"
_IN_A_LANGUAGE = re.compile(r"\binterpret\w*|\btranslat\w*|\b(?:speaks?|talks?)\s+(?:in\s+)?[a-z]+", re.IGNORECASE)
# "The last family waited 20 weeks. Is it still that bad"
_OF_A_WAIT = re.compile(r"\bwait\w*|\bqueue|\b(?:weeks|months|years?)\b(?!\s+ago)|\bstill\s+(?:that|as|so)\s+(?:bad|long|slow)\b", re.IGNORECASE)


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
# "Does anyone do travel training", "could he get a taxi instead", "I'd need help on the bus, never been on one on my own": to get about is the need.
_WANTS_A_WAY = re.compile(
    r"\b(?:get|have|need|give|entitled\s+to|apply\s+for)\b.{0,15}\b(?:taxi|bus\s+pass|escort|(?:school|free)\s+transport)\b|\btravel\s+train\w*|\b(?:bus|train|metro|taxi|travel\w*)\b.{0,40}\b(?:by\s+(?:him|her|my|them)sel(?:f|ves)|on\s+(?:his|her|my|their)\s+own|alone|independent\w*)\b|\bneeds?\s+(?:some\s+)?help\s+(?:getting|to\s+get|on\s+the)\b|\b(?:learn|teach|taught)\w*\b.{0,20}\b(?:bus|train|travel\w*)\b",
    re.IGNORECASE,
)
_NAMES_A_NEED: dict[Aspect | None, frozenset[str]] = {
    "plan": frozenset({"ehc_plan"}),
    **dict.fromkeys(("language", "say", "simpler"), frozenset({"language_eal"})),
    # "Do they come into the school or is it two buses to a clinic": how the family gets to the help, and no way to school.
    **dict.fromkeys(("visit", "travel", "where", "remote"), frozenset({"transport"})),
}
_ASKS_OF_THEM = re.compile(r"(?:^|[.,;!?]\s*|\b(?:and|so|but|ok|right)\s+)(?:do|does|is|are|will|would|what|how)\s.{0,30}\b(?:ones?|they|it|them|that|this|these|those)\b", re.IGNORECASE)
# What an entry tells better than the checked answer of such words: "is it free?"
_TOLD_BY_ENTRIES = frozenset({"is-it-free", "interpreter-free", "who-can-refer-therapy"})
_STILL_RUNS = re.compile(r"\b(?:still|running|runs|going|exists?|clos\w+|shut|dead|rings?\s+out|no\s*(?:body|one)\s+answers?|works?|working|anymore|any\s+more|up\s+to\s+date|out\s+of\s+date|leaflet|defunct)\b", re.IGNORECASE)


def _has_a_checked_answer(turn: Turn) -> bool:
    """Whether a checked question is asked for sure, or likelier than one about the list: "is it free to appeal"."""
    found = turn.checked_question()
    return found is not None and found.id not in _TOLD_BY_ENTRIES and (turn.heard.questions[0][1] >= OUTRIGHT or not turn.heard.asks_of_the_list)


_OF_THE_LIST = frozenset({"refer", "visit", "cost", "wait", "hours", "text", "runs", "contact"})
_LONGEST_GRUMBLE = 30  # words


def where_we_were(turn: Turn) -> Answer | None:
    """ "Right, sorry, I'm back, where were we": what stands, and not where services meet families."""
    asks = turn.heard.length <= ONE_MATTER and not turn.new_needs and _WHERE_WERE_WE.search(turn.heard.text)
    return recap(turn.as_before()) if asks else None


_WHERE_WERE_WE = re.compile(
    r"\bwhere\s+(?:(?:were|was|wor)\s+(?:we|i)\b(?!\s+(?:meant|supposed|told|to|born|living|going)\b)|(?:have|had|did)\s+(?:we|i)\s+(?:got|get|leave|left|finish|stop)\b(?!\s+(?:it|him|her|them|this|that)\b)|are\s+we\s+up\s+to\b)", re.IGNORECASE
)


def about_a_named_one(turn: Turn) -> Answer | None:
    """ "What time is SENDIASS open", "CAMHS crisis number": a few words that name a service and ask for its number, hours or cost, or
    whether it takes an age, whatever they were taken for."""
    text = turn.heard.text
    if turn.heard.length > FEW_WORDS or turn.answers_question or turn.heard.locality:
        return None
    named = naming.named(text, turn.directory, turn.memory.shown)
    if not named:
        return None
    if not all(any(one.meets(need) for one in named) for need in turn.heard.said):  # "open to early help, 6yo, behaviour" asks for help
        return None
    taken = choosing.whether_taken(turn.as_before())
    asks = not turn.heard.ages and _NUMBER_HOURS_COST.search(text)
    return taken or (about(turn.as_before()) if asks else None)


def about_only_a_name(turn: Turn) -> Answer | None:
    """ "Kouth", "makign changes together": nothing but a name, which no classifier has learnt."""
    heard = turn.heard
    if turn.answers_question or heard.needs or heard.ages:
        return None
    if heard.intent == "ask_faq" and turn.checked_question():  # "portage" alone asks what it is
        return None
    service = naming.only_named(heard.text, turn.directory)
    return everything(service, turn.as_before()) if service else None


def about_a_need_shown(turn: Turn) -> Answer | None:
    """ "How do I get a bus pass for him", where the list already meets that need: the first in it that does."""
    if not turn.heard.needs or not _HOW_TO_GET.search(turn.heard.text):
        return None
    service = next(iter(for_the_need(shown_services(turn), turn)), None)
    return everything(service, turn) if service else None


_HOW_TO_GET = re.compile(r"\b(?:how|where|who)\s+(?:do|can|would|should)\s+(?:i|we)\s+(?:get|apply|ask|ring|see|contact|speak|talk|go|sort|start)\b|\bwho(?:'?s|\s+is|\s+are)?\s+(?:the\s+(?:one|person|team)\s+(?:for|that\s+helps)|(?:it\s+that\s+)?(?:helps?|deals?|does|sorts?|sees?|can\s+help))\b", re.IGNORECASE)
_NUMBER_HOURS_COST = re.compile(
    r"\bnumber\b(?!\s+of\b)|\be-?mail\s+address|\bopening\s+(?:times?|hours)|\bwhat\s+(?:time|days?)\b|\b24\s*(?:hrs?|hours?)\b"
    r"|^\W*(?:is|are)\b.{0,40}\bfree\W*$|\b(?:does|do|will)\b.{0,40}\b(?:cost|charge)\b"
    r"|\b(?:is|are|when|what|do|does)\b.{0,30}\bopen\b(?!\s+(?:to|with|an?|the|his|her|access)\b)",
    re.IGNORECASE,
)
