"""The learned net overrules the rules where it is all but certain, and carries an age along a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from bot.nlu.ages import find_ages
from bot.nlu.ages.labelled import span_of
from bot.nlu.ages.tokens import Quantity, Token

TODAY = date(2026, 11, 26)
NO_RULE_HEARS = "The architect is nine"
RULES_HEAR = "he is 7"


@dataclass
class FakeNet:
    """Gives each number the chance that is told for its words, anything else None."""

    told: dict[str, float]

    def chances(self, text: str, tokens: list[Token], numbers: Sequence[Quantity]) -> list[float | None]:
        return [self.told.get(text[slice(*span_of(tokens, number))]) for number in numbers]


def found(text: str, **told: float) -> list[tuple[int, int]]:
    net = FakeNet({words.strip("_").replace("_", " "): chance for words, chance in told.items()})
    return [(age.lo, age.hi) for age in find_ages(text, TODAY, net=net)]


def test_the_examples_are_what_they_say() -> None:
    assert not found(NO_RULE_HEARS)
    assert found(RULES_HEAR) == [(84, 96)]


def test_a_number_that_no_rule_hears_is_an_age_where_the_net_is_all_but_certain() -> None:
    assert found(NO_RULE_HEARS, nine=0.95) == [(108, 120)]
    assert not found(NO_RULE_HEARS, nine=0.94)


def test_what_the_rules_know_for_a_level_stays_none_however_sure_the_net_is() -> None:
    assert not found("he has the weight of an eight year old", eight_year_old=0.99)
    assert not found("literacy age of an eight year old", eight_year_old=0.99)
    assert found("my other 7 is autistic too", _7=0.99) == [(84, 96)]


def test_an_age_of_the_rules_falls_where_the_net_all_but_rules_it_out() -> None:
    assert not found(RULES_HEAR, _7=0.04)
    assert found(RULES_HEAR, _7=0.05) == [(84, 96)]


def test_what_only_telegrams_say_falls_too() -> None:
    assert found("screams at socks. 5") == [(60, 72)]
    assert not found("screams at socks. 5", _5=0.01)


def test_an_age_is_carried_along_a_list_where_the_next_is_likelier_one_than_not() -> None:
    text = "Burnopfield mam, 5 yrs, 3 yrs and 9. he won't wear socks"
    told = {"_5_yrs": 0.96, "_3_yrs": 0.6, "_9": 0.6}
    assert found(text, **told) == [(60, 72), (36, 48), (108, 120)]
    assert found(text, **told | {"_3_yrs": 0.4}) == [(60, 72)]


def test_a_number_far_from_the_list_is_not_carried() -> None:
    assert found("he is 7 and has been seen by 9", _7=0.99, _9=0.6) == [(84, 96)]


def test_a_number_taken_back_stays_so() -> None:
    assert found("sorry, 7 not 17", _17=0.99) == [(84, 96)]


@pytest.mark.parametrize("text", ["not said how old", ""])
def test_a_message_without_numbers_asks_no_net(text: str) -> None:
    class Broken:
        def chances(self, text: str, tokens: list[Token], numbers: Sequence[Quantity]) -> list[float | None]:
            raise AssertionError("nothing to judge")

    assert find_ages(text, TODAY, net=Broken()) == []


def test_the_birthday_that_is_to_come_is_still_heard() -> None:
    assert found("the architect is nearly nine", nine=0.99) == [(102, 108)]


@pytest.mark.parametrize(
    ("text", "told", "ages"),
    [
        ("Shildon. 14, sorry 15. self harm", {"_14": 0.99, "_15": 0.9}, [(180, 192)]),
        ("Newton Aycliffe. Three, sorry, four. No words", {"Three": 0.99, "four": 0.9}, [(48, 60)]),
        ("wheelchair too small. 8. wait 6 months. seaham", {"_8": 0.99, "_6_months": 0.1}, [(96, 108)]),
    ],
)
def test_what_only_the_net_hears_can_be_taken_back(text: str, told: dict[str, float], ages: list[tuple[int, int]]) -> None:
    assert found(text, **told) == ages


def test_beside_a_child_of_the_rules_no_parents_age_is_one() -> None:
    assert found("24 n skint, lad is 3 and wont sleep", _24=0.99, _3=0.99) == [(36, 48)]
    assert found("18, 13 and 11, Peterlee", _18=0.99, _13=0.99, _11=0.99) == [(216, 228), (156, 168), (132, 144)]


def test_a_child_of_one_that_the_rules_are_sure_of_stays() -> None:
    assert found("lad just turned one", one=0.01) == [(12, 24)]
    assert found("they are one and three", one=0.01, three=0.9) == [(12, 24), (36, 48)]
    assert found("twins, 8 months, one on oxygen", _8_months=0.9, one=0.01) == [(8, 9), (8, 9)]


def test_the_number_of_an_idiom_is_no_age_however_certain_the_net() -> None:
    assert found("he's 19 going on 12, wants a job", _19=1.0, _12=1.0) == [(228, 240)]


def test_a_bare_real_age_beside_a_corrected_one_is_in_months() -> None:
    assert found("corrected age 9 months, actual 12, not sitting", _9_months=1.0, _12=1.0) == [(12, 13)]
