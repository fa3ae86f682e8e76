"""What each kind of message is answered with. Pure: a turn goes in, a reply and the new memory come out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bot.answer.cards import card
from bot.answer.faq import Faq
from bot.answer.reply import Button, Reply
from bot.answer.voices import in_voice
from bot.answer.words import say
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
from bot.conversation.finding import (
    ASKS_FOR_ALL,
    FOR_A_CHILD,
    all_taken_out,
    carries_on,
    choose_or_ring,
    fallback,
    find_services,
    misheard,
    short_question,
    states_what_stands,
)
from bot.conversation.memory.needs import DOMESTIC_ABUSE
from bot.conversation.people import people_for
from bot.conversation.plans import Answer, offer, plan_for
from bot.conversation.shown import aspects, choosing, entries, follow_up, told
from bot.conversation.shown.narrow import which_it_was
from bot.conversation.small_talk import (
    affirm,
    deny,
    just_thanks,
    kind_thanks,
    small_talk,
    starts_afresh,
    who_is_told,
    why_asked,
    will_not_say,
)
from bot.conversation.turn import Turn

Step = Callable[[Turn], Answer]


def respond(turn: Turn, step: Step | None = None) -> Answer:
    """The answer to a turn. ``step`` is what Rasa's rules chose; None chooses by the intent that was heard.

    Before any step come an alarm and, in the order of ``_BEFORE_ANY_STEP``, what people say in ways that no classifier tells apart from a
    new need: "that's not what I meant", the answer to "did this help?", what is plainly about the services shown.
    """
    # What the last checked answer was about holds for one message.
    turn = turn.with_memory(topic="")
    if turn.heard.safety != "none":
        return _spoken(raise_alarm(turn), turn)
    step = None if turn.heard.doubted else step  # Rasa's rules chose that of the alarm
    answer = next((told for hears in _BEFORE_ANY_STEP if (told := hears(turn))), None)
    return _spoken(answer or (step or _BY_INTENT.get(turn.heard.intent, fallback))(turn), turn)


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


def correct_enquiry(turn: Turn) -> Answer:
    """What was wrong is already put right in the turn's memory; a cleared enquiry begins again."""
    stood = turn.before.needs or turn.before.children or turn.before.locality
    if stood and turn.memory.is_cleared:
        return Reply(say("restart")), turn.memory
    return find_services(turn)


def service_detail(turn: Turn) -> Answer:
    """The number, the way in, the next step of a service that was shown or is named."""
    # "And for Jack?": the name is taken out before anything is kept, so the list for everybody is the answer.
    for_whom = bool(ASKS_FOR_ALL.search(turn.heard.text) or FOR_A_CHILD.search(turn.heard.text))
    asks_for_all = bool(turn.memory.needs) and for_whom and not entries.names_one(turn)
    if turn.answers_question or asks_for_all or _tells_something_new(turn):
        return find_services(turn)
    return entries.answer(turn) or find_services(turn)


def _tells_something_new(turn: Turn) -> bool:
    """Whether what was taken for a question about the list changes the enquiry, and names none of the list."""
    before, memory = turn.before, turn.memory
    new_need = bool(before.needs and turn.needs_taken_up)
    # "What about the one in Bishop?", "postcode is DH7 8 something": where none stood, what asks nothing tells where they live.
    new_place = memory.locality != before.locality and (before.locality is not None or aspects.find_aspect(turn.heard.text) is None)
    new_child = bool(before.children) and len(memory.children) > len(before.children)  # "the same for my daughter, she's 7"
    # "Is that free? My son is 4 and not talking, Bishop Auckland", before anything was shown, is no question about the hub there.
    opens = not before.shown and bool(turn.heard.needs and turn.heard.ages)
    return opens or turn.keeps_only_some or states_what_stands(turn) or ((new_need or new_place or new_child) and not entries.names_one(turn))


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
    return turn.keeps_only_some and "?" not in turn.heard.text and turn.heard.said <= set(turn.memory.needs)


def _which_question(near: tuple[Faq, ...], turn: Turn) -> Answer:
    """Choices in place of the answer to a question that is only near the one asked."""
    return choose_or_ring("which_question", tuple(Button(entry.question, entry.question) for entry in near), turn), turn.memory


def raise_alarm(turn: Turn) -> Answer:
    """The vetted words; where a child is at risk at home and help was asked for besides, that help below them."""
    reply, memory = alarms.vetted_words(turn)
    asked_besides = turn.heard.said - {DOMESTIC_ABUSE}
    if turn.heard.safety != "safeguarding" or not asked_besides:
        return reply, memory
    plan, after = offer(plan_for(memory, turn), memory, turn)
    return plan.led_by(reply.text), dataclasses.replace(after, awaiting=memory.awaiting, alarm=memory.alarm)


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
# In the order in which they are asked (docs/conversation.md says why); the first that answers is heard.
_BEFORE_ANY_STEP: tuple[Callable[[Turn], Answer | None], ...] = (
    entries.about_the_button,
    misheard,
    alarms.next_words,
    who_is_told,
    feedback.answer,
    which_it_was,
    carries_on,
    this_chat.answer,
    just_thanks,
    starts_afresh,
    alarms.is_scared,
    all_taken_out,
    why_asked,
    will_not_say,
    cases.back,
    checked.by_what_stands,
    elsewhere.of_the_post,
    one_child.for_which,
    one_child.answer,
    elsewhere.answer,
    hubs.answer,
    follow_up.where_we_were,
    follow_up.about_no_use,
    follow_up.of_few_words,
    follow_up.about_a_dead_number,
    choosing.whether_the_age_fits,
    told.answer,
    follow_up.about_reaching_it,
    follow_up.about_the_plan,
    people.somebody_now,
    follow_up.about_a_named_one,
    checked.asked_outright,
    follow_up.about_one_sentence,
    follow_up.about_what_it_asks,
    checked.asked_of_what_stands,
    follow_up.about_only_a_name,
    kind_thanks,
    short_question,
)
