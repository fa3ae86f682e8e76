"""School years, nursery, toddlers and babies: heard where the child is in them now, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.ages import find_ages
from bot.nlu.ages.newborn import find_newborn
from bot.nlu.ages.tokens import tokenize

TODAY = date(2026, 11, 26)
TODDLER, NURSERY, RECEPTION, SIXTH = (12, 36), (36, 60), (48, 60), (192, 228)


def found(text: str) -> list[tuple[int, int]]:
    return [(age.lo, age.hi) for age in find_ages(text, TODAY)]


def year(number: int) -> tuple[int, int]:
    return (number + 4) * 12, (number + 5) * 12


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("suspended from Year 3 again", [year(3)]),
        ("how do we get her back into year 8", [year(8)]),
        ("not in since May, a Y6 pupil with a plan", [year(6)]),
        ("cant read a word, yr2 x", [year(2)]),
        ("yr 6 sats coming up and he's in bits", [year(6)]),
        ("y7 CATs came back low", [year(7)]),
        ("the rest of year 4 can do it and he cannot", [year(4)]),
        ("three Y8 boys, same friend who died", [year(8)] * 3),
        ("he had a TA in year 1, now in year 5 there is nothing", [year(5)]),
        ("she got kicked out in year 9", [year(9)]),
        ("one of my year 10s has stopped eating", [year(10)]),
        ("Year 4 was fine. Year 5, they've cut him to mornings", [year(5)]),
        ("Nursery was hard but year 2 has been great", [year(2)]),
        ("our Year 6 was excluded on Monday", [year(6)]),
    ],
)
def test_the_year_a_child_is_in_is_heard(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "we asked for a plan in Y3",
        "she was groomed online in year 8, it's over",
        "he self-harmed in Year 9 and has stopped",
        "he spent all of year 2 under a table",
        "reads like a year 1",
        "writes at Y2",
        "how do we help with moving to year 7",
        "school told us to wait for the plan, it still says year 4",
        "why year 6",
        "she plays with the Y2s at break",
        "he's not in year 11 any more",
    ],
)
def test_a_past_year_a_level_or_the_year_on_a_paper_is_no_age(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("he's due to start year 7", year(6)),
        ("she starts reception somewhere in September", (36, 48)),
        ("yr1 next term and still in nappies", RECEPTION),
    ],
)
def test_a_year_to_come_is_the_one_before_it(text: str, span: tuple[int, int]) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Reception: cannot hold a pencil, falls off his chair", [RECEPTION]),
        ("he's at nursery... well, reception now", [RECEPTION]),
        ("our lad started nursery in Crook and they are worried", [NURSERY]),
        ("the plan says he's in nursery and he's eight", [(96, 108)]),
        ("working like a reception child, he is in year 3", [year(3)]),
        ("one at nursery, he's fourteen months and not sitting", [(14, 15)]),
        ("Sixth former, anxious, who takes referrals", [SIXTH]),
        ("sixth form's ten miles away and there's no bus", [SIXTH]),
        ("which is the best sixth form choice for her", []),
        ("my letter? It's in reception in a drawer", []),
        ("1st year at college and I hate it", [(192, 204)]),
        ("sixth form, dyslexic, two essays due", [SIXTH]),
        ("bairn in wor nursery class nips the others", [NURSERY]),
        ("he waits in reception of the flats for the taxi", []),
        ("two-year check yesterday, she's worried about his play", [(24, 36)]),
        ("when is the two year check and where", []),
        ("HV, Easington. 27 month review: four words, no pointing", [(27, 28)]),
        ("just had her 12 month review, not sitting", [(12, 13)]),
        ("when is the 27 month review", []),
        ("the 6 month review of his plan is late", []),
        ("passed the newborn test at 2 days, now 20 months and no words", [(20, 21)]),
        ("me 16, my sister 11 and the baby of the family who's 6", [(192, 204), (132, 144), (72, 84)]),
    ],
)
def test_nursery_reception_and_sixth_form_are_heard_where_the_child_goes(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("portage for a fostered toddler", [TODDLER]),
        ("hearing loss toddler", [TODDLER]),
        ("Dad is worn out. Toddler bites", [TODDLER]),
        ("toddler with a hearing aid, brother is 9", [TODDLER, (108, 120)]),
        ("he acts like a big toddler", []),
        ("her last boyfriend hurt his ex's toddler", []),
        ("my baby's two now", [(24, 36)]),
        ("the baby died in May and our lad is six", [(72, 84)]),
        ("he's my baby and he's taller than me", []),
        ("they give me baby books, I'm in year 8", [year(8)]),
        ("I've a newborn and know nobody with a baby", [(0, 3)]),
    ],
)
def test_a_toddler_or_a_baby_is_a_stage_only_where_it_is_the_childs(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("lo 6 wks colic, no sleep", (1, 2)),
        ("new baby's here three weeks and I can't cope", (0, 1)),
        ("my baby at nine weeks and I feel nothing", (2, 3)),
        ("three weeks since I had her and I can't sit down", (0, 1)),
    ],
)
def test_the_weeks_of_a_baby_are_its_age(text: str, span: tuple[int, int]) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize("text", ["lo 12 weeks on the list", "baby 6 weeks early"])
def test_other_weeks_beside_a_baby_are_no_age(text: str) -> None:
    assert find_newborn(tokenize(text)) is None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("she's a reception bairn and runs off", [RECEPTION]),
        ("she had a bad day in reception today", [RECEPTION]),
        ("boy 2y7m, 8 words; sister rec cries at the gate", [(31, 32), RECEPTION]),
        ("my son plays on the rec and cries", []),
        ("He goes to the nursery two mornings and pulls his hair", [NURSERY]),
        ("he's at a private nursery and bites", [NURSERY]),
        ("She had a bad time in reception but school is fine these days", []),
        ("He got his plan in reception and nobody has looked at it", []),
        ("nursery lass took us to one side", []),
        ("I work at the nursery", []),
    ],
)
def test_a_stage_is_heard_of_who_is_there_now(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


def test_a_year_said_again_of_the_same_child_is_one() -> None:
    assert found("one in year 3 one in reception, the y3 one melts down at the gate") == [(84, 96), (48, 60)]
    assert found("one in reception one in y5 one in y9, only y9 is a bother") == [(48, 60), (108, 120), (156, 168)]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("in his last year of primary and cant read", [(120, 132)]),
        ("first year of secondary and she hates it", [(132, 144)]),
        ("he was fine until his last year of primary", []),
    ],
)
def test_the_last_year_of_primary_and_the_first_of_secondary_are_ages(text: str, ages: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == ages


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("FS2 child, hitting", [(48, 60)]), ("he's in foundation stage 2 and bites", [(48, 60)]), ("KS1 boy, non verbal", [(60, 84)]),
        ("she's in key stage 3 and never sleeps", [(132, 168)]), ("KS4 refuser, Peterlee", [(168, 192)]), ("in KS2, 9, bites", [(108, 120)]),
        ("TA in KS1. runs out", []), ("KS2 results irrelevant", []), ("KS1 lead. kicks out", []), ("she was in key stage 1 when it began", []),
        ("3 lads in KS2 that bite", []),
    ],
)  # fmt: skip
def test_a_stage_of_the_curriculum_is_the_ages_in_it(text: str, months: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == months


@pytest.mark.parametrize(
    "text", ["corrected age 9 months, actual age 12 months, not sitting", "12 months, 9 months corrected"]
)
def test_the_real_age_counts_beside_the_corrected_one(text: str) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == [(12, 13)]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("My son is 27 and autistic", [(324, 336)]), ("my daughter is 26, learning disability", [(312, 324)]), ("he is 27", [(324, 336)]),
        ("I'm 43 and my son is 7", [(84, 96)]), ("my lad is 30 weeks behind", []), ("they charged my son 50 quid", []), ("he hits my son 30 times a day", []), ("my boy is 28 out of 30", []), ("FS2 teacher here", []),
        ("6 month review. EHCP plan", []), ("12 month review, EHCP", []), ("my lad's a 32-weeker", []), ("my son is 40th on the list", []), ("I'm 31, my girl is 4", [(48, 60)]),
        ("my 30 year old daughter has a learning disability", [(360, 372)]), ("26yo son, autistic", [(312, 324)]), ("he is 26 and autistic, needs housing", [(312, 324)]),
        ("I'm a 34 year old lass with a son who won't sleep", []), ("32 year old mam son is 4 and not talking", [(48, 60)]), ("my social worker is a 26 year old lad", []), ("he is 35 and disabled and my son is 6", [(72, 84)]),
        ("I'm his mam. My son is 27 and autistic", [(324, 336)]), ("My husband and I are worn out, my son is 27", [(324, 336)]),
        ("my husband is 31 and autistic", []), ("my 26 year old partner", []), ("It's his mam, our daughter, 29. The new baby is five weeks old", [(1, 2)]),
    ],
)  # fmt: skip
def test_a_grown_son_or_daughter_has_an_age_and_a_parent_none(text: str, months: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == months


@pytest.mark.parametrize("text", ["my son is 13 and anxious, M1 1AA", "he is 13 M1 [postcode]"])
def test_a_number_in_a_postcode_is_no_age(text: str) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == [(156, 168)]
