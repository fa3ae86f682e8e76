from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.ages import find_ages
from bot.nlu.children import divide, ranked_one, split_children

TODAY = date(2026, 11, 24)
# The words that stand for a need in these sentences; the real needs come from the needs model.
WORDS = {
    "sleep": ("sleep", "sleeping", "up all night"),
    "anxiety_emotional": ("anxious", "anxiety", "panics"),
    "autism_support": ("autistic",),
    "adhd_support": ("adhd", "ADHD"),
    "speech_language": ("not talking", "talk", "speech"),
    "carer_parent_support": ("exhausted", "at breaking point"),
    "feeding_eating": ("eat", "eats", "eating"),
    "hearing": ("deaf", "hearing"),
    "behaviour": ("hits", "kicks off", "meltdowns"),
    "low_mood_self_harm": ("low", "depressed", "want to die"),
}


def spans(text: str) -> list[tuple[str, int, int]]:
    found = []
    for need, words in WORDS.items():
        for word in words:
            at = text.find(word)
            if at >= 0:
                found.append((need, at, at + len(word)))
                break
    return found


def read(text: str) -> list[tuple[int | None, tuple[str, ...]]]:
    children = split_children(text, find_ages(text, TODAY), spans(text))
    return [(child.age[0] // 12 if child.age else None, tuple(sorted(child.needs))) for child in children]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        (
            "he's 9 and can't sleep, his sister is 12 and anxious",
            [(9, ("sleep",)), (12, ("anxiety_emotional",))],
        ),
        ("my son is 7, he's deaf and wont eat", [(7, ("feeding_eating", "hearing"))]),
        ("autistic son 9 and anxious daughter 12", [(9, ("autism_support",)), (12, ("anxiety_emotional",))]),
        (
            "my kids are 7 and 9, both are autistic",
            [(7, ("autism_support",)), (9, ("autism_support",))],
        ),
        (
            "7 and 9 year olds, they dont sleep",
            [(7, ("sleep",)), (9, ("sleep",))],
        ),
        ("twins aged 4, not talking", [(4, ("speech_language",)), (4, ("speech_language",))]),
        ("my son is 8 and my daughter is 5. She is deaf", [(8, ()), (5, ("hearing",))]),
        ("my son is 8 and my daughter is 5. He kicks off", [(8, ("behaviour",)), (5, ())]),
        (
            "sleep for the 9 year old, anxiety for the 12 year old",
            [(9, ("sleep",)), (12, ("anxiety_emotional",))],
        ),
        ("he can't sleep, he's 9", [(9, ("sleep",))]),
        ("she hits her brother and wont eat, shes 6", [(6, ("behaviour", "feeding_eating"))]),
        (
            "my daughter, 12, is anxious and my lad, 6, has adhd",
            [(12, ("anxiety_emotional",)), (6, ("adhd_support",))],
        ),
        ("im 16 and i cant sleep", [(16, ("sleep",))]),
        (
            "I'm 15 and depressed, my brother is 9 and autistic",
            [(15, ("low_mood_self_harm",)), (9, ("autism_support",))],
        ),
        ("one is 4 and deaf, the other is 7 and autistic", [(4, ("hearing",)), (7, ("autism_support",))]),
        (
            "eldest is 14 and anxious, youngest 3 not talking",
            [(14, ("anxiety_emotional",)), (3, ("speech_language",))],
        ),
        ("my 3yo is not talking and my 7yo has ADHD", [(3, ("speech_language",)), (7, ("adhd_support",))]),
        (
            "my son can't sleep and my daughter is anxious",
            [(None, ("sleep",)), (None, ("anxiety_emotional",))],
        ),
        (
            "two kids 5 and 8, the 5 year old has ADHD and the older one is anxious",
            [(5, ("adhd_support",)), (8, ("anxiety_emotional",))],
        ),
        (
            "boys are 7 and 11. the youngest has adhd, the oldest is autistic",
            [(7, ("adhd_support",)), (11, ("autism_support",))],
        ),
        (
            "anxious 12 year old and autistic 8 year old",
            [(12, ("anxiety_emotional",)), (8, ("autism_support",))],
        ),
        (
            "My son has adhd. He is 9. My daughter has anxiety. She is 12.",
            [(9, ("adhd_support",)), (12, ("anxiety_emotional",))],
        ),
        (
            "help with sleep (son, 4) and anxiety (daughter, 10)",
            [(4, ("sleep",)), (10, ("anxiety_emotional",))],
        ),
        ("son 9 autistic daughter 4 adhd", [(9, ("autism_support",)), (4, ("adhd_support",))]),
        ("my son is 9, he hits his sister and cant sleep", [(9, ("behaviour", "sleep"))]),
        ("cant sleep", [(None, ("sleep",))]),
        ("hello", []),
        ("he's 7", [(7, ())]),
        (
            "my 10 yr old wont sleep, our 6 yr old is fine but his speech is poor",
            [(10, ("sleep",)), (6, ("speech_language",))],
        ),
    ],
)
def test_each_need_goes_to_the_child_it_was_said_of(
    text: str, children: list[tuple[int | None, tuple[str, ...]]]
) -> None:
    assert read(text) == children


@pytest.mark.parametrize(
    ("text", "family", "child_needs"),
    [
        ("my son is 7 and doesnt sleep, I'm exhausted", ("carer_parent_support",), ("sleep",)),
        ("hes 4 and deaf and i am so depressed", ("low_mood_self_harm",), ("hearing",)),
        ("i want help with his sleep, he's 5", (), ("sleep",)),
        ("i need help for my anxious daughter, 11", (), ("anxiety_emotional",)),
        ("at breaking point, lad is 9 and kicks off", ("carer_parent_support",), ("behaviour",)),
        ("I want to die. my son is 7 and autistic", ("low_mood_self_harm",), ("autism_support",)),
        ("i just want to die, hes 7 and wont sleep", ("low_mood_self_harm",), ("sleep",)),
        ("I cant sleep for worry, my son is 7 and he is autistic", ("sleep",), ("autism_support",)),
        ("I dread his meltdowns, he is 6", (), ("behaviour",)),
    ],
)
def test_a_grown_ups_own_need_is_no_childs(
    text: str, family: tuple[str, ...], child_needs: tuple[str, ...]
) -> None:
    division = divide(text, find_ages(text, TODAY), spans(text))
    assert division.family == family
    assert [child.needs for child in division.children] == [child_needs]


def test_who_is_the_familys_word() -> None:
    text = "my son is 9 and his sister is 12"
    assert [child.who for child in split_children(text, find_ages(text, TODAY), [])] == ["son", "sister"]


@given(
    st.text(max_size=200),
    st.lists(st.tuples(st.sampled_from(sorted(WORDS)), st.integers(0, 200), st.integers(0, 20))),
)
def test_no_need_is_lost_or_added(text: str, raw: list[tuple[str, int, int]]) -> None:
    needs = [(need, start, start + length) for need, start, length in raw]
    division = divide(text, find_ages(text, TODAY), needs)
    given_out = {need for child in division.children for need in child.needs} | set(division.family)
    assert given_out == {need for need, _, _ in needs}


@pytest.mark.parametrize(
    ("text", "children"),
    [
        (
            "my girl is 3, not talking, I'm 20 weeks pregnant, she's autistic too",
            [(3, ("autism_support", "speech_language")), (-1, ())],
        ),
        ("girl of 3, mum expecting in May, not talking", [(3, ("speech_language",)), (-1, ())]),
        ("I'm 20 weeks pregnant and anxious", [(-1, ("anxiety_emotional",))]),
    ],
)
def test_a_new_clause_tells_of_the_child_who_is_born(text: str, children: list[tuple[int, tuple[str, ...]]]) -> None:
    assert read(text) == children


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("boy 2y 10m, mum 23 with a 6 week old, not talking", [(2, ("speech_language",)), (0, ())]),
        ("I have a 6 week old baby and a 4 year old, anxious about nursery", [(0, ()), (4, ("anxiety_emotional",))]),
        ("my baby is 6 weeks old, not talking yet", [(0, ("speech_language",))]),
    ],
)
def test_a_new_clause_is_not_of_a_child_too_young_for_the_need(text: str, children: list[tuple[int, tuple[str, ...]]]) -> None:
    assert read(text) == children


def test_a_brother_and_sister_have_the_ages_in_the_order_said() -> None:
    text = "we foster a brother and sister 5 and 12. he is not talking"
    he, she = split_children(text, find_ages(text, TODAY), [("speech_language", text.index("not talking"), len(text))])
    assert (he.age, he.needs, she.age, she.needs) == ((60, 72), ("speech_language",), (144, 156), ())


@pytest.mark.parametrize(
    ("text", "at"),
    [("my eldest", 0), ("friends for the little one", 2), ("the baby isnt sitting up", 2), ("the big one and the little one", None), ("both", None), ("a one to one", None)],
)
def test_the_words_rank_one_of_several_children(text: str, at: int | None) -> None:
    assert ranked_one(text, [(168, 180), (108, 120), (11, 12)]) == at


def test_no_child_of_five_is_the_baby() -> None:
    assert ranked_one("the baby", [(168, 180), (60, 72)]) is None


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("my kids are 5 and 9, the older one has adhd and the little one is not sleeping", "sleep", "adhd_support"),
        ("two boys, 8 and 10, one autistic one deaf", "autism_support", "hearing"),
        ("two boys, 8 and 10, the first is autistic, the second deaf", "autism_support", "hearing"),
        ("two girls 4 and 7. one is anxious and the other not sleeping", "anxiety_emotional", "sleep"),
        ("kids 2 and 16: the toddler is up all night, the teenager is depressed", "sleep", "low_mood_self_harm"),
    ],
)
def test_each_of_two_children_has_what_is_said_of_that_one(text: str, first: str, second: str) -> None:
    spans = [(need, text.index(word), text.index(word) + len(word)) for need in (first, second) for word in WORDS[need] if word in text]
    assert [child.needs for child in split_children(text, find_ages(text, TODAY), spans)] == [(first,), (second,)]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("My son is 9 and my daughter 5. He kicks off at his little sister and is not sleeping", ("behaviour", "sleep")),
        ("two kids 5 and 9. The 9 year old hits his little brother and is not sleeping", ("behaviour", "sleep")),
        ("Two kids 4 and 9, the 9 year old is anxious and needs one to one and one place for sleep", ("anxiety_emotional", "sleep")),
        ("two kids, 1 and 7. My 7 year old acts like a baby and has meltdowns", ("behaviour",)),
    ],
)
def test_a_brother_or_a_count_spoken_of_takes_no_need(text: str, needs: tuple[str, ...]) -> None:
    spans = [(need, text.index(word), text.index(word) + len(word)) for need in needs for word in WORDS[need] if word in text]
    eldest = max(split_children(text, find_ages(text, TODAY), spans), key=lambda child: child.age or (0, 0))
    assert eldest.needs == needs


@pytest.mark.parametrize("text", ["the eldest is fine, it's the other one who can't sleep", "not the little one", "the baby wakes him so he can't sleep", "he bites his little sister"])
def test_who_is_not_meant_is_not_ranked(text: str) -> None:
    assert ranked_one(text, [(108, 120), (6, 7)]) is None


def test_the_little_un_is_the_younger_of_two() -> None:
    text = "two lads 6 n 11. the 11yo wont go in school and the little un bites, crook"
    needs = [(need, text.find(word), text.find(word) + len(word)) for need, word in (("school_attendance_refusal", "wont go in school"), ("behaviour", "bites"))]
    children = split_children(text, find_ages(text, date(2026, 11, 30)), needs)
    assert [(child.age, child.needs) for child in children] == [((72, 84), ("behaviour",)), ((132, 144), ("school_attendance_refusal",))]


@pytest.mark.parametrize(
    ("text", "words", "need", "age"),
    [
        ("My son is 6 and hits his sister who is 3.", "hits his", "behaviour", (72, 84)),
        ("my lad is 6 and lashes out at his sister who is 3", "lashes out at his sister", "behaviour", (72, 84)),
        ("he bites his 2 year old brother all day long, he's 5", "bites his", "behaviour", (60, 72)),
        ("son 13 helps look after his brother who's 19 and wants a job", "look after his brother", "sibling_young_carer", (156, 168)),
    ],
)
def test_what_one_child_does_to_another_is_the_first_one_s_need(text: str, words: str, need: str, age: tuple[int, int]) -> None:
    at = text.index(words)
    children = split_children(text, find_ages(text, TODAY), [(need, at, at + len(words))])
    assert [child.age for child in children if need in child.needs] == [age]


def test_two_named_by_their_ages_in_one_breath_share_what_is_said() -> None:
    text = "three kids 5, 8 and 14. The 5 and 8 yr old dont sleep and the 14 yr old was excluded"
    needs = [(need, text.find(word), text.find(word) + len(word)) for need, word in (("sleep", "dont sleep"), ("exclusion_suspension", "excluded"))]
    children = split_children(text, find_ages(text, TODAY), needs)
    assert [child.needs for child in children] == [("sleep",), ("sleep",), ("exclusion_suspension",)]


def test_both_of_three_are_the_two_who_were_told_of_last() -> None:
    text = "my boys are 6 and 8 and both have adhd, my daughter is 13"
    children = split_children(text, find_ages(text, TODAY), [("adhd_support", text.index("adhd"), text.index("adhd") + 4)])
    assert [child.needs for child in children] == [("adhd_support",), ("adhd_support",), ()]


def test_who_hates_himself_is_not_the_one_who_worries() -> None:
    text = "it's the 11 year old I'm most worried about, hates himself"
    division = divide(text, find_ages(text, TODAY), [("low_mood_self_harm", text.index("hates"), len(text))])
    assert division.children[0].needs == ("low_mood_self_harm",)


@pytest.mark.parametrize(("text", "needs"), [("3 kids 6, 8 and 13, all autistic", ["autistic"] * 3), ("lad of 6, lass of 8, all day long she's autistic", ["", "autistic"])])
def test_all_of_them_have_what_all_are_said_to_have(text: str, needs: list[str]) -> None:
    at = text.index("autistic")
    children = split_children(text, find_ages(text, TODAY), [("autistic", at, len(text))])
    assert ["".join(child.needs) for child in children] == needs
