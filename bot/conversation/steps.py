"""What each kind of message is answered with. Pure: a turn goes in, a reply and the new memory come out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from bot.answer.cards import card
from bot.answer.plan_words import plan_reply
from bot.answer.reply import Button, Reply
from bot.answer.safety import safety_answer
from bot.answer.words import need_texts, say
from bot.conversation import follow_up
from bot.conversation.memory import Memory
from bot.conversation.questions import next_question
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.directory.match import match
from bot.directory.service import Service
from bot.enquiry import Enquiry

Answer = tuple[Reply, Memory]

# A choice question helps only while few choices are plausible.
_CHOICES = 4
# Offered where a message gives no hint at all.
_COMMON_NEEDS = ("speech_language", "behaviour", "anxiety_emotional", "sen_support_school")


def respond(turn: Turn) -> Answer:
    """The answer to a turn: an alarm before everything, then by the intent that was heard."""
    if turn.heard.safety != "none":
        return raise_alarm(turn)
    return _BY_INTENT.get(turn.heard.intent, fallback)(turn)


def find_services(turn: Turn) -> Answer:
    """The plan for everything that stands, then at most one question."""
    memory = turn.memory
    if not memory.needs:
        return _nothing_to_match(turn)
    plan = match(turn.directory, memory.as_enquiry(), turn.today)
    question = next_question(memory, plan)
    reply = plan_reply(plan, memory, turn.today, question)
    shown = tuple(result.service.id for result in plan.results)
    return reply, dataclasses.replace(
        memory,
        shown=shown,
        focus=None,
        awaiting=question or "nothing",
        asked=(*memory.asked, question) if question else memory.asked,
    )


def correct_enquiry(turn: Turn) -> Answer:
    """What was wrong is already put right in the turn's memory; a cleared enquiry begins again."""
    if turn.memory == Memory(voice=turn.memory.voice, alarm=turn.memory.alarm) and turn.before != turn.memory:
        return Reply(say("restart")), turn.memory
    return find_services(turn)


def service_detail(turn: Turn) -> Answer:
    """The number, the way in, the next step of a service that was shown or is named."""
    if turn.answers_question:
        return find_services(turn)
    return follow_up.answer(turn) or find_services(turn)


def answer_faq(turn: Turn) -> Answer:
    """The checked answer; the enquiry stays where it was."""
    if turn.answers_question:
        return find_services(turn)
    found = turn.faqs.find(turn.heard.text)
    if found is None:
        return find_services(turn) if turn.heard.needs else _no_answer(turn)
    services = [turn.directory.get(id) for id in found.services]
    cards = tuple(card(service, turn.today) for service in services if service is not None)
    return Reply(found.answer, services=cards), turn.memory


def raise_alarm(turn: Turn) -> Answer:
    """The vetted words with the numbers for this age and place, then what was asked for besides."""
    place = turn.memory.locality
    words = safety_answer(
        turn.heard.safety if turn.heard.safety != "none" else "crisis",
        child_age=turn.memory.ages[0] if turn.memory.ages else None,
        in_area=place.in_area if place else None,
        council=place.council if place else None,
        voice=turn.memory.voice,
        domestic_abuse=turn.heard.safety_rule.startswith("domestic_abuse") or "domestic_abuse" in turn.memory.needs,
    )
    return Reply(words.text), dataclasses.replace(turn.memory, awaiting="nothing")


def human_handoff(turn: Turn) -> Answer:
    """Who, how and when they answer, and a summary so that nobody has to tell it twice."""
    if turn.answers_question:
        return find_services(turn)
    people = _people(turn)
    text = say("human_intro") + "\n" + "\n".join(_person_line(person) for person in people)
    summary = summarise(turn.memory)
    if summary:
        text += "\n\n" + say("human_summary", summary=summary)
    return Reply(text, services=tuple(card(person, turn.today) for person in people)), turn.memory


def complaint(turn: Turn) -> Answer:
    """How to complain and who helps with it."""
    helper = turn.directory.get("sendiass-durham")
    cards = (card(helper, turn.today),) if helper else ()
    return Reply(f"{say('complaint')}\n\n{say('complaint_chat')}", services=cards), turn.memory


def small_talk(turn: Turn) -> Answer:
    """Hello, thank you, goodbye, are you a bot, out of scope; an answer to a question comes first."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    return Reply(say(turn.heard.intent)), turn.memory


def affirm(turn: Turn) -> Answer:
    """A yes: to "did this help?", or to nothing in particular."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    return Reply(say("affirm_nothing_asked")), dataclasses.replace(turn.memory, awaiting="nothing")


def deny(turn: Turn) -> Answer:
    """A no, or "I'd rather not say": fine, never asked again, and the plan goes on."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    if turn.memory.awaiting in ("age", "place"):
        reply, memory = find_services(turn)
        return dataclasses.replace(reply, text=f"{say('refused')} {reply.text}", intro=f"{say('refused')} {reply.intro}"), memory
    return Reply(say("deny_nothing_asked")), dataclasses.replace(turn.memory, awaiting="nothing")


def fallback(turn: Turn) -> Answer:
    """Choices instead of "I don't understand"; the second time in a row, a person."""
    if turn.answers_question or turn.heard.says_something:
        return find_services(turn)
    if turn.before.awaiting == "choice":
        people = _people(turn)
        cards = tuple(card(person, turn.today) for person in people)
        return Reply(say("fallback_again"), services=cards), dataclasses.replace(turn.memory, awaiting="nothing")
    return _ask_what(turn, "fallback")


def feedback(turn: Turn) -> Answer:
    """Whether the plan helped."""
    return Reply(say("thanks")), turn.memory


def _nothing_to_match(turn: Turn) -> Answer:
    """An enquiry without a need: an age or a place alone is kept, and the need is asked for."""
    if turn.heard.intent == "find_service" or turn.heard.says_something:
        return _ask_what(turn, "which_need")
    return fallback(turn)


def _ask_what(turn: Turn, words: str) -> Answer:
    """Choices, and already somebody to ring: not even an unclear message ends without a person."""
    person = _people(turn)[0]
    reply = Reply(
        f"{say(words)}\n\n{say('or_a_person')}\n{_person_line(person)}",
        buttons=_choices(turn),
        services=(card(person, turn.today),),
    )
    return reply, dataclasses.replace(turn.memory, awaiting="choice")


def _choices(turn: Turn) -> tuple[Button, ...]:
    nearest = turn.heard.nearest_needs[:_CHOICES] or _COMMON_NEEDS
    buttons = [Button(need_texts()[need]["choice"], need_texts()[need]["payload"]) for need in nearest]
    return (*buttons, Button(say("something_else"), say("something_else_payload")))


def _people(turn: Turn) -> list[Service]:
    plan = match(turn.directory, turn.memory.as_enquiry() if turn.memory.needs else Enquiry(), turn.today)
    wanted = [plan.person.service] if plan.person else []
    for id in ("sendiass-durham", "early-help-durham", "families-information-service-durham"):
        service = turn.directory.get(id)
        if service and service not in wanted:
            wanted.append(service)
    return wanted[:3]


def _person_line(person: Service) -> str:
    details = [person.contact.phone, person.contact.hours] if person.contact.phone else [person.contact.url]
    known = [detail for detail in details if detail]
    return f"- {person.name}" + (f": {', '.join(known)}" if known else "")


def _no_answer(turn: Turn) -> Answer:
    people = _people(turn)
    name = people[0].name if people else "Your school or health visitor"
    return Reply(say("no_faq", person=name), services=tuple(card(p, turn.today) for p in people[:1])), turn.memory


_BY_INTENT: dict[str, Callable[[Turn], Answer]] = {
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
