"""Several children: each line says whom it is for, and what serves them all."""

from __future__ import annotations

from bot.answer.plan_words import plan_reply
from bot.conversation.memory import Memory
from bot.directory.match import match
from bot.enquiry import Child, Enquiry
from tests.directory.conftest import TODAY, directory, service

TALK = service("talk", name="Talking team", ages={"from_months": 0, "to_months": 60, "words": None})
CALM = service("calm", name="Calm team", kind="emotional_resilience", needs={"main": ["anxiety_emotional"]}, ages={"from_months": 132, "to_months": 216, "words": None})
HUB = service("hub", name="Family hub", kind="family_hub", needs={"main": ["speech_language", "anxiety_emotional"]})
LITTLE, BIG = Child((24, 36), ("speech_language",)), Child((168, 180), ("anxiety_emotional",))


def reply(*children: Child) -> object:
    needs = ("speech_language", "anxiety_emotional")
    plan = match(directory(TALK, CALM, HUB), Enquiry(needs, children), TODAY)
    return plan_reply(plan, Memory(needs=needs, children=children))


def test_each_line_says_whom_it_is_for() -> None:
    text = reply(LITTLE, BIG).text  # type: ignore[attr-defined]
    assert "Talking team: Help with talking. For the 2-year-old." in text
    assert "Calm team: Help with talking. For the 14-year-old." in text
    assert "Family hub: Help with talking. For both children." in text


def test_cards_say_it_too() -> None:
    reasons = {card["id"]: card["reasons"][0] for card in reply(LITTLE, BIG).services}  # type: ignore[attr-defined]
    assert reasons == {"talk": "For the 2-year-old.", "calm": "For the 14-year-old.", "hub": "For both children."}


def test_three_children_are_all_the_children() -> None:
    baby = Child((6, 7), ("speech_language",))
    assert "For all the children." in reply(LITTLE, BIG, baby).text  # type: ignore[attr-defined]


def test_one_child_is_not_told_apart() -> None:
    assert "For the" not in reply(LITTLE).text  # type: ignore[attr-defined]


def test_a_child_who_needs_nothing_stands_in_no_heading() -> None:
    fine = Child((72, 84), ())
    needs = ("anxiety_emotional",)
    plan = match(directory(CALM, HUB), Enquiry(needs, (BIG, fine)), TODAY)
    text = plan_reply(plan, Memory(needs=needs, children=(BIG, fine))).text
    assert "14-year-old" in text.splitlines()[0]
    assert "6-year-old" not in text.splitlines()[0]
