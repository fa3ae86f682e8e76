"""Every service that the 2024 inspection report names has an entry and is found: by what a family needs, or by its name."""

from __future__ import annotations

import pytest

from bot.conversation.shown.naming import by_name
from bot.directory.load import load_directory
from bot.directory.match import match
from bot.ops.paths import SERVICES
from bot.scenarios.said import enquiry
from tests.directory.conftest import TODAY

REAL = load_directory(SERVICES)

# What a family would ask for: needs, ages and a place; the service must be in the answer.
BY_NEED = [
    ("family-hub-bishop-auckland", ["early_years_development"], ["1"], "Bishop Auckland"),
    ("family-hub-seaham", ["parenting_baby"], ["2 months"], "Seaham"),
    ("sendiass-durham", ["sen_support_school"], ["7"], "Crook"),
    ("ep-dropin-durham", ["anxiety_emotional"], ["3"], "Stanley"),
    ("portage-durham", ["global_delay"], ["2"], "Stanhope"),
    ("send-inclusion-service-durham", ["sen_support_school"], ["8"], "Peterlee"),
    ("speech-language-support-team-durham", ["speech_language"], ["7"], "Consett"),
    ("autism-social-communication-team", ["autism_support", "speech_language"], ["9"], "Durham"),
    ("semh-teams-durham", ["exclusion_suspension"], ["10"], "Stanley"),
    ("early-years-send-equalities-inclusion", ["language_eal"], ["3"], "Horden"),
    ("family-health-service-0-25", ["global_delay"], ["1"], "Crook"),
    ("two-year-integrated-check", ["early_years_development"], ["2"], "Durham"),
    ("childrens-speech-language-therapy-county-durham", ["speech_language"], ["5"], "Seaham"),
    ("childrens-occupational-therapy-cddft", ["motor_coordination"], ["7"], "Ferryhill"),
    ("childrens-physiotherapy-county-durham", ["physical_disability"], ["4"], "Durham"),
    ("emotional-resilience-team", ["anxiety_emotional"], ["13"], "Peterlee"),
    ("camhs-county-durham", ["low_mood_self_harm"], ["15"], "Consett"),
    ("neurodevelopmental-assessment-5-17", ["autism_assessment"], ["8"], "Crook"),
    ("needs-led-neurodevelopmental-support", ["autism_support"], ["8"], "Crook"),
    ("ehc-casework-durham", ["ehc_plan"], ["6"], "Durham"),
    ("durhamworks", ["employment_training"], ["17"], "Horden"),
    ("durhamenable", ["employment_training"], ["22"], "Durham"),
    ("cwd-team-durham", ["short_breaks_respite"], ["9"], "Murton"),
    ("complex-care-nursing-team", ["complex_medical"], ["4"], "Durham"),
    ("early-help-durham", ["behaviour"], ["8"], "Stanley"),
    ("navigation-team-durham", ["transition_adulthood"], ["15"], "Durham"),
    ("making-changes-together", ["carer_parent_support"], ["9"], "Durham"),
    ("extreme-group", ["leisure_friends"], ["16"], "Durham"),
    ("sjovoll-centre", ["leisure_friends"], ["18"], "Durham"),
    ("youth-clubs-county-durham", ["leisure_friends"], ["16"], "Crook"),
    ("investing-in-children", ["leisure_friends"], ["13"], "Crook"),
    ("short-breaks-durham", ["short_breaks_respite"], ["10"], "Seaham"),
    ("inclusion-partnerships-secondary", ["exclusion_suspension"], ["14"], "Horden"),
    ("inclusion-partnerships-primary", ["exclusion_suspension"], ["7"], "Horden"),
    ("alternative-provision-durham", ["exclusion_suspension"], ["14"], "Horden"),
    ("dynamic-support-register-county-durham", ["autism_support", "low_mood_self_harm"], ["15"], "Durham"),
    ("the-croft-anxious-about-school", ["school_attendance_refusal"], ["12"], "Durham"),
    ("integrating-children", ["short_breaks_respite"], ["12"], "Durham"),
]  # fmt: skip

# What is asked for by its name.
BY_NAME = [
    ("family-hubs-county-durham", "where are the family hubs"),
    ("virtual-school-durham", "what does the virtual school do"),
    ("humankind-waythrough-durham", "can you tell me about Humankind"),
    ("designated-social-care-officer", "who is the designated social care officer"),
    ("designated-clinical-officer", "who is the designated clinical officer"),
    ("send-toolkit-durham", "what is the SEND toolkit"),
    ("send-in-schools-guide-parents", "is there a guide for parents and carers about SEND in schools"),
    ("send-participation-strategy", "what is the SEND participation strategy"),
    ("think-autism-strategy", "what is the Think Autism strategy"),
    ("the-croft-anxious-about-school", "is The Croft any good for a child anxious about school"),
    ("extreme-group", "how does my son join the eXtreme Group"),
    ("sjovoll-centre", "what happens at the Sjovoll Centre"),
    ("making-changes-together", "who are Making Changes Together"),
    ("dynamic-support-register-county-durham", "what is the dynamic support register"),
    ("durhamenable", "does DurhamEnable help with jobs"),
    ("investing-in-children", "what is Investing in Children"),
]


@pytest.mark.parametrize(("id", "needs", "ages", "place"), BY_NEED, ids=[row[0] for row in BY_NEED])
def test_it_is_in_the_answer_to_what_a_family_needs(id: str, needs: list[str], ages: list[str], place: str) -> None:
    plan = match(REAL, enquiry(needs, ages, place, TODAY), TODAY)
    assert id in [result.service.id for result in plan.results]


@pytest.mark.parametrize(("id", "asked"), BY_NAME, ids=[row[0] for row in BY_NAME])
def test_it_is_found_by_its_name(id: str, asked: str) -> None:
    assert id in [service.id for service in by_name(asked, REAL)]
