"""What is asked for by a word of its own comes first, where it fits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.conversation import asked_for as module
from bot.conversation.asked_for import asked_for, need_asked_for, where_told
from tests.conversation.test_steps import DIRECTORY, say


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("my son 6 has outgrown his wheelchair", "wheelchair-service-county-durham"),
        ("is there a dentist who is good with autistic kids", "specialist-dental-service-cddft"),
        ("How do I get Carer's Allowance?", "carers-allowance"),
        ("my girl is 10 with Down's", "downs-syndrome-association"),
    ],
)
def test_the_word_names_its_service(text: str, id: str) -> None:
    assert asked_for(text) == (id,)


@pytest.mark.parametrize("text", ["wheelchair user, 19, wants a flat", "we've already got a dentist", "he's down and can't sleep", "not home ed"])
def test_what_is_only_told_of_is_not_asked_for(text: str) -> None:
    assert asked_for(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "need"),
    [
        ("the council has sent us an eviction letter, my son is 9 and in a special school", "housing-solutions-durham", "equipment_housing"),
        ("our kitchen has black mould and my lass is poorly", "housing-solutions-durham", "equipment_housing"),
        ("we are three months in rent arrears", "housing-solutions-durham", "equipment_housing"),
        ("im 17 and my mam kicked me out", "first-contact-durham", "equipment_housing"),
        ("she has Tourette's and school laugh at her", "tourettes-action", "complex_medical"),
        ("they mentioned a tier 4 unit", "dynamic-support-register-county-durham", "autism_support"),
        ("does the family fund do beds", "family-fund", "benefits_money"),
        ("he bites me when I cut his nails", "childrens-occupational-therapy-cddft", "sensory_processing"),
        ("is it pathological demand avoidance", "needs-led-neurodevelopmental-support", "autism_support"),
        ("we're travellers, who helps", "grt-education-durham", "sen_support_school"),
    ],
)
def test_a_word_that_no_classifier_has_learnt_tells_of_a_need(text: str, first: str, need: str) -> None:
    assert asked_for(text)[0] == first
    assert need_asked_for(text, (), DIRECTORY) == need


@pytest.mark.parametrize(
    "text",
    [
        "his bed is damp every morning", "her ear moulds hurt", "nursery keyworker says he's behind", "he is a bad traveller in the car",
        "the ticks on the list", "school kicked him out", "we live in a council house",
    ],
)  # fmt: skip
def test_words_near_those_tell_of_nothing(text: str) -> None:
    assert need_asked_for(text, (), DIRECTORY) is None


def test_a_need_is_told_of_once() -> None:
    assert need_asked_for("rent arrears, we are skint", ("benefits_money",), DIRECTORY) is None
    assert need_asked_for("the landlord wants us out and he can't sleep", ("sleep",), DIRECTORY) == "equipment_housing"
    assert need_asked_for("we're travellers and need money for a bed", ("benefits_money",), DIRECTORY) is None


def test_damp_is_not_answered_with_a_wheelchair_nor_a_hoist_with_the_landlord() -> None:
    reply, _ = say("the flat is riddled with damp and the landlord won't come, my daughter is 5", "complaint")
    shown = [one["id"] for one in reply.services]
    assert shown[:2] == ["housing-solutions-durham", "citizens-advice-county-durham"]
    assert not {one["kind"] for one in reply.services} & {"physiotherapy", "occupational_therapy", "equipment_service"}
    reply, _ = say("we need a hoist for my son, he's 12", "find_service", "equipment_housing")
    shown = [one["id"] for one in reply.services]
    assert "housing-solutions-durham" not in shown
    assert "citizens-advice-county-durham" not in shown


def test_what_meets_another_need_stays_beside_the_landlord() -> None:
    reply, _ = say("damp walls and she can't walk far, she's 5", "find_service", "physical_disability")
    assert {"housing-solutions-durham", "childrens-physiotherapy-county-durham"} <= {one["id"] for one in reply.services}


def test_homeless_at_17_is_first_contact_and_at_19_housing() -> None:
    young, _ = say("i'm 17 and i've been sofa surfing", "find_service")
    assert [one["id"] for one in young.services][:2] == ["first-contact-durham", "housing-solutions-durham"]
    adult, _ = say("i'm 19 and i've been sofa surfing", "find_service")
    assert adult.services[0]["id"] == "housing-solutions-durham"
    assert "first-contact-durham" not in [one["id"] for one in adult.services]


def test_every_id_is_in_the_directory() -> None:
    ids = yaml.safe_load(Path(module.__file__).with_name("asked_for.yml").read_text(encoding="utf-8"))
    assert [id for row in ids for id in row.split() if DIRECTORY.get(id) is None] == []


def test_it_is_among_the_services_shown_and_stays_when_the_age_comes_later() -> None:
    reply, memory = say("he's outgrown his wheelchair", "find_service", "equipment_housing")
    assert "wheelchair-service-county-durham" in [one["id"] for one in reply.services]
    _, memory = say("he's 6", "find_service", memory=memory)
    assert "wheelchair-service-county-durham" in memory.shown


def test_it_is_not_offered_for_a_need_that_it_does_not_meet() -> None:
    reply, _ = say("he's outgrown his wheelchair and can't sleep", "find_service", "sleep")
    assert "wheelchair-service-county-durham" not in [one["id"] for one in reply.services]


@pytest.mark.parametrize(
    "text", ["there's no damp", "we're not homeless", "we have not been evicted yet", "scared we'll lose our home help", "he got notice to leave school"]
)
def test_a_roof_that_is_not_at_risk_is_not_asked_for(text: str) -> None:
    assert asked_for(text) == ()


def test_a_hoist_asked_for_after_the_damp_is_shown() -> None:
    _, memory = say("our house is full of damp and my son is 9", "find_service", "equipment_housing")
    assert "housing-solutions-durham" in memory.asked_for
    _, memory = say("he needs a hoist and a bath seat at home as well", "find_service", "equipment_housing", memory=memory)
    kinds = {DIRECTORY.get(id).kind for id in memory.shown}
    assert kinds & {"equipment_service", "occupational_therapy"}


def test_a_refused_plan_shows_how_long_there_is_to_appeal() -> None:
    reply, memory = say("her EHCP was refused last month and she is 14", "find_service", "ehc_plan")
    assert memory.shown[:1] == ("sendiass-durham",)
    assert "send-tribunal" in memory.shown
    assert "two months" in " ".join([reply.text, *(str(one) for one in reply.services)])


def test_where_the_words_stand_tells_whose_they_are() -> None:
    text = "im 15 my sister 9 has no friends cos of her tics"
    start, end = where_told(text, "complex_medical")
    assert text[start:end] == "tics"
    assert where_told("nothing of it", "complex_medical") == (0, 13)
