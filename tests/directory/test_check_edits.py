"""What content owners do to a good file, and the one line that each slip gets from `signpost check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.directory.check import check
from bot.directory.load import DirectoryError, load_file
from bot.ops.stores import _directories

TODAY = date(2026, 11, 29)
GOOD = """\
id: chatter-club
name: "Chatter Club"
kind: youth_activity
provider: "A trust"
summary: "A friendly club for children who like to talk."
needs:
  main: [leisure_friends]
ages: {from_months: 60, to_months: 144, words: "5 to 11"}
conditions:
  diagnosis: not_needed
area:
  covers: whole_county
  places: []
venues:
  - {name: "Crook Hall", postcode: "DL15 9HS", lat: 54.7143, lon: -1.7434, access: "Step-free.", as_of: "2026"}
contact:
  phone: "01388 762345"
  email: "hello@chatter.org.uk"
  url: "https://www.chatter.org.uk/club"
  hours: "9am to 5pm"
referral:
  self: true
  route: "Turn up on a Tuesday."
  say: "Say: we are new."
sessions:
  - title: "Club"
    rrule: "FREQ=WEEKLY;BYDAY=TU"
    starts: 2026-09-01
    time: "16:30"
    minutes: 90
    venue: 0
    source: "https://www.chatter.org.uk/club"
while_waiting:
  - "Look at the photos."
not_for: null
after: null
sources:
  - what: "https://www.chatter.org.uk/club"
    says: "Tuesdays, Crook Hall, DL15 9HS. Ring 01388 762345 or write to hello@chatter.org.uk"
    seen: "2026-11-28"
confidence: high
last_checked: 2026-11-28
next_check: 2027-02-28
owner: "Local offer team"
caution: null
"""
PHONE, RRULE, SUMMARY = '"01388 762345"\n', "FREQ=WEEKLY;BYDAY=TU", '"A friendly club for children who like to talk."'
AGES = 'from_months: 60, to_months: 144, words: "5 to 11"'
NOT_READ_BY_THE_CHAT = [
    ("last_checked: 2026-11-28", 'last_checked: "2026-11-28"', "last_checked stands in quotes: take the quotes off: 2026-11-28"),
    ("next_check: 2027-02-28", 'next_check: "2027-02-28"', "next_check stands in quotes: take the quotes off: 2027-02-28"),
    ("starts: 2026-09-01", 'starts: "2026-09-01"', "starts stands in quotes: take the quotes off: 2026-09-01"),
    ('seen: "2026-11-28"', "seen: 2026-11-28", 'seen is a day without quotes: write "2026-11-28"'),
    ('as_of: "2026"', "as_of: 2026-11-28", 'as_of is a day without quotes: write "2026-11-28"'),
    ('as_of: "2026"', "as_of: 2021", 'as_of 2021 is read as a number: put it in quotes: "2021"'),
    ('time: "16:30"', "time: 16:30", 'the time 16:30 needs quotes: write "16:30", or the minutes where a number belongs'),
    ('hours: "9am to 5pm"', "hours: 17:30", 'the time 17:30 needs quotes: write "17:30", or the minutes where a number belongs'),
    ('access: "Step-free."', "access: no", "access is no without quotes, which means false and is no text: write a few words, in quotes"),
    ('access: "Step-free."', "access: Yes", "access is Yes without quotes, which means true and is no text: write a few words, in quotes"),
    ("not_for: null", "not_for: No", "not_for is No without quotes, which means false and is no text: write a few words, in quotes"),
    ("lat: 54.7143", "lat: .nan", "'.nan' is no number that can be used: mend it, or put it in quotes"),
    ("from_months: 60", "from_months: 060", '060 is a number with a 0 in front: put it in quotes: "060", or write 60 where a number belongs'),
    ("minutes: 90", "minutes: 060", '060 is a number with a 0 in front: put it in quotes: "060", or write 60 where a number belongs'),
    ("minutes: 90", "minutes: 9_0", "'9_0' is no number that can be used: mend it, or put it in quotes"),
    (RRULE, "FREQ=MONTHLY;BYDAY=14TU", "there is no 14th Tuesday in a month: write BYDAY=2TU for the second one, or BYMONTHDAY=14 for the day 14"),
    (RRULE, "FREQ=YEARLY;BYDAY=60TU", "there is no 60th Tuesday in a year: write BYDAY=2TU for the second one"),
    (RRULE, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271031T000000Z", "UNTIL=20271031T000000Z is not the day of a rule: write UNTIL=20271031"),
    (RRULE, "FREQ=WEEKLY;BYDAY=TUE", "BYDAY=TUE is no day: write TU for Tuesday"),
    (RRULE, "FREQ=WEEKLY,BYDAY=TU", "the parts of the rrule stand apart by ',': write ; before BYDAY="),
    (RRULE, "FREQ=WEEKLY; BYDAY=TU", "rrule 'FREQ=WEEKLY; BYDAY=TU' has a space in it: take the space out"),
    (RRULE, "FREQ=FORTNIGHTLY;BYDAY=TU", "FREQ=FORTNIGHTLY is not how a session repeats: write FREQ=WEEKLY;INTERVAL=2"),
    (RRULE, "FREQ=WEEKLY;BYDAYS=TU", "a rule has no part 'BYDAYS': did you mean 'BYDAY'?"),
    (RRULE, "FREQ=WEEKLY;BYDAY=TU;", "the rrule has a ; too much: take it out: one ; stands between two parts"),
    ("diagnosis: not_needed", "diagnosis: not needed", "'not needed' is not a known word: did you mean 'not_needed'?"),
    ("diagnosis: not_needed", "diagnosis: no", "'no' is not a known word: write needed, not_needed"),
    ("lat: 54.7143", "lat: 54,7143", "lat has a comma in its number: write a point, not a comma: lat: 54.7143"),
    ("kind: youth_activity", "kind: swimming", "'swimming' is not a known word: write one of the taxonomy's words (bot/taxonomy.yml)"),
    ("provider:", "Provider:", "unknown key 'Provider': did you mean 'provider'?"),
    ("    minutes: 90", "    end: 18", "unknown key 'end': take it out, or write minutes, term_time_only, not_bank_holidays"),
    ("minutes: 90", "minutes: 1.5", "minutes is of the wrong kind (1.5): write a whole number or null"),
    ('- "Look at the photos."', "- Look at them: they help.", "item 1 of while_waiting has a colon in it and stands without quotes: put the whole text in quotes"),
    ("starts: 2026-09-01", "starts: 01/09/2026", "starts '01/09/2026' is not a day: write it like 2026-11-24"),
    ('time: "16:30"', 'time: "4.30pm"', "time '4.30pm' has the wrong shape: Write it in quotes and in 24 hours, like \"16:30\"."),
    (SUMMARY, "A friendly club: come and play.", "a text with a colon in it stands without quotes: put the whole text in quotes"),
    ('name: "Chatter Club"', 'name "Chatter Club"', "this is not YAML: this line has no colon with a space after it: write key: value"),
    ("kind: youth_activity", "kind:youth_activity", "this is not YAML: this line has no colon with a space after it: write key: value"),
    (SUMMARY, f"{SUMMARY[1:-1]}\n  and then: tea", "a text with a colon in it stands without quotes: put the whole text in quotes"),
    (SUMMARY, '"A "friendly" club."', "a \" inside a text in quotes ends it: put ' inside the text, or at both ends of it"),
    (SUMMARY, "'It's a friendly club.'", 'an apostrophe ends the text here, since it began with one: put " at both ends of the text instead'),
    (SUMMARY, "!New club", "a text that begins with ! is no text for YAML (!New): put the whole text in quotes"),
    (SUMMARY, "* New club", "a text that begins with * needs quotes: put the whole text in quotes"),
    (SUMMARY, "[New] A club", "a text that begins with [ needs quotes: put the whole text in quotes"),
    (SUMMARY, '"A club in C:\\users"', "a \\ in a text in double quotes means something else: write / instead, or take it out"),
    (SUMMARY, '"A \x07 club"', "a character that cannot be seen ('\\x07') stands here: write the line again by hand"),
    ('name: "Chatter Club"', 'name: "Chatter Club', 'a quote that opens here is not closed ("): write " at the end of the text too'),
    ("kind: youth_activity", "kind: youth_activity\nkind: camhs", "the key 'kind' stands twice, first in line 3: keep one of the two"),
]  # fmt: skip
READ_BY_THE_CHAT = [
    (PHONE, '"O1388 762345"\n', "'O1388 762345' cannot be a British phone number: it has more than digits in it: write the digits alone, and hours under hours:"),
    (PHONE, '"01388 7623"\n', "'01388 7623' is too short for a British phone number: check the digits on the service's page"),
    (PHONE, '"01388 76234"\n', "'01388 76234' is too short for a British phone number: check the digits on the service's page"),
    (PHONE, '"01388 SEND"\n', "'01388 SEND' cannot be a British phone number: check the digits on the service's page"),
    (PHONE, '"TBC"\n', "'TBC' only stands for something missing: write null"),
    (AGES, 'from_months: 5, to_months: 11, words: "5 to 11"', "5 to 11 months but the words speak of older children: write 60 and 144"),
    (AGES, 'from_months: 5, to_months: 11, words: "primary school children"', "5 to 11 months but the words speak of older children: write months: 5 years is 60, and 11 years is 132, or 144 to the end of that year"),
    (AGES, 'from_months: 5, to_months: 18, words: "children and young people"', "5 to 18 months but the words speak of older children: write months: 5 years is 60, and 18 years is 216, or 228 to the end of that year"),
    (AGES, 'from_months: 11, to_months: 216, words: "young people aged 11 to 17"', "11 months but the words speak of older children: write months: 11 years is 132"),
    *((AGES, f'from_months: 60, to_months: 216, words: "{words}"', "the words say 5 to 11 but the months say 60 to 216: write from_months: 60, to_months: 144, or other words")
      for words in ("5\u201311 years", "5-11", "Ages 5 to 11", "children aged 5 to 11")),
    ('"Turn up on a Tuesday."', '"Ring 0300 999 9999."', "no source says '0300 999 9999': add the page where you saw it to sources, with what it says"),
    ('"9am to 5pm"', '"9am to 5pm, or sam@nobody.example"', "no source says 'sam@nobody.example': add the page where you saw it to sources, with what it says"),
    ("https://www.chatter.org.uk/club\"\n  hours", "https://chatter.org\"\n  hours", "no source says 'chatter.org': add the page where you saw it to sources, with what it says"),
    ("https://www.chatter.org.uk/club\"\n  hours", "https://org.uk\"\n  hours", "no source says 'org.uk': add the page where you saw it to sources, with what it says"),
    ('"hello@chatter.org.uk"', '"lo@chatter.org.uk"', "no source says 'lo@chatter.org.uk': add the page where you saw it to sources, with what it says"),
    ('"hello@chatter.org.uk"', '"hello.chatter.org.uk"', "email 'hello.chatter.org.uk' has the wrong shape: Write one address, like name@example.org."),
    ("https://www.chatter.org.uk/club\"\n  hours", "www.chatter.org.uk\"\n  hours", "url 'www.chatter.org.uk' has the wrong shape: Write it with https:// in front, and no space in it."),
    ('"DL15 9HS"', '"dl15 9hs"', "postcode 'dl15 9hs' has the wrong shape: Write it in capitals: DL15 9HS."),
    (SUMMARY, "A friendly club for under 11s # not in August.", "everything after # is dropped: put the whole text in quotes"),
    ('name: "Chatter Club"', 'name: Chatter Club"', 'a single " stands in this text: take it out, or put " at both ends of the text'),
    ('name: "Chatter Club"', "name: \u201cChatter Club\u201d", 'curly quotes stand around this text, and families would see them: write straight ones: "'),
    (RRULE, "FREQ=WEEKLY;BYDAY=TU;UNTIL=05/01/2027", "UNTIL=05/01/2027 is not the day of a rule: write UNTIL=20270105"),
    (RRULE, "FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", "BYDAY stands twice, and only the last one counts: write BYDAY=TU,TH"),
    (RRULE, "FREQ=WEEKLY;BYDAY=2TU", "BYDAY=2TU counts the Tuesdays of a month, but the rule is WEEKLY: write BYDAY=TU, or FREQ=MONTHLY;BYDAY=2TU"),
    ("starts: 2026-09-01", "starts: 2026-12-03", "starts 2026-12-03 is a Thursday, but the rule says Tuesdays: write the first Tuesday, 2026-12-01 or 2026-12-08"),
    ("source: \"https://www.chatter.org.uk/club\"", 'source: "https://www.chatter.org.uk/when"',
     "no source says 'https://www.chatter.org.uk/when': add the page to sources, with what it says"),
    (RRULE, "FREQ=DAILY;BYHOUR=16", "BYHOUR gives a time of day: take it out: the time stands under time:"),
    ("places: []", "places: [Crook]", "covers whole_county does not look at places (Crook): write covers: towns, or places: []"),
    (SUMMARY, '"A <b>friendly</b> club."', "'<b>' is shown to families as it stands: write plain words, without tags and links"),
    (SUMMARY, '"A club. [More](https://www.chatter.org.uk)."', "'](' is shown to families as it stands: write plain words, without tags and links"),
    (SUMMARY, '"  "', "summary has nothing but spaces: write what is true: null may not stand here"),
    (SUMMARY, '""', "summary is empty: fill it in"),
    (SUMMARY, '"To be confirmed"', "'To be confirmed' only stands for something missing: write what is true: null may not stand here"),
    (SUMMARY, f'"{"Come and play. " * 100}"', "this text is 1500 letters long: families read no more than 1000: say it shorter"),
    (SUMMARY, '"A FRIENDLY club."', "FRIENDLY is not explained: write friendly in small letters, or the words first, then (FRIENDLY)"),
    ("last_checked: 2026-11-28", "last_checked: 2020-11-28", "last_checked 2020-11-28 is more than a year before next_check 2027-02-28: write the day its sources were last read"),
    (GOOD[GOOD.index("sources:"):GOOD.index("confidence:")], "sources: []\n", "sources is empty: fill it in"),
    *(("whole_county\n  places: []", f'towns\n  places: ["{town}"]', said) for town, said in (
        ("Darlington", "'Darlington' is outside the county: take it out, or write covers: councils and 'Darlington Borough Council'"),
        ("Newcastle", "'Newcastle' is outside the county: take it out, or write covers: councils and 'Newcastle City Council'"),
        ("Easington", "'Easington' is several places: write Easington Colliery or Easington Village"),
        ("Aycliffe", "'Aycliffe' is several places: write Aycliffe Village or Newton Aycliffe"),
        ("Trimdon", "'Trimdon' is several places: write Trimdon Colliery, Trimdon Grange, Trimdon Station or Trimdon Village"),
        ("Crooke", "'Crooke' is not a place that we know in the county: did you mean 'Crook'?"),
    )),
]  # fmt: skip


def edited(folder: Path, old: str, new: str) -> tuple[Path, int]:
    """The good file with one edit, and the edit's line."""
    assert old in GOOD
    file = folder / "chatter-club.yml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    at = GOOD.index(old)
    return file, GOOD.count("\n", 0, at) + 1


@pytest.mark.parametrize(("old", "new", "said"), [*NOT_READ_BY_THE_CHAT, *READ_BY_THE_CHAT], ids=lambda text: text[:40])
def test_a_slip_gets_one_line_with_the_cure(tmp_path: Path, old: str, new: str, said: str) -> None:
    file, line = edited(tmp_path, old, new)
    findings = check([file], TODAY)
    assert [f"{one.what}: {one.instead}" for one in findings] == [said]
    assert line <= findings[0].line <= line + GOOD.count("\n", GOOD.index(old), GOOD.index(old) + len(old)) + 1


@pytest.mark.parametrize(("old", "new", "said"), NOT_READ_BY_THE_CHAT, ids=lambda text: text[:40])
def test_what_the_chat_refuses_is_no_good_file_either(tmp_path: Path, old: str, new: str, said: str) -> None:
    file, _ = edited(tmp_path, old, new)
    with pytest.raises(DirectoryError):
        load_file(file)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PHONE, '"+44 1388 762345"\n'), (PHONE, '"(01388) 762345"\n'), (PHONE, '"01388 762345, option 2"\n'), (PHONE, "null\n"),
        (AGES, 'from_months: 6, to_months: 18, words: "6 to 18 months"'), (AGES, 'from_months: 0, to_months: 12, words: "babies to their first birthday"'),
        (AGES, 'from_months: 60, to_months: 132, words: "5-11"'), (AGES, 'from_months: 60, to_months: 228, words: "5 to 11, or 18 with a plan"'),
        (RRULE, "FREQ=MONTHLY;BYDAY=1TU,-1TH"), (RRULE, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271031"), (RRULE, "RRULE:FREQ=WEEKLY;BYDAY=TU"),
        (SUMMARY, '"A friendly club, #1 for talk."'), ("kind: youth_activity", "kind: youth_activity # a club"), ("kind: youth_activity", "kind:\tyouth_activity"),
        ('"Turn up on a Tuesday."', '"Ring 01388 762345 or write to hello@chatter.org.uk."'), ("self: true", "self: yes"),
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(tmp_path: Path, old: str, new: str) -> None:
    file, _ = edited(tmp_path, old, new)
    assert [str(one) for one in check([file], TODAY)] == []
    load_file(file)


@pytest.mark.parametrize("phone", ["105", "119", "NHS 111", "999", "text 85258", "text SHOUT to 85258"])
def test_a_short_number_is_taken_where_a_source_says_it(tmp_path: Path, phone: str) -> None:
    file = tmp_path / "chatter-club.yml"
    file.write_text(GOOD.replace(PHONE, f'"{phone}"\n').replace("Ring 01388 762345", f"Ring {phone}"), encoding="utf-8")
    assert [str(one) for one in check([file], TODAY)] == []


def test_a_byte_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "chatter-club.yml"
    file.write_bytes(GOOD.replace("Step-free.", "caf\u00e9").encode("latin-1"))
    assert [(one.line, one.instead) for one in check([file], TODAY)] == [(15, "save the file as UTF-8")]


def test_what_only_the_chat_refuses_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> None:
        raise DirectoryError(file, "a new rule of the chat", "mend it so", 7)

    monkeypatch.setattr("bot.directory.check.load_file", refuse)
    file, _ = edited(tmp_path, "after: null", "after: null")
    assert [str(one) for one in check([file], TODAY)] == [f"{file}:7: a new rule of the chat: mend it so"]


@pytest.mark.parametrize("name", ["b.yml.txt", "b.ylm", "b.YML", "b.yaml.txt"])
def test_a_file_that_the_chat_passes_over_by_its_name_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    (tmp_path / "README.txt").write_text("notes")
    assert [str(one) for one in check([tmp_path], TODAY)] == [f"{tmp_path / name}:1: {name} is not read: name it b.yml"]


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory of one good service, which the commands take for the project's."""
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "chatter-club.yml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(folder))
    _directories.cache_clear()
    yield folder
    _directories.cache_clear()


def test_a_copy_with_the_old_id_is_told_where_it_alone_is_checked(services: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = services / "copy.yml"
    copy.write_text(GOOD, encoding="utf-8")
    assert main(["check", str(copy)]) == 1
    said = f"{copy}:1: the id 'chatter-club' is already used in {services / 'chatter-club.yml'}: choose another id, and name the file after it\n"
    assert capsys.readouterr().out == said


def test_the_next_version_of_a_service_outside_the_directory_keeps_its_id(services: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = services.parent / "draft.yml"
    draft.write_text(GOOD, encoding="utf-8")
    assert main(["check", str(draft)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("rule", "starts", "said"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-03", "is a Thursday, but the rule says Tuesdays: write the first Tuesday, 2026-12-01 or 2026-12-08"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-02", "is a Wednesday, but the rule says Tuesdays and Thursdays: write the first day, 2026-12-01 or 2026-12-03"),
        ("FREQ=MONTHLY;BYDAY=1TU", "2026-12-08", "is no day of the rule FREQ=MONTHLY;BYDAY=1TU: write the first day that is: 2026-12-01 or 2027-01-05"),
        ("FREQ=MONTHLY;BYMONTHDAY=14", "2026-12-08", "is no day of the rule FREQ=MONTHLY;BYMONTHDAY=14: write the first day that is: 2026-11-14 or 2026-12-14"),
        ("FREQ=WEEKLY;BYMONTH=3", "2026-12-03", "is no day of the rule FREQ=WEEKLY;BYMONTH=3: write the first day that is: 2026-03-26 or 2027-03-04"),
        ("FREQ=WEEKLY;BYDAY=TU", "0001-12-01", "is a Saturday, but the rule says Tuesdays: write the first Tuesday, 0001-11-27 or 0001-12-04"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-12-03", "is a Thursday, but the rule says Tuesdays: write the first Tuesday, 2026-12-01 or 2026-12-08"),
    ],
)  # fmt: skip
def test_a_session_starts_on_a_day_of_its_rule(tmp_path: Path, rule: str, starts: str, said: str) -> None:
    file = tmp_path / "chatter-club.yml"
    file.write_text(GOOD.replace(RRULE, rule).replace("starts: 2026-09-01", f"starts: {starts}"), encoding="utf-8")
    assert [f"{one.what}: {one.instead}" for one in check([file], TODAY)] == [f"starts {starts} {said}"]


@pytest.mark.parametrize("page", ["https://www.chatter.org.uk/club", "Club page, https://www.chatter.org.uk/club", "Their page: https://www.chatter.org.uk/club (undated)"])
def test_the_page_of_a_session_may_stand_in_words_among_the_sources(tmp_path: Path, page: str) -> None:
    file = tmp_path / "chatter-club.yml"
    file.write_text(GOOD.replace('what: "https://www.chatter.org.uk/club"', f'what: "{page}"'), encoding="utf-8")
    assert [str(one) for one in check([file], TODAY)] == []


@pytest.mark.parametrize(("rule", "starts"), [("FREQ=MONTHLY;BYDAY=1TU", "2026-12-01"), ("FREQ=DAILY;COUNT=1", "2026-12-03"), ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-03")])
def test_a_first_day_that_the_rule_has_is_taken(tmp_path: Path, rule: str, starts: str) -> None:
    file = tmp_path / "chatter-club.yml"
    file.write_text(GOOD.replace(RRULE, rule).replace("starts: 2026-09-01", f"starts: {starts}"), encoding="utf-8")
    assert [str(one) for one in check([file], TODAY)] == []


@pytest.mark.parametrize("name", ["a-copy.yml", "z-copy.yml"])
def test_a_copy_with_the_old_id_gets_one_order_and_the_first_file_none(services: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (services / name).write_text(GOOD, encoding="utf-8")
    assert main(["check", str(services)]) == 1
    said = f"{services / name}:1: the id 'chatter-club' is already used in {services / 'chatter-club.yml'}:1: choose another id\n"
    assert capsys.readouterr().out == said


def test_no_file_is_to_be_named_after_an_id_that_cannot_be(services: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (services / "chatter-club.yml").write_text(GOOD.replace("id: chatter-club", "id: Chatter Club"), encoding="utf-8")
    assert main(["check", str(services)]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert "id 'Chatter Club' has the wrong shape" in said


@pytest.mark.parametrize("part", ["other-club.yml", ""], ids=["alone", "folder"])
def test_a_name_where_an_id_belongs_gets_the_id(services: Path, capsys: pytest.CaptureFixture[str], part: str) -> None:
    other = GOOD.replace("id: chatter-club", "id: other-club").replace("Chatter Club", "Other Club").replace("after: null", 'after: "Chatter club"')
    (services / "other-club.yml").write_text(other, encoding="utf-8")
    assert main(["check", str(services / part)]) == 1
    assert "there is no service 'Chatter club': write its id: chatter-club\n" in capsys.readouterr().out


def test_a_file_is_named_after_its_id(services: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (services / "chatter-club.yml").rename(services / "club.yml")
    assert main(["check", str(services)]) == 1
    assert "name it" in capsys.readouterr().out.replace("name the file chatter-club.yml", "name it")


def test_one_broken_file_makes_no_draft_wrong(services: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (services / "broken.yml").write_text("id: broken\nname: [", encoding="utf-8")
    draft = services.parent / "draft.yml"
    draft.write_text(GOOD.replace("id: chatter-club", "id: draft").replace("after: null", "after: broken"), encoding="utf-8")
    assert main(["check", str(draft)]) == 0, capsys.readouterr().out


def test_scenarios_are_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "family.yml"
    file.write_text("scenarios:\n  - case: Sleep\n    needs: [sleep]\n", encoding="utf-8")
    assert [str(one) for one in check([file], TODAY)] == [f"{file}:1: these are scenarios, not services: write: signpost scenarios {file}"]


def test_questions_elsewhere_are_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "fees.yml"
    file.write_text("- id: a\n  question: What?\n  answer: This.\n", encoding="utf-8")
    assert [one.what for one in check([file], TODAY)] == ["these are questions and answers, not services"]


@pytest.mark.parametrize("part", [lambda folder: folder, lambda folder: folder / "a.yml"], ids=["folder", "file"])
def test_the_questions_of_the_chat_are_checked_as_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], part: Callable[[Path], Path]
) -> None:
    monkeypatch.setenv("SIGNPOST_FAQ", str(tmp_path))
    good = "- id: {}\n  question: What?\n  answer: This.\n  sources: [{{what: a page, says: so}}]\n  last_checked: 2026-11-24\n"
    (tmp_path / "a.yml").write_text(good.format("a") + "  services: [sendias-durham]\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text(good.format("b"), encoding="utf-8")
    assert main(["check", str(part(tmp_path))]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'a.yml'}:6: there is no service 'sendias-durham': did you mean 'sendiass-durham'?\n"


def test_a_folder_that_may_not_be_looked_into_is_misuse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    assert main(["check", "locked/a.yml"]) == 2
    assert "locked/a.yml cannot be read: Permission denied" in capsys.readouterr().err
