"""What an alarm is about: a body, somebody missing, a threat, a partner, or the level and no more."""

from __future__ import annotations

import pytest

from bot.enquiry import Danger, SafetyLevel
from bot.nlu.safety.dangers import danger
from bot.nlu.safety.families import load


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("he's swallowed a button battery", "emergency"),
        ("she's stopped crying, she is all floppy and won't take her feed", "emergency"),
        ("her lips are blue and she can't breathe", "emergency"),
        ("I shook him", "emergency"),
        ("our toddler has eaten nana's tablets", "emergency"),
        ("he takes a knife to school", "threat"),
        ("he said he'd kill his teacher", "threat"),
        ("my 9 year old put his hands round my throat", "threat"),
        ("my husband had his hands round my throat", "partner"),
        ("he strangled me", "partner"),
        ("mum disclosed that dad holds her by the throat", "partner"),
        ("my partner threatened to kill me", "partner"),
        ("my non-verbal son has gone and I can't find him", "missing"),
        ("she wants to die", "crisis"),
        ("my daughter took an overdose and I can't wake her", "crisis"),
        ("she's bleeding badly, she cut her wrists", "crisis"),
        ("he is holding a knife to his throat", "crisis"),
        ("I'm scared I'll drown the baby", "crisis"),
        ("the voices tell him to stab his mam", "crisis"),
    ],
)
def test_a_life_at_risk_is_told_apart_by_what_threatens_it(text: str, about: Danger) -> None:
    assert danger(text, "crisis") == about


@pytest.mark.parametrize(("text", "about"), [("her partner strangles her", "partner"), ("a mum I visit says her partner grabbed her throat", "partner"), ("my husband hits me", "safeguarding")])
def test_hands_on_a_neck_are_a_life_at_risk_whatever_the_level(text: str, about: Danger) -> None:
    assert danger(text, "safeguarding") == about


def test_no_alarm_is_about_nothing() -> None:
    assert danger("he won't sleep", "none") == "none"


@pytest.mark.parametrize("level", ["crisis", "safeguarding"])
def test_what_only_the_net_heard_and_no_words_tell_is_its_level(level: SafetyLevel) -> None:
    assert danger("it is all too much", level) == level


OWN_LIFE = ("suicide.", "death.", "not_here.", "goodbye.", "means.", "safety.", "hope.", "tablets.", "both_of_us", "tonight.")


def test_nobody_who_may_end_their_life_is_answered_as_an_accident_or_a_threat() -> None:
    texts = [text for family in load().families if family.id.startswith(OWN_LIFE) for text in family.alarms]
    wrong = [text for text in texts if danger(text, "crisis") != "crisis"]
    assert len(texts) > 300
    assert wrong == []


def test_a_body_in_danger_gets_the_ambulance_unless_somebody_did_it_to_themselves() -> None:
    texts = [text for family in load().families if family.id.startswith("emergency.") for text in family.alarms]
    others = {text for text in texts if danger(text, "crisis") != "emergency"}
    assert len(others) <= 0.12 * len(texts)
    assert {danger(text, "crisis") for text in others} == {"crisis"}


@pytest.mark.parametrize(
    "text",
    [
        "i'm 15 and i've got a knife and i can't do this any more",
        "my daughter is standing with a knife against her stomach",
        "my son's got a knife and says he's had enough",
        "17M, care leaver, says he's got a knife for himself and if police come he'll use it on them",
        "he's threatening to kill his sister and then himself",
        "my son put a belt round his neck after contact with his dad",
        "my ex rang, our son has a rope round his neck",
        "i want to kill my ex and then myself",
        "my husband is depressed and has a gun",
        "he's lay on the railway lines, he wont shift",
        "she won't wake up i found a note",
        "my lad's had a whole box of sleepers and won't come round",
        "he's run off into the woods with a rope",
        "everyone knows i say it when im fed up. im dead calm. bye then",
    ],
)
def test_a_weapon_a_body_or_a_partner_hides_nobody_who_may_end_their_life(text: str) -> None:
    assert danger(text, "crisis") == "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "he strangled me in front of our 4 year old daughter",
        "my daughter saw him put his hands round my throat",
        "he throttled me while the baby was in the cot, she's 2",
        "i was strangled last night",
        "my stepdad strangled my mam",
    ],
)
def test_a_strangling_partner_is_heard_beside_a_child(text: str) -> None:
    assert danger(text, "crisis") == "partner"


@pytest.mark.parametrize("text", ["my son threatened to stab his stepdad with a knife", "my daughter strangled her boyfriend", "he's 4 and he put his hands round my throat"])
def test_what_a_child_does_is_no_partner_s(text: str) -> None:
    assert danger(text, "crisis") != "partner"


def test_who_does_it_to_themselves_keeps_the_crisis_card_at_any_level() -> None:
    assert danger("When my mum goes to work I tie things round my neck to see what it would be like.", "safeguarding") == "crisis"
    assert danger("my dad tied a rope round my neck", "safeguarding") == "safeguarding"
    assert danger("he put his hands round my neck, he's my partner", "safeguarding") == "partner"
