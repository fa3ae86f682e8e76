"""Ages of several children told one by one in clipped notes and run-ons, and the lists, scores and hours that look the same."""

from __future__ import annotations

import pytest

from bot.nlu.ages.cues import read
from bot.nlu.ages.lists import read_lists
from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.reading import NO
from bot.nlu.ages.tokens import tokenize
from bot.nlu.ages.weighing import weighed
from tests.nlu.ages.hearing import spans, years

Ages = list[tuple[int, int]]
RECEPTION, NURSERY = (48, 60), (36, 60)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Placement review. 5 – hoards crusts, pads. 9 – bolts at the gate", years(5, 9)),
        ("3 lads in one bedroom. 7: OCD? not sure. terrified of drains. 11: doesn't get sarcasm, hums. 14: fine.", years(7, 11, 14)),
        ("12 – no self belief; 8 – no EHCP", years(12, 8)),
        ("12 – zero friends; 8 – no plan", years(12, 8)),
        ("My sister's bairns are with us. 11: frets that he's a bother. 6: can't sit through a story", years(11, 6)),
        ("Two of ours at home. 15: not in college not in work. 12: no appetite", years(15, 12)),
        ("Grandad rang about 2 lads. 9 – only talks about drains. 16 – clever, needs a bus buddy", years(9, 16)),
        ("4, barely speaks. 7, numbers mean nothing to her. Both canny", years(4, 7)),
        ("8 wont settle 11 only eats crackers help", years(8, 11)),
        ("5 cant hear the teacher 9 cant do laces", years(5, 9)),
        ("13 never leaves her room, 10 has no mates", years(13, 10)),
        ("6 ?ADHD, 11 ?autism, neither seen yet", years(6, 11)),
        ("Sibs. 4 no words; 7 wets; 13 no bother", years(4, 7, 13)),
        ("Ours is grand. Theirs: 5 who smears, 7 who climbs out of windows", years(5, 7)),
        ("My eldest is 12 and fine. 9: won't eat owt with a smell", years(12, 9)),
        ("Kinship, two lads: 7 (ADHD, up till one) and 14 (no bother, paper round)", years(7, 14)),
    ],
)
def test_a_bare_age_may_open_the_part_that_tells_of_a_child(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "1) he won't go in 2) he won't eat 3) no plan",
        "Two things. 1: no plan. 2: no taxi",
        "2: no taxi. 3: no plan. what next",
        "2 - ring the school, 3 - ring the council",
        "3 no-shows; 8 letters",
        "3 no shows, 8 no replies",
        "10: 30 start, 12: 15 finish",
        "4 – 6 weeks they said, then 8 – 10 weeks",
        "Room 6: no heating. Room 8: damp",
        "step 2 – ring the school. step 5 – can't remember",
        "Scores. 3: low. 8: never moved",
        "SDQ results: 6 – hates change; 9 – no friends",
        "Question 3: hates what? Question 5: no idea",
        "buses. 6: never comes. 8: never stops",
        "Sleep diary. 2: screams for me. 4: hates the dark",
        "7: up. 8: taxi. 9: lessons",
        "15 in the class. 6 cant read 8 cant write",
        "3 bites, 5 kicks this week",
        "8 bumps; 12 falls since May",
        "back. 3-0 down already",
        "he said 6, maybe 7, and then 8",
        "awake at 4 wont settle, up at 6 wont eat",
        "waited 8 no letter, then 6 no call",
        "3-step plan, 8-week wait",
    ],
)
def test_points_scores_hours_and_counts_that_open_a_part_are_no_ages(text: str) -> None:
    assert spans(f"{text}. Our son is 17.") == years(17)


def test_what_opens_a_part_is_kept_where_the_net_doubts_it() -> None:
    tokens = tokenize("Bros. 6 - smears, pads. 8 - bolts")
    numbers = may_be_ages(tokens)
    readings = [read(tokens, number) for number in numbers]
    read_lists(tokens, numbers, readings)
    assert NO not in weighed(tokens, numbers, readings, [0.01, 0.01])


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("two bros, 7 + 10, both with a diagnosis", years(7, 10)),
        ("Bros 4 + 11, both autistic: 4 strips off, 11 friendless", years(4, 11)),
        ("dau 9 ok, son 13 in his room", years(9, 13)),
        ("Ruby, 5: knows every flag. Harry, 13: no pals", years(5, 13)),
        ("Kai, 6 - no words", years(6)),
        ("Harry (14, autistic, mad on trains, has never had a friend round) and Ruby (11, who hates it)", years(14, 11)),
        ("sling for Max (8, 29kg, my back has gone)", years(8)),
        ("Me (18, dyspraxic, want to cook) and my sister (12, loves it)", years(18, 12)),
        ('one of each. Mine (13) says "it is all about him"', years(13)),
        ("a job for me (16, learning disability) and a reading thing for my brother (7, hates it)", years(16, 7)),
        ("Omar 12, he can not see good", years(12)),
        ("My daughter have 11, she translate for me", years(11)),
        ("my harry 9 hates loud shops. ruby 6 needs pads", years(9, 6)),
        ("ruby 13 needs a chair, harry 6 hates loud shops", years(13, 6)),
        ("hiya summat since about march my lass whos 8 has not slept", years(8)),
        ("my son hes 13 and he stopped going in", years(13)),
        ("somebody to give meds to a fella of 10 with a shunt", years(10)),
        ("lonely as owt with his bad lug, eight he is.", years(8)),
        ("sister's grand. canny quiet lad, eleven he is, no mates", years(11)),
        ("Is 2 year old my son. which door I knock", years(2)),
        ("3yr old nappies n no sign of stopping. 9yr old fine", years(3, 9)),
    ],
)
def test_a_name_a_bracket_or_a_pronoun_tells_whose_age_it_is(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "May, 4: ring them back",
        "section F (4, 5 and 6) is blank",
        "Mum (19, tired) asks about a group",
        "the boots cost me (12, with post) too much",
        "lessons at the pool are 12 to a lane",
        "it was 14 to a room in there",
        "bed by 7 he is.",
        "june 5 needs moving, april 8 hates us",
        "the wait (8, maybe 9 weeks) is a joke",
        "size 5 nappies needed",
        "one at one school, one at another, two buses",
        "(1) no plan; (2) no taxi; (3) no reply",
    ],
)
def test_months_sections_crowds_and_prices_beside_a_bracket_are_no_ages(text: str) -> None:
    assert spans(f"{text}. Our son is 17.") == years(17)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("m14, my brother is 5 n he doesnt talk", years(14, 5)),
        ("f 15 here. my sister is 7 and shes sad", years(15, 7)),
        ("Hi. 17, care leaver, just moved in. My sister is 12 and in care", years(17, 12)),
        ("Hello all, EWO. 14, on a reduced timetable. Sis 10 – fine", years(14, 10)),
        ("Epilepsy nurse: 15, epilepsy, mum asks about adult care; sister 8 knows the drill", years(15, 8)),
    ],
)
def test_a_young_person_or_a_note_may_open_with_the_age(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "m18 shut again, taxi late",
        "f 16 bus never came",
        "m62, stuck again",
        "Hi. 22, mum of two, no sleep",
        "Hi, 12 weeks now",
        "Hello. 3 appointments missed",
        "Room leader: 16, mixed ages",
        "Score: 16, high",
    ],
)
def test_a_road_a_mother_or_a_score_that_opens_is_no_age(text: str) -> None:
    assert spans(f"{text}. Our son is 9.") == years(9)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Lad (rec) - gives up mid word; lass Y9 - home by noon", [RECEPTION, *years(13)]),
        ("VI: sis rec, squint; bro Y5 – plan drafted", [RECEPTION, *years(9)]),
        ("rec girl on 2 hrs a day; Y3 bro copies her", [RECEPTION, *years(7)]),
        ("Rec – no to and fro with anyone", [RECEPTION]),
        ("elder Y5 loses every coat, younger in rec holds a spoon in her fist", [*years(9), RECEPTION]),
        ("Ruby rec, Harry Y3, Kai Y6. Kai is excluded", [RECEPTION, *years(7, 10)]),
        ("Twins, rec. F talks, M does not", [RECEPTION]),
        ("(1) Y4 – hits; (2) Y9 – won't read; (3) rec – fine", [*years(8, 13), RECEPTION]),
        ("Nursery lad – his teacher says he walks the fence. And our Y11 wants a job", [NURSERY, *years(15)]),
        ("A, Y4: closed. B, nursery: on the SALT list", [*years(8), NURSERY]),
        ("year 6 SATs stress aside he's happy. its my year 8: detentions", years(10, 12)),
        ("Preparing for my own review, Y12: a job. Preparing for my sister's, Y5: which comp", years(16, 9)),
        ("Mine's Y7, angel in class. Her brother Y5 is fine", years(11, 9)),
        ("Family w/ Y3 & Y6. Y3 soiling a lot. Y6 holds the fort", years(7, 10)),
        ("boy 13 reads at a level of Y2, school offer colouring", years(13)),
        ("my class (Y3/4 mixed, 29 kids), a lad in rec bites", [RECEPTION]),
    ],
)
def test_school_years_and_reception_of_several_children_are_heard(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "is there a club at the rec",
        "the big lads on the rec took his bike",
        "anything on at the rec centre on Saturdays",
        "football in the rec ground",
        "form rec'd, thanks",
        "we went in rec room two",
        "my class is Y5/6 mixed",
        "he works at the standard of Y2",
        "the nursery lass says there's no room",
    ],
)
def test_a_recreation_ground_a_mixed_class_and_a_level_are_no_childs_year(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("HV: 9 months, not sitting, not smiling. sis 31 months: potty regress", [(9, 10), (31, 32)]),
        ("Physio – 10 months, one side stiff; Y3 sister no concerns", [(10, 11), *years(7)]),
        ("HV home visit – 13 months, no babble, very floppy; older bro (nearly 4) chews cot rails", [(13, 14), (42, 48)]),
        ("health visitor: babe 7 months – reflux sorted; sister 4 – sobs", [(7, 8), *years(4)]),
        ("HV: girl 26 months no words; boy 5 weeks feeding hourly", [(26, 27), (1, 2)]),
        ("YP 18, her little boy 17 months shy but fine", [*years(18), (17, 18)]),
        ("when the bairn came home (17 month, on oxygen) we got a leaflet. his brother's 6", [(17, 18), *years(6)]),
        ("The fifth, 19 months, does not look up for her name. His brother is 9", [(19, 20), *years(9)]),
        ("She points at the tap. 25 months and we have not heard a single word", [(25, 26)]),
        ("She has just had our second, 5 weeks, and the midwife has stopped. eldest, 7, bites", [(1, 2), *years(7)]),
        ("not bonding with the little lad (11 weeks); girl of 4 back in nappies", [(2, 3), *years(4)]),
    ],
)
def test_months_of_a_baby_are_told_by_what_a_note_says_beside_them(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("HV: 8 months, no reply. lad of 4", years(4)),
        ("CAMHS: 9 months, no words from anyone. she's 12", years(12)),
        ("the third, 6 months later, said the same. he's 7", years(7)),
        ("my little lad 8 months without school, he's 9", years(9)),
        ("our boy 6 weeks off school, he's 9", years(9)),
        ("my little girl 7 months no place, she's 8", years(8)),
        ("the plan (18 months, still a draft) says he's fine. he's 10", years(10)),
        ("20 months and we have not heard from anyone. she's 6", years(6)),
        ("had our first scan, 12 weeks, midwife was lovely. eldest is 6", [(-9, 0), *years(6)]),
    ],
)
def test_a_wait_in_months_is_no_baby(text: str, ages: Ages) -> None:
    assert spans(text) == ages
