"""Ages of people who type no sentence stops: by voice, or tired."""

from __future__ import annotations

import pytest

from bot.nlu.ages import find_ages
from bot.nlu.ages.stops import leaves_out_stops, read_tokens
from bot.nlu.ages.tokens import Quantity, Token
from tests.nlu.ages.hearing import TODAY, spans, years


def said(text: str) -> str:
    return " ".join(token.text for token in read_tokens(text))


class Takes:
    """A net with one chance for every number."""

    def __init__(self, chance: float) -> None:
        self.chance = chance

    def chances(self, text: str, tokens: list[Token], numbers: list[Quantity]) -> list[float | None]:
        return [self.chance for _ in numbers]


def heard(text: str, chance: float) -> list[tuple[int, int]]:
    return [(age.lo, age.hi) for age in find_ages(text, TODAY, net=Takes(chance))]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("My daughters 22 Downs syndrome did 3 years of college She wants a proper wage", 22),
        ("Our lad is 9 Hates noise Who do we ask", 9),
        ("He cant do buttons Year 2 Were just outside Haswell", 6),
        ("He screams till it stops Year three Shotton Colliery", 7),
        ("No proper night since August Alfie is 4 up at 1 up at 3", 4),
    ],
)
def test_a_capital_tells_that_a_sentence_is_over(text: str, age: int) -> None:
    assert spans(text) == years(age)


@pytest.mark.parametrize(
    "text",
    [
        "he goes to a group with 3 Autistic Children",
        "Ive waited since the 4 January and nobody has rung",
        "we have had 4 CAMHS workers",
        "We live at 14 Front Street in Cockfield",
        "Two years Ive waited on speech therapy",
        "My Son Goes To Key Stage Two",
    ],
)
def test_a_capital_for_its_own_sake_makes_no_age(text: str) -> None:
    assert spans(text) == []


def test_a_stop_that_was_left_out_has_no_width_and_stands_behind_the_word() -> None:
    text = "She is 4 Live in Wingate"
    stop = next(token for token in read_tokens(text) if token.text == ".")
    assert (stop.start, stop.end) == (8, 8)
    assert leaves_out_stops(read_tokens(text))
    assert not leaves_out_stops(read_tokens("She is 4. Live in Wingate"))


def test_capitals_throughout_tell_of_no_sentence() -> None:
    assert said("MY SON IS 7 HE BITES") == "my son is 7 he bites"
    assert said("My Son Is 7 He Bites") == "my son is 7 he bites"


@pytest.mark.parametrize(
    ("text", "age"), [("wor Hopes seven an wont eat", 7), ("Daniels 5 and bites", 5), ("Kaydens 9 hates crowds", 9)]
)
def test_a_name_may_have_lost_its_apostrophe(text: str, age: int) -> None:
    assert spans(text) == years(age)


def test_the_months_of_a_date_and_the_hour_are_no_part_of_an_age_behind_them() -> None:
    assert spans("awake till 2am 12 years old") == years(12)
    assert spans("somewhere she wont be stared at 8 years old Seaham Harbour") == years(8)
    assert spans("diagnosed at 8 years old") == []


@pytest.mark.parametrize("text", ["The bairn is seven clings to the railings", "my son is 7 chucks his plate", "She is 7 flaps her hands"])
def test_of_one_child_a_word_in_s_is_what_it_does(text: str) -> None:
    assert spans(text) == years(7)


@pytest.mark.parametrize("text", ["he is 3 sizes behind", "she is 2 classes below", "there are 4 cousins", "hes two weekends a month at a short break", "hes two wheelchairs and a walker"])
def test_what_one_child_is_behind_by_is_no_age(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("got 2 brothers placed wiv us 7 and 5 neither sleep", (7, 5)),
        ("Ive two on middle rate 6 and 9 in Pity Me", (6, 9)),
        ("weve three together 2 4 and 7 who came in June", (2, 4, 7)),
        ("12 9 6 not the big one its the 9 yr old", (12, 9, 6)),
        ("we have Kai 8 and Poppy 5", (8, 5)),
    ],
)
def test_as_many_numbers_as_children_need_no_mark(text: str, ages: tuple[int, ...]) -> None:
    assert spans(text) == years(*ages)


@pytest.mark.parametrize("text", ["we have two appointments 3 and 10", "my two kids are up at 4 and 5", "had two meltdowns 3 and 4 hours long", "took the older one cos they cant do 1 to 1"])
def test_numbers_beside_other_counts_are_no_list_of_ages(text: str) -> None:
    assert spans(text) == []


def test_one_age_of_twins_is_two_childrens() -> None:
    assert spans("I have twin girls eleven months born 5 weeks early") == [(11, 12), (11, 12)]
    assert spans("fc got twin girls 3 both hardly talk") == years(3, 3)


@pytest.mark.parametrize(
    ("text", "age"),
    [("Nearly three holds his poo for 4 or 5 days", (30, 36)), ("bearpark nearly 3 head banging", (30, 36)), ("four starting school next September", (48, 60))],
)
def test_an_age_that_opens_a_sentence_may_be_nearly_or_start_school(text: str, age: tuple[int, int]) -> None:
    assert spans(text) == [age]


def test_nearly_so_much_of_something_else_is_no_age() -> None:
    assert spans("we have waited nearly 3 and nobody rings") == []
    assert spans("nearly 3 weeks and no word") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [("not been at school three week now year 8 were ower the border", 12), ("one sided deaf since mumps year 4 cant follow the class", 8), ("KS3 yr 8 dx ADHD", 12)],
)
def test_a_school_year_stands_though_the_words_beside_it_belong_to_others(text: str, age: int) -> None:
    assert spans(text) == years(age)


@pytest.mark.parametrize("text", ["he was bullied and year 5 were the worst", "hasnt coped since year 3 wont go in", "havent slept since about Year 8 Its not the gaming"])
def test_a_school_year_that_is_over_is_no_age(text: str) -> None:
    assert spans(text) == []


def test_a_number_between_two_sentences_is_an_age_where_the_net_takes_it_for_one() -> None:
    unmarked = "holds his tablet on his nose Seven cheeky monkey otherwise"
    assert spans(unmarked) == []
    assert heard(unmarked, 0.8) == years(7)
    agreed = "teacher says she ignores people waving 6 she holds her book to her nose"
    assert heard(agreed, 0.4) == years(6)
    assert heard(agreed, 0.2) == []


@pytest.mark.parametrize(
    "text",
    ["mam of 3 and I cant cope no more tonight", "were told 18 months Hes in a wheelchair", "married 22 year and weve not talked of owt", "the carers retired thats 19 months now for us"],
)
def test_a_number_that_a_word_leads_to_stays_none_though_the_net_leans_to_it(text: str) -> None:
    assert heard(text, 0.8) == []


def test_an_age_said_plainly_stands_where_the_words_behind_it_are_of_another_sentence() -> None:
    assert heard("Shes only two she was sick in the car", 0.02) == years(2)
    assert heard("he is 2 years below me", 0.02) == []
    assert heard("school say hes 2 clever for a plan", 0.02) == []
    assert heard("he is 7. He bites. Who helps", 0.02) == []
