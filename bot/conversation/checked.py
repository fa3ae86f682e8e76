"""The checked answers of faq/: after another one, to what stands in the enquiry, or asked outright."""

from __future__ import annotations

import dataclasses
import re
from typing import NamedTuple

from bot.answer.cards import card
from bot.answer.faq import OUTRIGHT, Faq
from bot.answer.plan_words import whom_to_reach
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation import refusals
from bot.conversation.asking import A_PHRASE, A_QUESTION, ASKS_SOMEWHERE
from bot.conversation.memory.needs import DOMESTIC_ABUSE
from bot.conversation.plans import Answer
from bot.conversation.questions import GO_ON
from bot.conversation.shown import aspects, entries
from bot.conversation.shown.naming import by_name
from bot.conversation.turn import Turn

SHORT_QUESTION = 9  # words of a question that leaves out what it is about
_WITH_A_LEAD = 14  # words of one with what it comes of: "school say they're going to fine me, can they do that"
_NEXT_QUESTION = 16  # words of one right after a checked answer
# "Are they even allowed to do that", "they are allowed to do this?", "surely that's illegal", "on what grounds".
_ALLOWED = re.compile(
    r"(?:^|[.,;!?])\W*(?:but |and |so )?(?:(?:are|can|is|should)\s+(?:they|it|that|this|school|the\s+school)\s+(?:(?:even|really|actually|legally|lawfully|just)\s+)*(?:allowed|aloud|legal|lawful|do\s+(?:that|this))\b"
    r"|(?:they|school|the\s+school)(?:'?re|\s+are|\s+is|'?s)\s+(?:not\s+|really\s+|even\s+)*(?:allowed|aloud)\b(?=\s+to\s+do\s+(?:that|this|it)\b|\W*$|\W+(?:are|is|r)\b)"
    r"|(?:surely\s+|i\s+thought\s+)?(?:that|this|it)(?:'?s|\s+is|\s+was|\s+can(?:'?t|not)\s+be|\s+must\s+be)\s+(?:surely\s+|just\s+|not\s+|even\s+|against\s+the\s+)*(?:illegal|legal|lawful|unlawful|allowed|law|discrimination)\b"
    r"|(?:on|under)\s+what\s+(?:grounds|law|basis)\b)",
    re.IGNORECASE,
)
_SENT_OUT = "exclusion_suspension"
# The checked answer to that, by what stands, where what comes before the question (or the whole message) is of the same.
_RULE_OF = {
    _SENT_OUT: ("sent-home-early", re.compile(r"^\W*$|\b(?:home|exclu\w*|suspen\w*|sen[dt]\w*|out\s+of\s+(?:class|school)|timetable)\b", re.IGNORECASE)),
    "toileting_continence": ("nappies-at-school", re.compile(r"\b(?:napp\w+|toilet\w*|potty|pull[\s-]?ups?|accidents?|wets?|soil\w*)\b", re.IGNORECASE)),
    "transport": ("school-transport-refused", re.compile(r"\b(?:refus\w+|turned|said\s+no|stopp\w+|cut|taken|cancel\w*)\b", re.IGNORECASE)),
    "sen_support_school": ("disability-discrimination", re.compile(r"\b(?:trips?|clubs?|left\s+out|punish\w*|detentions?|(?:won'?t|not|n'?t)\s+(?:let|allow|take|have)|because\s+(?:he|she)(?:'?s|\s+is)|treat\w*)\b", re.IGNORECASE)),
}
# Said of a plan that was asked for: the way on is an appeal, and nobody who helps with one is taken out.
PLAN_REFUSED = "ehc-refused"
# Asked right after an alarm for a child whom somebody hurts.
_WHAT_TO_SAY = re.compile(
    r"\bwhat\s+(?:do|should|can|would|could)\s+(?:i|we)\s+(?:say|tell)(?:\s+to)?\s+(?:her|him|my\s+(?:son|daughter|lad|lass|child|bairn)|the\s+(?:child|bairn|lad|lass|girl|boy)|a\s+child)\W*$"
    r"|\bhow\s+do\s+i\s+(?:talk|speak)\s+to\s+(?:her|him)\W*$",
    re.IGNORECASE,
)
_CHILD_TOLD = "child-tells-of-harm"


class _AskedOf(NamedTuple):
    """``words`` that ask the entry ``id`` of faq/ where ``need`` stands and none of ``unless``; what they may sound like besides is no other need."""

    need: str
    words: re.Pattern[str]
    id: str
    unless: tuple[str, ...] = ()
    sounds_like: tuple[str, ...] = ()
    with_a_plan: bool = False


_APPEALS = re.compile(r"\b(?:how|can|could|where|when|should|want\s+to|going\s+to|like\s+to|gonna)\b.*\bappeal\b(?!\s+to\s+(?:him|her|them|me|us|his|their|my|your)\b)", re.IGNORECASE)
_HOW_LONG_TO_DISPUTE = re.compile(
    r"\b(?:how\s+long|by\s+when|how\s+many\s+(?:days|weeks))\b.{0,12}\b(?:have|do|did|must|should)\s+(?:i|we)\b.{0,20}\b(?:appeal\w*|challeng\w+|dispute|argue|object|ask\s+(?:them\s+)?(?:to\s+look|again)|tell\s+them|fight|reconsider\w*|(?:got|have)\W*$)|\b(?:deadline|time\s+limit)\b.{0,25}\b(?:appeal\w*|challeng\w+|reconsider\w*)",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(r"^\W*(?:(?:so|and|but|we|i|they|it|got|were|was|been|us|have|just)\W+)*(?:turned\s+(?:us\s+|him\s+|her\s+|it\s+)?down|refused|rejected|knocked\s+(?:us\s+|it\s+)?back)(?:\s+(?:us|it|him|her|again|already|though|tho))?\W*$", re.IGNORECASE)
_PAYS = re.compile(r"\bpay\s+(?:for\s+(?:it|one|that|the\s+assessment)\s+)?(?:ourselves|ourself|myself|privately)\b|\b(?:go|going|went|get\s+(?:it|one)(?:\s+done)?|done)\s+private(?:ly)?\b|\bprivate\s+(?:assessment|diagnosis|test)\b|\bwhat\s+about\s+(?:a\s+)?private\b", re.IGNORECASE)
_APPEAL_OF = {
    "transport": "school-transport-refused",
    "exclusion_suspension": "permanent-exclusion-challenge",
    "benefits_money": "benefit-decision-challenge",
}
_ASKED_OF = (
    _AskedOf(
        "ehc_plan",
        re.compile(r"\b(?:how\s+(?:long|many\s+(?:weeks|days))|by\s+when)\b.*\b(?:council(?!\s+(?:tax|hous\w+|tenan\w+))|la|local\s+authority)\b.*\b(?:answer|decide|reply|take|got|have|respond)|\b(?:council|la)\b.*\b(?:deadline|time\s+limit)", re.IGNORECASE),
        "ehc-how-long",
    ),
    _AskedOf(
        "ehc_plan",
        re.compile(r"^\W*(?:(?:so|and|ok|but)\W+)*(?:how\s+long\s+(?:have|do)\s+(?:i|we)\s+(?:got|have)(?:\s+to\s+(?:appeal|challenge)(?:\s+(?:it|that))?)?|(?:what(?:'?s|\s+is)\s+the|is\s+there\s+a)\s+(?:deadline|time\s+limit)\s+(?:for|to|on)\s+(?:an?\s+|the\s+)?(?:appeal\w*|challeng\w+|mediation)(?:\s+(?:it|that))?)\W*$", re.IGNORECASE),
        "ehc-appeal",
    ),
    _AskedOf(
        "ehc_plan",
        re.compile(r"\b(?:who|some(?:one|body)|any(?:one|body)|a\s+friend|my\s+(?:mam|mum|dad|sister|friend|partner))\b.*\b(?:come|go)\s+(?:along\s+)?with\s+(?:me|us)(?:\s+to\s+(?:it|that|the\s+(?:meeting|review)))?\W*$", re.IGNORECASE),
        "ehc-annual-review",
        unless=("leisure_friends", "short_breaks_respite", "carer_parent_support"),
        with_a_plan=True,
    ),
    # The review of a bus or a taxi is not the tribunal's appeal about a plan; where two of these stand, nobody can tell which is meant.
    *(
        _AskedOf(need, _APPEALS, id, unless=("ehc_plan", *(_APPEAL_OF.keys() - {need})), sounds_like=("ehc_plan",))
        for need, id in _APPEAL_OF.items()
    ),
    _AskedOf("benefits_money", _HOW_LONG_TO_DISPUTE, _APPEAL_OF["benefits_money"], unless=("ehc_plan", "transport", "exclusion_suspension")),
    _AskedOf("school_choice_placement", re.compile(r"\bwho\s+(?:is\s+it\s+that\s+)?(?:decides?|chooses?|picks?|has\s+the\s+(?:last|final)\s+(?:say|word))\b", re.IGNORECASE), "school-choice", sounds_like=("ehc_plan", "sen_support_school")),
    _AskedOf("school_choice_placement", re.compile(r"\b(?:disagree\w*|don'?t\s+(?:agree|want|like)|not\s+happy|refuse)\b.{0,20}\b(?:what|which|where|the\s+school|the\s+one)\b.{0,12}\b(?:they|council|la|name\w*|picked|chose\w*)\b", re.IGNORECASE), "school-choice", sounds_like=("ehc_plan", "sen_support_school")),
    _AskedOf("transport", _TURNED_DOWN, _APPEAL_OF["transport"], unless=("ehc_plan", "benefits_money")),
    _AskedOf("benefits_money", _TURNED_DOWN, _APPEAL_OF["benefits_money"], unless=("ehc_plan", "transport")),
    _AskedOf("exclusion_suspension", re.compile(r"\b(?:how\s+many\s+(?:days|times)|how\s+long)\b.{0,20}\b(?:can|could|may|allowed|are)\b.{0,25}\b(?:do|suspend\w*|exclude\w*|send\w*|keep\w*|give|kick\w*|be)\b", re.IGNORECASE), "suspended-rights"),
    *(_AskedOf(need, _PAYS, "private-diagnosis") for need in ("autism_assessment", "adhd_assessment")),
    _AskedOf("transport", re.compile(r"\b(?:deadlines?|last\s+date|by\s+when|cut\s?-?off)\b.{0,30}\bappl(?:y|ying|ications?)\b|\bappl(?:y|ying|ications?)\b.{0,20}\b(?:deadlines?|by\s+when|cut\s?-?off)\b|\bwhen\b.{0,12}\b(?:have\s+to|got\s+to|must|need\s+to|should)\b.{0,12}\b(?:in(?:\s+by)?\s*\W*$|sent\s+(?:in|off)|apply)\b", re.IGNORECASE), "transport-when-apply", sounds_like=("ehc_plan",)),
    _AskedOf("transport", re.compile(r"\bwho(?:'?s|\s+is)?\s+pay(?:s|ing)?\b", re.IGNORECASE), "transport-who-pays", sounds_like=("benefits_money",)),
    _AskedOf("complex_medical", re.compile(r"\bswim(?:s|ming)?\b|\bin\s+the\s+pool\b", re.IGNORECASE), "epilepsy-swimming", sounds_like=("leisure_friends", "physical_disability")),
    _AskedOf(
        "school_attendance_refusal",
        re.compile(r"\b(?:fined(?:\s+(?:me|us))?|fine\s+(?:me|us))\W*$|\b(?:going\s+to|gonna|gunna|threaten\w*\s+to|can|will)\s+fine\s+(?:me|us)\b|\bget\s+a\s+fine\W*$|\bpay\s+(?:the|a|that)\s+fine\b", re.IGNORECASE),
        "attendance-fines",
        sounds_like=("sen_support_school",),
    ),
)


def by_what_stands(turn: Turn) -> Answer | None:
    """The answer to a question that leaves out what it is about: the enquiry or the last answer tells."""
    return (
        _a_word(turn)
        or _next_faq(turn)
        or _of_the_topic(turn)
        or _asks_for_money(turn)
        or _of_the_plan(turn)
        or _is_it_allowed(turn)
        or _at_school_in_care(turn)
        or _plan_refused(turn)
        or _of_what_stands(turn)
        or _told_of_harm(turn)
        or _if_a_parent_objects(turn)
    )


def asked_outright(turn: Turn) -> Answer | None:
    """A question with a checked answer, asked so plainly that it does not matter what else it was taken for."""
    return _of_a_relative(turn) or _asked_in_full(turn)


def _of_a_relative(turn: Turn) -> Answer | None:
    """ "The social worker says I need a special guardianship for my grandson, he's 4": what there is for whoever brings him up, before what is hard is asked."""
    if turn.memory.needs or turn.answers_question or turn.heard.length > _WITH_A_STORY or turn.heard.intent not in ("find_service", "ask_faq", "nlu_fallback"):
        return None
    id = next((id for id, words in _RELATIVES.items() if words.search(turn.heard.text)), "")
    return _checked(id, turn) if id else None


_RELATIVES = {
    "special-guardian-help": re.compile(r"\bspecial\s+guardian(?:s|ship)?\b|\bsgo\b", re.IGNORECASE),
    "kinship-carer-help": re.compile(r"\bkinship\b", re.IGNORECASE),
}


def _asked_in_full(turn: Turn) -> Answer | None:
    heard = turn.heard
    if turn.answers_question or (_tells_of_a_child(turn) and not _whoever_the_child_is(turn)):
        return None
    if turn.keeps_only_some:  # "just the internship one for now"
        return None
    if turn.before.needs and turn.new_needs:  # "something for me, I feel so alone"
        return None
    found = turn.checked_question(sure=OUTRIGHT)
    if found and _OF_A_RULE.search(heard.text) and heard.said <= set(found.needs):
        return faq_reply(found, turn)
    if found and heard.intent == "find_service" and heard.needs and found.question.startswith("What ") and not ASKS_SOMEWHERE.search(heard.text):
        return None  # "we are desperate for respite" asks for it, and not what it is
    about_the_list = found and found.id not in _OF_NO_ENTRY and turn.memory.shown and (aspects.find_aspect(heard.text) or entries.names_one(turn))
    return faq_reply(found, turn) if found and not about_the_list else None


def _tells_of_a_child(turn: Turn) -> bool:
    return bool(turn.heard.ages or turn.heard.locality) or turn.heard.length > _NEXT_QUESTION


def _whoever_the_child_is(turn: Turn) -> bool:
    """Whether what is asked is answered alike for every age and place, or nothing is told of that help could be looked for.

    "Phase transfer deadline year 6"; "kinship carer, grandson is 4, Consett", where the other way on is to ask what is hard.
    """
    of_a_rule = bool(_OF_A_RULE.search(turn.heard.text)) and turn.heard.length <= _NEXT_QUESTION
    return of_a_rule or (not turn.memory.needs and turn.heard.length <= _WITH_A_STORY)


# What the law or a council sets, for every child alike.
_OF_A_RULE = re.compile(r"\b(?:dead\s?lines?|time\s?(?:limit|scale|frame)s?|phase\s+transfers?|statutory|by\s+what\s+date|last\s+date)\b", re.IGNORECASE)
_WITH_A_STORY = 30  # words of a first message that asks something and names no need, or of a question behind what happened


def asked_of_what_stands(turn: Turn) -> Answer | None:
    """ "Can we fight it", "how far does it have to be": a question that leaves out what it is about, because what stands tells."""
    heard = turn.heard
    tells = heard.ages or heard.locality or turn.answers_question or turn.new_needs
    asks = heard.intent == "ask_faq" or (heard.intent in _MAY_ASK and ASKS_SOMEWHERE.search(heard.text))
    if tells or not asks or turn.keeps_only_some or turn.before.awaiting in GO_ON or heard.length > _NEXT_QUESTION or entries.names_one(turn):
        return None
    found = turn.faqs.of_what_stands(heard.questions, turn.before.needs)
    sure = found is not None and turn.checked_question() == found
    about_the_list = turn.memory.shown and aspects.find_aspect(heard.text) is not None  # "do any of these open of a night"
    return faq_reply(found, turn) if found and (sure or not about_the_list) else None


_MAY_ASK = frozenset({"ask_service_detail", "find_service", "deny", "nlu_fallback"})
# What no entry of the directory tells, however it is asked: "does the first one use interpreters?"
_OF_NO_ENTRY = frozenset({"interpreter-free"})


_WANTS_IT = re.compile(r"\b(?:would|'d)\s+(?:also\s+)?like\s+(?:an?|to\s+(?:ask\s+for|apply\s+for|get|have))\b|\b(?:we|i|they|parents?|mum|mam|dad|he|she)\s+(?:also\s+|now\s+|really\s+)*(?:wants?|needs?)\s+(?:to\s+(?:ask|apply)\s+for\s+)?an?\b|\b(?:can|could)\s+(?:i|we|he|she|they)\s+(?:also\s+)?(?:get|claim|have|apply\s+for)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:i|we|he|she|they|it|you|want\w*)\b", re.IGNORECASE)
_GO_ON_FIRST = "go_on_first"


def faq_reply(found: Faq, turn: Turn) -> Answer:
    """The answer with its services, and how to go on with the enquiry."""
    # A question about plans is no request for one: what stood before stands.
    services = turn.directory.all_of(found.services)
    # "Is he too old for it at 4?" asks of the one that the question named.
    focus = services[0].id if services and services[0] in by_name(found.question, turn.directory) else turn.memory.focus
    only_names_it = turn.heard.length <= A_PHRASE and not A_QUESTION.search(turn.heard.text) and not _SOMEBODY.search(turn.heard.text)  # "dla sight loss"
    asks_for_it = only_names_it or _WANTS_IT.search(turn.heard.text) is not None  # "his parents would also like an EHC assessment. Who do they ask?"
    needs = turn.memory.needs if asks_for_it else turn.before.needs or turn.memory.needs
    memory = dataclasses.replace(turn.memory, topic=found.topic, needs=needs, focus=focus)
    # Somebody who opens with a need is told whom to reach in so many words, not only on a card.
    opens_with_a_need = bool(turn.heard.needs) or turn.heard.intent == "find_service"  # "left out of the trip again", heard as no need
    who = whom_to_reach(services[0]) if services and opens_with_a_need and not turn.before.shown else ""
    stands = "go_on" if turn.before.shown else _GO_ON_FIRST
    words = GO_ON.get(memory.awaiting, stands)
    said_before = words == _GO_ON_FIRST and _GO_ON_FIRST in memory.asked  # "do you want help with this?" is asked once
    going_on = say(words, memory.voice) if memory.needs and not said_before else ""
    memory = dataclasses.replace(memory, asked=(*memory.asked, words)) if words == _GO_ON_FIRST and going_on else memory
    said = "\n\n".join(part for part in (found.answer, who, going_on) if part)
    return Reply(said, services=tuple(map(card, services))), memory


def _next_faq(turn: Turn) -> Answer | None:
    """ "And what if they say no?", right after an answer about plans."""
    short = turn.heard.length <= _NEXT_QUESTION and not turn.answers_question
    found = turn.faqs.find_next(turn.before.topic, turn.heard.text) if short and turn.before.topic else None
    return faq_reply(found, turn) if found else None


def _a_word(turn: Turn) -> Answer | None:
    """ "Diagnos what mean": the word is explained, and what it sounds like besides is no new need."""
    heard, before = turn.heard, turn.before
    if turn.answers_question or heard.ages or heard.locality or heard.length > SHORT_QUESTION:
        return None
    if not _ASKS_MEANING.search(heard.text):  # "can she self refer"
        return None
    found = turn.faqs.find(heard.text, heard.questions, sure=OUTRIGHT)
    if found is None or found.topic != _WORD:
        return None
    return faq_reply(found, turn.with_memory(needs=before.needs, children=before.children))


_WORD = "word"  # topic of the entries that explain one
_ASKS_MEANING = re.compile(r"\bmean\w*\b|\bexplain\b|\bwords?\b|\bunderstand\b|\bw(?:hat|ot)(?:'?s|\s+is|\s+are)\b|\?\s*what\b", re.IGNORECASE)


def _of_the_topic(turn: Turn) -> Answer | None:
    """ "And for the post-16 transfer?", after an answer about plans: still of the plan, though a bus to college shares a word with it."""
    heard, topic = turn.heard, turn.before.topic
    if not topic or turn.answers_question or turn.keeps_only_some or _tells_of_a_child(turn):
        return None
    found = turn.faqs.of_the_topic(heard.questions, topic)
    if found is None or turn.new_needs - set(found.needs) or entries.names_one(turn):
        return None
    asks = heard.intent == "ask_faq" or ASKS_SOMEWHERE.search(heard.text)
    about_the_list = turn.memory.shown and aspects.find_aspect(heard.text) is not None and turn.checked_question() != found
    return faq_reply(found, turn) if asks and not about_the_list else None


def _asks_for_money(turn: Turn) -> Answer | None:
    """ "I can't work because of it, is there any money", of a child whose help stands: what there is, and not one card among six."""
    if not turn.before.needs or turn.new_needs != {_MONEY} or turn.answers_question or _tells_of_a_child(turn):
        return None
    found = turn.checked_question()
    if found is None or found.id not in _OF_MONEY:
        return None
    reply, memory = faq_reply(found, turn)
    return reply, dataclasses.replace(memory, needs=turn.memory.needs) if found.id == _TO_LIVE_ON else memory


_MONEY, _TO_LIVE_ON = "benefits_money", "money-cannot-work"  # "how much money I pay" and "what is DLA" ask for none
_OF_MONEY = frozenset({_TO_LIVE_ON, "dla-what", "carers-allowance-what", "is-it-free"})  # what there is to be had, and not "they refused it"


def _of_the_plan(turn: Turn) -> Answer | None:
    """ "Can a parent ask or does it have to be school", "how many weeks does it all take", where an EHC plan alone is asked for or stands
    with the school: what the law says of the plan, and not of the services shown."""
    heard, before = turn.heard, turn.before
    asked_last = before.needs[:1] == ("ehc_plan",)  # what is new stands first
    if "ehc_plan" not in before.needs or (set(before.needs) - _WITH_A_PLAN and not asked_last) or heard.length > _WITH_A_LEAD or turn.answers_question:
        return None
    if heard.ages or heard.locality or heard.said - {"ehc_plan"} or _OF_THE_LIST.search(heard.text):
        return None
    id, chance = heard.questions[0]
    entry = turn.faqs.get(id) if chance >= _LIKELY else None
    return faq_reply(entry, turn) if entry and entry.topic == "ehc" and not entries.names_one(turn) else None


_WITH_A_PLAN = frozenset({"ehc_plan", "school_choice_placement", "sen_support_school"})
_OF_THE_LIST = re.compile(r"\b(?:they|them|these|those|there|one)\b", re.IGNORECASE)
_LIKELY = 0.6


def _is_it_allowed(turn: Turn) -> Answer | None:
    """ "Are they even allowed to do that?" of a child who is sent home, or whom nursery turns away in nappies: the rule, not whom the services
    shown are for."""
    asked = _ALLOWED.search(turn.heard.text) if turn.heard.length <= _WITH_A_STORY else None
    if asked is None or turn.heard.ages or turn.heard.locality or turn.new_needs - {_SENT_OUT}:
        return None
    lead = turn.heard.text[: asked.start()]  # "the GP won't refer him, can they do that"
    id = next((id for need, (id, words) in _RULE_OF.items() if need in turn.before.needs and words.search(lead)), "")
    return _checked(id, turn) if id else None


def _at_school_in_care(turn: Turn) -> Answer | None:
    """ "Does he get extra at school with being looked after?", where help for him stands: the team that watches over it."""
    short = turn.heard.length <= _WITH_A_LEAD and turn.before.needs and not turn.answers_question and not turn.new_needs
    return _checked(_VIRTUAL_SCHOOL, turn) if short and _IN_CARE_AT_SCHOOL.search(turn.heard.text) and not entries.names_one(turn) else None


_VIRTUAL_SCHOOL = "virtual-school-what"
_IN_CARE_AT_SCHOOL = re.compile(
    r"^(?=.*\b(?:looked\s*-?\s*after|in\s+care|foster(?:ed|ing|\s+(?:child|kid|bairn|lad|lass))?|lac)\b)(?=.*\b(?:school|college|nursery)\b)(?=.*\b(?:extra|more|help|support|money|funding|priority|plan|entitled|get)\b).*\?|\bpep\s+meeting|\bpersonal\s+education\s+plan\b",
    re.IGNORECASE | re.DOTALL,
)


def _plan_refused(turn: Turn) -> Answer | None:
    """ "They refused it last week", of an EHC plan: what can be done about it."""
    short = turn.heard.length <= SHORT_QUESTION and not turn.answers_question
    if not short or "ehc_plan" not in turn.before.needs or not refusals.of_the_plan_that_stands(turn.heard.text):
        return None
    if turn.heard.said - {"ehc_plan"} or entries.names_one(turn):  # "they refused DLA"
        return None
    return _checked(PLAN_REFUSED, turn)


def _of_what_stands(turn: Turn) -> Answer | None:
    """ "How long has the council got to answer me?", "how do I appeal": a few words that the need asked for gives their sense."""
    if turn.heard.length > _WITH_A_LEAD or turn.answers_question or turn.heard.locality or turn.heard.ages:
        return None
    asked = next((one for one in _ASKED_OF if _is_asked(one, turn)), None)
    # Looking for a name takes longer than all of the above, so it comes last.
    return _checked(asked.id, turn) if asked and not entries.names_one(turn) else None


def _is_asked(asked: _AskedOf, turn: Turn) -> bool:
    stands = asked.need in turn.before.needs and not set(asked.unless) & set(turn.before.needs)
    if not stands or (asked.with_a_plan and not turn.memory.has_ehc_plan):
        return False
    other = turn.heard.said - {asked.need, *asked.sounds_like}  # "I want to appeal his exclusion"
    return not other and bool(asked.words.search(turn.heard.text))


def _told_of_harm(turn: Turn) -> Answer | None:
    """ "What do I say to her?", after an alarm for a child who is harmed."""
    of_a_child = turn.memory.voice != "young_person" and DOMESTIC_ABUSE not in turn.before.needs
    if turn.before.alarm != "safeguarding" or not of_a_child or turn.heard.length > SHORT_QUESTION or not _WHAT_TO_SAY.search(turn.heard.text):
        return None
    return _checked(_CHILD_TOLD, turn)


def _if_a_parent_objects(turn: Turn) -> Answer | None:
    """ "What if mum says no": who has to agree, and not what to do when a team turns the family down."""
    asks = turn.before.shown and turn.heard.length <= SHORT_QUESTION and not turn.answers_question and _A_PARENT_OBJECTS.search(turn.heard.text)
    return _checked(_WHO_AGREES, turn) if asks else None


_WHO_AGREES = "who-can-sign"
_A_PARENT_OBJECTS = re.compile(
    r"\b(?:what|wot|but)\s+(?:happens\s+)?if\s+(?:(?:his|her|their|the|my|one|a)\s+)?(?:mum|mam|mother|dad|father|parents?|family|ex)\s+(?:says?\s+no|objects?|refuses?|disagrees?|(?:won'?t|doesn'?t|don'?t|will\s+not)\s+(?:agree|consent|sign|want\s+it|allow\s+it|let\s+(?:us|me|him|her)))\b",
    re.IGNORECASE,
)


def _checked(id: str, turn: Turn) -> Answer | None:
    """The checked answer of this id; None where a content owner took it out."""
    found = turn.faqs.get(id)
    return faq_reply(found, turn) if found else None
