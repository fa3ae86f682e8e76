"""Birthdays to come and dates of birth, and what has an age or a number that is no child's age."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("she's 5 tmrw and can't hold a pencil", (54, 60)),
        ("hes 4 on sat and says nowt", (42, 48)),
        ("our lad's 11 Saturday and got nobody to ask", (126, 132)),
        ("the bairn's 3 the morn and nivver said a word", (30, 36)),
        ("she's 7 a week on Saturday", (72, 84)),
        ("9 when the clocks go back and he's never slept through", (96, 108)),
        ("she's 18 just after Christmas and the support stops", (204, 216)),
        ("he's 8 at the end of January", (84, 96)),
        ("Tomorrow she's 8 and she wants no cake", (90, 96)),
        ("On Friday our Leo is 5 and he's not said mam", (54, 60)),
        ("next week [name] turns 9", (102, 108)),
        ("In March he's 18, who takes over from the paediatrician", (204, 216)),
        ("he's pushing five and not dry", (54, 60)),
        ("she's two weeks off 4", (42, 48)),
        ("she hits double figures next month", (114, 120)),
        ("wor lad's eleven in a fortneet", (126, 132)),
        ("the little one's four come Boxing Day", (36, 48)),
    ],
)
def test_a_birthday_to_come_may_be_said_by_a_day_an_event_or_a_date_before_the_child(text: str, age: tuple[int, int]) -> None:
    assert spans(text) == [age]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("on Friday he was 8 and he hid all day", [(96, 108)]),
        ("he's 15, on Saturday he's off to my mam's", [(180, 192)]),
        ("my 14yo needs somebody on saturday nights", [(168, 180)]),
        ("So on Monday my Isla, 7, held onto the gate", [(84, 96)]),
        ("On Monday he's 2 hours late as ever", []),
        ("rolling and reaching, ten months", [(10, 11)]),
        ("she's 17, next year adult services, who do I ring", [(204, 216)]),
        ("gets hit, 6 and no friends", [(72, 84)]),
        ("she's hit 10 and started periods", [(120, 132)]),
        ("he is 8 Monday mornings are hell", [(96, 108)]),
        ("16 on Sunday just gone and won't leave her room", [(192, 204)]),
        ("Four in June gone, still in pull ups", [(48, 60)]),
        ("Seven year old on 2.5 hours a day since Easter", [(84, 96)]),
    ],
)
def test_a_day_beside_an_age_that_is_no_birthday_to_come_leaves_it(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Born Halloween 2018 (31/10/18), sleeps 4 hours", [(96, 97)]),
        ("born prem, 14/02/2018, still tube fed", [(105, 106)]),
        ("born at home Feb 14 2018", [(105, 106)]),
        ("born Christmas Day 2019 and never slept since", [(83, 84)]),
        ("born with a cleft, op on 3/4/24 went well", []),
        ("review was 14/2/24 and nothing since", []),
        ("she had her 5th birthday in May, no words", [(60, 72)]),
        ("she's 15 and hasn't been out since her 12th birthday", [(180, 192)]),
    ],
)
def test_a_date_of_birth_may_stand_behind_other_words_and_another_date_is_none(
    text: str, ages: list[tuple[int, int]]
) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "a 3 year old laptop is all he talks with",
        "his wheelchair is 6 years old and he's outgrown it",
        "my son's buggy is 4 years old and falling to bits",
        "her 2 year old hearing aids keep failing",
        "our dog is 9 and she's the only one he'll sleep with",
        "consultant said her bone age was 6",
        "like living with a 2 year old",
        "vision is 6/36 both eyes",
        "6/12 right eye, glasses on order",
        "scored 12/30 on the screener",
        "the 5-11s session clashes with work",
        "8 to 12s said he's too young",
        "7 seats and a ramp, that's what we need",
        "I'm a childminder with 6 under 5",
        "9 till 3 is all the respite I get",
        "a 9-5 job and no childcare",
        "he weighs 3 stone 4",
        "ward 11 said ring you",
        "the tribunal sits on the 3rd at 2, room 6",
        "we're free at 2",
        "on Friday at 4 he has his taxi",
        "like that since she was 18 months. anyone?",
        "his meltdowns hit double figures on Monday",
        "it's a year and a half since anyone saw him",
        "shoe's a 2 and his splint's a 3",
        "he has a 10 year old brain and a 3 year old temper",
        "2 going on 3 years waiting",
        "at 4 he could talk. at 5 he couldn't. who looks into that",
        "acts as though she's 5",
        "M-CHAT 14, who do I send it to",
        "EPDS 17 last week, 13 the week before",
        "a lad who leaves post-16 this summer with no offer",
        "level 2 cohort of 16, one learner struggles",
        "are you a person? its gone 10",
    ],
)
def test_the_age_of_a_thing_a_fraction_a_range_and_hours_are_no_childs_age(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("my 4 year old chair climber never sits", [(48, 60)]),
        ("my 7yo glasses off all day", [(84, 96)]),
        ("our Ellie has a wheelchair and is 8", [(96, 108)]),
        ("he's 10 and his wheelchair's 5 years old", [(120, 132)]),
        ("he's 14 with a reading age of 6", [(168, 180)]),
        ("our hearing daughter of 8 signs for him", [(96, 108)]),
        ("he was sent home at 2, but at 11 he still wets", [(132, 144)]),
        ("6/12 baby with reflux", [(6, 7)]),
        ("4yo outgrown car seat, special one is a fortune", [(48, 60)]),
        ("is a 3yr old too young? my m8 says they wont see him", [(36, 48)]),
        ("24 months, lost all her words. M-CHAT 12", [(24, 25)]),
        ("I'm 15 and my sister's 9, she reads like she's in reception", [(180, 192), (108, 120)]),
        ("5yo bites and kicks. im 24 on me own", [(60, 72)]),
        ("im 22 and my brother is 5, he bites", [(264, 276), (60, 72)]),
        ("three years old, walk at 20 month, no word", [(36, 48)]),
        ("3nd half, lines his cars up", [(42, 48)]),
        ("lo 2.5 lines his bricks up", [(30, 36)]),
        ("DS1 7, DS2 5, and the little one won't sleep", [(84, 96), (60, 72)]),
        ("He is 7. Blood sugars today: 7, 9, 12.", [(84, 96)]),
        ("Siblings aged 6 and 9, one taxi at 8.10 one at 8.25", [(72, 84), (108, 120)]),
        ("I've a 7 n a 14 month old", [(84, 96), (14, 15)]),
        ("spells at a 7 year old's level", []),
        ("he sleeps worse than the five year old", [(60, 72)]),
        ("lad's three, in nappies, and nursery want him dry afore he's four", [(36, 48)]),
        ("my baby girl 2 has no words", [(24, 36)]),
    ],
)
def test_an_age_stands_beside_a_thing_or_a_level_that_has_another(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Pupil in NCY 5, who assesses", [(108, 120)]),
        ("NCY: 7. Attendance 41%", [(132, 144)]),
        ("year group: 8, in isolation all week", [(144, 156)]),
        ("boy/10/dyspraxia", [(120, 132)]),
        ('She\'s "ten, nearly as old as Hermione"', [(120, 132)]),
        ("our Tyler's just hit double figures and still in pull ups", [(120, 132)]),
        ("he's a year and a half and not one word", [(18, 24)]),
        ("not walking at a year and a half", [(18, 24)]),
        ("he's been out of school a year and a half", []),
        ("Tom, six going on sixteen, no fear of cars", [(72, 84)]),
        ("He's 3 going on 18 months: can't stack two bricks", [(36, 48)]),
        ("not 20, I put 20 by mistake, she's 12", [(144, 156)]),
        ("I've two, Ellie who is 12 and Mason, six", [(144, 156), (72, 84)]),
        ("hes 12 acts like hes 5 sleeps like hes 2", [(144, 156)]),
        ("Year 6, ten years old", [(120, 132)]),
        ("a lad in my group is 17, sofa surfing", [(204, 216)]),
        ("Max is 3½ and his twin Rory's 3½ an all", [(42, 48), (42, 48)]),
        ("day after tomorrow he's 6 and he wants nobody there", [(66, 72)]),
    ],
)
def test_an_age_is_heard_in_the_marks_and_words_of_notes_and_talk(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("his 5th birthday was last week and still no words", [(60, 72)]),
        ("her eighteenth birthday was in June", [(216, 228)]),
        ("his 5th birthday was lovely until the noise", []),
        ("she was born last Christmas Eve and isnt sitting", [(11, 12)]),
        ("born Halloween last year", [(12, 13)]),
        ("he's not yet 4 and lines his cars up", [(36, 48)]),
        ("she hasnt turned two yet", [(12, 24)]),
        ("prem baby (29 weeks), now 14 months", [(14, 15)]),
        ("10 wks prem, now 5 months", [(5, 6)]),
        ("a 27 week prem, now 8 months", [(8, 9)]),
    ],
)
def test_birthdays_gone_by_ages_not_reached_and_early_births(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("we've been waiting TWO YEARS for an assessment for our son. two years. rung 11 times", []),
        ("she is two years old. two years! and no words", [(24, 36)]),
        ("My son is 2 years. 2 years and he cant walk", [(24, 36)]),
        ("[name], 8yrs, [name], 8yrs, both bite", [(96, 108), (96, 108)]),
        ("Case 3: boy in reception, screams at loud noise", [(48, 60)]),
        ("family 2 - boy 6, adhd", [(72, 84)]),
        ("Case 3: 4yo, deaf", [(48, 60)]),
        ("child 3: no speech", [(36, 48)]),
        ("he's down, police talked him in. nurse coming at 9 tomorrow", []),
        ("she's still at 4 sat in a pushchair", [(48, 60)]),
        ("pupil 9 - self harming", [(108, 120)]),
        ("lad. 4 years. lass. 4 years.", [(48, 60), (48, 60)]),
    ],
)
def test_a_wait_said_once_more_and_the_number_of_a_case_are_no_ages(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("bloody council. eight months ive been passed from pillar to post", []),
        ("two years we've waited", []),
        ("9 months i've been asking", []),
        ("He's 18 months I've been told he should walk", [(18, 19)]),
        ("my lad is 2 years i have been told he is slow", [(24, 36)]),
        ("Kinship carer for my nephew, 2 years now, he's 13", [(156, 168)]),
        ("my lad, 2 years now, not talking", [(24, 36)]),
        ("my son aged 6 years we have tried everything", [(72, 84)]),
        ("daughter 18 months I've been worried about her", [(18, 19)]),
        ("lad 6 years we've been to the GP", [(72, 84)]),
        ("My daughter, 3 years now, her sister is 6", [(36, 48), (72, 84)]),
    ],
)
def test_how_long_it_has_gone_on_is_no_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(("text", "ages"), [("hes been xcluded agen 4 kickin off", []), ("sent home 4 hitting", []), ("my lad 4 kicking off", [(48, 60)]), ("he is 4 going to nursery", [(48, 60)])])
def test_a_texted_for_before_a_doing_is_no_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("she's 18 in four years - does the plan carry on?", []),
        ("he turns 16 in a couple of years, what then", []),
        ("he's 5 in a year or two he'll be at big school", [(60, 72)]),
        ("she's 14, 18 in four years", [(168, 180)]),
        ("he's 6 in a year 2 class", [(72, 84)]),
        ("he's 5, in a couple of years he'll be at school", [(60, 72)]),
    ],
)
def test_an_age_that_is_years_away_is_nobody_s_age_now(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


def test_the_second_half_of_a_match_is_no_age() -> None:
    assert spans("2nd half starting, back in a bit") == []
    assert spans("he's 3nd half") == [(42, 48)]
