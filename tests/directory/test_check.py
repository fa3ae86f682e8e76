"""`signpost check` names the file, the line, what is wrong and what to write, for every kind of mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.directory.check import check
from bot.ops.paths import SERVICES

TODAY = date(2026, 11, 24)
GOOD = """\
id: test-service
name: "Test service"
kind: speech_therapy
provider: "A trust"
summary: "Help for children who find it hard to talk."
needs:
  main: [speech_language]
  also: [feeding_eating]
ages: {from_months: 0, to_months: 228, words: "up to 19"}
conditions: {diagnosis: not_needed}
area:
  covers: whole_county
  places: []
venues:
  - {name: "A hub", postcode: "DL14 6QW", lat: 54.65, lon: -1.68}
contact:
  phone: "03000 267 979"
  email: "a@example.org"
  url: "https://example.org"
referral:
  self: true
  route: "Ring the team."
sessions:
  - {title: "Drop-in", rrule: "FREQ=WEEKLY;BYDAY=TU", starts: 2026-09-08, time: "10:00", venue: 0, source: "https://example.org"}
while_waiting: ["Talk in short, clear words."]
cost: {amount: free}
after: null
sources:
  - {what: "https://example.org", says: "it helps; 03000 267 979 or a@example.org; DL14 6QW"}
confidence: high
unverified: false
last_checked: 2026-11-24
next_check: 2027-05-24
owner: "Local offer team"
caution: null
"""

# (the text replaced, what stands there instead, the line, a part of what is said)
BROKEN = [
    ("summary:", "sumary:", 5, "did you mean 'summary'"),
    ('name: "Test service"\n', "", 1, "'name' is missing"),
    ("id: test-service", "id: Test_Service", 1, "wrong shape"),
    ("id: test-service", "id: 12", 1, "put it in quotes"),
    ('name: "Test service"', "name: [a]", 2, "wrong kind"),
    ('name: "Test service"', 'name: ""', 2, "empty"),
    ('name: "Test service"', 'name: "TBC"', 2, "null may not stand here"),
    ("kind: speech_therapy", "kind: speech_therapist", 3, "did you mean 'speech_therapy'"),
    ("main: [speech_language]", "main: [speech_languge]", 7, "did you mean 'speech_language'"),
    ("main: [speech_language]", "main: [zzz]", 7, "write one of the needs of bot/taxonomy.yml: speech_language, "),
    ("main: [speech_language]", "main: [meltdowns]", 7, "did you mean 'behaviour' (meltdowns, hitting, challenging behaviour)?"),
    ("also: [feeding_eating]", "also: [portage]", 8, "that is a kind of service, not a need: name the need that it helps with"),
    ("main: [speech_language]", "main: speech_language", 7, "a list"),
    ("main: [speech_language]", "main: [speech_language, speech_language]", 7, "twice"),
    ("also: [feeding_eating]", "also: [speech_language]", 8, "main and in also"),
    ("main: [speech_language]\n  also: [feeding_eating]", "main: []", 6, "no need"),
    ("from_months: 0, to_months: 228", "from_months: 228, to_months: 0", 9, "upside down"),
    ("from_months: 0, to_months: 228", "from_months: 48, to_months: 48", 9, "upside down"),
    ("from_months: 0, to_months: 228", "from_months: 0, to_months: 19", 9, "years is 228"),
    ("to_months: 228", "to_months: 2280", 9, "outside what can be"),
    ("to_months: 228", 'to_months: "19"', 9, "whole number"),
    ("from_months: 0", "from_months: -20", 9, "outside what can be"),
    ("diagnosis: not_needed", "diagnosis: required", 10, "not a known word"),
    ("diagnosis: not_needed", "with_need: meltdowns", 10, "did you mean 'behaviour' (meltdowns, hitting, challenging behaviour)?"),
    ("covers: whole_county", "covers: county", 12, "not a known word"),
    ("covers: whole_county", "covers: towns", 12, "names none"),
    ("covers: whole_county", "covers: radius", 12, "radius_miles"),
    ('postcode: "DL14 6QW"', 'postcode: "DL14"', 15, "wrong shape"),
    ("lat: 54.65, lon: -1.68", "lat: -1.68, lon: 54.65", 15, "outside what can be"),
    ("lat: 54.65, lon: -1.68", "lat: 51.5, lon: -0.1", 15, "outside what can be"),
    ("lat: 54.65, lon: -1.68", "lat: 54.65", 15, "only one of lat and lon"),
    ('phone: "03000 267 979"', "phone: 03000267979", 17, "put it in quotes"),
    ('phone: "03000 267 979"', 'phone: "12345678901234"', 17, "British"),
    ('phone: "03000 267 979"', 'phone: "ring us"', 17, "British"),
    ('email: "a@example.org"', 'email: "a.example.org"', 18, "wrong shape"),
    ('url: "https://example.org"', 'url: "www.example.org"', 19, "wrong shape"),
    ('url: "https://example.org"', 'url: "javascript:alert(1)"', 19, "wrong shape"),
    ("self: true", "self: maybe", 21, "true or false"),
    ('  self: true\n', "", 20, "'self' is missing"),
    ('rrule: "FREQ=WEEKLY;BYDAY=TU"', 'rrule: "every Tuesday"', 24, "write it like FREQ=WEEKLY;BYDAY=TU"),
    ('rrule: "FREQ=WEEKLY;BYDAY=TU"', 'rrule: "FREQ=WEEKLY;BYDAY=XX"', 24, "no day"),
    ('time: "10:00"', 'time: "25:00"', 24, "wrong shape"),
    ("venue: 0", "venue: 3", 24, "no venue number 3: count the venues from 0"),
    ('venues:\n  - {name: "A hub", postcode: "DL14 6QW", lat: 54.65, lon: -1.68}\n', "venues: []\n", 23, "this service has no venues: add one, or write null"),
    ("starts: 2026-09-08", "starts: September", 24, "not a day"),
    ("amount: free", "amount: gratis", 26, "not a known word"),
    ("after: null", "after: no-such-service", 27, "there is no service"),
    ("after: null", "after: test-service", 27, "itself"),
    ('sources:\n  - {what: "https://example.org", says: "it helps; 03000 267 979 or a@example.org; DL14 6QW"}', "sources: []", 28, "empty"),
    ('says: "it helps; 03000 267 979 or a@example.org; DL14 6QW"', 'seen: "2026-11-24"', 29, "'says' is missing"),
    ("it helps; 03000 267 979", "it helps", 17, "no source says '03000 267 979'"),
    (" or a@example.org", "", 18, "no source says 'a@example.org'"),
    ('url: "https://example.org"', 'url: "https://elsewhere.org/a"', 19, "no source says 'elsewhere.org'"),
    ("; DL14 6QW", "", 15, "no source says 'DL14 6QW'"),
    ("confidence: high", "confidence: sure", 30, "not a known word"),
    ("confidence: high", "confidence: null", 30, "confidence is not filled in"),
    ("last_checked: 2026-11-24", "last_checked: null", 32, "last_checked is not filled in"),
    ("confidence: high", "confidence: low", 30, "add unverified: true"),
    ("unverified: false", "unverified: true", 17, "nobody verified"),
    ("last_checked: 2026-11-24", "last_checked: 2027-01-01", 32, "future"),
    ("last_checked: 2026-11-24", "last_checked: yesterday", 32, "not a day"),
    ("next_check: 2027-05-24", "next_check: 2026-05-24", 33, "not after"),
    ("owner:", "owners:", 34, "did you mean 'owner'"),
    ("find it hard to talk.", "find it hard to talk. Ask the MASH.", 5, "MASH is not explained"),
    (
        "Help for children who find it hard to talk.",
        "Multidisciplinary communication interventions facilitating sophisticated neurodevelopmental participation opportunities.",
        5,
        "hard to read",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "said"), BROKEN, ids=[f"{new[:28]}-{said[:18]}" for _, new, _, said in BROKEN])
def test_a_mistake_is_named_with_its_line_and_cure(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    file = tmp_path / "service.yml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    findings = check([file], TODAY)
    assert any(finding.line == line and said in str(finding) for finding in findings), [str(one) for one in findings]
    assert all(str(finding).startswith(f"{file}:{finding.line}: ") for finding in findings)


def test_a_good_file_has_no_finding(tmp_path: Path) -> None:
    (tmp_path / "service.yml").write_text(GOOD, encoding="utf-8")
    assert check([tmp_path / "service.yml"], TODAY) == []


def test_every_mistake_is_found_in_one_run(tmp_path: Path) -> None:
    broken = GOOD.replace("kind: speech_therapy", "kind: nothing").replace("self: true", "self: maybe").replace("id: test", "id: Test")
    (tmp_path / "service.yml").write_text(broken, encoding="utf-8")
    assert {finding.line for finding in check([tmp_path], TODAY)} >= {1, 3, 21}


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 1, "not a service"),
        (b"- a", 1, "not a service"),
        (b"just words", 1, "not a service"),
        (b"id: a\n\tname: b", 2, "tab"),
        (b"id: a\nname: [b", 2, "YAML"),
        (b"id: a\nname: {b: c\nkind: d\n", 2, "not closed"),
        (b"id: a\nneeds:\n  - \tmain", 3, "tab"),
        (b"id: a\n<<<<<<< HEAD\nname: b\n=======\nname: c\n>>>>>>> other\n", 2, "two people's edits"),
        (b"id: a\nname: 'half writ", 2, "not closed"),
        (b"id: a\n name: b", 2, "YAML"),
        (b"id: a\nneeds: {main: [sleep], main: [vision]}", 2, "twice"),
        (b"a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]", 2, "alias"),
        (b"id: !!python/object/apply:os.system [ls]", 1, ""),
        (b"id: " + b"[" * 50, 1, "brackets"),
        (b"id: " + b"[" * 5000, 1, "nesting"),
        (b"id: a\nid: b", 2, "twice"),
        (b"a: &x 1\nb: *x", 2, "alias"),
        ("name: caf\u00e9".encode("latin-1"), 1, "UTF-8"),
        (b"a: " + b"x" * 1_000_001, 1, "larger"),
        (b"\x00\xff\xfe", 1, ""),
        (b"1: 2\n3: 4", 1, ""),
        (b"services: 3", 1, ""),
    ],
    ids=lambda value: repr(value)[:40],
)  # fmt: skip
def test_no_file_is_too_broken_to_be_explained(tmp_path: Path, content: bytes, line: int, said: str) -> None:
    file = tmp_path / "service.yml"
    file.write_bytes(content)
    findings = check([file], TODAY)
    assert any(said in str(finding) for finding in findings), [str(one) for one in findings]
    assert min(finding.line for finding in findings) <= line + 1


def test_a_file_outside_the_directory_may_be_checked_by_any_name(tmp_path: Path) -> None:
    for name in ("draft.txt", "no-extension", "photo.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" if name == "photo.png" else GOOD.encode())
    assert check([tmp_path / "draft.txt", tmp_path / "no-extension"], TODAY)[0].what.startswith("the id 'test-service' is already")
    assert "UTF-8" in str(check([tmp_path / "photo.png"], TODAY)[0])


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be read" in str(check([tmp_path / "nowhere"], TODAY)[0])


def test_at_least_forty_kinds_of_broken_file_are_tested() -> None:
    assert len({(old, said) for old, _, _, said in BROKEN}) >= 40


def test_one_id_in_two_files_is_found(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert any("already used" in str(finding) for finding in check([tmp_path], TODAY))


def test_a_link_out_of_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "a.yml").symlink_to(tmp_path / "outside.yml")
    assert any("leads out" in str(finding) for finding in check([tmp_path / "services"], TODAY))


def test_a_colon_in_a_folders_name_takes_nothing_from_what_is_said(tmp_path: Path) -> None:
    link = tmp_path / "ours: new" / "a.yml"
    link.parent.mkdir()
    link.symlink_to(tmp_path.parent)
    assert [(one.file, one.instead) for one in check([link.parent], TODAY)] == [(link, "put the file itself here")]


@pytest.mark.parametrize("line", [32, 33])
@pytest.mark.parametrize("day", ["2026-02-30", "2027-13-01", "2026-11-24 25:00:00"])
def test_a_day_of_no_calendar_is_named_with_its_line(tmp_path: Path, line: int, day: str) -> None:
    file = tmp_path / "service.yml"
    lines = GOOD.split("\n")
    lines[line - 1] = f"{lines[line - 1].split(':')[0]}: {day}"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert [str(finding) for finding in check([file], TODAY)] == [f"{file}:{line}: {day!r} is not a day of the calendar: write it like 2026-11-24"]


def test_every_day_of_no_calendar_is_named_in_one_run(tmp_path: Path) -> None:
    file = tmp_path / "service.yml"
    file.write_text(GOOD.replace("2026-09-08", "2026-09-31").replace("2027-05-24", "2027-05-32"), encoding="utf-8")
    assert [finding.line for finding in check([file], TODAY)] == [24, 33]


def test_every_missing_key_of_a_file_that_was_cut_off_is_named(tmp_path: Path) -> None:
    file = tmp_path / "service.yml"
    file.write_text(GOOD[: GOOD.index("  covers:")], encoding="utf-8")
    said = "\n".join(map(str, check([file], TODAY)))
    for key in ("referral", "sources", "confidence", "last_checked", "next_check", "owner"):
        assert said.count(f"'{key}' is missing: add {key}: ") == 1
    assert "'sources' is missing: add sources: with one item or more, - {what: ..., says: ..., seen: ...}" in said
    assert f"{file}:11: area is not filled in" in said


def test_every_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "service.yml"
    file.write_text(GOOD.replace("caution: null", "cautoin: null\nwaitng: 3"), encoding="utf-8")
    assert [(finding.line, finding.what) for finding in check([file], TODAY)] == [(35, "unknown key 'cautoin'"), (36, "unknown key 'waitng'")]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "a.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    assert check([folder, folder, Path("services"), folder / "a.yml", tmp_path / "link" / "a.yml"], TODAY) == []


def test_the_project_s_own_directory_is_clean() -> None:
    assert [str(finding) for finding in check([SERVICES])] == []
