"""Ages as clinicians and caseworkers note them, numbers that only say which child, and ages and years of another time."""

from __future__ import annotations

import pytest

from bot.nlu.ages.newborn import find_newborn
from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.tokens import tokenize
from tests.nlu.ages.hearing import spans, years

Ages = list[tuple[int, int]]
RECEPTION, BUMP = (48, 60), (-9, 0)


def months(*ages: int) -> Ages:
    """Ages told to the month."""
    return [(age, age + 1) for age in ages]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I'm 18, I'm deaf, and I'm stuck at mam's in Crook all day", years(18)),
        ("I'm 19, I'm autistic, I've left college and I'm back in with my mam in Shildon", years(19)),
        ("im 18 im dyslexic im back home at dads and want a job", years(18)),
        ("I'm 20, I use a wheelchair and I am living off mam", years(20)),
        ("I'm 22, I'm a single mum", []),
        ("I'm 22 and I'm a young mam on my own", []),
        ("I'm 24, I'm now a dad", []),
    ],
)
def test_who_lives_at_mams_is_no_parent(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Sib 1 - 3y2m, 20 words; sib 2 - 7/12 old, not rolling", months(38, 7)),
        ("sib 1: 4y, dry at night. sib 2: 8/12, stiff legs", [*years(4), (8, 9)]),
        ("DD1 is in Year 10 and fine. DD2, Year 3, hates noise", years(14, 7)),
        ("DS1 has a taxi. DS2 can't get on the bus", []),
        ("DD2 is in year 4 and can't read", years(8)),
        ("DS2 in Y6, no friends", years(10)),
        ("Referral for 2 LAC, one carer: F (16) - no bank card; T (9) - plan out of date", years(16, 9)),
        ("Re 2 CIN, same dad, diff mums: F (16) - no bank card; T (9) - plan out of date", years(16, 9)),
        ("3 CIN, one dad: L (4) no words; M (7) bites; K (12) out of school", years(4, 7, 12)),
        ("EHA: (a) 15 - left school in May, wants a course; (b) 11 - excluded, nowt since", years(15, 11)),
        ("Two here. a) 13 - won't go in; b) 7 - wets", years(13, 7)),
        ("(a) 17 - no college place; (b) 10 - smears; (c) bump, due in May, mum wants classes", [*years(17, 10), BUMP]),
    ],
)
def test_what_numbers_the_children_is_no_age(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("DS2 loves cars and won't talk", years(2)),
        ("14 LAC, placement moved twice, 3 schools", years(14)),
        ("(a) 3 - 4 sessions; (b) 6 - 8 weeks. He is 9", years(9)),
        ("(a) 2 forms, (b) 3 letters. He is 9", years(9)),
    ],
)
def test_what_may_be_an_age_or_counts_something_stays_so(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Referral: 0;9, one-sided hearing loss, signing wanted", months(9)),
        ("1 child, 0;11, moderate loss, aids last month", months(11)),
        ("SLT. 3;2, ten words, stammers", months(38)),
        ("Boy 18/12, not walking", months(18)),
        ("she is 11/12 old and doesn't sit", months(11)),
        ("Six kids. Elder two: 6y wetting; 3y no words", years(6, 3)),
        ("Mum due in May. Elder two: 4y smearing; 2y few words", [BUMP, *years(4, 2)]),
        ("6 wks – won't latch, losing weight; 14 mths – gags on lumps", months(1, 14)),
        ("Two lasses. 14y - won't go in; 20m - gags on lumps", [*years(14), (20, 21)]),
        ("9 weeks: won't take a bottle. What helps", months(2)),
        ("CIN. 14 F ?bulimia; 11 M bereaved; 8 M nil; 20m F not walking", [*years(14, 11, 8), (20, 21)]),
        ("Sibs: 16 M out of work; 13 F self-harm; 5 M fine", years(16, 13, 5)),
        ("Baby is 35 days. She cries", months(1)),
        ("my baby is only 20 days, who comes to the house", months(0)),
        ("Social prescriber here. Customer 22, autistic, sacked twice", years(22)),
        ("Jobcentre. Customer 19, no dx, wants an apprenticeship", years(19)),
        ("Sisters [Y2; Y8]: yngr no words, eldr dx ADHD at 7", years(6, 12)),
        ("Brothers [Y4; Y10]. Eldr: dx ASD at 9, no mates", years(8, 14)),
        ("Newly dx at 14, wants a group", years(14)),
        ("The 3 yr old lines cars up, and her brother up in Reception can't bear the hall", [*years(3), RECEPTION]),
        ("My daughter is 3 and not talking. Her sister is in reception and copes", [*years(3), RECEPTION]),
        ("She's 2. And her brother starts reception in September, he's 4 and fine", years(2, 4)),
        ("You've got the wrong one. I asked about the one in year 7", years(11)),
        ("I asked you about the one in Year 3, you've told me about a baby", years(7)),
        ("I asked about my lad in year 9", years(13)),
    ],
)
def test_ages_are_heard_as_clinicians_note_them(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "6 wks: no news, 14 mths: no letter",
        "5y plan; 2y review",
        "2y soiling; 1y trying meds",
        "4 weeks – screaming; 6 weeks – settled",
        "HV: 18 M not walking; 12 M not sitting",
        "hearing: one-sided loss, a one-off",
        "EHCP annual review due 12/01, no reports",
        "paeds appt 17/02",
        "seen 12/03, back 09/04",
        "She asked for one in Y4",
        "2y wait; 3y on the list",
        "1y for a diagnosis; 2y for a plan",
        "6 wks – no reply; 14 mths – still waiting",
        "swims 10 M; then 25 M",
        "baby is 3 days late",
        "baby is 10 days overdue",
        "the score was 0:2 at half time",
    ],
)
def test_dates_waits_and_lengths_are_no_ages(text: str) -> None:
    assert spans(f"{text}. Our son is 17.") == years(17)


def test_a_babys_days_are_kept_where_the_net_doubts_them() -> None:
    stage = find_newborn(tokenize("Baby is 40 days. She cry"))
    assert stage is not None
    assert (stage.lo, stage.hi) == (1, 2)
    assert find_newborn(tokenize("Baby is 9 days late")) is None


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ella 04/06/2019, Jacob 12/10/2022. Ella: dx last week. Jacob: behind, clinic 17/02", months(89, 49)),
        ("Freya 1/2/2016; Oscar 30/7/2020: both autistic", months(129, 75)),
        ("[name] 04/06/2019, [name] 12/10/2022. Neither sleeps", months(89, 49)),
        ("Ella - 04/06/2019\nJacob - 12/10/2022\nNeither talks", months(89, 49)),
        ("J 04/06/2019 and K 12/10/2022, kinship", months(89, 49)),
        ("Seen: Ella 04/06/2024, Jacob 12/10/2025", []),
        ("Reviewed Ella 04/06/2019, Jacob 12/10/2022", []),
        ("CAMHS 04/06/2019, Paeds 12/10/2022", []),
        ("Letter 04/06/2019, form 12/10/2022", []),
        ("Ella 17/02, Jacob 19/02, both at the clinic", []),
        ("Ella 04/06/2026, Jacob 12/10/2026", []),
    ],
)
def test_dates_behind_names_are_dates_of_birth_where_nothing_else_is_dated(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("My lad, 23, has a plan that ends the day he's 25", years(23)),
        ("Our daughter is 17. Her nurse stops the minute she is 18", years(17)),
        ("He's 15. The day he turns 16 I want him working", years(15)),
        ("She's 15, she's 12 stone and I'm 8", years(15)),
        ("He is 13 and 10 stone, and I'm 9", years(13)),
        ("my sister is 6 stone and i'm 14", years(14)),
        ("My daughter's 13 and a lad of 22 with a van picks her up", years(13)),
        ("My lass is 15. A man of 24 keeps messaging her", years(15)),
        ("My daughter's 5 and I've a lad of 19, neither sleeps", years(5, 19)),
        ("I've a daughter of 13 and a lad of 19, he hits her", years(13, 19)),
        ("House 9, bus 9, nine on the minibus. He's 5", years(5)),
        ("my son, 9 on his bus, hates it", years(9)),
        ("Flat 4, route 7, 6 on the taxi and she's 10", years(10)),
        ("Leo is in Year 5. In nursery they said shy. In reception they said young. In Year 1 they said lazy", years(9)),
        ("She's in Year 3. In reception they said wait. In Year 2 they said wait", years(7)),
        ("In reception they said he needs glasses", [RECEPTION]),
        ("got 2 lasses 1 in yr 7 1 in yr 9. yr 7 wont eat. yr 9 one hits", years(11, 13)),
        ("2 lads yr 3 and yr 5. Yr 3 is fine. Yr 5 cant sleep", years(7, 9)),
        ("One in Y3, one in Y6. Y3 can't read. Y6 never sleeps", years(7, 10)),
        ("hes 5 and school says hes out 4 good", years(5)),
        ("Y8 twins: one has a plan, one hasn't", years(12, 12)),
        ("Year 5 twins, both deaf", years(9, 9)),
        ("one of the twins is in year 5", years(9)),
    ],
)
def test_what_is_of_another_time_thing_or_person_is_no_childs_age(text: str, ages: Ages) -> None:
    assert spans(text) == ages


def test_numbers_of_houses_and_buses_never_reach_the_net() -> None:
    tokens = tokenize("House 8, bus 8, 8 on the minibus. He's 6")
    assert [number.value for number in may_be_ages(tokens)] == [6]
    tokens = tokenize("We've two in the house 8 and 5")
    assert [number.value for number in may_be_ages(tokens)] == [2, 8, 5]
