"""Files that cannot be trusted are refused; the last good directory goes on serving."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.directory.check import check
from bot.directory.load import DirectoryError, load_directory, stamps
from bot.directory.store import DirectoryStore
from bot.ops.paths import SERVICES

GOOD = (SERVICES / "advice_and_rights" / "sendiass-durham.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id: a\n\tname: b\n", "line 2"),
        (b"id: a\nname: [", "line"),
        (b"", "must be one service"),
        (b"- a\n- b\n", "must be one service"),
        ("name: caf\u00e9".encode("latin-1"), "UTF-8"),
        (b"a: &x [1]\nb: [*x, *x]\n", "alias"),
        (b"id: a\nid: b\n", "stands twice"),
        (b"x" * 1_000_001, "larger"),
        (b"\x00\x01\x02", "not"),
        (GOOD.replace("kind: sendiass", "kind: sendias").encode(), "taxonomy"),
        (GOOD.replace("phone: null", "phone: 0300").encode(), "quotes"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_trusted_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    with pytest.raises(DirectoryError, match=said if said != "not" else None):
        load_directory(tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(GOOD)
    root = tmp_path / "services"
    root.mkdir()
    (root / "a.yml").symlink_to(outside)
    with pytest.raises(DirectoryError, match="out of the directory"):
        load_directory(root)


def test_one_id_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(GOOD)
    (tmp_path / "b.yml").write_text(GOOD)
    with pytest.raises(DirectoryError, match="already used"):
        load_directory(tmp_path)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        self.now += 2.0
        return self.now


def test_a_valid_edit_is_taken_and_a_broken_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(GOOD)
    store = DirectoryStore(tmp_path, Clock())
    assert store.current().get("sendiass-durham") is not None

    file.write_text(GOOD.replace("Free advice", "Kind advice"))
    edited = store.current().get("sendiass-durham")
    assert edited is not None
    assert edited.summary.startswith("Kind advice")
    assert store.warning is None

    file.write_text(GOOD[:200])
    kept = store.current().get("sendiass-durham")
    assert kept == edited
    assert store.warning is not None
    assert "a.yml" in store.warning

    file.write_text(GOOD)
    assert store.current().get("sendiass-durham") is not None
    assert store.warning is None


def test_a_broken_edit_is_checked_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yml"
    file.write_text(GOOD)
    store = DirectoryStore(tmp_path, Clock())
    checked = []

    def checking(files: Sequence[Path], *rest: Any) -> Any:
        checked.append(files)
        return check(files, *rest)

    monkeypatch.setattr("bot.directory.store.check", checking)
    file.write_text(GOOD[:200])
    for _ in range(3):
        store.current()
    assert len(checked) == 1
    assert "a.yml" in str(store.warning)
    file.write_text(GOOD[:201])
    store.current()
    assert len(checked) == 2
    file.write_text(GOOD)
    store.current()
    assert len(checked) == 3
    assert store.warning is None


def test_a_file_that_becomes_readable_is_looked_at_again(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(GOOD)
    before = stamps(tmp_path)
    file.chmod(0o600)
    assert stamps(tmp_path) != before


def test_a_session_that_never_takes_place_is_refused_and_soon(tmp_path: Path) -> None:
    never = "sessions:\n  - {title: Group, rrule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', starts: 2026-09-01, source: x}"
    assert "sessions: []" in GOOD
    (tmp_path / "a.yml").write_text(GOOD.replace("sessions: []", never))
    with pytest.raises(DirectoryError, match="no date within two years"):
        load_directory(tmp_path)
    findings = check([tmp_path / "a.yml"])
    assert "no date within two years" in " ".join(map(str, findings))


def test_of_two_edits_at_once_none_is_taken_while_one_is_broken(tmp_path: Path) -> None:
    one, two = tmp_path / "a.yml", tmp_path / "b.yml"
    one.write_text(GOOD)
    two.write_text(GOOD.replace("id: sendiass-durham", "id: other"))
    store = DirectoryStore(tmp_path, Clock())
    before = store.current()
    one.write_text(GOOD.replace("Free advice", "Kind advice"))
    two.write_text("id: other\nname: half wri")
    assert store.current() is before
    assert store.warning is not None
    assert "b.yml" in store.warning
    two.write_text(GOOD.replace("id: sendiass-durham", "id: other").replace("Free advice", "Calm advice"))
    after = store.current()
    assert [service.summary.split()[0] for service in after.services] == ["Kind", "Calm"]


def test_two_owners_who_choose_one_id_keep_the_last_good_version(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(GOOD)
    store = DirectoryStore(tmp_path, Clock())
    before = store.current()
    (tmp_path / "b.yml").write_text(GOOD)
    assert store.current() is before
    assert "already used" in str(store.warning)
    (tmp_path / "b.yml").unlink()
    store.current()
    assert store.warning is None


def test_a_service_that_another_one_follows_does_not_go_before_that_is_changed(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yml", tmp_path / "b.yml"
    first.write_text(GOOD)
    then = GOOD.replace("id: sendiass-durham", "id: other").replace("after: null", "after: sendiass-durham")
    second.write_text(then if "after: sendiass-durham" in then else then + "\nafter: sendiass-durham\n")
    store = DirectoryStore(tmp_path, Clock())
    before = store.current()
    first.unlink()
    assert store.current() is before
    assert "b.yml: other names 'sendiass-durham' under after" in str(store.warning)
    second.write_text(then.replace("after: sendiass-durham", "after: null"))
    assert list(store.current().by_id) == ["other"]
    assert store.warning is None


def test_a_directory_that_is_broken_from_the_start_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: [")
    with pytest.raises(DirectoryError):
        DirectoryStore(tmp_path)


def test_every_shown_fact_has_a_source_and_is_never_a_placeholder() -> None:
    for service in load_directory(SERVICES).services:
        assert service.sources, service.id
        assert all(source.what and source.says for source in service.sources), service.id
        shown = [service.summary, service.referral.route, service.contact.phone, service.contact.url, service.caution]
        assert not any(text is not None and text.strip().lower() in ("none", "null", "tbc", "") for text in shown)


def test_the_low_confidence_entries_show_no_contact() -> None:
    for service in load_directory(SERVICES).services:
        if service.confidence == "low":
            assert service.unverified, service.id
            assert service.contact.phone is service.contact.email is None, service.id
            assert not service.venues, service.id


def test_every_file_is_readable_as_plain_yaml() -> None:
    for file in SERVICES.rglob("*.yml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8")), file
