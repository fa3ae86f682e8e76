"""The safety rules: every example of every family, disguises, speed, broken data, and the hold-out figures."""

from __future__ import annotations

import functools
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.nlu.safety import Safety, SafetyRulesError, assess
from bot.nlu.safety import alarms as raised
from bot.nlu.safety.families import FOLDER, Family, Pattern, Rules, letter_groups, load, needed_letters, read
from bot.nlu.safety.normal import normalise
from bot.nlu.safety.second_net import Labelled, is_of_places, level_of, plain
from bot.nlu.safety.second_net import examples as safety_messages
from bot.ops.adapt.examples import as_written
from bot.ops.paths import ROOT
from tests.timing import own_seconds

HOLD_OUT = ROOT / "tests" / "understanding"


def alarms() -> list[tuple[str, str, str]]:
    return [(family.id, family.level, text) for family in load().families for text in family.alarms]


def quiet() -> list[tuple[str, str]]:
    return [(family.id, text) for family in load().families for text in family.quiet]


def examples(intent: str) -> list[str]:
    content = yaml.load((ROOT / "data" / "nlu" / f"{intent}.yml").read_bytes(), Loader=yaml.CSafeLoader)
    return [entry["text"].strip() for entry in content["nlu"][0]["examples"]]


def held_out(part: str) -> list[dict[str, str]]:
    lines = (HOLD_OUT / f"safety_{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(("family", "level", "text"), alarms())
def test_every_example_raises_the_level_of_its_family(family: str, level: str, text: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(("family", "text"), quiet())
def test_every_near_miss_stays_quiet(family: str, text: str) -> None:
    assert assess(text) == Safety("none")


def test_every_family_says_why_and_shows_both_sides() -> None:
    families = load().families
    assert len({family.id for family in families}) == len(families)
    for family in families:
        assert family.reason
        assert len(family.alarms) >= 3
        assert len(family.quiet) >= 2


def test_an_alarm_names_its_rule_and_the_words_as_written() -> None:
    alarm = assess("Hello. My lad says he wants to KILL HIM SELF, please help")
    assert alarm.level == "crisis"
    assert alarm.rule == "suicide.wanted_outright"
    assert alarm.words == "lad says he wants to KILL HIM SELF"
    assert alarm.reason


@pytest.mark.parametrize(
    "text",
    [
        "she is sucidal",
        "SHE IS SUICIDAL!!!",
        "shes su1c1dal",
        "she is s u i c i d a l",
        "she is s.u.i.c.i.d.a.l",
        "she is su*cidal",
        "she is suicidaaaal 😭😭",
        "i want to k!ll myself",
        "I don’t want to be here any more",
        "I dont want 2 be here anymore",
        "she's od'd",
        "my bairn wants to dee",
    ],
)
def test_disguised_and_misspelt_words_are_read(text: str) -> None:
    assert assess(text).level == "crisis"


def test_crisis_comes_before_safeguarding() -> None:
    assert assess("my stepdad hits me and I want to die").level == "crisis"


def test_negation_holds_back_only_what_it_negates() -> None:
    assert assess("he isn't suicidal").level == "none"
    assert assess("he says he isn't suicidal but he is cutting himself").level == "crisis"


def test_what_is_past_is_an_alarm_when_it_is_back() -> None:
    assert assess("she used to self-harm two years ago").level == "none"
    assert assess("she used to self-harm two years ago and it has started again").level == "crisis"


def test_danger_left_behind_is_no_alarm_until_it_follows() -> None:
    assert assess("we left an abusive home two years ago and we are safe now").level == "none"
    assert assess("we got out two years ago but my abusive ex keeps turning up").level == "safeguarding"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("He took an overdose when he was 14. He's 16 now and well, he'd like a football club", "none"),
        ("He took an overdose when he was 14, he's 16 now and wants to die", "crisis"),
        ("I was suicidal when he was born. I got help and I'm well now, is there a parents' group", "none"),
        ("I was suicidal when he was born. I got help but I feel suicidal again", "crisis"),
        ("she used to cut, she's fine now she says but I found fresh cuts on her arm", "crisis"),
        ("I was abused as a child, I'm fine now", "none"),
        ("I was abused as a child, I'm fine now, but my uncle is abusing my sister", "safeguarding"),
        ("we are safe now but my daughter still wets herself when a man shouts", "none"),
    ],
)
def test_only_what_is_told_as_past_and_mended_is_passed(text: str, level: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("nits again. kill me. any free shampoo?", "none"),
        ("nits again. kill me. and he says he wants to hang himself", "crisis"),
        ("nits again. please, somebody kill me", "crisis"),
        ("his hands down his trousers again. How do I teach private and public?", "none"),
        ("his hands down his trousers again. How do I teach private? A man touched him", "safeguarding"),
    ],
)
def test_an_excuse_across_sentences_holds_back_only_the_match_inside_it(text: str, level: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("She's four and she hits me and kicks the dog", "none"),
        ("she's four and he hits me in front of her", "safeguarding"),
        ("he's 8 and kicks off, my partner hits him for it", "safeguarding"),
        ("she's seven and throws things and my husband slaps her", "safeguarding"),
    ],
)
def test_a_small_child_who_hits_is_no_alarm_unless_a_grown_up_is_in_it(text: str, level: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "he hates school and {}",
        "{} because of school",
        "{}, he is autistic and non verbal",
        "since her nana died {}",
        "I'm worried, {}",
        "{} when we mention homework",
        "we are on the camhs waiting list and {}",
    ],
)
@pytest.mark.parametrize(
    "plain",
    [
        "she wants to die",
        "I don't want to live anymore",
        "my son says he is going to kill me",
        "my son is self harming",
        "he wants to kill himself",
        "my baby is not breathing",
        "a man touched her",
    ],
)
def test_what_stands_beside_a_plain_alarm_does_not_silence_it(around: str, plain: str) -> None:
    assert assess(around.format(plain)).level != "none"


@pytest.mark.parametrize(
    "text",
    [
        "he bangs his head on the wall in meltdowns",
        "my autistic daughter bites her own hand when upset",
        "she scratches her face in a meltdown",
        "he's 8 and hits himself when he is upset",
        "my lad punches himself in the face when he can't do his homework",
    ],
)
def test_what_an_autistic_child_does_in_a_meltdown_is_no_self_harm(text: str) -> None:
    assert assess(text).level == "none"


@pytest.mark.parametrize("text", ["", " ", "\n", "?", "😀", "٣", "\x00", "a" * 50])
def test_messages_without_words_are_quiet(text: str) -> None:
    assert assess(text).level == "none"


@pytest.mark.parametrize("intent", ["crisis", "safeguarding"])
def test_training_messages_raise_an_alarm(intent: str) -> None:
    quiet_ones = [text for text in examples(intent) if assess(text).level == "none"]
    assert quiet_ones == []


@pytest.mark.parametrize(
    ("part", "crisis", "safeguarding", "false_alarms"),
    [
        ("dev", 0.98, 0.98, 0.01),
        ("test", 0.86, 0.90, 0.10),
        ("fresh", 0.97, 0.97, 0.02),
        ("fresh_test", 0.86, 0.78, 0.06),
        ("blind", 0.36, 0.46, 0.01),
        ("blind_2", 0.68, 0.58, 0.01),
        ("blind_3", 0.58, 0.64, 0.05),
    ],
)
def test_hold_out_figures_do_not_drop(
    part: str, crisis: float, safeguarding: float, false_alarms: float
) -> None:
    messages = held_out(part)
    for level, floor in (("crisis", crisis), ("safeguarding", safeguarding)):
        raised = [assess(line["text"]).level != "none" for line in messages if line["safety"] == level]
        assert sum(raised) / len(raised) >= floor
    raised = [assess(line["text"]).level != "none" for line in messages if line["safety"] == "none"]
    assert sum(raised) / len(raised) <= false_alarms


# Families that name the danger outright: their patterns stand, whatever an ordinary message says with the same words.
OUTRIGHT = {
    "emergency.said_plainly", "suicide.named", "suicide.kill_self", "suicide.take_life", "death.said_plainly",
    "self_harm.said_plainly", "sexual_harm.said_plainly", "tablets.taken_now", "missing.at_risk", "missing.now",
}  # fmt: skip


@pytest.mark.slow
def test_a_pattern_that_ordinary_messages_hold_too_is_a_hint() -> None:
    rules = load()
    ordinary, alarming = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for text, level in training_messages():
        for family, pattern in matched(rules, text):
            (ordinary if level == "none" else alarming)[family.id, pattern.regex.pattern] += 1
    # Of the messages that a plain pattern matches, no excuse looked at, one in ten at most is ordinary; two may be chance.
    assert [key for key, count in ordinary.items() if count > max(2, 0.1 * (count + alarming[key]))] == []


def training_messages() -> list[Labelled]:
    """Each once, as somebody wrote it: an alarm joined to an ordinary message would count for what stands in either."""
    return [*((text, level_of(intent)) for intent, text, _ in as_written()), *safety_messages()]


def matched(rules: Rules, text: str) -> Iterator[tuple[Family, Pattern]]:
    """Plain patterns that the words of ``text`` match, held back or not; none of the families that are outright."""
    joined = normalise(text, rules.spelling).joined
    letters = letter_groups(joined) & rules.by_letters.keys()
    for at, number in sorted({place for group in letters for place in rules.by_letters[group]}):
        family = rules.families[at]
        pattern = family.patterns[number]
        if pattern.hint or family.id in OUTRIGHT or not pattern.regex.search(joined):
            continue
        if family.along_with is None or family.along_with.search(joined):
            yield family, pattern


@pytest.mark.parametrize(
    "text",
    ["No I want to kill myself", "no he's going to kill himself", "no im suicidal", "No - I want to die", "No… I want to die",
     "she wants\nto die", "my dad\nhits me", "she took\n30 paracetamol", "sleep is bad\nhe says he wants\nto die"],
)  # fmt: skip
def test_an_answer_no_and_a_broken_line_hide_no_alarm(text: str) -> None:
    assert assess(text, hints=False).level != "none"


@pytest.mark.parametrize("text", ["no he isn't suicidal", "no suicidal thoughts", "no thoughts of self-harm", "no signs\nof abuse"])
def test_a_denial_is_still_one(text: str) -> None:
    assert assess(text, hints=False).level == "none"


def test_the_same_alarm_said_five_hundred_times_is_read_once() -> None:
    assert len(list(raised("kms " * 500))) < 10


def test_without_hints_only_what_is_said_plainly_counts() -> None:
    hint, both = "we've hidden all the knives and tablets", "we've hidden all the knives and she wants to die"
    assert assess(hint).hint
    assert assess(hint, hints=False) == Safety("none")
    assert assess(both, hints=False).level == "crisis"
    assert not assess(both, hints=False).hint


def test_what_names_the_danger_outright_stays_plain_in_its_family() -> None:
    families = {family.id: family for family in load().families}
    assert set(families) >= OUTRIGHT
    assert [name for name in sorted(OUTRIGHT) if all(pattern.hint for pattern in families[name].patterns)] == []


@pytest.mark.parametrize(
    "text",
    [
        "she has taken an overdose",
        "my daughter took an overdose last night",
        "he's overdosed on his sister's medicine",
        "he has made a noose in the garage",
        "I found her with a ligature",
        "my son had a rope round his neck",
        "she is threatening to jump",
        "he says he'll jump off the bridge",
        "she's in the bathroom with a razor",
        "his trachy is blocked",
        "her trachy tube has come out",
        "the rescue med isn't working",
        "my little girl is not responding to me",
        "found him unresponsive on the floor",
        "she swallowed bleach",
        "he's drunk weedkiller",
        "my lad is bleeding to death",
        "she won't wake up",
        "he can't breathe, help",
        "she has an urge to hurt herself",
        "he has cut himself too deep",
        "she is slitting her wrists",
        "my daughter is hurting herself",
        "he wants to harm himself",
        "he's got no will to live",
        "she says she has nothing to live for",
        "life isn't worth living any more",
        "today is my last day alive",
        "this is my last night on earth",
        "I'd be better dead",
        "I'd rather be in the ground",
        "I hope I don't wake up",
        "be kind to her when they find my body",
        "I found a suicide note",
        "she left a goodbye note",
        "I can't keep her safe tonight",
        "I can't keep myself safe",
        "the voices are telling him to kill himself",
        "he hears voices telling him to jump",
        "my husband threatened to kill me",
        "she wants to kill her brother",
        "he strangled me",
        "he put a pillow over her face",
        "he held her head under the water",
        "I'm scared I'll drown the baby",
        "my brother's been stabbed",
        "he is hitting my mam right now",
        "she was sexually assaulted by a lad",
        "he forced himself on me",
        "my uncle touches me",
        "my stepdad gets in my bed",
        "my brother does things to me",
        "I'm being forced to marry my cousin",
        "they are going to do FGM to my daughter",
        "my daughter is being taken abroad for FGM",
        "my sister is being abused",
        "I get hit by my dad",
        "my mam hits me",
        "my stepdad hits me and my sister",
        "my partner hit me last night",
        "he won't let me leave the house",
        "my husband locks me in",
        "I need a refuge",
        "he put me in hospital",
        "I'm living with domestic abuse",
        "help with domestic violence please",
        "there is domestic abuse at home",
        "we are in a domestic violence situation",
        "my lad's gone missing from home",
        "I can't find my son",
        "she hasn't come home since last night",
        "on her own every night till I finish at two in the morning. she is 7",
        "my non-verbal son has gone and I can't find him",
        "my 3 year old has wandered off and we can't find her",
        "I think it is county lines",
        "possible county lines with my lad",
        "she can't breathe",
        "he has lost all his will to live",
        "there's nothing to live for",
        "he texted goodbye to everyone",
        "she wrote a goodbye letter to us all",
        "S.u.i.c.i.d.a.l and camhs say six weeks",
        "suicidal again tonight",
        "my son is suicidal",
        "child unresponsive at setting",
    ],
)
def test_danger_said_outright_is_an_alarm_that_no_score_silences(text: str) -> None:
    assert assess(text, hints=False).level != "none"


def shared_with(part: str, trained: set[str]) -> int:
    # A number, not the messages: a failure must not print a held-out message.
    return len({line["text"].lower() for line in held_out(part)} & trained)


# Not "fresh", "blind" and "blind_2": they had been read, and teach now.
@pytest.mark.parametrize("part", ["dev", "test", "fresh_test", "blind_3", "blind_4", "blind_5", "blind_6"])
def test_the_hold_outs_share_no_message_with_the_training_data(part: str) -> None:
    assert shared_with(part, trained_texts()) == 0


@functools.cache
def trained_texts() -> set[str]:
    """In small letters, read once for all parts."""
    trained = {text.lower() for intent in ("crisis", "safeguarding") for text in examples(intent)}
    for file in (*FOLDER.glob("hard_negatives*.yml"), *FOLDER.glob("alarms*.yml")):
        groups = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)["groups"]
        trained |= {text.lower() for group in groups for text in group["messages"]}
    return trained


# Not "fresh": some of its misses became examples when it turned into a development set.
@pytest.mark.parametrize("part", ["dev", "test", "fresh_test", "blind", "blind_2", "blind_3", "blind_4", "blind_5", "blind_6"])
def test_the_hold_outs_share_no_message_with_the_examples_of_the_rules(part: str) -> None:
    examples_of_rules = {text.lower() for _, _, text in alarms()} | {text.lower() for _, text in quiet()}
    assert shared_with(part, examples_of_rules) == 0


@pytest.mark.parametrize(
    "unit", ["a", "kill ", "he wants to ", "not not ", "left left in ", "s u i ", "the dad him "]
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert own_seconds(lambda: assess(text)) < 5


@pytest.mark.parametrize(
    "unit",
    [
        "He is seven, he hits out at his sister and school say they can't meet need. We live by the river. ",
        "he says the dad him hit with the bag on her ",
        "i look after my love you bye not text ",
    ],
)
def test_two_thousand_characters_take_a_few_milliseconds(unit: str) -> None:
    text = (unit * 100)[:2000]
    assess(text)
    assert min(own_seconds(lambda: assess(text)) for _ in range(9)) < 0.015  # about 5 ms alone; the machine may be shared


@pytest.mark.slow
def test_ruling_a_pattern_out_by_its_letters_loses_no_match() -> None:
    rules = load()
    for family in rules.families:
        for text in (*family.alarms, *family.quiet):
            joined = normalise(text, rules.spelling).joined
            groups = letter_groups(joined)
            for other in rules.families:
                for pattern in other.patterns:
                    assert not (pattern.needs.isdisjoint(groups) and pattern.regex.search(joined))


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("(?:kill|hang) (?:him|her)selves", {"selves"}),
        (r"(?:\w+ ){0,3}(?:kill|hang) <", {"kill", "hang"}),
        (r"\w+", set()),
        ("(?:a long wait)?|on", set()),
    ],
)
def test_needed_letters_are_the_rarest_that_every_match_holds(source: str, letters: set[str]) -> None:
    assert needed_letters(source) == letters


def test_rules_that_cannot_be_read_stop_the_start(tmp_path: Path) -> None:
    with pytest.raises(SafetyRulesError):
        read(tmp_path)


@pytest.mark.parametrize("broken", ["families: [", "families: []", "families:\n- {id: x}", "nothing: here"])
def test_malformed_rules_stop_the_start(tmp_path: Path, broken: str) -> None:
    for name in ("words.yml", "safeguarding.yml"):
        shutil.copy(FOLDER / name, tmp_path)
    (tmp_path / "crisis.yml").write_text(broken, encoding="utf-8")
    with pytest.raises(SafetyRulesError):
        read(tmp_path)


def test_a_rule_that_names_an_unknown_brake_stops_the_start(tmp_path: Path) -> None:
    for name in ("words.yml", "safeguarding.yml"):
        shutil.copy(FOLDER / name, tmp_path)
    rules = (FOLDER / "crisis.yml").read_text(encoding="utf-8")
    (tmp_path / "crisis.yml").write_text(rules.replace("brakes: [", "brakes: [negatd, ", 1), encoding="utf-8")
    with pytest.raises(SafetyRulesError, match=r"unknown brakes .'negatd'"):
        read(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        f"I'm {'so ' * 300}scared",
        f"she's {'just ' * 250}never overdosed",
        f"my family has {'been ' * 250}so kind",
        f"he ran into {'a ' * 400}wall",
        "not kms\n" * 250,
    ],
)
def test_a_word_said_again_and_again_costs_no_time(text: str) -> None:
    assert own_seconds(lambda: assess(text)) < 0.5  # 0.1 s alone


@pytest.mark.parametrize(
    "text",
    [
        "My dad died three years ago and I want to kill myself. I'm 15",
        "I live with my nan and I'm going to kill myself",
        "I think she has taken an overdose, she is in the bathroom and won't answer",
        "She was diagnosed with epilepsy last year and she's having a seizure that won't stop",
        "my mum died last year and my dad beats me",
        "She has been cutting herself since last year",
        "I can no longer cope, my husband hits me",
        "He punches me in front of our son, he's 4, he screams",
        "he hits me every night and he has hit the bairn, he's 3",
        "He was only playing when my dad hit him",
        "she'd just fallen asleep and now she isn't breathing",
        "I've done a first aid course but my baby is choking",
        "resources for my daughter who self harms every day",
        "black eye from my dad",
    ],
)
def test_what_else_a_message_tells_holds_no_cry_of_today_back(text: str) -> None:
    assert assess(text).level != "none"


@pytest.mark.parametrize(
    "text",
    [
        "he can't finish all his work in class",
        "she has to take all her tablets crushed in yoghurt",
        "he has to take all his meds with food",
        "black eye from the swing",
    ],
)
def test_ordinary_words_of_the_day_raise_nothing(text: str) -> None:
    assert assess(text).level == "none"


@pytest.mark.parametrize("text", ["my baby is not sleeping", "K not sleeping", "He won't eat at school.", "mum not sleeping", "my lad is lonely"])
def test_one_plain_difficulty_and_no_more_is_calm(text: str) -> None:
    assert load().calm.fullmatch(normalise(text, load().spelling).joined)


@pytest.mark.parametrize(
    "text",
    ["Just a moment, the pan is boiling over", "no car. sorry baby crying now", "got to go the baby is crying", "my toast is burning hang on", "if I only do one thing tomorrow what should it be"],
)
def test_what_happens_in_the_house_while_somebody_types_is_calm(text: str) -> None:
    assert load().calm.fullmatch(normalise(text, load().spelling).joined)


@pytest.mark.parametrize(
    "text",
    [
        "baby not breathing", "he won't wake up", "baby won't feed and is floppy", "she doesn't want to live", "not eating or drinking for 3 days",
        "got to go he's got a knife", "the kettle's gone over the bairn", "sorry the oven is burning", "baby crying and gone blue", "bye now i can't go on",
    ],
)  # fmt: skip
def test_more_than_one_plain_difficulty_is_left_to_the_net(text: str) -> None:
    assert not load().calm.fullmatch(normalise(text, load().spelling).joined)


@pytest.mark.slow
def test_no_alarm_that_is_taught_is_calm() -> None:
    alarming = [text for text, level in training_messages() if level != "none"]
    assert [text for text in alarming if load().calm.fullmatch(plain(text)) or is_of_places(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Stanhope, up the dale. Theres one bus and I havent a car", "not Murton, his mam's just texted, it's Dawdon", "no bus after 6 up here",
        "The first one is not possible for me. It is 40 minutes away and I can't drive.", "sorry for going off on one. its not your fault",
        "um hi. is it ok if its about me and not a kid", "not a taxi. want to do it meself", "hes a smashing kid underneath it all",
        "what am i meant to do till then i cant revise for toffee",
    ],
)  # fmt: skip
def test_where_a_family_lives_and_how_far_they_get_is_calm(text: str) -> None:
    assert load().calm.fullmatch(plain(text)) or is_of_places(text)


@pytest.mark.parametrize(
    "text",
    [
        "goodbye, no car", "I'm on the bridge at Stanhope. no car", "Its too far gone", "no way out", "sorry for everything. its not your fault", "Sorry. it's not your fault",
        "not a group. want to do it tonight", "not the bus. want to end it meself", "what am i meant to do till then i cant go on", "he was a smashing kid",
        "there's one train at ten to jump in front of", "one train to end it", "ive got one car to crash", "one lift to the roof", "just one bus to the cliffs at Seaham", "no bus to leave him",
        "my dad texted. he's in durham. not far", "his dad's rung, he's in Bishop, two minutes away", "dad has told me to say it's too far", "I am not allowed to have a car", "just 10 minutes to go",
        "not a phone call. I want to do it alone", "sorry for losing my temper at you. its not your fault", "At Seaham Harbour. No train. Not far to go", "not far to go",
        "Hownsgill viaduct. theres no bus back and i wont need one", "is it ok if its about me wanting to die", "Crook. he's got my car keys", "i havent a car so ill walk out in front of one",
    ],
)  # fmt: skip
def test_a_place_or_a_bus_beside_danger_is_left_to_the_net(text: str) -> None:
    assert not load().calm.fullmatch(plain(text))
    assert not is_of_places(text)


@pytest.mark.parametrize(("text", "level"), [("id rather die than do a group", "none"), ("I'd rather die than ring people", "none"), ("I'd rather die than go back there", "crisis"), ("id rather die than do another day in isolation and i mean that literally", "crisis")])
def test_rather_die_than_a_group_is_a_way_of_saying_no(text: str, level: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(
    "text",
    [
        "I threw him out of the window", "he's 15 and I put him out on the street last night", "what's the point of going on another year like this",
        "there's no point in going on the way things are", "I put him in his bed and fasten the strap to the bed post", "he says if I don't pay they'll get back at my family",
        "call 999 she has hanged herself", "she's hanged herself",
    ],
)  # fmt: skip
def test_what_a_narrower_pattern_must_not_lose(text: str) -> None:
    assert assess(text).level != "none"


@pytest.mark.parametrize("text", ["whats the point of going on the list then", "no point going on another course", "If one more person tells me they'll get back to me I'll scream"])
def test_what_only_sounds_so_raises_no_rule(text: str) -> None:
    assert assess(text, hints=False).level == "none"
