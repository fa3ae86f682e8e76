"""Who is offered what, in which order, and why."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from bot.directory.geography import nearest
from bot.directory.match import match
from bot.directory.service import Service
from bot.enquiry import Child, Enquiry, Locality
from tests.directory.conftest import TODAY, directory, service

CROOK = Locality("Crook", True, "Durham County Council", 54.7146, -1.74649)
DARLINGTON = Locality("Darlington", False, "Darlington Borough Council", 54.52494, -1.55342)
HARTLEPOOL = Locality("Hartlepool", False, "Hartlepool Borough Council", 54.72, -1.29)
LEEDS = Locality("Leeds", False, "Leeds City Council")


def ask(*needs: str, ages: tuple[tuple[int, int], ...] = (), place: Locality | None = None, **more: object) -> Enquiry:
    return Enquiry(tuple(needs), tuple(Child(age) for age in ages), place, **more)  # type: ignore[arg-type]


def ids(plan: object) -> list[str]:
    return [result.service.id for result in plan.results]  # type: ignore[attr-defined]


def test_a_service_for_another_age_is_left_out_with_the_reason() -> None:
    adults = service("adults", ages={"from_months": 216, "to_months": None, "words": None})
    plan = match(directory(adults), ask("speech_language", ages=((36, 48),)), TODAY)
    assert ids(plan) == []
    assert plan.excluded[0].id == "adults"
    assert "18 and over" in plan.excluded[0].reason
    assert "this child is 3" in plan.excluded[0].reason
    assert "opens to them in 2040 or 2041" in plan.excluded[0].reason


def test_a_reason_names_both_years_when_the_age_is_only_known_to_the_year() -> None:
    later = service("later", ages={"from_months": 192, "to_months": None, "words": None})
    plan = match(directory(later), ask("speech_language", ages=((168, 180),)), TODAY)
    assert "2027 or 2028" in plan.excluded[0].reason


def test_what_opens_within_a_year_is_shown_as_soon() -> None:
    later = service("later", ages={"from_months": 48, "to_months": None, "words": None})
    plan = match(directory(later), ask("speech_language", ages=((40, 41),)), TODAY)
    assert [soon.service.id for soon in plan.soon] == ["later"]


def test_unknown_age_limits_are_neither_fit_nor_unfit_and_come_after_known_ones() -> None:
    known = service("known")
    unknown = service("unknown", ages={"from_months": None, "to_months": None, "words": None})
    plan = match(directory(unknown, known), ask("speech_language", ages=((36, 48),)), TODAY)
    assert ids(plan) == ["known", "unknown"]
    assert any("not stated" in reason for reason in plan.results[1].reasons)


def test_the_end_of_an_age_range_is_outside_it() -> None:
    upto = service("upto", ages={"from_months": 0, "to_months": 60, "words": None})
    assert ids(match(directory(upto), ask("speech_language", ages=((60, 72),)), TODAY)) == []
    assert ids(match(directory(upto), ask("speech_language", ages=((48, 60),)), TODAY)) == ["upto"]


def test_a_family_outside_the_county_gets_its_own_council_first() -> None:
    county = service("county")
    national = service("national", area={"covers": "uk"})
    offer = service(
        "offer", kind="other_local_offer", needs={"main": ["ehc_plan"]},
        area={"covers": "councils", "places": ["Darlington Borough Council"]},
    )  # fmt: skip
    plan = match(directory(county, national, offer), ask("speech_language", place=DARLINGTON), TODAY)
    assert ids(plan) == ["offer", "national"]
    assert {one.id: one.reason for one in plan.excluded}["county"].startswith("serves County Durham")


@pytest.mark.parametrize(("place", "offered"), [(DARLINGTON, True), (LEEDS, False)])
def test_an_nhs_service_that_follows_the_gp_may_still_serve_a_neighbour(place: Locality, offered: bool) -> None:
    nhs = service("nhs", area={"covers": "whole_county", "follows_gp": True})
    plan = match(directory(nhs), ask("speech_language", place=place), TODAY)
    assert (ids(plan) == ["nhs"]) is offered
    if offered:
        assert any("GP" in reason for reason in plan.results[0].reasons)


@pytest.mark.parametrize(("place", "offered"), [(DARLINGTON, False), (HARTLEPOOL, True)])
def test_a_service_for_towns_that_follows_the_gp_serves_over_the_border_only_who_lives_near(place: Locality, offered: bool) -> None:
    wingate = service("wingate", area={"covers": "towns", "places": ["Wingate"], "follows_gp": True})
    assert (ids(match(directory(wingate), ask("speech_language", place=place), TODAY)) == ["wingate"]) is offered


def test_a_service_of_two_councils_says_to_each_family_that_it_covers_theirs() -> None:
    both = service("both", area={"covers": "councils", "places": ["Durham County Council", "Darlington Borough Council"], "follows_gp": True})
    for place, covers in ((CROOK, "It covers all of County Durham."), (DARLINGTON, "It covers the Darlington Borough Council area.")):
        assert covers in match(directory(both), ask("speech_language", place=place), TODAY).results[0].reasons
    (hartlepool,) = match(directory(both), ask("speech_language", place=HARTLEPOOL), TODAY).results
    assert any("GP" in reason for reason in hartlepool.reasons)


def test_a_national_charity_for_one_condition_is_nobody_to_ask_about_another() -> None:
    charity = service("charity", kind="needs_led_support", needs={"main": ["eating_disorder"]}, area={"covers": "uk"})
    local = service("local", kind="needs_led_support", needs={"main": ["adhd_support"]})
    assert ids(match(directory(charity), ask("autism_support"), TODAY)) == []
    assert ids(match(directory(charity, local), ask("autism_support"), TODAY)) == ["local"]


def test_a_service_for_other_councils_waits_until_a_place_is_known() -> None:
    other = service("other", area={"covers": "councils", "places": ["Hartlepool Borough Council"]})
    assert ids(match(directory(other), ask("speech_language"), TODAY)) == []


def test_local_help_comes_before_national_help_that_fits_as_well() -> None:
    national = service("a-national", area={"covers": "uk"})
    local = service("local")
    assert ids(match(directory(national, local), ask("speech_language"), TODAY)) == ["local", "a-national"]


def test_the_nearest_of_several_hubs_is_the_one_offered() -> None:
    def hub(id: str, lat: float, lon: float):  # type: ignore[no-untyped-def]
        return service(id, kind="family_hub", venues=[{"name": id, "lat": lat, "lon": lon}])

    far, near = hub("far", 54.87, -1.69), hub("near", 54.66, -1.68)
    plan = match(directory(far, near), ask("speech_language", place=CROOK), TODAY)
    assert ids(plan) == ["near"]
    assert plan.results[0].distance_miles == pytest.approx(4.6, abs=0.3)


def test_of_doors_as_near_the_first_by_id_is_the_nearest_and_what_has_none_is_passed_over() -> None:
    here, away = [{"name": "x", "lat": 54.715, "lon": -1.746}], [{"name": "x", "lat": 54.87, "lon": -1.69}]
    services = service("a-line"), service("far", venues=away), service("c", venues=here), service("b", venues=here)
    found = nearest(services, CROOK)
    assert found is not None
    assert (found[0].id, found[1]) == ("b", 0.0)
    assert nearest(services[:1], CROOK) is None
    assert nearest(services, LEEDS) is None


def test_a_nearer_hub_is_not_passed_over_for_one_of_which_more_is_known_unless_nobody_has_checked_it() -> None:
    def hub(id: str, lat: float, **changes: Any) -> Service:
        return service(id, kind="family_hub", venues=[{"name": id, "lat": lat, "lon": -1.74}], **changes)

    further = hub("further", 54.727, referral={"self": True, "drop_in": True})
    nearer = hub("nearer", 54.715, confidence="medium")
    assert ids(match(directory(further, nearer), ask("speech_language", place=CROOK), TODAY)) == ["nearer"]
    unchecked = hub("unchecked", 54.715, confidence="low", unverified=True)
    assert ids(match(directory(further, unchecked), ask("speech_language", place=CROOK), TODAY)) == ["further"]


def test_every_stated_need_is_answered() -> None:
    talk = service("talk")
    sleep = service("sleep", kind="sleep_support", needs={"main": ["sleep"]})
    plan = match(directory(talk, sleep), ask("sleep", "speech_language"), TODAY)
    assert set(ids(plan)) == {"talk", "sleep"}
    assert plan.unmet == ()


def test_a_need_that_nobody_meets_is_said() -> None:
    assert match(directory(service("talk")), ask("speech_language", "vision"), TODAY).unmet == ("vision",)


def test_each_child_is_matched_on_their_own_age_and_needs() -> None:
    little = service("little", ages={"from_months": 0, "to_months": 60, "words": None})
    teen = service("teen", kind="emotional_resilience", needs={"main": ["anxiety_emotional"]}, ages={"from_months": 132, "to_months": 216, "words": None})
    children = (Child((36, 48), ("speech_language",)), Child((156, 168), ("anxiety_emotional",)))
    plan = match(directory(little, teen), Enquiry(("speech_language", "anxiety_emotional"), children), TODAY)
    assert {result.service.id: result.children for result in plan.results} == {"little": (0,), "teen": (1,)}


def test_a_diagnosis_that_is_needed_and_missing_excludes() -> None:
    strict = service("strict", conditions={"diagnosis": "needed"})
    assert ids(match(directory(strict), ask("speech_language", has_diagnosis=False), TODAY)) == []
    plan = match(directory(strict), ask("speech_language"), TODAY)
    assert any("diagnosis" in reason for reason in plan.results[0].reasons)


def test_a_session_on_a_bank_holiday_is_the_next_one_after_it() -> None:
    weekly = {"title": "Drop-in", "rrule": "FREQ=WEEKLY;BYDAY=FR", "starts": date(2026, 9, 4), "time": "10:00", "source": "x"}
    plan = match(directory(service("hub", sessions=[weekly])), ask("speech_language"), date(2026, 12, 25))
    assert "Friday 8 January" in str(plan.results[0].next)  # 25 December and 1 January are holidays


def test_an_age_limit_that_is_near_is_said_with_what_comes_after() -> None:
    child = service("child", ages={"from_months": 0, "to_months": 216, "words": "up to 18"}, after="grown")
    grown = service("grown", name="Grown up team", needs={"main": ["transition_adulthood"]})
    plan = match(directory(child, grown), ask("speech_language", ages=((204, 216),)), TODAY)
    assert any("ends at 18" in note and "Grown up team" in note for note in plan.notes)


def test_what_takes_only_some_of_an_age_comes_later_and_says_to_check() -> None:
    some = service("a-some", ages={"from_months": 0, "to_months": 300, "words": "to 18, or to 25 with a plan", "usual_to_months": 216})
    everybody = service("everybody")
    plan = match(directory(some, everybody), ask("speech_language", ages=((228, 240),)), TODAY)
    assert ids(plan)[0] == "everybody"
    plan = match(directory(some), ask("speech_language", ages=((228, 240),)), TODAY)
    assert any("Check that it takes your child's age" in reason for reason in plan.results[0].reasons)


def test_what_takes_only_some_of_an_age_never_fills_the_page() -> None:
    some = service("some", ages={"from_months": 0, "to_months": 300, "words": None, "usual_to_months": 216})
    plan = match(directory(some, service("one"), service("two")), ask("speech_language", ages=((228, 240),)), TODAY)
    assert ids(plan) == ["one", "two"]


def test_what_is_made_for_two_of_the_needs_at_once_is_in_the_plan() -> None:
    others = [service(f"s{at}", kind=kind, needs={"main": ["behaviour"]}) for at, kind in enumerate(("early_help", "school_nursing", "family_hub", "needs_led_support", "educational_psychology", "specialist_teaching"))]
    both = service("both", kind="camhs", needs={"main": ["learning_difficulty"], "also": ["behaviour"]}, conditions={"with_need": "learning_difficulty", "under_team": "your child has a learning disability"}, referral={"self": None})
    learning = service("learning", kind="senco_school", needs={"main": ["learning_difficulty"]})
    plan = match(directory(*others, both, learning), ask("behaviour", "learning_difficulty", ages=((144, 156),)), TODAY)
    assert "both" in ids(plan)
    assert "both" not in ids(match(directory(*others, both), ask("behaviour", ages=((144, 156),)), TODAY))


def test_two_children_with_a_need_each_are_no_child_with_both() -> None:
    both = service("both", kind="camhs", needs={"main": ["anxiety_emotional"]}, conditions={"with_need": "learning_difficulty"}, referral={"self": None})
    calm = service("calm", kind="emotional_resilience", needs={"main": ["anxiety_emotional"]})
    learning = service("learning", kind="senco_school", needs={"main": ["learning_difficulty"]})
    needs = ("anxiety_emotional", "learning_difficulty")
    brother, sister = Child((72, 84), ("learning_difficulty",)), Child((156, 168), ("anxiety_emotional",))
    services = directory(both, calm, learning)
    assert "both" not in ids(match(services, Enquiry(needs, (brother, sister)), TODAY))
    assert "both" in ids(match(services, Enquiry(needs, (dataclasses.replace(sister, needs=needs),)), TODAY))


def test_help_for_the_grown_up_who_writes_is_for_none_of_the_children() -> None:
    group = service("group", kind="parent_carer_forum", needs={"main": ["carer_parent_support"]})
    sleep = service("sleep", needs={"main": ["sleep"]})
    children = (Child((60, 72)), Child((108, 120), ("sleep",)))
    plan = match(directory(group, sleep), Enquiry(("sleep", "carer_parent_support"), children), TODAY)
    assert set(ids(plan)) == {"group", "sleep"}
    assert [[result.service.id for result in one.results] for one in plan.per_child] == [[], ["sleep"]]
    assert plan.unmet == ()


def test_what_is_made_for_few_ages_comes_before_what_is_for_all() -> None:
    every = service("a-every", ages={"from_months": 0, "to_months": 216, "words": None})
    few = service("few", ages={"from_months": 192, "to_months": None, "words": "16 and over"})
    assert ids(match(directory(every, few), ask("speech_language", ages=((204, 216),)), TODAY))[0] == "few"


def test_no_tip_stands_twice() -> None:
    tip = {"while_waiting": ["Keep a diary."]}
    plan = match(directory(service("one", **tip), service("two", **tip)), ask("speech_language"), TODAY)
    assert [one.text for one in plan.waiting] == ["Keep a diary."]


def test_who_is_afraid_at_home_is_given_somebody_for_that() -> None:
    harbour = service("harbour-durham", kind="domestic_abuse_support", needs={"main": ["domestic_abuse"]}, contact={"phone": "03000 202 525"})
    help_ = service("early-help-durham", kind="early_help", contact={"phone": "03000 267 979"})
    person = match(directory(harbour, help_), ask("domestic_abuse"), TODAY).person
    assert person is not None
    assert person.service.id == "harbour-durham"


def test_a_baby_of_one_month_is_said_in_good_english() -> None:
    older = service("older", ages={"from_months": 60, "to_months": None, "words": None})
    reason = match(directory(older), ask("speech_language", ages=((1, 2),)), TODAY).excluded[0].reason
    assert "this child is 1 month;" in reason


def test_a_course_for_couples_is_left_out_where_somebody_is_afraid() -> None:
    course = service("course", not_for="Families where someone is afraid of a partner.", conditions={"not_with_need": "domestic_abuse"})
    plan = match(directory(course), ask("speech_language", "domestic_abuse"), TODAY)
    assert ids(plan) == []
    assert plan.excluded[0].reason == "Families where someone is afraid of a partner."
    assert ids(match(directory(course), ask("speech_language"), TODAY)) == ["course"]


def test_what_is_for_everybody_is_for_who_is_pregnant_too() -> None:
    everybody = service("everybody", ages={"from_months": 0, "to_months": None, "words": "everyone"})
    children = service("children", ages={"from_months": 0, "to_months": 60, "words": "from birth to 5"})
    assert ids(match(directory(everybody, children), ask("speech_language", ages=((-9, 0),)), TODAY)) == ["everybody"]


def test_ages_that_the_words_call_unknown_are_not_said_to_fit() -> None:
    unsure = service("unsure", ages={"from_months": 0, "to_months": 300, "words": "children (exact ages not known)"})
    reasons = match(directory(unsure), ask("speech_language", ages=((84, 96),)), TODAY).results[0].reasons
    assert "Ages: children (exact ages not known). Check that it takes your child's age." in reasons


def test_who_is_afraid_outside_the_county_is_not_sent_to_a_council_page_first() -> None:
    line = service("line", kind="domestic_abuse_support", needs={"main": ["domestic_abuse"]}, area={"covers": "uk"})
    offer = service(
        "offer", kind="other_local_offer", needs={"main": ["ehc_plan"]},
        area={"covers": "councils", "places": ["Darlington Borough Council"]},
    )  # fmt: skip
    assert ids(match(directory(line, offer), ask("domestic_abuse", place=DARLINGTON), TODAY)) == ["line", "offer"]


def test_with_a_place_the_near_hub_stands_for_all_hubs_even_where_the_list_names_more_needs() -> None:
    whole = service("a-whole", kind="family_hub", needs={"main": ["speech_language", "sleep"]})
    near = service("near", kind="family_hub", venues=[{"name": "near", "lat": 54.71, "lon": -1.74}])
    assert "near" in ids(match(directory(whole, near), ask("speech_language", "sleep", place=CROOK), TODAY))


def test_a_child_s_age_is_not_held_against_what_is_for_adults() -> None:
    carers = service("carers", ages={"from_months": None, "to_months": None, "words": "adults who care for somebody"})
    reasons = match(directory(carers), ask("speech_language", ages=((48, 60),)), TODAY).results[0].reasons
    assert "Ages: adults who care for somebody." in reasons


def test_where_nobody_is_there_for_a_need_two_kinds_of_people_to_ask_are_named() -> None:
    school = service("school", kind="specialist_teaching", needs={"main": ["sen_support_school"]})
    senco = service("senco", kind="senco_school", needs={"main": ["sen_support_school"]})
    plan = match(directory(school, senco), ask("language_eal", ages=((96, 108),)), TODAY)
    assert ids(plan) == ["school", "senco"]
    assert plan.unmet == ("language_eal",)
    assert all("We know of nobody" in result.reasons[0] for result in plan.results)


def test_what_is_unusual_at_an_age_is_left_out_with_the_reason() -> None:
    some = service("some", ages={"from_months": 0, "to_months": 300, "words": "to 25", "usual_to_months": 228})
    unstated = service("unstated", ages={"from_months": 0, "to_months": None, "words": "children"})
    others = [service(f"s{at}", kind=kind) for at, kind in enumerate(("needs_led_support", "specialist_teaching", "senco_school"))]
    plan = match(directory(some, unstated, *others), ask("speech_language", ages=((240, 252),)), TODAY)
    reasons = {one.id: one.reason for one in plan.excluded}
    assert reasons["some"] == "usually for under 19, and for only some others: this child is 20"
    assert reasons["unstated"] == "such help is usually for under 19, and its highest age is not stated: this child is 20"
    assert not {"some", "unstated"} & set(ids(plan))
    assert ids(match(directory(unstated), ask("speech_language", ages=((240, 252),)), TODAY)) == []


def test_what_fits_and_is_not_on_a_page_with_room_says_why() -> None:
    touches = service("touches", kind="transport_team", needs={"main": ["transport"], "also": ["speech_language"]})
    for_some = service("for-some", kind="camhs", conditions={"under_team": "this is about tics", "with_need": "sleep"})
    plan = match(directory(service("talk"), touches, for_some), ask("speech_language"), TODAY)
    reasons = {one.id: one.reason for one in plan.excluded}
    assert ids(plan) == ["talk"]
    assert reasons["touches"] == "not one of the first to ask about talking and understanding, but you can ask it too"
    assert reasons["for-some"] == "made for those who also need help with sleep"


def test_to_be_outranked_on_a_full_page_is_no_exclusion() -> None:
    many = [service(f"s{at}") for at in range(9)]
    plan = match(directory(*many), ask("speech_language"), TODAY)
    assert (len(plan.results), plan.excluded) == (6, ())


def test_before_birth_nothing_is_to_be_watched_in_a_child() -> None:
    everybody = service("everybody", ages={"from_months": -9, "to_months": 60, "words": None}, while_waiting=["Write down what your child can do.", "Ask your midwife."])
    plan = match(directory(everybody), ask("speech_language", ages=((-9, 0),)), TODAY)
    assert [tip.text for tip in plan.waiting] == ["Ask your midwife."]


def test_what_has_no_job_of_its_own_stands_behind_what_has() -> None:
    plan_to_read = service("a-plan", needs={"main": [], "also": ["speech_language"]})
    charity = service("charity", kind="specialist_teaching", needs={"main": ["speech_language", "sleep", "hearing"]})
    assert ids(match(directory(plan_to_read, charity), ask("speech_language"), TODAY)) == ["charity", "a-plan"]


def test_what_ended_long_ago_is_no_news() -> None:
    baby = service("baby", ages={"from_months": 0, "to_months": 12, "words": "babies"}, after="grown")
    plan = match(directory(baby, service("grown")), ask("speech_language", ages=((48, 60),)), TODAY)
    assert plan.notes == ()
    assert match(directory(baby, service("grown")), ask("speech_language", ages=((14, 15),)), TODAY).notes


def test_a_crisis_line_is_never_announced_as_opening_soon() -> None:
    line = service("line", kind="crisis_line", ages={"from_months": 0, "to_months": 228, "words": "under 19"})
    plan = match(directory(line, service("talk")), ask("speech_language", ages=((-9, 0),)), TODAY)
    assert [soon.service.id for soon in plan.soon] == ["talk"]


def test_what_was_declined_is_not_offered_again() -> None:
    plan = match(directory(service("one"), service("two")), ask("speech_language", declined=frozenset({"one"})), TODAY)
    assert ids(plan) == ["two"]


def test_the_same_enquiry_gives_the_same_plan() -> None:
    services = [service(f"s{number}") for number in range(20)]
    enquiry = ask("speech_language", ages=((36, 48),), place=CROOK)
    assert match(directory(*services), enquiry, TODAY) == match(directory(*reversed(services)), enquiry, TODAY)


def test_a_parents_group_is_about_the_children_who_are_born_too() -> None:
    group = service("group", needs={"main": ["carer_parent_support"]}, ages={"from_months": 0, "to_months": 216, "words": "parents of children to 18"})
    children = (Child((36, 48), ("speech_language",)), Child((-9, 0)))
    plan = match(directory(group), Enquiry(("speech_language", "carer_parent_support"), children, None), TODAY)
    assert ids(plan) == ["group"]
    assert plan.soon == ()
