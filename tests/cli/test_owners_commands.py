"""`signpost stale`, `preview`, `scenarios`, `coverage` and `report` as a content owner, a practitioner or the board meets them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import main
from bot.enquiry import CountedNeed
from bot.ops.paths import ROOT, SERVICES
from bot.ops.stores import _directories, enquiry_counts, feedback_counts

SENDIASS = Path("advice_and_rights") / "sendiass-durham.yml"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the directory that the commands read instead of the project's."""
    shutil.copytree(SERVICES, tmp_path / "services")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path / "services"))
    _directories.cache_clear()
    yield tmp_path / "services"  # type: ignore[misc]
    _directories.cache_clear()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_stale_lists_what_is_overdue_by_owner(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy / SENDIASS, "last_checked: 2026-11-24", "last_checked: 2023-01-01")
    edit(copy / SENDIASS, "next_check: 20", "next_check: 2023-02-01 # 20")
    assert main(["stale", "--days", "0"]) == 1
    said = capsys.readouterr().out
    assert "Local offer team (" in said
    assert "read its sources again: overdue since 1 February 2023" in said
    assert "its whole entry left the answers on 2 July 2024" in said


def test_stale_is_content_where_nothing_is_due(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in copy.iterdir():
        if folder.name != "money":
            shutil.rmtree(folder)
    for file in (copy / "money").iterdir():
        text = "\n".join(line for line in file.read_text(encoding="utf-8").split("\n") if "_check" not in line)
        file.write_text(text.replace("\nowner:", "\nlast_checked: 2999-01-01\nnext_check: 2999-06-01\nowner:"), encoding="utf-8")
    assert main(["stale"]) == 0
    assert "Nothing is due" in capsys.readouterr().out


def test_preview_shows_nothing_for_the_same_directory(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "--against", str(SERVICES)]) == 0
    assert capsys.readouterr().out.startswith("0 of ")


def test_preview_shows_before_after_and_why(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy / SENDIASS, "from_months: 0", "from_months: 132")
    assert main(["preview", "--against", str(SERVICES)]) == 1
    said = capsys.readouterr().out
    assert "sendiass-durham: ages.from_months: 0 -> 132" in said
    assert "before: 1. " in said
    assert "is left out now: " in said
    assert "since the entry changed: sendiass-durham (ages.from_months: 0 -> 132)" in said
    assert "This scenario now fails: " in said


def test_preview_tells_an_entry_that_was_taken_out_and_one_that_is_new(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (copy / SENDIASS).read_text(encoding="utf-8").replace("id: sendiass-durham", "id: sendiass-new", 1)
    (copy / SENDIASS).write_text(text, encoding="utf-8")
    assert main(["preview", "--against", str(SERVICES)]) == 1
    said = capsys.readouterr().out
    assert "sendiass-durham: taken out" in said
    assert "sendiass-new: new" in said
    assert "is no longer in the directory." in said
    assert "is new in the directory." in said


def test_preview_tells_a_phone_number_that_changes(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy / "social_care_and_early_help" / "harbour-durham.yml", '"03000 202 525"', '"03000 202 526"')
    assert main(["preview", "--against", str(SERVICES)]) == 1
    assert "contact.phone: 03000 202 525 -> 03000 202 526" in capsys.readouterr().out


def test_preview_says_that_a_broken_edit_would_not_go_live(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy / SENDIASS, "kind: sendiass", "kind: [")
    assert main(["preview", "--against", str(SERVICES)]) == 1
    assert "would not go live" in capsys.readouterr().out


def test_preview_compares_with_a_git_commit(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True).returncode:
        pytest.skip("not a git checkout")
    edit(copy / SENDIASS, "from_months: 0", "from_months: 132")
    assert main(["preview", "--against", "HEAD"]) == 1
    assert "ages.from_months: 0 -> 132" in capsys.readouterr().out


def test_scenarios_pass_and_say_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios"]) == 0
    assert "scenarios are as they should be." in capsys.readouterr().out


def test_a_scenario_that_fails_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("scenarios:\n  - case: Sleep\n    needs: [sleep]\n    never: [sleep_support]\n    why: A test.\n", encoding="utf-8")
    assert main(["scenarios", str(file)]) == 1
    said = capsys.readouterr().out
    assert f"{file}:2: Sleep" in said
    assert "must not be offered" in said
    assert "Why it matters: A test." in said


def test_a_scenario_that_expects_nothing_is_told_what_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("scenarios:\n  - case: Sleep\n    needs: [sleep]\n    why: A test.\n    never: [3]\n  - case: b\n    needs: [sleep]\n    why: c\n")
    assert main(["scenarios", str(file)]) == 1
    said = capsys.readouterr().out
    assert f"{file}:6: none of first_three, anywhere, soon, never is there: add at least one, such as first_three: [...] (Each" in said
    assert "schema" not in said
    assert "{" not in said
    assert "0 of 0 scenarios are as they should be; 2 mistakes in the files: a scenario with a mistake is not run." in said


def test_a_wanted_service_of_the_wrong_kind_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("scenarios:\n  - case: Sleep\n    needs: [sleep]\n    why: A test.\n    first_three: [3]\n")
    assert main(["scenarios", str(file)]) == 1
    assert f"{file}:5: 3 cannot stand here: write a word, or a list of several" in capsys.readouterr().out


def test_coverage_writes_a_table_csv_and_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, page = tmp_path / "c.csv", tmp_path / "c.html"
    assert main(["coverage", "--csv", str(table), "--html", str(page)]) in (0, 1)
    assert "early_years_development" in capsys.readouterr().out
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert rows[0].keys() == {"need", "age", "place", "level", "services"}
    assert all(bool(row["services"]) is (row["level"] != "nothing") for row in rows)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert '<html lang="en-GB">' in text
    assert text.count("<caption>") == text.count("<table>")
    assert '<th scope="row">sleep</th>' in text
    assert "None" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stale", "--days", "-1"], "make no sense"),
        (["stale", "--days", "x"], "signpost: x days make no sense: write a whole number, such as --days 30"),
        (["preview", "--against", "no-such-ref"], "neither a folder nor a git commit"),
        (["preview", "--against", "--help-me"], ""),
        (["preview", "--against", ""], "--against is empty"),
        (["scenarios", "no-such-folder"], "does not exist"),
        (["coverage", "--html", "/no/such/folder/f.html"], "cannot be written"),
    ],
)  # fmt: skip
def test_misuse_says_what_is_wrong(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as stop:  # argparse's own
        code = int(stop.code or 0)
    assert code == 2
    assert said in capsys.readouterr().err


def test_a_folder_without_services_is_no_comparison(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "--against", str(tmp_path)]) == 2
    assert "there are no services" in capsys.readouterr().err


def test_a_folder_without_scenarios_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios", str(tmp_path)]) == 2
    assert "there are no scenarios" in capsys.readouterr().err


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which seven families were counted."""
    monkeypatch.setenv("SIGNPOST_VAR", str(tmp_path))
    for counts in (enquiry_counts, feedback_counts):
        counts.cache_clear()
    for _ in range(7):
        enquiry_counts().change((), (CountedNeed("2026-11", "vision", "0 to 4", "Consett Family Hub", "nothing"),))
    yield tmp_path  # type: ignore[misc]
    for counts in (enquiry_counts, feedback_counts):
        counts.cache_clear()


def test_report_prints_and_writes_the_boards_picture(counted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, table = counted / "board.html", counted / "board.csv"
    assert main(["report", "--from", "2026-11-01", "--to", "2026-11-30", "--html", str(page), "--csv", str(table)]) == 0
    assert "0 to 4, Consett Family Hub" in capsys.readouterr().out
    assert "Needs met and unmet, November 2026" in page.read_text(encoding="utf-8")
    lines = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert {(line["table"], line["number"]) for line in lines if line["way"] == "nothing"} == {("needs", "5"), ("ages", "5"), ("areas", "5")}


def test_report_of_months_without_a_count_says_so(counted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--from", "2026-01-01", "--to", "2026-02-01"]) == 0
    assert "none, or fewer than 5" in capsys.readouterr().out


def test_report_of_all_time_and_of_the_first_months_is_read(counted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--from", "0001-01-01", "--to", "9999-12-31"]) == 0
    assert "0 to 4, Consett Family Hub" in capsys.readouterr().out
    assert main(["report", "--from", "0001-01-01", "--to", "0999-12-31"]) == 0
    assert "none, or fewer than 5" in capsys.readouterr().out


def test_report_from_a_folder_where_nothing_was_counted_says_which(
    counted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for counts in (enquiry_counts, feedback_counts):
        counts.cache_clear()
    monkeypatch.setenv("SIGNPOST_VAR", str(counted / "elsewhere"))
    assert main(["report", "--from", "2026-11-01", "--to", "2026-11-30"]) == 0
    assert f"No enquiry was ever counted in {counted / 'elsewhere'}" in capsys.readouterr().err


def test_report_says_what_is_wrong_with_its_days_and_its_counts(counted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--from", "2026-11-30", "--to", "2026-11-01"]) == 2
    assert "before" in capsys.readouterr().err
    with pytest.raises(SystemExit) as misuse:
        main(["report", "--from", "last week", "--to", "2026-11-01"])
    assert misuse.value.code == 2
    (counted / "enquiries.db").write_bytes(b"no database at all, and long enough to be read as one" * 40)
    assert main(["report", "--from", "2026-11-01", "--to", "2026-11-30"]) == 2
    assert "cannot be read" in capsys.readouterr().err
