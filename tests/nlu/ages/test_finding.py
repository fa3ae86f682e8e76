from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.ages import find_ages
from tests.timing import own_seconds

TODAY = date(2026, 11, 24)


def years(*ages: float) -> list[tuple[int, int]]:
    return [(int(age * 12), int(age * 12) + 12) for age in ages]


def half(age: int) -> list[tuple[int, int]]:
    return [(age * 12 + 6, age * 12 + 12)]


def found(text: str, *, asked: bool = False) -> list[tuple[int, int]]:
    return [(mention.lo, mention.hi) for mention in find_ages(text, TODAY, asked=asked)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("he's 7", 7),
        ("hes 9 and hates noise", 9),
        ("He’s 9 and won’t eat", 9),
        ("shes four", 4),
        ("She is four and still in nappies", 4),
        ("my 7 year old won't sleep", 7),
        ("My 7-year-old bites", 7),
        ("seven-year-old who cannot read", 7),
        ("7yo boy with no friends", 7),
        ("my 14yo never leaves her room", 14),
        ("7yr old lad", 7),
        ("6 yrs old and soiling", 6),
        ("our lass is 11 yr old", 11),
        ("a boy aged 7", 7),
        ("son aged seven", 7),
        ("my son age 7 cant talk right", 7),
        ("Age: 7", 7),
        ("he's now 13 and taller than me", 13),
        ("he is 13 now", 13),
        ("she's just 3", 3),
        ("hes only 5 and been suspended", 5),
        ("my daughter is twelve", 12),
        ("my daughter, 12, cuts herself off from everyone", 12),
        ("my daughter (12) is being bullied", 12),
        ("daughter 12 wont go in", 12),
        ("my lad's 15 and in with a bad crowd", 15),
        ("me bairn's 4", 4),
        ("wor lad is 10 an he cannit sit still", 10),
        ("wor bairn is ten like", 10),
        ("My grandson is 6 yrs and still not dry", 6),
        ("my grandaughter is 8 she lives with us", 8),
        ("MY SON IS 9 AND NOBODY WILL HELP", 9),
        ("Jack is 7 and nonverbal", 7),
        ("my son Jack, 7, has been excluded", 7),
        ("little lad of 5 who head bangs", 5),
        ("i have a 5 yr old that wont eat nothing but crisps", 5),
        ("ive got a 5 yer old", 5),
        ("got a 8 yaer old lass", 8),
        ("a six yrs old with glue ear", 6),
        ("a three year old not talking", 3),
        ("my 3yr old doesnt speak", 3),
        ("she's 4ish developmentally fine", 4),
        ("he has 7 years", 7),
        ("my son he have 6 years old", 6),
        ("his age is 8", 8),
        ("the age of my son is 8", 8),
        ("our foster child is 13 and has moved four times", 13),
        ("foster lad, 13, school wont have him", 13),
        ("I work with a 9 year old boy", 9),
        ("pupil aged 10 with dyslexia", 10),
        ("this child is 10 and has no diagnosis", 10),
        ("17 year old lad with no college place", 17),
        ("im 16 and my head is a mess", 16),
        ("I'm 16", 16),
        ("I am 22 and autistic and cant get a job", 22),
        ("im nineteen and on my own", 19),
        ("i turned 18 last week", 18),
        ("was 5 last week", 5),
        ("he was 5 in September and still in nappies", 5),
        ("just turned 3 and no words", 3),
        ("she's just turned six", 6),
        ("he turned 11 in July", 11),
        ("my ds is 7", 7),
        ("DS7 hates school", 7),
        ("my eldest is 14", 14),
        ("my youngest (4) lines up cars", 4),
        ("he's 25 in years but no job, he is 25", 25),
        ("😭😭 hes 8 😭 pls help", 8),
        ("shes 4 nonverbal and i am worn out", 4),
        ("he is 7 doesnt talk much", 7),
        ("he's 7 struggles with writing", 7),
        ("twelve yr old daughter stopped eating", 12),
        ("my child she is 8 yrs she not hear good", 8),
        ("autistic son 9", 9),
        ("Son. 9. Autistic. Help", 9),
        ("Girl, 13, panic attacks", 13),
        ("need help with my 10 yr old, waited 14 months", 10),
        ("he's about 6", 6),
        ("she'll have just turned 12", 12),
        ("I'm asking about my niece who is 14", 14),
        ("my son who's 14", 14),
        ("shes nine yrs old wakes 5 times a night", 9),
        ("our lad has just gone 15", 15),
        ("my grandson who I have custody of is 11", 11),
        ("my son in mainstream is 9", 9),
        ("is 4 too young for an assessment", 4),
        ("he is too young at 3, they say", 3),
        ("she hit 13 and stopped eating", 13),
        ("14 and never been to school", 14),
        ("15, autistic, wont leave his room", 15),
        ("i need help with my sons anger he 13", 13),
        ("how old do they need to be? mine's 3", 3),
        ("it happened to my 5 year old", 5),
        ("i look after my 9 yr old nephew", 9),
        ("had her 3rd birthday last week", 3),
        ("she is the youngest of 4, only 5", 5),
        ("my lad has been 9 since august", 9),
        ("my daughter is 14f", 14),
        ("for my son, 8, please", 8),
        ("young carer aged 15 for my mam whos 45", 15),
        ("he's fine at home, but at 11 he still wets", 11),
        ("8 and a bit", 8),
        ("my boy was 9 yesterday", 9),
    ],
)
def test_an_age_in_whole_years(text: str, age: int) -> None:
    assert found(text) == years(age)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("18 months", (18, 19)),
        ("18 months old", (18, 19)),
        ("he's 18mo", (18, 19)),
        ("my 18mth old", (18, 19)),
        ("she's 9 moths old", (9, 10)),
        ("hes 20 months and not walking", (20, 21)),
        ("my little one is 30 months", (30, 31)),
        ("2 and a half", (30, 36)),
        ("he's 2.5", (30, 36)),
        ("he's 2½", (30, 36)),
        ("she is 2 1/2", (30, 36)),
        ("two and half year old", (30, 36)),
        ("he is 7 and a half", (90, 96)),
        ("3 n a half and no words", (42, 48)),
        ("four and a half yr old", (54, 60)),
        ("2 years and a half", (30, 36)),
        ("he is 2 years and 4 months", (28, 29)),
        ("2yrs 4mths old", (28, 29)),
        ("3 years 2 months old", (38, 39)),
        ("nearly 5", (54, 60)),
        ("she's almost 5", (54, 60)),
        ("my son is nearly five and still in nappies", (54, 60)),
        ("my nearly 5 year old", (54, 60)),
        ("he's 5 next month", (54, 60)),
        ("about to turn 5", (54, 60)),
        ("he's going on 5", (54, 60)),
        ("he is coming up 5", (54, 60)),
        ("he is 3 and 2 months", (38, 39)),
        ("her 17th birthday is next month", (198, 204)),
        ("she'll be 5 in a fortnight", (54, 60)),
        ("he's 3 on the 9th of January", (24, 36)),
        ("he's not even 2 yet", (12, 24)),
        ("five-and-a-half", (66, 72)),
        ("my 3½yr old", (42, 48)),
        ("for a 2-3 year old", (24, 48)),
        ("8 nearly 9", (102, 108)),
        ("he's 8, nearly 9", (102, 108)),
        ("hes 8 going on 9", (102, 108)),
        ("turning 18 in March", (204, 216)),
        ("she turns 18 in march and the help stops", (204, 216)),
        ("he'll be 3 in June", (24, 36)),
        ("he will be 16 next year", (180, 192)),
        ("she's 16 in April", (180, 192)),
        ("he's not 5 until March", (48, 60)),
        ("she isn't 3 yet", (24, 36)),
        ("6 weeks old", (1, 2)),
        ("my baby is 6 weeks", (1, 2)),
        ("10 days old", (0, 1)),
        ("my newborn wont latch", (0, 3)),
        ("a year old", (12, 24)),
        ("she's one", (12, 24)),
        ("he's between 2 and 3", (24, 48)),
        ("she is 4 or 5", (48, 72)),
        ("anything for 3 to 5 year olds?", (36, 72)),
        ("my 7 month old wont settle", (7, 8)),
        ("my 7 month old baby", (7, 8)),
    ],
)
def test_months_halves_and_birthdays_to_come(text: str, span: tuple[int, int]) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("I'm 20 weeks pregnant", (-9, 0)),
        ("i'm pregnant and scared", (-9, 0)),
        ("we're expecting a baby and they found something on the scan", (-9, 0)),
        ("baby due in May", (-9, 0)),
        ("I am due in May", (-9, 0)),
        ("anything for me and my bump", (-9, 0)),
        ("born 12/03/2019", (92, 93)),
        ("dob 12.3.19", (92, 93)),
        ("DOB: 12-03-2019", (92, 93)),
        ("d.o.b 12/03/19", (92, 93)),
        ("date of birth is 12th March 2019", (92, 93)),
        ("he was born on the 12th of march 2019", (92, 93)),
        ("born March 2019", (91, 93)),
        ("born in december 2019", (82, 84)),
        ("baby was born on the 14th of March this year", (8, 9)),
        ("born in june last year", (16, 18)),
        ("born in 2019", (72, 96)),
        ("born 01/09/2025", (14, 15)),
        ("born 2019-03-12", (92, 93)),
        ("he was born 3 weeks ago", (0, 1)),
        ("he's in Year 9", (156, 168)),
        ("yr 4 and cant read", (96, 108)),
        ("my lad in y10", (168, 180)),
        ("Y2 child", (72, 84)),
        ("in year two", (72, 84)),
        ("she is year nine", (156, 168)),
        ("he starts year 7 next September", (120, 132)),
        ("started year 7 in september", (132, 144)),
        ("he's in reception", (48, 60)),
        ("my reception class boy", (48, 60)),
        ("just started reception", (48, 60)),
        ("he's at nursery", (36, 60)),
        ("nursery say he isnt talking", (36, 60)),
        ("she goes to nursery and bites", (36, 60)),
        ("I'm in sixth form", (192, 228)),
        ("my son is at 6th form", (192, 228)),
        ("my toddler bites", (12, 36)),
        ("toddler wont sleep", (12, 36)),
        ("my baby won't feed", (0, 12)),
        ("he's 13 year 9", (156, 168)),
        ("he's 3 and at nursery", (36, 48)),
        ("my 2 year old toddler", (24, 36)),
        ("my toddler is 2", (24, 36)),
        ("I am 30 weeks and worried how I'll cope", (-9, 0)),
        ("due in January with our first", (-9, 0)),
        ("my wife is 8 months gone", (-9, 0)),
        ("since May he has had 3 TAs. yr 2", (72, 84)),
        ("starts reception in september", (36, 48)),
        ("he's in Yr. 4", (96, 108)),
        ("a year-6 child", (120, 132)),
        ("my first year of college is awful", (192, 204)),
        ("first year at college and told not to come back after Christmas", (192, 204)),
        ("she is 5 in year 1", (60, 72)),
    ],
)
def test_births_school_years_and_stages(text: str, span: tuple[int, int]) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("twins aged 4", (4, 4)),
        ("my twins are 4", (4, 4)),
        ("4 year old twins", (4, 4)),
        ("I have twin boys, both 4", (4, 4)),
        ("both 4", (4, 4)),
        ("7 and 9", (7, 9)),
        ("ages 3, 5 and 8", (3, 5, 8)),
        ("kids are 5, 8 and 12", (5, 8, 12)),
        ("my kids are 5 8 and 12", (5, 8, 12)),
        ("my 5 and 7 year old fight", (5, 7)),
        ("two girls, 4 and 6", (4, 6)),
        ("2 boys aged 4 & 6", (4, 6)),
        ("three kids (3, 5 and 8)", (3, 5, 8)),
        ("I've a 3yo and a 5yo", (3, 5)),
        ("he's 9 and can't sleep, his sister is 12 and anxious", (9, 12)),
        ("a boy, 9, and a girl, 6", (9, 6)),
        ("one is 4 and the other is 7", (4, 7)),
        ("one's 4 the other's 7", (4, 7)),
        ("my son is 8 and my daughter 5", (8, 5)),
        ("eldest is 14, youngest 3", (14, 3)),
        ("son 9 autistic daughter 4 adhd", (9, 4)),
        ("my son is 7 and my nephew is 7", (7, 7)),
        ("my 7 year old lad wont eat, he's 7 and tiny", (7,)),
        ("I'm 15 and my brother is 9", (15, 9)),
        ("im 42 and my two are 7 and 9", (7, 9)),
        ("they're 6 and 10", (6, 10)),
        ("jack is 6 and lily is 10", (6, 10)),
        ("my girls, Evie 11 and Mia 8, lost their dad", (11, 8)),
        ("three children aged 2, 6 and 11", (2, 6, 11)),
        ("two boys. 6 & 9. no help", (6, 9)),
        ("my eldest two are 15 and 13", (15, 13)),
        ("one aged 9 and one aged 11", (9, 11)),
        ("the older lad is 19, the younger one 16", (19, 16)),
        ("a 10 year old and a 6 year old, the ten year old hoards food", (10, 6)),
        ("3 year old triplets", (3, 3, 3)),
        ("my 10 yr old and his 6 yr old sister", (10, 6)),
    ],
)
def test_several_children_in_the_order_said(text: str, ages: tuple[int, ...]) -> None:
    assert found(text) == years(*ages)


@pytest.mark.parametrize(
    "text",
    [
        "we've waited 14 months",
        "there is an 18 month wait",
        "2 years on the list",
        "been 3 years and nothing",
        "he's been waiting 2 years",
        "she is 2 years behind",
        "he sleeps 2 hours a night",
        "off school for 6 months",
        "the appointment is at 7",
        "up since 4",
        "section 19 says they must teach him",
        "a class of 30",
        "it costs £7",
        "tried 3 schools",
        "I have 2 kids",
        "mum of 4 children",
        "he's one of 5",
        "ring me on 07700 900123",
        "we live off the A690",
        "the number 6 bus",
        "reading age of 5",
        "his reading age is 5",
        "mental age of 4",
        "working at year 2 level",
        "talks like a 3 year old",
        "at the level of a 2 year old",
        "I'm 42 and exhausted",
        "im 28 with no help",
        "I'm a 34 year old mum",
        "I'm a 22 year old mum",
        "my mum is 71 and helps",
        "her dad is 24",
        "groups for under 5s",
        "the 0-25 service",
        "over 18s only",
        "up to age 19",
        "day six of no sleep",
        "stage 2 complaint",
        "key stage 3",
        "level 3 course",
        "P6 levels",
        "band 2 funding",
        "he had 5 sessions",
        "when he was 3 he stopped talking",
        "until he was 6",
        "since she was 2",
        "what changes when she is 18",
        "help from age 5",
        "diagnosed at 4",
        "was diagnosed when he was 5",
        "at 18 months he lost his words",
        "does it stop at 18",
        "in her teens",
        "baby group in Crook",
        "toddler group near me",
        "he wakes at 3",
        "he's 2 hours late every day",
        "she is 7 stone",
        "he's 4 foot tall",
        "age 7-8 clothes",
        "it's nearly 5 and nobody rang",
        "this year 3 schools said no",
        "last year 2 of them left",
        "a 2 year wait for CAMHS",
        "he had his 2 year check",
        "we have had 3 meetings",
        "2 to 1 support",
        "1:1 support all day",
        "there are 4 of us",
        "DL5 4AB",
        "he fell and has a bump on his head",
        "I was pregnant when we moved",
        "when I was 20 weeks pregnant",
        "waiting in reception at the GP",
        "looking for a nursery",
        "he has been like this since he was a baby",
        "hello",
        "",
        "100 times",
        "he's had 2 exclusions",
        "he's missed 40 days",
        "5 GPs and 3 consultants",
        "the teacher is 25",
        "most 5 year olds can talk",
        "he scored 9 out of 10",
        "we moved here 2 years ago",
        "they gave us 6 weeks",
        "six weeks holiday is hell",
        "he'll be 13 by then",
        "he has the mind of a 5 year old",
        "we have 2 under 2",
        "children aged 5 and over",
        "adopted at 3",
        "in year 2 of waiting",
        "I'm 25 and have two kids",
        "pain is 8",
        "she is one of the 4",
        "I was 16 when I left school",
        "phone 0300 123 4567",
    ],
)
def test_a_number_that_is_not_a_childs_age(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("4", years(4)),
        ("four", years(4)),
        ("4.", years(4)),
        ("4 and 6", years(4, 6)),
        ("he's 4 1/2", half(4)),
        ("8 nearly 9", half(8)),
        ("just 4", years(4)),
        ("umm 13 i think", years(13)),
        ("both are 4", years(4, 4)),
        ("18 months", [(18, 19)]),
        ("12/03/2019", [(92, 93)]),
        ("I'd rather not say", []),
        ("I have 2 kids", []),
        ("year 4", years(8)),
        ("reception", [(48, 60)]),
        ("2 kids, 4 and 7", years(4, 7)),
    ],
)
def test_a_bare_number_answers_how_old(text: str, ages: list[tuple[int, int]]) -> None:
    assert found(text, asked=True) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("sorry, 7 not 17", (7,)),
        ("not 17, 7", (7,)),
        ("sorry he's 7 not 17", (7,)),
        ("I meant 8", (8,)),
        ("he's 17 sorry 7", (7,)),
        ("i said 17 i meant 7", (7,)),
        ("actually she's 6", (6,)),
    ],
)
def test_an_age_taken_back_is_not_stated(text: str, ages: tuple[int, ...]) -> None:
    assert found(text) == years(*ages)


@pytest.mark.parametrize(
    ("text", "who"),
    [("my son is 7", ["son"]), ("I'm 16", ["me"]), ("he's 9, his sister is 12", ["he", "sister"])],
)
def test_who_is_the_familys_word(text: str, who: list[str]) -> None:
    assert [mention.who for mention in find_ages(text, TODAY)] == who


def test_a_childs_name_is_not_kept() -> None:
    assert [mention.who for mention in find_ages("Jack is 6 and Lily is 6", TODAY)] == ["", ""]


@pytest.mark.parametrize("text", ["M 8 ADHD / M 8 / F 2 ok", "[name], 8yrs, [name], 8yrs, both bite"])
def test_what_tells_listed_children_apart_is_not_given_out(text: str) -> None:
    ages = find_ages(text, TODAY)
    assert len(ages) > 1
    assert {(mention.who, mention.listed) for mention in ages} == {("", None)}


_PIECES = (
    "he's she is 7 9 12 17 and year old my son daughter yr 4 nearly turning 18 months ½ , . not twins "
    "born 2019 12/3/19 nursery baby in March - / 1 2 half a aged i'm 😀 ’ both"
)
_WORDS = st.sampled_from(_PIECES.split(" "))


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)), st.booleans())
def test_any_text_gives_spans_inside_it(text: str, asked: bool) -> None:
    for mention in find_ages(text, TODAY, asked=asked):
        assert mention.lo < mention.hi
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.words


@pytest.mark.parametrize(
    "piece",
    ["he's 7 and ", "a", "1", "7 and a ", "born ", "not ", "my son is nearly ", "  ", "12/3/", "and 4 "],
)
def test_time_grows_with_length_only(piece: str) -> None:
    """Four times the length takes about four times as long (square growth would take sixteen), on a machine however slow."""
    text = (piece * 100_000)[:100_000]
    quarter = own_seconds(lambda: find_ages(text[:25_000], TODAY))
    assert own_seconds(lambda: find_ages(text, TODAY)) < 8 * quarter + 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hates loud shops. 5", (60, 72)),
        ("19 months. not sitting up", (19, 20)),
        ("17, peterlee", (204, 216)),
        ("17 months and still no words", (17, 18)),
        ("17 months on the list and nothing", None),
        ("no. 10, crook", None),
        ("Been fostering this lad 4 years, not had 1 weekend off", None),
        ("got to level 2 catering and then nowt. 18 months sat in the house", None),
        ("my marriage is 19 years old and hanging by a thread", None),
        ("first year of collage and she wants her own flat", (192, 204)),
        ("yr 6 sats yr an hes not set foot in since", (120, 132)),
        ("he bites, he bolts, he doesn't understand no. 3", (36, 48)),
        ("thanks, 2 of them", None),
    ],
)
def test_an_age_said_as_in_a_telegram_counts_where_nothing_else_does(text: str, expected: tuple[int, int] | None) -> None:
    found = find_ages(text, date(2026, 11, 24))
    assert [(age.lo, age.hi) for age in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EY SENCO: 2y10m boy, no words", (34, 35)),
        ("Referral: 4y2m girl, toileting", (50, 51)),
        ("thanks for the 2 year wait", None),
        ("{{7*7}} help", None),
        ("7*7=49 lol", None),
        ("sorry *7", (84, 96)),
    ],
)
def test_a_practitioners_shorthand_is_an_age_and_a_sum_is_none(text: str, expected: tuple[int, int] | None) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heaves at anything with lumps, nearly 2", [(18, 24)]),
        ("baby's 10 months and up five times a night", [(10, 11)]),
        ("he's 3 and up at 4 every night", [(36, 48)]),
        ("hes 11 bless him", [(132, 144)]),
        ("grandson 3 licks everything", [(36, 48)]),
        ("10yo getting mam's tablets out", [(120, 132)]),
        ("one of mine is 20 months and doesn't look at me", [(20, 21)]),
        ("stuck on puree at 18 months", [(18, 19)]),
        ("still uses his hands for his dinner at 8", [(96, 108)]),
        ("dropped another tray, spilt another pint, 19 and i cant do a tie", [(228, 240)]),
        ("autistic and 18 soon, who looks after that", [(210, 216)]),
        ("Year 6: can't spell, can't tie a lace", [(120, 132)]),
        ("he cannot yet tell a b from a d in year 3", [(84, 96)]),
        ("my baby 2 years, no walk", [(24, 36)]),
        ("It isn't the baby, the baby's perfect, it's me", [(0, 12)]),
    ],
)
def test_an_age_is_heard_however_it_is_put(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he's 11 and he's with me 24 7", [(132, 144)]),
        ("hes 2 and like a 9 month old", [(24, 36)]),
        ("hes 4 going on 2 in everything", [(48, 60)]),
        ("he eats them like a bairn of two. he's eight", [(96, 108)]),
        ("She's eighteen months, and doing what six month olds do", [(18, 19)]),
        ("shes 11 n says shes 2 fat 2 eat", [(132, 144)]),
        ("yr 5 readin age 5, wot now", [(108, 120)]),
        ("We lost our baby girl in june and her brother is 4", [(48, 60)]),
        ("He's 20 months and now the nursery want a word", [(20, 21)]),
        ("Mam put me forward in year 6. I'm in year 9.", [(156, 168)]),
        ("I'm 21 and she's three months", [(3, 4)]),
        ("my little boy's 14 months. im 20 and its just me", [(14, 15)]),
        ("I am expecting and my other child, who is five, asks if the baby will die", [(-9, 0), (60, 72)]),
        ("twins 4, one doesnt talk the other never stops", [(48, 60), (48, 60)]),
        ("he is still waiting at 9 for the bus", []),
    ],
)
def test_another_number_beside_an_age_is_no_second_child(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they close his case in March when he turns 18", [(204, 216)]),
        ("what happens when she turns 18", []),
        ("who does her care when shes 18 in may", [(204, 216)]),
        ("Our Ellie has a learning disability and is 16, dances all day", [(192, 204)]),
        ("threw a chair, sent home. Reception! not even 5 till April", [(48, 60)]),
        ("He'll be registered sight impaired. Only 3. Is there a teacher?", [(36, 48)]),
        ("The lad we foster is still in pull-ups at night at 10", [(120, 132)]),
        ("im 17 n got a 10 week old", [(204, 216), (2, 3)]),
    ],
)
def test_ages_as_a_blind_set_told_them(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("20 months now and he isn't sitting up", [(20, 21)]),
        ("babys 30 mths now n still no words", [(30, 31)]),
        ("A little boy I have is 33 months", [(33, 34)]),
        ("He's 16 months. My son thinks I'm fussing, he's only 22 himself", [(16, 17)]),
        ("she's 10 herself and looks after her mam", [(120, 132)]),
        ("Wor lass's little'n is 4", [(48, 60)]),
        ("ah'm 14 and there's nowt to dee", [(168, 180)]),
        ("nine year aad and the bed's soakin", [(108, 120)]),
        ("got 2 brothers placed wiv us 7 and 5, neither sleep", [(84, 96), (60, 72)]),
        ("A lad of 11 gives his mum her tablets", [(132, 144)]),
        ("My son is 8. We've a baby of 7 months asleep next door", [(96, 108), (7, 8)]),
        ("wor grandbairns, 3 an 1, is left on their own", [(36, 48), (12, 24)]),
        ("Somebody told me 20, somebody else said 6", []),
        ("not Y2, Y3", [(84, 96)]),
        ("acts like hes 3, hes 8", [(96, 108)]),
        ("Do they test for ADHD at 6?", [(72, 84)]),
        ("GP here. F14, anxious", [(168, 180)]),
        ("M16 ASD", [(192, 204)]),
        ("the m1 was shut", []),
        ("Midwife asking. 19 year old, 28 weeks, first baby", [(228, 240), (-9, 0)]),
        ("my girlfriend is expecting in April", [(-9, 0)]),
        ("Four at home: 15, 12, 9 and 3. The nine year old won't go in", [(180, 192), (144, 156), (108, 120), (36, 48)]),
        ("Three of mine: 16, 13 and 20 months", [(192, 204), (156, 168), (20, 21)]),
        ("me and my twin are 16", [(192, 204), (192, 204)]),
        ("wor youngest is two year an nine month an he's that particular", [(33, 34)]),
        ("32 weeks gone with my second. My first is 2 and a half", [(-9, 0), (30, 36)]),
        ("17 and pregnant, 20 weeks, living at my nanas", [(204, 216), (-9, 0)]),
        ("Got two at different schools, 6 and 9, and it's the 9 year old", [(72, 84), (108, 120)]),
        ("single mam of 34 with four: 2, 5, 9 and 16", [(24, 36), (60, 72), (108, 120), (192, 204)]),
        ("every night awake at 2, 3, 4 o'clock, my son, 10", [(120, 132)]),
        ("Me lad's five an' a half", [(66, 72)]),
        ("delayed in everythin, 19mths not sittin", [(19, 20)]),
        ("mine r 4 n 6", [(48, 60), (72, 84)]),
        ("Whaat can ye de when a lad of thorteen winnet gan te school", [(156, 168)]),
        ("I have two sons, the big is 9 and he is good, the small is 5", [(108, 120), (60, 72)]),
        ("doctor say he will grow. He is 14 kilo", []),
        ("fd is 14 just txt me", [(168, 180)]),
        ("I have my daughter's two. The lad is 9", [(108, 120)]),
        ("r there ne portage ppl 4 a 15 month old", [(15, 16)]),
        ("hes 4 a right terror", [(48, 60)]),
        ("can you get help for dyscalculia at 21", [(252, 264)]),
        ("both boys hav adhd 9 n 13, need tips 4 mornings", [(108, 120), (156, 168)]),
        ("a girl, is 8 weeks. the midwife has signed us off", [(1, 2)]),
        ("a boy of 9, five weeks with us now", [(108, 120)]),
        ("dd 20 mths, doesnt turn 2 her name", [(20, 21)]),
        ("Two boys, dobs 17.06.2015 and 30.11.2022", [(137, 138), (47, 48)]),
        ("32 wks pg, my first is 6 now", [(-9, 0), (72, 84)]),
        ("Our lass is 13 on Boxing Day", [(144, 156)]),
        ("Reception. School say they don't do plans", [(48, 60)]),
        ("9 professionals through the door in 12 days and not one answer", []),
        ("left on their own, 3 an 5 they are", [(36, 48), (60, 72)]),
        ("6 months baby in my belly", [(-9, 0)]),
        ("my wife carry baby 6 month in belly", [(-9, 0)]),
        ("6 month old with a bad tummy", [(6, 7)]),
        ("can i tlk 2 sum1 real pls", []),
        ("need 2 speak to a human", []),
        ("18 months down the line and nothing", []),
        ("he's in the sixth form at school", [(192, 228)]),
        ("hes in lower sixth", [(192, 204)]),
        ("waitin on autism assesment for my 4yo 18 mths now", [(48, 60)]),
    ],
)
def test_ages_as_a_further_set_told_them(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == spans


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Isla's 9, Theo 6 and Kobi 3. Kobi isn't talking", (9, 6, 3)),
        ("[name]'s 6, [name] 4, Mylo 2. help", (6, 4, 2)),
        ("Mason, 8yrs, Mylo, 8yrs, not twins, both bite", (8, 8)),
        ("[name], 8yrs, [name], 8yrs, both bite", (8, 8)),
        ("F 14 self harm / M 9 ADHD", (14, 9)),
        ("M 11, M 11, F 3. which for the 3", (11, 11, 3)),
        ("Zara 13, anxiety, won't go in", (13,)),
        ("Ben is 9. Ben hates noise", (9,)),
        ("Room 4, Peterlee clinic, how do I get there", ()),
        ("Consett 3, Stanley 2, that's the clubs left", ()),
        ("Monday 9, Tuesday 11, those are the only slots", ()),
        ("Maths 4, English 3, science 2 in his report", ()),
        ("June 4, July 9: the two dates they offered", ()),
        ("Dr [name] 9, Dr [name] 11, which appointment do I keep", ()),
        ("M 1 closed, A 19 closed, missed appointment", ()),
    ],
)
def test_children_listed_by_name_each_have_the_number_beside_them(text: str, ages: tuple[int, ...]) -> None:
    assert found(text) == years(*ages)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("mam of three, ages 11, 7 and 2", years(11, 7, 2)),
        ("mum of 2 aged 9 and 5 months", [(108, 120), (5, 6)]),
        ("mum of 3, no help at all", []),
        ("mum aged 34, worn out", []),
        ("a baby of 5 months with us, born at 31 weeks", [(5, 6)]),
        ("5 months with us and still no worker", []),
    ],
)
def test_the_ages_after_a_parent_of_some_are_the_childrens(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("she's 11, no wait, 12. had a birthday Friday", (12,)),
        ("he's 6... no, 7 now. wets the bed", (7,)),
        ("she's 8, no 9, I lose track", (9,)),
        ("he's 5, no 6 hours sleep for me then", (5,)),
        ("she's 8, no 2 days are the same", (8,)),
        ("she's 8. no 9 bus today", (8,)),
        ("I'm 38, no 39, and shattered", ()),
    ],
)
def test_no_between_two_ages_takes_the_first_back(text: str, ages: tuple[int, ...]) -> None:
    assert found(text) == years(*ages)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("he's 2 and a half (32 months), doesn't point", [(32, 33)]),
        ("three and three quarters (45 months if you want it exact)", [(45, 46)]),
        ("3, well 41 months, and not talking", [(41, 42)]),
        ("she's 3, 41 months on the list", years(3)),
        ("six an a arf, still in pull ups", half(6)),
        ("two and three quaters, no words", [(33, 36)]),
    ],
)
def test_a_part_of_a_year_is_heard_as_closely_as_it_is_said(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("about 6 or 7 he is, new placement", [(72, 96)]),
        ("seven our Kyle is, can't read", years(7)),
        ("18 months she is and not walking", [(18, 19)]),
        ("up aal neet, 5 she is, been wi us since Easter", years(5)),
        ("in bed by 7 he is", []),
        ("up at 5 she is every day", []),
    ],
)
def test_the_child_may_be_named_after_the_age(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "4 chicken nuggets and 2 crisps. That's a day's food",
        "3 broken remotes this week, he throws everything",
        "2 failed assessments and no answer",
        "7 angry emails later, still nothing",
        "2 jobs lost in 3 years",
    ],
)
def test_a_described_thing_that_is_counted_first_is_no_age(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("sixth form isn't working out for my daughter", [(192, 228)]),
        ("sixth form has been a disaster, she wants out", [(192, 228)]),
        ("hates sixth form, my lad", [(192, 228)]),
        ("which sixth form is best for dyslexia", []),
        ("sixth form is where the school does its testing", []),
        ("does the sixth form take wheelchair users", []),
    ],
)
def test_sixth_form_is_a_stage_where_it_is_lived(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("twins born 3 May 2022, both nonverbal", [(54, 55)] * 2),
        ("My triplets were born 1st March 2024", [(32, 33)] * 3),
        ("his twin sister was born 3 May 2022", [(54, 55)]),
        ("Due 3rd January, midwife said ask about parenting help. I'm 31", [(-9, 0)]),
        ("I'm due 4 March. first baby, scared", [(-9, 0)]),
        ("Due 4 March, his plan review, what do I take", []),
        ("The PIP form is due 3rd January", []),
        ("I'm due a review on 4 May", []),
    ],
)
def test_a_date_is_of_as_many_children_as_it_is_said_of(text: str, spans: list[tuple[int, int]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("little one placed with us 3 weeks ago, just turned 4, gags on anything", [(48, 60)]),
        ("he came to us, just turned 4", [(48, 60)]),
        ("hes 10, on 18mg and it wears off by 3", [(120, 132)]),
        ("Mum (19) is 30 weeks pregnant", [(-9, 0)]),
        ("my wife had the baby 3 weeks ago, our girl is 5", [(0, 1), (60, 72)]),
        ("need a special school 4 my lad 4 sept", []),
        ("scared all the time. Am 20", [(240, 252)]),
        ("3 months n speech therapy havent rang back once", []),
        ("14 months and her eyes wobble", [(14, 15)]),
        ("My son is nearly 17, birthday is 15 December", [(198, 204)]),
        ("baby 10wks wont latch, midwife signed us off", [(2, 3)]),
        ("she is 5, too big for the baby pram", [(60, 72)]),
        ("both our grandchildren, 3 and 8, and two state pensions", [(36, 48), (96, 108)]),
        ("who do i complain 2", []),
        ("he's 11 months now, corrected age 8 months", [(11, 12)]),
        ("premature twin, corrected age 14 months, can't sit", [(14, 15)]),
        ("my son foutreen and very sad", [(168, 180)]),
        ("tribunal is 9 March", []),
        ("3 boys: 14, 11 and 9. the twins next door call them names", [(168, 180), (132, 144), (108, 120)]),
        ("aged 9 months & 3 days, floppy", [(9, 10)]),
        ("Autistic, 10, 0 days in school since Easter", [(120, 132)]),
        ("small at birth. Now 16 months and eats like a sparrow", [(16, 17)]),
        ("on the list 2 yrs 7 months. TWO YEARS SEVEN MONTHS. for an assessment", []),
        ("one's 6, t'other's 12", [(72, 84), (144, 156)]),
    ],
)
def test_ages_as_the_ninth_set_told_them(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == spans


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("K. is 11, selective mute, and I am her form tutor", 11),
        ("the one I'm on about is six and has never slept", 6),
        ("the one with autism is ten", 10),
        ("Since she is 14 she gets asked what she wants", 14),
        ("while he is three he can't have the vaccine", 3),
        ("he may be eleven but he can't cross a road", 11),
        ("with her being ten I thought she'd be past it", 10),
        ("she's not long 14 and in with a bad crowd", 14),
        ("not long 5 and still in nappies", 5),
        ("she's nowt but five and so brave", 5),
        ("he's past nine and still in nappies", 9),
        ("he is a very young eight", 8),
    ],
)
def test_whoever_and_however_the_age_is_said_of_a_child_it_is_heard(text: str, age: int) -> None:
    assert [(found.lo, found.hi) for found in find_ages(text, TODAY)] == [(age * 12, age * 12 + 12)]


@pytest.mark.parametrize(
    "text",
    [
        "the one we rang is 6 miles off",
        "the one with the long list is 9 months",
        "since he is 3 he has been on the list",
        "he has not slept since he was 3",
        "he may be 7 before anyone sees him",
        "not long 2 weeks and it starts",
        "it is past nine and he's still up",
        "there are no more than six in the class",
        "the queue has reached 12",
    ],
)
def test_the_same_words_of_a_place_a_wait_or_an_hour_give_no_age(text: str) -> None:
    assert find_ages(text, TODAY) == []


def test_a_word_said_again_and_again_after_an_age_costs_no_time() -> None:
    text = f"he is 3, {'so ' * 200}tired of 40 months waiting"
    assert own_seconds(lambda: find_ages(text, TODAY)) < 0.5


def test_a_newborn_of_no_months_has_an_age() -> None:
    assert [(age.lo, age.hi) for age in find_ages("aged 0 months, tongue tie", TODAY)] == [(0, 1)]


def test_a_teen_in_a_figure_and_letters_is_an_age() -> None:
    assert [(age.lo, age.hi) for age in find_ages("hi my sons 4teen he wont go 2 skl", date(2026, 11, 25))] == [(168, 180)]


@pytest.mark.parametrize(("text", "months"), [("babys 2 munths wont take the bottel", (2, 3)), ("shes 18 munths no words", (18, 19)), ("waited 6 munths he's 4", (48, 60))])
def test_months_that_are_misspelt_are_months(text: str, months: tuple[int, int]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(text, TODAY)] == [months]
