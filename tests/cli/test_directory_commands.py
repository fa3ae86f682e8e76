"""`signpost match` and `signpost check` as somebody at a terminal meets them."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.cli import main, named_ids
from bot.ops.paths import SERVICES
from bot.ops.stores import _directories
from bot.scenarios.said import ages as read_ages


def test_match_prints_results_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "sleep", "--age", "4y", "--locality", "Crook", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["results"][0].keys() == {"id", "name", "kind", "distance_miles", "next", "self_referral", "reasons"}


def test_match_ends_with_why_each_service_is_in_or_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "sleep", "--age", "18 months", "--locality", "Stanhope"]) == 0
    why, _, out = capsys.readouterr().out.partition("\nWhy:\n")[2].partition("\n\nLeft out:\n")
    assert "- Family health visitors: It is there to help with sleep. Ages: " in why
    assert "- School nurses: for 5 and over: this child is 18 months; opens to them by " in out


def test_match_names_ten_of_those_left_out_and_says_how_many_more(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["match", "--need", "autism_support", "--age", "4", "--locality", "Darlington"]
    assert main([*asked, "--json"]) == 0
    excluded = json.loads(capsys.readouterr().out)["excluded"]
    assert main(asked) == 0
    out = capsys.readouterr().out.partition("Left out:\n")[2].splitlines()
    assert len(out) == 11
    assert out[-1] == f"- and {len(excluded) - 10} more: --json names them all."


@pytest.mark.parametrize(
    "needs", [["--need", "sleep", "behaviour"], ["--need", "sleep", "--need", "behaviour"], ["--need", "sleep, behaviour"], ["--need", "sleep,", "behaviour"]]
)
def test_needs_are_several_words_after_one_option_or_several_options(needs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    plans = []
    for words in (needs, ["--need", "sleep,behaviour"]):
        assert main(["match", *words, "--age", "4y", "--json"]) == 0
        plans.append(capsys.readouterr().out)
    assert plans[0] == plans[1]


@pytest.mark.parametrize("age", ["4y", "18 months", "Year 9", "18m", "6w", "2.5y"])
def test_ages_are_read_in_the_forms_of_the_contract(age: str) -> None:
    assert main(["match", "--need", "sleep", "--age", age]) == 0


@pytest.mark.parametrize(
    ("age", "child"),
    [
        ("0", "a baby"), ("0y", "a baby"), ("0 years", "a baby"), ("0m", "a newborn baby"), ("72 months", "a 6-year-old"), ("73 months", "a 6-year-old"),
        ("80 months", "a 6-year-old"), ("84m", "a 7-year-old"), ("84 months old", "a 7-year-old"), ("299 months", "a 24-year-old"),
    ],
)  # fmt: skip
def test_an_age_in_months_is_read_from_birth_to_25(age: str, child: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "sleep", "--age", age]) == 0
    assert f"for {child}" in capsys.readouterr().out.split("\n")[0]


@pytest.mark.parametrize(
    ("said", "ages"),
    [
        ("0", [(0, 12)]), ("73 months", [(73, 74)]), ("299m", [(299, 300)]), ("4y", [(48, 60)]), ("25", [(300, 312)]),
        ("4-6", [(48, 84)]), ("4 to 6", [(48, 84)]), ("9 to 12 months", [(9, 13)]), ("2 and 9", [(24, 36), (108, 120)]),
        ("born 2020", [(60, 84)]), ("born in March 2021", [(67, 69)]), ("01/06/2020", [(77, 78)]),
    ],
)  # fmt: skip
def test_an_age_is_a_half_open_range_of_months(said: str, ages: list[tuple[int, int]]) -> None:
    assert read_ages(said, date(2026, 11, 24)) == ages


@pytest.mark.parametrize("broken", [True, False], ids=["broken", "missing"])
@pytest.mark.parametrize("command", [["match", "--need", "sleep"], ["ask", "hi"], ["coverage"], ["scenarios"], ["stale"]], ids=lambda words: words[0])
def test_a_directory_that_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str], broken: bool
) -> None:
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path if broken else tmp_path / "none"))
    (tmp_path / "a.yml").write_text("id: a\nname: [\n")
    _directories.cache_clear()
    try:
        assert main(command) == 2
    finally:
        _directories.cache_clear()
    printed = capsys.readouterr()
    assert printed.out == ""
    said = f"{tmp_path / 'a.yml'}: line 3: this is not YAML" if broken else f"{tmp_path / 'none'}: cannot be read"
    assert printed.err.startswith(f"signpost: {said}")
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["match", "--need", "slep"], "did you mean 'sleep'"),
        (["match", "--need", "sleep", "--age", "old"], "cannot be read"),
        (["match", "--need", ""], "--need is empty"),
        (["match", "--need", " , "], "--need is empty"),
        (["match", "--need", "sleep", "--age", "-4"], "below nought"),
        (["match", "--need", "sleep", "--age=-4 months"], "below nought"),
        (["match", "--need", "sleep", "--age", "300 months"], "past 25"),
        (["match", "--need", "sleep", "--age", "26"], "past 25"),
        (["match", "--need", "sleep", "--age", "45"], "write 25 or less; for months write '45 months'"),
        (["match", "--need", "sleep", "--age", "26y"], "past 25"),
        (["match", "--need", "sleep", "--age", "30 years old"], "past 25"),
        (["match", "--need", "sleep", "--age", "waited 14 months"], "cannot be read"),
        (["match", "--need", "sleep", "--age", "4 to 30"], "cannot be read"),
        (["match", "--need", "sleep", "--age", ""], "cannot be read"),
        (["match", "--need", "sleep", "--locality", "Qqqq"], "not in the gazetteer"),
        (["match", "--need", "sleep", "--locality", ""], "not in the gazetteer"),
        (["match", "--need", "sleep", "slep"], "did you mean 'sleep'"),
        (["check", ""], "is empty"),
        (["check", " "], "is empty"),
        (["check", "no-such-folder"], "does not exist"),
        (["ask"], "write: signpost ask"),
        (["ask", "--batch", "x.jsonl"], "--out"),
    ],
)
def test_misuse_says_what_to_write(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert (printed.err.count("\n"), printed.out) == (1, "")


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ("meltdowns", "did you mean 'behaviour' (meltdowns, hitting, challenging behaviour)?"),
        ("dyslexia", "did you mean 'learning_difficulty' (dyslexia, "),
        ("wheelchair", "did you mean 'physical_disability' (cerebral palsy, wheelchair, walking) or 'equipment_housing' ("),
        ("DLA", "did you mean 'benefits_money' (DLA, "),
        ("can't sleep", "did you mean 'sleep' ("),
        ("behaviur", "did you mean 'behaviour' ("),
        ("school", "did you mean one of sen_support_school, "),
        ("portage", "that is a kind of service, not a need: name the need that it helps with"),
        ("short breaks", "that is a kind of service, not a need: did you mean 'short_breaks_respite' ("),
        ("qqqq", "write one of the needs of bot/taxonomy.yml: speech_language, "),
    ],
)
def test_a_need_is_known_by_the_words_that_families_have_for_it(said: str, cure: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", said]) == 2
    assert capsys.readouterr().err.startswith(f"signpost: there is no need called {said!r}: {cure}")


SENDIASS = Path("advice_and_rights") / "sendiass-durham.yml"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the directory that the check reads instead of the project's."""
    shutil.copytree(SERVICES, tmp_path / "services")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path / "services"))
    return tmp_path / "services"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"", "this is not a service"),
        ("name: caf\u00e9".encode("latin-1"), "a character of this line is not UTF-8"),
        (None, "the id 'sendiass-dur' and the file's name are not the same"),
    ],
    ids=["empty", "wrongly encoded", "another id"],
)
def test_a_broken_file_is_told_alone_and_not_by_those_who_name_it(
    copy: Path, capsys: pytest.CaptureFixture[str], written: bytes | None, said: str
) -> None:
    file = copy / SENDIASS
    file.write_bytes(file.read_bytes().replace(b"id: sendiass-durham", b"id: sendiass-dur", 1) if written is None else written)
    assert main(["check"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{file}:1: {said}")


def test_a_service_that_is_gone_is_told_in_one_line_and_none_that_is_not_spelt_like_it(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / SENDIASS).unlink()
    assert main(["check"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"\S+/faq/\S+:\d+: there is no service 'sendiass-durham', and \d+ places name it, this one first: "
        r"take it out \(git grep -n -w -F sendiass-durham shows each\)",
        line,
    )


def test_check_says_where_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yml"
    file.write_text("id: a\nkind: nothing\n")
    assert main(["check", str(file)]) == 1
    assert f"{file}:2: " in capsys.readouterr().out


def test_check_looks_where_the_chat_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yml").write_text("id: a\nkind: nothing\n")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path))
    assert main(["check"]) == 1
    assert f"{tmp_path / 'a.yml'}:2: " in capsys.readouterr().out


def test_check_says_which_answer_names_a_service_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yml").write_text(
        "- id: a\n  services: [sendiass-durham, sendias-durham]\n  question: What?\n  answer: This.\n"
        "  sources: [{what: a page, says: so}]\n  last_checked: 2026-11-24\n"
    )
    monkeypatch.setenv("SIGNPOST_FAQ", str(tmp_path))
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'a.yml'}:2: there is no service 'sendias-durham': did you mean 'sendiass-durham'?\n"


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        ("directory/people.yml", "family:\n  ids: [early-help-durham, early-hlep-durham]\n", "2: there is no service 'early-hlep-durham': did you mean 'early-help-durham'?"),
        ("conversation/asked_for.yml", "sendiass-durham:\n  words: [ehcp]\nsendiass-durham qqqq: [eh]\n", "3: there is no service 'qqqq': take it out"),
        ("conversation/asked_for.yml", "camhs: [camhs]\n", "1: there is no service 'camhs': "),
        ("conversation/shown/known_as.yml", "camhs: [cams]\nchildlin: [childline]\n", "2: there is no service 'childlin': did you mean 'childline'?"),
    ],
)
def test_check_says_which_table_of_the_chat_names_a_service_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: str, line: str, said: str
) -> None:
    for name, *_ in named_ids._TABLES:
        file = tmp_path / "bot" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(line if name == table else "", encoding="utf-8")
    monkeypatch.setattr(named_ids, "ROOT", tmp_path)
    assert main(["check"]) == 1
    (printed,) = capsys.readouterr().out.splitlines()
    assert printed.startswith(f"{tmp_path / 'bot' / table}:{said}")


def test_a_draft_outside_the_directory_may_name_a_service_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.txt"
    text = (SERVICES / "advice_and_rights" / "sendiass-durham.yml").read_text(encoding="utf-8")
    text = text.replace("id: sendiass-durham", "id: draft").replace("after: null", "after: social-care-direct")
    file.write_text(text, encoding="utf-8")
    assert main(["check", str(file)]) == 0, capsys.readouterr().out


def test_a_picture_and_a_pipe_are_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "a.yml"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    assert main(["check", str(picture)]) == 1
    assert "UTF-8" in capsys.readouterr().out
    assert main(["check", "/dev/null"]) == 1
    assert "/dev/null:1: " in capsys.readouterr().out


def test_a_folder_without_a_service_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no .yml file" in capsys.readouterr().err


def test_match_gives_each_child_a_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "autism_support", "--age", "6", "--age", "17", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert [one["child"] for one in plan["per_child"]] == [0, 1]
    assert plan["for_all"]
    assert all(set(plan["for_all"]) <= set(one["results"]) for one in plan["per_child"])


def test_a_bump_is_an_age(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--need", "parenting_baby", "--age", "bump", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"]
