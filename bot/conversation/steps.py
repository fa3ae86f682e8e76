"""What each kind of message is answered with. Pure: a turn goes in, a reply and the new memory come out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bot.answer.cards import card
from bot.answer.faq import Faq
from bot.answer.plan_words import in_order_shown, whom_to_reach
from bot.answer.reply import Button, Reply
from bot.answer.voices import in_voice
from bot.answer.words import need_texts, say
from bot.conversation import (
    alarms,
    cases,
    checked,
    elsewhere,
    feedback,
    hubs,
    one_child,
    people,
    this_chat,
)
from bot.conversation.asking import A_QUESTION
from bot.conversation.memory.meant import FOR_THE_WRITER
from bot.conversation.people import people_for, person_line
from bot.conversation.plans import FEELINGS, Answer, offer, person_reply, plan_for
from bot.conversation.questions import GO_ON, next_question
from bot.conversation.shown import aspects, choosing, entries, follow_up
from bot.conversation.shown.narrow import which_it_was
from bot.conversation.turn import Turn
from bot.directory.match import Plan
from bot.enquiry import Locality
from bot.nlu.questions import MOST_OF_AN_ENQUIRY

Step = Callable[[Turn], Answer]

# A choice question helps only while few choices are plausible.
_CHOICES = 4
_POLITE = re.compile(r"\b(?:thanks?|thank\s+you|ta|cheers|fine|all\s+(?:right|good|i)|later|now|else|bye)\b", re.IGNORECASE)
_BARE_NO = 5  # words of a no to nothing in particular
# Offered where a message gives no hint at all.
_COMMON_NEEDS = ("speech_language", "behaviour", "anxiety_emotional", "sen_support_school")
_WHY = {"age": "why_age", "place": "why_place"}
_RATHER_NOT = re.compile(
    r"\b(?:rather\s+not|(?:don'?t|do\s+not)\s+(?:want|wish|like|have)\s+to|not\s+(?:saying|telling|comfortable)|none\s+of\s+your|prefer\s+not|why\s+do\s+you\s+(?:need|want)\s+to\s+know|no\s+thanks?)\b",
    re.IGNORECASE,
)
_WHY_ASKED = re.compile(
    r"\b(?:does|do)\s+(?:it|that|you)\s+(?:really\s+)?(?:matter|need)\b|\bwhy\s+(?:do|are|does|would|is)\s+(?:you|it|that)\b.{0,20}\b(?:need|want|ask\w*|matter)\b|\bwhat(?:'s|s|\s+has|\s+does)\s+(?:that|it|my\s+\w+|where\b.{0,12})\s+(?:got\s+)?(?:to\s+do|matter)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\bnot\s+what\s+(?:i|we)\s+(?:meant|said|asked|wanted|mean|need(?:ed)?)\b|\b(?:got|have)\s+(?:it|that|me|this)\s+(?:all\s+)?wrong\b|\bmis(?:understood|heard)\b|\bnot\s+listening\b"
    r"|\b(?:not|never|didn'?t|haven'?t)\s+(?:really\s+)?answer(?:ed|ing)?\s+(?:that|me|my\s+question|what\s+i)\b|\bthat\s+(?:doesn'?t|didn'?t)\s+answer\b",
    re.IGNORECASE,
)
_ASKS_FOR_ALL = re.compile(
    r"\bwho\s+(?:else\s+)?(?:can|could|will|would)\s+(?:i|we)\b|\bwho\s+(?:else\s+)?(?:can|could|will|would)\b.{0,40}\bhelp\b|\b(?:can|could|will|would)\s+(?:any|some)(?:one|body)\s+(?:else\s+)?help\b|\bwhat\s+(?:else\s+)?(?:can|could|do)\s+you\s+(?:give|offer|do|have|suggest)\b"
    r"|\b(?:what|anything|something|owt|summat)\b.{0,20}\b(?:do|try)\b.{0,20}\b(?:meantime|mean\s+time|at\s+home|until\s+then|while\s+(?:i|we)(?:'re|\s+are|\s+am|'m)?\s+wait\w*)"
    r"|\bwhat(?:'s|\s+is|\s+help\s+is)\s+there\b|\bwhere\s+(?:do|can)\s+(?:i|we)\s+(?:go|start|turn)\b",
    re.IGNORECASE,
)
_FOR_A_CHILD = re.compile(r"^\W*(?:(?:and|ok|so|what|who|anything|owt|now)\W+)*(?:about|for|with)\s+(?:\[name\]|(?:my|our|the|his|her)\s+\w+|him|her)(?:\W+then)?\W*$", re.IGNORECASE)
_OLD, _WHERE = re.compile(r"\b(?:how\s+old|age)\b", re.IGNORECASE), re.compile(r"\b(?:where|live|town|village|postcode|address)\b", re.IGNORECASE)
_WHO_KNOWS = re.compile(
    r"\b(?:will|wil|do|does|can|could|would|wud|are|is|r)\s+(?:you|u|they|anyone|anybody|school|it|this|the\s+\w+|my\s+\w+)\b.{0,25}\btell(?:ing)?\s+"
    r"(?:on\s+me|(?:my|me|the)\s+(?:mam|mum|mom|dad|parents?|nana|gran|family|school|teachers?|police|doctor|gp|social)|anyone|anybody|any1|school|people)\b"
    r"|\b(?!do\s+you\s+know\b)(?:will|wil|does|do|would|wud|can|could|are|is)\s+(?:you|my|me|anyone|anybody|they|school|this|it|the)\b.{0,30}\b(?:find\s+out|told|get\s+to\s+know|know(?:\s+(?:about|i|what|that|if)\b|\W*$)|see\s+this)"
    r"|\bwho\s+(?:else\s+)?(?:can|will|gets\s+to)\s+(?:see|read|look\s+at)\s+(?:this|it|what)\b"
    r"|\b(?:private|secret|confidential|anonymous)\b",
    re.IGNORECASE,
)

# "Don't want mam knowing", "without my parents knowing", "don't tell my mam": said by the young, whether or not it is known that they are.
_NOT_MY_PARENTS = re.compile(
    r"\b(?:don'?t|do\s+not|divvent|without|can'?t\s+let)\b.{0,20}(?<!his )(?<!her )(?<!their )(?<!the )(?<!any )\b(?:mum|mam|mom|dad|parents?|family|foster\s+\w+|nana|gran)\b.{0,20}\b(?:know\w*|find(?:ing)?\s+out|involved|told|being\s+told|to\s+see)\b(?!\s+where\b)"
    r"|\b(?:don'?t|do\s+not|divvent)\s+(?:you\s+)?(?:tell|ring|text|let\s+on\s+to)\s+(?:(?:my|me|wor)\s+)?(?:mum|mam|mom|dad|parents?|family|foster\s+\w+|nana|gran)\b(?:\W+(?:about|it|this|please|pls|though|tho|yet|like))*\W*$",
    re.IGNORECASE,
)


def respond(turn: Turn, step: Step | None = None) -> Answer:
    """The answer to a turn. ``step`` is what Rasa's rules chose; None chooses by the intent that was heard.

    Before any step come an alarm and, in the order below, what people say in ways that no classifier tells apart from a
    new need: "that's not what I meant", the answer to "did this help?", what is plainly about the services shown.
    """
    # What the last checked answer was about holds for one message.
    turn = dataclasses.replace(turn, memory=dataclasses.replace(turn.memory, topic=""))
    if turn.heard.safety != "none":
        return _spoken(raise_alarm(turn), turn)
    step = None if turn.heard.doubted else step  # Rasa's rules chose that of the alarm
    answer = (
        entries.about_the_button(turn)
        or _misheard(turn)
        or alarms.next_words(turn)
        or _who_is_told(turn)
        or feedback.answer(turn)
        or which_it_was(turn)
        or (find_services(turn) if alarms.wants_to_carry_on(turn) else None)
        or this_chat.answer(turn)
        or _just_thanks(turn)
        or _starts_afresh(turn)
        or alarms.is_scared(turn)
        or _all_taken_out(turn)
        or _why_asked(turn)
        or _will_not_say(turn)
        or cases.back(turn)
        or checked.by_what_stands(turn)
        or elsewhere.of_the_post(turn)
        or one_child.for_which(turn)
        or one_child.answer(turn)
        or elsewhere.answer(turn)
        or hubs.answer(turn)
        or follow_up.where_we_were(turn)
        or follow_up.about_no_use(turn)
        or follow_up.of_few_words(turn)
        or follow_up.about_a_dead_number(turn)
        or choosing.whether_the_age_fits(turn)
        or follow_up.about_reaching_it(turn)
        or follow_up.about_the_plan(turn)
        or people.somebody_now(turn)
        or follow_up.about_a_named_one(turn)
        or checked.asked_outright(turn)
        or follow_up.about_one_sentence(turn)
        or follow_up.about_what_it_asks(turn)
        or checked.asked_of_what_stands(turn)
        or follow_up.about_only_a_name(turn)
        or _kind_thanks(turn)
        or _short_question(turn)
        or (step or _BY_INTENT.get(turn.heard.intent, fallback))(turn)
    )
    return _spoken(answer, turn)


def _spoken(answer: Answer, turn: Turn) -> Answer:
    """The reply in the voice of who asks, with urgent numbers kept in sight; questions left open that were."""
    reply, memory = answer
    if turn.heard.safety == "none":
        reply = alarms.keep_in_sight(reply, memory)
        reply = alarms.just_in_case(reply) if turn.heard.in_doubt else reply
        counted = feedback.counted_besides(turn)
        reply = dataclasses.replace(reply, feedback=counted) if counted else reply
        # "Did this help?" can only be answered at once: later, a yes or no is about something else.
        if turn.before.awaiting in ("helped", "missing", "tried", "alarm") and memory.awaiting == turn.before.awaiting:
            memory = dataclasses.replace(memory, awaiting="nothing")
    return in_voice(reply, memory.voice), memory


def find_services(turn: Turn) -> Answer:
    """The plan for everything that stands, then at most one question."""
    memory = turn.memory
    if not memory.needs:
        return _nothing_to_match(turn)
    plan = plan_for(memory, turn)
    if _is_the_same_again(plan, turn) and (told := _instead_of_the_same(turn)):
        return told
    question = next_question(memory, plan)
    reply, after = offer(plan, memory, turn, lead=_lead(turn), question=question)
    after = dataclasses.replace(
        after,
        seen=(),
        awaiting=question or "nothing",
        asked=(*memory.asked, question) if question else memory.asked,
    )
    return feedback.ask(reply, after) if question is None and feedback.may_ask(after) else (reply, after)


def _instead_of_the_same(turn: Turn) -> Answer | None:
    """What a question asks for, in place of the list that was just shown."""
    found = turn.checked_question() if turn.heard.questions else None
    if found:
        return checked.faq_reply(found, turn)
    return follow_up.about_a_need_shown(turn) or _list_stands(turn)


def _list_stands(turn: Turn) -> Answer | None:
    """ "Honestly it's one door after another": no question that is known and nothing new, so the list is not read out again."""
    aspect, asks = aspects.find_aspect(turn.heard.text), _ASKS_OF_THE_LIST.search(turn.heard.text)
    if turn.heard.says_something:  # "how long is the wait for speech therapy", where speech stands: a need that is named again is asked about
        told_of = bool(aspect and A_QUESTION.search(turn.heard.text))
    else:
        told_of = aspect in ("meanwhile", "say", "text", "contact") or bool(asks and aspect in ("hours", "travel", "visit", "does"))
    if told_of and (told := entries.answer(turn)):
        return told
    text = turn.heard.text
    if turn.heard.length > MOST_OF_AN_ENQUIRY and A_QUESTION.search(text):
        return None  # too long for the ranker to tell what it asks: the list may hold the answer
    return None if _ASKS_FOR_ALL.search(text) or _FOR_A_CHILD.search(text) or _states_what_stands(turn) else _nothing_new(turn)


def _nothing_new(turn: Turn) -> Answer:
    """One line in place of the list, and the nearest question that has an answer: a list of 500 words again tells nobody anything."""
    heard, voice = turn.heard, turn.memory.voice
    memory = dataclasses.replace(turn.memory, awaiting="nothing")
    asks = A_QUESTION.search(heard.text) is not None
    near = turn.faqs.near(heard.questions)[:_NEAR] if asks else ()
    if near:
        return _choose_or_ring("nearest_question", tuple(Button(entry.question, entry.question) for entry in near), turn), memory
    feels = _FELT & {said.need for said in heard.needs}
    words = "feelings_stand" if feels else "not_known" if asks else "no_rush" if _A_PAUSE.search(heard.text) else "list_stands"
    return person_reply(say(words, voice), memory, turn)


_NEAR = 2
_FELT = FEELINGS | {FOR_THE_WRITER}
# "Boiler man's here, hang on", "back in a sec".
_A_PAUSE = re.compile(r"\b(?:hang\s+on|hold\s+on|haad\s+on|brb|(?:one|1|a|wait\s+a)\s+(?:sec(?:ond)?|min(?:ute)?|moment|mo)|(?:i'?m|am|right|sorry)\s+back|back\s+(?:now|in)|at\s+the\s+door|door'?s|phone'?s)\b", re.IGNORECASE)


def _short_question(turn: Turn) -> Answer | None:
    """ "After that?", "right what now": while a list stands, a question of few words is about it, and no yes, no, thanks or goodbye."""
    heard, memory = turn.heard, turn.memory
    asks = heard.length <= _FEW and heard.intent in _SMALL and A_QUESTION.search(heard.text) and not _PARTING.search(heard.text)  # "is that all? ta, bye"
    if not asks or not memory.needs or turn.answers_question or heard.says_something:
        return None
    if not memory.shown:  # "so what instead", after a checked answer
        return find_services(turn)
    return entries.about_all_shown(turn) or choosing.answer(turn) or _nothing_new(turn)


_FEW = 5  # words
_PARTING = re.compile(r"\b(?:thanks?|thank\s+you|thx|ta|cheers|bye+|night|tara|ta-?ra)\b", re.IGNORECASE)
_SMALL = frozenset({"affirm", "deny", "thanks", "goodbye", "greet"})


_ASKS_OF_THE_LIST = re.compile(r"\?|\b(?:(?:is|are)\s+(?:there|any)|any(?:thing|one|body|where)?|which|when|do\s+they)\b", re.IGNORECASE)


def _is_the_same_again(plan: Plan, turn: Turn) -> bool:
    """Whether the message changed nothing that a plan is made of, so that the list would come again with no word about it."""
    before, memory = turn.before, turn.memory
    if not before.shown or before.awaiting == "alarm" or alarms.wants_to_carry_on(turn):
        return False
    stands = (set(before.needs), before.ages, before.locality) == (set(memory.needs), memory.ages, memory.locality)
    nothing_else = all(getattr(before, part) == getattr(memory, part) for part in _A_PLAN_IS_MADE_OF)
    # "He's my great grandson" tells who the child is, and changes no line of the list.
    return stands and (nothing_else or before.shown == tuple(result.service.id for result in in_order_shown(plan)))


_A_PLAN_IS_MADE_OF = ("children", "declined", "asked_for", "voice", "about_child", "has_diagnosis", "has_ehc_plan")


def correct_enquiry(turn: Turn) -> Answer:
    """What was wrong is already put right in the turn's memory; a cleared enquiry begins again."""
    stood = turn.before.needs or turn.before.children or turn.before.locality
    if stood and turn.memory.is_cleared:
        return Reply(say("restart")), turn.memory
    return find_services(turn)


def service_detail(turn: Turn) -> Answer:
    """The number, the way in, the next step of a service that was shown or is named."""
    # "And for Jack?": the name is taken out before anything is kept, so the list for everybody is the answer.
    for_whom = bool(_ASKS_FOR_ALL.search(turn.heard.text) or _FOR_A_CHILD.search(turn.heard.text))
    asks_for_all = bool(turn.memory.needs) and for_whom and not entries.names_one(turn)
    if turn.answers_question or asks_for_all or _tells_something_new(turn):
        return find_services(turn)
    return entries.answer(turn) or find_services(turn)


def _tells_something_new(turn: Turn) -> bool:
    """Whether what was taken for a question about the list changes the enquiry, and names none of the list."""
    before, memory = turn.before, turn.memory
    new_need = bool(before.needs) and not set(memory.needs) <= set(before.needs)
    # "What about the one in Bishop?", "postcode is DH7 8 something": where none stood, what asks nothing tells where they live.
    new_place = memory.locality != before.locality and (before.locality is not None or aspects.find_aspect(turn.heard.text) is None)
    new_child = bool(before.children) and len(memory.children) > len(before.children)  # "the same for my daughter, she's 7"
    # "Is that free? My son is 4 and not talking, Bishop Auckland", before anything was shown, is no question about the hub there.
    opens = not before.shown and bool(turn.heard.needs and turn.heard.ages)
    return opens or turn.keeps_only_some or _states_what_stands(turn) or ((new_need or new_place or new_child) and not entries.names_one(turn))


def _states_what_stands(turn: Turn) -> bool:
    """Whether the message says anew that there is a diagnosis or an EHC plan, or none."""
    before, memory = turn.before, turn.memory
    return (memory.has_diagnosis, memory.has_ehc_plan) != (before.has_diagnosis, before.has_ehc_plan)


def answer_faq(turn: Turn) -> Answer:
    """The checked answer; the enquiry stays where it was, and how to go on with it is said."""
    if turn.answers_question or _asks_only_for_some(turn):
        return find_services(turn)
    found = turn.checked_question()
    if found is not None:
        return checked.faq_reply(found, turn)
    near = turn.faqs.near(turn.heard.questions)
    if near and not turn.before.shown:
        return _which_question(near, turn)
    return find_services(turn) if turn.heard.needs else entries.about_all_shown(turn) or _no_answer(turn)


def _asks_only_for_some(turn: Turn) -> bool:
    """ "Just the internship one for now": what was asked for shrinks to it, and nothing is asked about it."""
    return turn.keeps_only_some and "?" not in turn.heard.text and {said.need for said in turn.heard.needs} <= set(turn.memory.needs)


def _which_question(near: tuple[Faq, ...], turn: Turn) -> Answer:
    """Choices in place of the answer to a question that is only near the one asked."""
    return _choose_or_ring("which_question", tuple(Button(entry.question, entry.question) for entry in near), turn), turn.memory


def raise_alarm(turn: Turn) -> Answer:
    """The vetted words; where a child is at risk at home and help was asked for besides, that help below them."""
    reply, memory = alarms.raise_alarm(turn)
    asked_besides = {said.need for said in turn.heard.needs} - {"domestic_abuse"}
    if turn.heard.safety != "safeguarding" or not asked_besides:
        return reply, memory
    plan, after = offer(plan_for(memory, turn), memory, turn)
    return dataclasses.replace(
        plan,
        text=f"{reply.text}\n\n{plan.text}",
        intro=f"{reply.text}\n\n{plan.intro}",
    ), dataclasses.replace(after, awaiting=memory.awaiting, alarm=memory.alarm)


def human_handoff(turn: Turn) -> Answer:
    """Who, how and when they answer, and a summary so that nobody has to tell it twice."""
    if turn.answers_question:
        return find_services(turn)
    # "Please write for me what I say when I call" asks for words, and not for somebody to ring.
    words = entries.answer(turn) if turn.memory.shown and aspects.find_aspect(turn.heard.text) in ("say", "text") else None
    return words or people.hand_over(turn)


def complaint(turn: Turn) -> Answer:
    """How to complain and who helps with it, where the message complains."""
    if _A_PERSON.search(turn.heard.text):  # "drowning in forms this week. who do I ring for a person"
        return people.hand_over(turn)
    if turn.heard.confidence < _SURE_IT_COMPLAINS and not _COMPLAINS.search(turn.heard.text):  # "I'm just knackered like", "that's by Hartlepool"
        return find_services(turn) if turn.heard.says_something else fallback(turn)
    helper = turn.directory.get("sendiass-durham")
    cards = (card(helper),) if helper else ()
    return Reply(f"{say('complaint', turn.memory.voice)}\n\n{say('complaint_chat')}", services=cards), turn.memory


_A_PERSON = re.compile(r"^(?!.*\bcomplain)(?=.*\b(?:who|how|number)\b.{0,25}\b(?:ring|call|phone|speak\s+to|talk\s+to|get\s+hold\s+of)\b).*\b(?:an?|an\s+actual|a\s+real|a\s+living)\s+(?:person|human(?:\s+being)?)\b(?!\s+(?:who|in\s+charge))", re.IGNORECASE | re.DOTALL)


_SURE_IT_COMPLAINS = 0.9
_COMPLAINS = re.compile(
    r"\b(?:complain\w*|grievance|ombudsman|pals|ofsted|report(?:ed|ing)?|manager|disg\w+|shambles|shocking|appalling|unacceptable|rude|li(?:ed|ars?)|fobbed|useless|rubbish|crap|shit\w*|pants|joke|pointless|furious|fuming|livid"
    r"|no\s+(?:use|good|help)|let\s+(?:us|me|him|her)\s+down|listen\w*|ignor\w+|same\s+(?:thing|list|answer|one)|waste|wrong|worst|terrible|awful|piss\w*|fed\s+up\s+with|wasn'?t\s+what|not\s+what|treated|take\s+(?:this|it)\s+further|closed\s+(?:the|his|her|our)\s+case|raise\s+an?\s+(?:issue|concern)|promis\w+|not\s+happy|nasty|shout(?:s|ed))\b|(?<!feel )(?<!feeling )\b(?:nobody|no\s?one|never)\b",
    re.IGNORECASE,
)


def small_talk(turn: Turn) -> Answer:
    """Hello, thank you, goodbye, are you a bot, out of scope; an answer to a question comes first."""
    if turn.answers_question or turn.heard.says_something or turn.keeps_only_some:  # "too much at once, sorry pet. just the sleep for now"
        return find_services(turn)
    if turn.heard.intent == "out_of_scope":
        return _out_of_scope(turn)
    if turn.heard.intent == "greet" and turn.before.shown and not _HELLO.match(turn.heard.text):  # "boiler man's here, hang on" is no hello
        return _nothing_new(turn)
    if not turn.memory.needs and not any(letter.isalnum() for letter in turn.heard.text):
        return fallback(turn)  # pictures alone, before anything was said, sound like thanks and may be a cry
    reply = Reply(say(turn.heard.intent, turn.memory.voice))
    if turn.heard.intent in ("thanks", "goodbye") and feedback.may_ask(turn.memory) and not turn.heard.in_doubt:
        return feedback.ask(reply, turn.memory)
    return reply, turn.memory


_HELLO = re.compile(r"^\W*(?:hi|hiya|hello|hey|heya|alreet|alright|good\s+(?:morning|afternoon|evening)|morning)\b", re.IGNORECASE)


def _lead(turn: Turn) -> str:
    """That the help which the message says is there already is not offered again, and that a place told of is not home yet."""
    name = turn.in_place[0].name if len(turn.in_place) == 1 else ""
    left_out = say("in_place", turn.memory.voice, name=name) if turn.in_place else ""
    other = elsewhere.note(turn)
    felt = turn.before.shown and turn.memory.alarm == "none" and _FELT & {said.need for said in turn.heard.needs}
    kind = say("kind_word") if felt else ""  # "I'm just knackered like", in the middle of a chat
    return " ".join(part for part in (kind, left_out, other[0] if other else "", _past_the_list(turn)) if part)


def _past_the_list(turn: Turn) -> str:
    """That the list ends at 25, and who looks further, where a son or daughter of 26 is told of now."""
    if not any(age.lo >= _PAST_THE_LIST for age in turn.heard.ages):
        return ""
    adults = turn.directory.get("social-care-direct")
    return " ".join(part for part in (say("past_the_list", turn.memory.voice), whom_to_reach(adults) if adults else "") if part)


_PAST_THE_LIST = 26 * 12  # months


def _out_of_scope(turn: Turn) -> Answer:
    """What this chat is for; nonsense sounds out of scope too, so choices and a person stand below."""
    if turn.before.shown and not A_QUESTION.search(turn.heard.text) and turn.heard.confidence < _SURE_IT_IS_OUT:  # "hang on the door's going"
        return _nothing_new(turn)
    if turn.memory.needs:
        return Reply(f"{say('out_of_scope')} {say('go_on')}"), turn.memory
    return _ask_what(turn, "out_of_scope") if turn.before.awaiting != "choice" else fallback(turn)


_SURE_IT_IS_OUT = 0.8


def affirm(turn: Turn) -> Answer:
    """A yes to nothing in particular; "?" is none."""
    if not any(letter.isalpha() for letter in turn.heard.text) and "?" in turn.heard.text:
        return fallback(turn)
    if turn.answers_question or turn.heard.says_something or _states_what_stands(turn):  # "yes, he's diagnosed"
        return find_services(turn)
    if _IS_IT.match(turn.heard.text):  # "is that allowed"
        return fallback(turn)
    return Reply(say("affirm_nothing_asked")), turn.memory


_IS_IT = re.compile(r"^\W*(?:is|are|was|can|could|do|does|did|should|will|would)\s+(?:it|that|this|they|he|she|we|i)\b", re.IGNORECASE)


def deny(turn: Turn) -> Answer:
    """A no, or "I'd rather not say": fine, never asked again, and what was offered stands."""
    if turn.answers_question or turn.heard.says_something or turn.keeps_only_some:
        return find_services(turn)
    if _ASKS_WHETHER.match(turn.heard.text):  # "so do I have to tell them", of somebody else
        return fallback(turn)
    if turn.memory.awaiting in ("age", "place") or _RATHER_NOT.search(turn.heard.text):
        return _refused(turn)
    if turn.heard.length > _BARE_NO and not _POLITE.search(turn.heard.text):  # "she doesn't want us to tell anyone"
        return fallback(turn)
    return Reply(say("deny_nothing_asked")), dataclasses.replace(turn.memory, awaiting="nothing")


_ASKS_WHETHER = re.compile(
    r"^\W*(?:(?:so|and|but|ok|right)\W+)*(?:(?:do|does|will|would)\s+(?:i|we|he|she|they)\s+(?:have|need)\s+to\b(?!\s+(?:say|tell\s+(?:you|u|this|it)|give\s+(?:you|u)|answer)\b)"
    r"|(?:can|could|may|will|would|are|is|do|does)\s+(?:(?:my|me|our|wor|his|her|their|the)\s+\w+|they|he|she|school|nursery|college|camhs|council)\s+(?:\w+\s+){0,2}(?:say\s+no|refuse|stop|block|turn)\b)",
    re.IGNORECASE,
)


def fallback(turn: Turn) -> Answer:
    """Choices instead of "I don't understand"; the second time in a row, a person."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    if aspects.asks_plainly(turn.heard.text) and (told := entries.about_all_shown(turn)):  # "right thanks. how long is the wait for one atm"
        return told
    if turn.before.awaiting in GO_ON:
        # An answer that nobody could read is as good as none: the help stands, nothing is asked again.
        return _go_on(turn)
    if turn.before.awaiting == "choice":
        cards = tuple(card(person) for person in people_for(turn))
        return Reply(say("fallback_again"), services=cards), dataclasses.replace(turn.memory, awaiting="nothing")
    # "School is in Gateshead" needs no choice of what is hard: that was told.
    return _nothing_new(turn) if turn.before.shown else _ask_what(turn, "fallback")


def _just_thanks(turn: Turn) -> Answer | None:
    """ "Ok ta x", "ok bye", and no more, which no classifier makes anything of."""
    if _JUST_BYE.match(turn.heard.text):
        return small_talk(dataclasses.replace(turn, heard=dataclasses.replace(turn.heard, intent="goodbye")))
    return _thank(turn) if _JUST_THANKS.match(turn.heard.text) else None


_JUST_BYE = re.compile(r"^\W*(?:(?:ok|okay|kk|right|aye|ta|thanks|cheers)\W+)*(?:bye|byee+|bye\s+bye|ta-?ra|tara|cya|night\s+night|good\s?night)(?:\W+(?:x+|pet|hun|hinny|love|mate|then|now|for\s+now))*\W*$", re.IGNORECASE)


def _thank(turn: Turn) -> Answer:
    return small_talk(dataclasses.replace(turn, heard=dataclasses.replace(turn.heard, intent="thanks")))


def _kind_thanks(turn: Turn) -> Answer | None:
    """ "Lovely, thank you. He's a little star": thanks with a kind word about the child, that ask and tell nothing."""
    heard, before, memory = turn.heard, turn.before, turn.memory
    same = (memory.needs, memory.children, memory.locality) == (before.needs, before.children, before.locality)
    quiet = before.shown and memory.alarm == "none" and before.awaiting not in GO_ON and same and not turn.answers_question
    if not quiet or heard.intent not in ("find_service", "nlu_fallback") or not _KIND_THANKS.match(heard.text):
        return None
    return None if _ASKS_SOMETHING.search(heard.text) or entries.names_one(turn) else _thank(turn)


_KIND_THANKS = re.compile(
    r"^\W*(?:(?:ok|okay|right|aye|oh|aw|lovely|great|brilliant|perfect|that'?s\s+(?:lovely|great|brilliant|grand|good))\W+)*(?:ta|cheers|thx|thanks|thank\s*(?:you|u))\b.*"
    r"\b(?:star|angel|treasure|gem|darling|my\s+world|good\s+(?:lad|lass|boy|girl|bairn|kid|'?un)|bless\s+(?:him|her|them|you)|(?:love|loves|proud\s+of)\s+(?:him|her|them)|lovely\s+(?:lad|lass|boy|girl|bairn|kid)|anything\s+for\s+(?:him|her|them)|weight\s+off|appreciate)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_SOMETHING = re.compile(r"\?|\b(?:but|what|when|where|which|who|how|why|can|could|would\s+you|should|is\s+there|are\s+there|do\s+(?:i|we|they|you)|need|help|worried|problem|not|never)\b|n't\b", re.IGNORECASE)


_JUST_THANKS = re.compile(r"^\W*(?:(?:ok|okay|kk|right|aye|yeah|oh|aw|ah)\W+)*(?:ta|cheers|thx|thanx|tnx|ty|tyvm|thanks|thank\s*(?:you|u)|nice\s+one|champion)(?:\W+(?:x+|pet|hun|hinny|love|lovely|flower|petal|darling|chick|duck|mate|marra|brother|bro|sister|friend|my\s+friend|dear|sir|madam|very\s+much|a\s+lot|so\s+much|loads|ta|for\s+(?:that|this|your\s+help)|again|bye))*\W*$", re.IGNORECASE)


def _starts_afresh(turn: Turn) -> Answer | None:
    """ "Start again", where nothing was said yet or all is cleared already."""
    nothing_stands = not (turn.before.needs or turn.before.children or turn.before.locality)
    return (Reply(say("restart")), turn.memory) if nothing_stands and _START_AGAIN.match(turn.heard.text) else None


_START_AGAIN = re.compile(r"^\W*(?:(?:can|could|may)\s+(?:i|we)\s+|let'?s\s+|please\s+)?(?:start\s+(?:again|over|afresh)|begin\s+again|reset|restart|new\s+(?:chat|question))\W*$", re.IGNORECASE)


def _will_not_say(turn: Turn) -> Answer | None:
    """ "I'd rather not say how old he is" while that is asked, whatever it sounds like besides."""
    refuses = turn.before.awaiting in GO_ON and _RATHER_NOT.search(turn.heard.text)
    return _refused(turn) if refuses and not turn.answers_question and not turn.heard.says_something else None


def _why_asked(turn: Turn) -> Answer | None:
    """ "Does it matter where I live?", while that is asked: why it helps, and that nobody has to say."""
    if turn.before.awaiting not in GO_ON or turn.answers_question or turn.heard.needs or not _WHY_ASKED.search(turn.heard.text):
        return None
    return Reply(f"{say(_WHY[turn.before.awaiting], turn.memory.voice)}\n\n{say('go_on')}"), turn.memory


def _all_taken_out(turn: Turn) -> Answer | None:
    """ "Sleep is fine now", where that was all: nothing is left to look for, and the child and the place stay."""
    another = turn.memory.is_cleared or len(turn.memory.cases) > len(turn.before.cases)
    if another or not turn.before.needs or turn.memory.needs:
        return None
    return Reply(say("all_taken_out", turn.memory.voice)), dataclasses.replace(turn.memory, awaiting="nothing")


def _refused(turn: Turn) -> Answer:
    if not turn.memory.needs:
        return Reply(say("refused")), dataclasses.replace(turn.memory, awaiting="nothing")
    both = _OLD.search(turn.heard.text) and _WHERE.search(turn.heard.text)
    if turn.before.awaiting not in GO_ON or both:
        # Said of questions to come as well: none of them is asked.
        turn = dataclasses.replace(turn, memory=dataclasses.replace(turn.memory, asked=(*turn.memory.asked, *GO_ON)))
    # The list is not read out again for a no; what else would sharpen it may still be asked.
    question = next_question(turn.memory, plan_for(turn.memory, turn))
    words = say(GO_ON[question] if question else "go_on", turn.memory.voice)
    asked = (*turn.memory.asked, question) if question else turn.memory.asked
    cards = tuple(card(one) for one in turn.directory.all_of(turn.memory.shown))
    return Reply(f"{say('refused')} {words}", services=cards), dataclasses.replace(turn.memory, awaiting=question or "nothing", asked=asked)


def _go_on(turn: Turn) -> Answer:
    """Something that says nothing new while a question is open: how to go on, with a person beside it."""
    someone = people_for(turn)[:1]
    text = say(GO_ON[turn.before.awaiting], turn.memory.voice)
    lines = "\n".join(person_line(person, turn) for person in someone)
    return Reply(
        f"{say('not_sure')} {text}\n\n{say('or_a_person')}\n{lines}", services=tuple(card(person) for person in someone)
    ), turn.memory


def _who_is_told(turn: Turn) -> Answer | None:
    """A young person's question whether anyone is told: their own answer, before what else it may sound like."""
    text, voice = turn.heard.text, turn.memory.voice
    asks = (voice == "young_person" and _WHO_KNOWS.search(text)) or (voice in ("young_person", None) and _NOT_MY_PARENTS.search(text))
    if not asks or turn.heard.length > 14:
        return None
    memory = turn.without_new_needs
    return Reply("\n\n".join(part for part in (say("what_stays_private"), say("go_on") if memory.needs else "") if part)), memory


def _misheard(turn: Turn) -> Answer | None:
    """ "That's not what I meant": an apology, choices and a person, in place of the same list again."""
    if turn.heard.length > checked.SHORT_QUESTION or not _NOT_MEANT.search(turn.heard.text) or set(turn.memory.needs) - set(turn.before.needs):
        return None
    return _ask_what(turn, "misheard")


def _nothing_to_match(turn: Turn) -> Answer:
    """An enquiry without a need: an age or a place alone is kept, and the need is asked for."""
    if turn.heard.intent == "find_service" or turn.heard.says_something:
        reply, memory = _ask_what(turn, "which_need")
        place = turn.heard.locality
        return (_told_outside(reply, place, turn) if place and place.in_area is False else reply), memory
    return fallback(turn)


def _told_outside(reply: Reply, place: Locality, turn: Turn) -> Reply:
    """The same, led by whose area the place lies in, with that council's own local offer where it is known."""
    offer = elsewhere.local_offer(turn.directory, place.council)
    url = offer.contact.url if offer else None
    told = say("which_need_outside", turn.memory.voice, place=place.name, council=place.council, name=offer.name if offer else "", url=url)
    return dataclasses.replace(reply, text=f"{told} {reply.text}", services=(*([card(offer)] if offer else []), *reply.services))


def _ask_what(turn: Turn, words: str) -> Answer:
    """Choices of what it may be about."""
    nearest = turn.heard.nearest_needs[:_CHOICES] or _COMMON_NEEDS
    buttons = tuple(Button(need_texts()[need]["choice"], need_texts()[need]["payload"]) for need in nearest)
    return _choose_or_ring(words, buttons, turn), dataclasses.replace(turn.memory, awaiting="choice")


def _choose_or_ring(words: str, buttons: tuple[Button, ...], turn: Turn) -> Reply:
    """Choices, and already somebody to ring: not even an unclear message ends without a person."""
    person = people_for(turn)[:1]
    return Reply(
        f"{say(words)}\n\n{say('or_a_person')}\n" + "\n".join(person_line(one, turn) for one in person),
        buttons=(*buttons, Button(say("something_else"), say("something_else_payload"))),
        services=tuple(card(one) for one in person),
    )


def _no_answer(turn: Turn) -> Answer:
    someone = people_for(turn)[:1]
    name = someone[0].name if someone else say("no_faq_anyone")
    return Reply(say("no_faq", person=name), services=tuple(card(one) for one in someone)), turn.memory


_BY_INTENT: dict[str, Step] = {
    "find_service": find_services,
    "ask_service_detail": service_detail,
    "ask_faq": answer_faq,
    "correction": correct_enquiry,
    "crisis": raise_alarm,
    "safeguarding": raise_alarm,
    "human_handoff": human_handoff,
    "complaint": complaint,
    "affirm": affirm,
    "deny": deny,
    **dict.fromkeys(("greet", "thanks", "goodbye", "bot_challenge", "out_of_scope"), small_talk),
}
