"""Ages that stand beside things, crowds and other families' children; and ages told in a turn of phrase."""

from __future__ import annotations

import pytest

from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.tokens import tokenize
from tests.nlu.ages.hearing import spans, years


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("my mate's girl is 6 and reads books, mine's 8 and can't", years(8)),
        ("my best friend's little lad is 3 and chats away, our lass is 4 and says nowt", years(4)),
        ("the girl next door is 4 and rides a bike, ours is 6", years(6)),
        ("her mate's sister is 2 and dry, she's 5 and soaked", years(5)),
        ("we both work. my friend's lad is 3 and talks, mine is 4 and doesn't", years(4)),
        ("my friend's boy is 9 and needs a club", years(9)),
        ("my friend's lad is 7, ours is 9, both autistic", years(7, 9)),
        ("my friend's son is 9 and his daughter is 6, can they go to the same club", years(9, 6)),
        ("I'm kinship carer for my cousin's girl aged 3 and her brother 6", years(3, 6)),
    ],
)
def test_another_familys_child_counts_unless_it_is_told_of_to_compare(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "bed 9 years old and the rails broke",
        "our doorbell is 10 years old",
        "the wheelchair is 6 years old and the brakes have gone",
        "my daughter's hearing aids are 3 years old",
        "he bites the cat and the cat is 14",
        "his glasses are 2 years old",
        "four in the morning again and he's up",
        "three, four o'clock he's up till",
        "he is level of year 2 in maths",
        "he's at about year 2 in his reading",
        "his sister got tested for autism at 9",
        "baby massage group, 8 mams and a few dads",
        "I teach year 3 and 4 together",
        "twelve or so words and no more",
        "2 odd hours of sleep",
        "4 kids 2 with autism, no help",
        "three children, two of them waiting",
        "she's one in a million but she's hard work",
        "our baby was stillborn in March",
        "she's doing what an 18 month old does",
        "rdg age 6, spelling age 5",
        "Still waiting, year and a half.",
        "waited just over a year",
        "just over a week of biting",
        "Due in May for grommets",
        "any clubs for 5/6 year olds in Crook",
    ],
)
def test_things_crowds_levels_hours_waits_and_the_dead_are_no_ages(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("autism assessment 6yo", years(6)),
        ("poos in the bath 4yo", years(4)),
        ("how long is the waiting list 4yo speech delay", years(4)),
        ("he turned 8 this morning and melted down", years(8)),
        ("lad 9 in the morning takes two hours to dress", years(9)),
        ("he's 8, eight o'clock and still awake", years(8)),
        ("he's 8 staff say he's fine", years(8)),
        ("F1 fan, 8, autistic", years(8)),
        ("need help soon she is 6 and not eating", years(6)),
        ("I teach Year 6. A boy in my class won't speak", years(10)),
        ("he's 7 odd socks bother him", years(7)),
        ("we've three bairns, 3 has epilepsy", years(3)),
    ],
)
def test_what_stands_beside_an_age_does_not_take_it_away(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Year and a half, no words at all", [(18, 24)]),
        ("year and a half of waiting for speech therapy", []),
        ("what is on for a 6/7 yr old in Consett", [(72, 96)]),
        ("F12 low mood, M7 tics", years(12, 7)),
        ("M9 and F12, both adhd", years(9, 12)),
        ("SW duty. carer of M17, refused carers assessment in 2022", years(17)),
        ("ASD F10, big secondary visit = hands on ears", years(10)),
        ("our F17, staying put maybe, no pathway plan yet", years(17)),
        ("he gets in a state on the M6, every time", []),
        ("got her an M10 bolt for the gate", []),
        ("buy size M12, then", []),
        ("she is scared of the F16 planes", []),
        ("ah'm shattered. three year awld, bites", years(3)),
        ("next one - 16F low mood, self harm 2 yrs ago", years(16)),
        ("10M ADHD Shildon", years(10)),
        ("DLA stopped on his sixteenth birthday last week", years(16)),
        ("fc 4 13yo lad, adhd on meds", years(13)),
        ("is there a Warhammer night that isn't full of 10 year olds", []),
        ("Room leader in Brandon, 16 in the room. One sits where you put him.", []),
        ("he's 16, in the unit at school", years(16)),
        ("the eldest of 4 gets the little ones up", []),
        ("a girl of 4 who bites", years(4)),
        ("Ee man, 4 oor a neet if wi lucky, the bairn's up and doon", []),
        ("Mum of a two and a half year old who wakes. She's 24, on her own", [(30, 36)]),
        ("Mum of a 4 year old and a 19 year old. She's 19 and home from college", [(48, 60), (228, 240)]),
        ("9M 3 suspensions, lobs chairs", years(9)),
        ("8M, not rolling", [(8, 9)]),
        ("10M baby, mum anxious", [(10, 11)]),
        ("7M not rolling, big brother in school", [(7, 8)]),
        ("CAMHS discharge 6M ago, she's 14", years(14)),
        ("moved from Manchester M14, now in Crook", []),
        ("flat F6, Peterlee", []),
        ("she's in form F9, anxious", []),
        ("weaning at 6 m was hard, he's 4 now", years(4)),
        ("Case 2: 11 m girl, not sitting, floppy", [(11, 12)]),
        ("17 m, 3/12 low, off rugby", years(17)),
        ("can I get DLA for my 4 year old no diagnosis", years(4)),
        ("her 4 year old hearing aids keep failing, she's 9", years(9)),
        ("M6 shut, taxi late again for my lad of 8", years(8)),
        ("had her 2 weeks ago, can't latch", [(0, 1)]),
        ("our lass soon is 16, who helps with college", [(186, 192)]),
        ("sixth birthday yesterday and he hid from it all", years(6)),
        ("not invited to a 6th birthday last weekend, my lad is 5", years(5)),
        ("his sister's 18th birthday last saturday was hell for him, he's 12", years(12)),
        ("he was 18 on thursday and they stopped it", years(18)),
        ("born 11 days ago and can't latch", [(0, 1)]),
        ("he was born 2 weeks past his due date, he's 6 now", years(6)),
        ("me two, 9 and 12, don't sleep", years(9, 12)),
        ("the baby, well he's now 2, won't eat", years(2)),
        ("my baby boy is now two and says nothing", years(2)),
        ("my baby boy is just nine months", [(9, 10)]),
        ("my baby is only 5lb and won't feed", [(0, 12)]),
        ("my toddler only 5 words", [(12, 36)]),
        ("new born here and I'm not coping", [(0, 3)]),
        ("our baby, a new born, won't latch", [(0, 3)]),
    ],
)
def test_an_age_told_in_a_turn_of_phrase_is_heard(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I'm 19 and mam says I can't have my own flat", years(19)),
        ("im 20, had a row with mam about college", years(20)),
        ("I'm 19, mam says no", years(19)),
        ("I'm 22, a worn out single mum and he won't sleep", []),
        ("I'm a mum, I'm 23", []),
        ("I'm 21 - mum of two", []),
        ("I'm 23 mum to an autistic boy aged 8", years(8)),
        ("I'm 24, dad, no access", []),
    ],
)
def test_a_young_person_who_tells_of_a_parent_is_none(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "my son in a wheelchair is 9 and wants to play football",
        "my daughter with hearing aids is 7 and gets teased",
        "my son is 10 parents evening was awful",
    ],
)
def test_what_the_net_must_judge_is_left_to_it(text: str) -> None:
    assert may_be_ages(tokenize(text))


def test_a_note_that_opens_with_an_age_may_go_on_with_a_thing() -> None:
    assert may_be_ages(tokenize("6yo shoes off in every shop"))
    assert not may_be_ages(tokenize("the 6yo shoes, all broken"))
    assert not may_be_ages(tokenize("6 year old wheelchair needs replacing"))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("He was on a part-time timetable in Year 9, also finished. He is 17 now.", years(17)),
        ("she failed her phonics in year 1 and again in year 2, she's 8 now", years(8)),
        ("I asked for a test in Year 3 and again last year. Freya is 10", years(10)),
        ("Six-year-old. Reception, fine. Year one, fine. Now he's on mornings only", years(6)),
        ("he'll have little sight left by the time he's 25. He is 16", years(16)),
        ("Had this lad three month. He's in Year 10", years(14)),
    ],
)
def test_what_is_over_or_to_come_is_no_age_beside_the_one_now(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("wi two bairns, 4 an 6, and ne sleep", years(4, 6)),
        ("my middle one year 6 gets him up", years(10)),
        ("three month off his 5th birthday and he canna catch a ball", [(54, 60)]),
        ("Sixth form student, panic attacks before every lesson", [(192, 228)]),
        ("sorry, Year 4 not Year 3", years(8)),
        ("this lad is 3 months old", [(3, 4)]),
    ],
)
def test_ages_clipped_or_told_by_a_birthday(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages
