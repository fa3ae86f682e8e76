"""`signpost oruk import`: drafts that lose nothing silently, guess nothing, and are no answer to families."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli import main
from bot.directory.check import check
from bot.directory.load import DirectoryError, load_directory, load_file
from bot.ops.paths import SERVICES
from bot.oruk.draft import draft_of, slug_of
from bot.oruk.drafts import drafts_of, files_of
from bot.oruk.export import files_of as feed_files
from bot.oruk.export import write as write_feed
from bot.oruk.fetch import Found
from bot.oruk.ids import uuid_for
from bot.oruk.record import record_of
from tests.oruk.conftest import full_service, today, whole_feed

TODAY = date(2026, 11, 24)
# What an owner must sign: null in every draft.
SIGNED = {"confidence", "last_checked", "next_check", "owner"}
PLAIN: dict[str, Any] = {"id": "7", "name": "A group", "status": "active", "description": "A group for all.", "organization": {"id": "1", "name": "A charity"}}


def draft(**changes: Any) -> tuple[dict[str, Any], list[str]]:
    """The draft of a plain record with these changes, and what is said of it."""
    found = draft_of({**PLAIN, **changes}, "https://example.org/services/7", TODAY)
    return found.entry, [f"{what}: {instead}" for what, instead in found.notes]


def lost(before: Any, after: Any, path: str = "") -> list[str]:
    """The fields of ``before`` that ``after`` does not hold."""
    if isinstance(before, dict):
        return [one for key, value in before.items() for one in lost(value, (after or {}).get(key), f"{path}.{key}".lstrip("."))]
    if isinstance(before, (list, tuple)) and before and isinstance(before[0], dict):
        if len(before) != len(after or ()):
            return [path]
        return [one for a, b in zip(before, after) for one in lost(a, b, path)]
    same = before == after or list(before or ()) == list(after or ()) if isinstance(before, (list, tuple)) else before == after or (not before and not after)
    return [] if same else [path]


def as_file(service: Any) -> dict[str, Any]:
    """A service in the shape of its file."""
    raw = dataclasses.asdict(service)
    raw["needs"] = {"main": raw.pop("main"), "also": raw.pop("also")}
    return raw


def test_a_round_trip_loses_only_what_the_standard_has_no_place_for() -> None:
    drafts = {one.entry["id"]: one.entry for one in drafts_of([Found(one.record, "feed") for one in whole_feed().services], today()).drafts}
    assert drafts.keys() == {one.service.id for one in whole_feed().services}
    found = Counter(path for one in whole_feed().services for path in lost(as_file(one.service), {**drafts[one.service.id], "sources": drafts[one.service.id]["sources"][1:]}))
    counted = {path: number for path, number in found.items() if path not in SIGNED}
    assert {path: found[path] for path in SIGNED} == dict.fromkeys(SIGNED, len(drafts))
    assert counted.keys() <= {
        "after", "venues", "venues.address", "waits.source", "waits.weeks", "conditions.with_need", "conditions.not_with_need",
        "ages.usual_from_months", "ages.usual_to_months", "contact.as_of",
    }  # fmt: skip
    # Venues without a whole address; "..., County Durham" at an address's end; an "as of" that stands beside no phone.
    assert counted["venues"] <= 20
    assert counted["venues.address"] <= 5
    assert counted["contact.as_of"] <= 8


def test_a_full_service_comes_back() -> None:
    service = full_service()
    entry = draft_of(record_of(service), "feed", TODAY).entry
    before = as_file(service)
    before["venues"] = before["venues"][:1]
    entry["sources"] = entry["sources"][1:]
    assert set(lost(before, entry)) - SIGNED == {
        "ages.usual_from_months", "ages.usual_to_months", "conditions.with_need", "conditions.not_with_need",
        "sessions.source", "waits.weeks", "waits.source", "after",
    }  # fmt: skip
    assert entry["sessions"][0]["venue"] == 0


def test_drafts_of_our_own_feed_fail_the_check_only_for_what_an_owner_signs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_feed(tmp_path / "feed", feed_files(whole_feed()))
    assert main(["oruk", "import", str(tmp_path / "feed"), "--to", str(tmp_path / "drafts")]) == 0
    said = capsys.readouterr().out
    drafts = sorted((tmp_path / "drafts").iterdir())
    assert len(drafts) == len(whole_feed().services)
    assert all(f"{file}: nobody of ours has checked it: read its sources" in said for file in drafts)
    looked_at = drafts[::9]
    findings = check(looked_at)
    assert len(findings) == len(SIGNED) * len(looked_at)
    assert {finding.what for finding in findings} == {f"{key} is not filled in" for key in SIGNED}


def test_a_draft_cannot_become_an_answer(tmp_path: Path) -> None:
    for name, content in files_of([draft_of(record_of(full_service()), "feed", TODAY)]).items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DirectoryError):
        load_directory(tmp_path)


def test_a_finished_draft_is_an_entry(tmp_path: Path) -> None:
    (name, content), *_ = files_of([draft_of(record_of(full_service(after=None)), "feed", TODAY)]).items()
    signed = content.decode().replace("confidence: null", "confidence: high").replace("last_checked: null", "last_checked: 2026-11-24")
    signed = signed.replace("next_check: null", "next_check: 2027-03-01").replace("owner: null", 'owner: "Local offer team"')
    (tmp_path / name).write_text(signed, encoding="utf-8")
    assert check([tmp_path / name], TODAY) == []
    assert load_file(tmp_path / name).services[0].name == "Full"


def test_drafts_are_not_written_into_the_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.json").write_text(json.dumps(PLAIN))
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path / "services"))
    for folder in ("services", "services/new", "x/../services"):
        assert main(["oruk", "import", str(tmp_path / "one.json"), "--to", str(tmp_path / folder)]) == 2
    assert not (tmp_path / "services").exists()


def test_a_draft_of_what_the_directory_has_is_said_though_another_file_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.json").write_text(json.dumps(PLAIN))
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "a-group.yml").write_text("id: a-group\n")
    (tmp_path / "services" / "broken.yml").write_text("id: [\n")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(tmp_path / "services"))
    main(["oruk", "import", str(tmp_path / "one.json"), "--to", str(tmp_path / "drafts")])
    assert "the directory has an entry with this id" in capsys.readouterr().out


def test_a_file_that_somebody_changed_is_left_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.json").write_text(json.dumps([PLAIN, {**PLAIN, "id": "8", "name": "Another"}]))
    command = ["oruk", "import", str(tmp_path / "list.json"), "--to", str(tmp_path / "drafts")]
    assert main(command) == 0
    assert main(command) == 0  # nothing differs
    (tmp_path / "drafts" / "a-group.yml").write_text("mine")
    (tmp_path / "drafts" / "another.yml").unlink()
    assert main(command) == 1
    assert (tmp_path / "drafts" / "a-group.yml").read_text() == "mine"
    assert (tmp_path / "drafts" / "another.yml").exists()
    assert "a-group.yml: it is there with another content" in capsys.readouterr().out


@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one], lambda one: {"contents": [one]}, lambda one: {"content": [one], "totalElements": 1}])
def test_one_file_may_be_a_service_a_list_or_a_page(wrap: Any, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(wrap(PLAIN)), encoding="utf-8-sig")
    assert main(["oruk", "import", str(tmp_path / "a.json"), "--to", str(tmp_path / "new" / "drafts")]) == 0
    assert [file.name for file in (tmp_path / "new" / "drafts").iterdir()] == ["a-group.yml"]


@pytest.mark.parametrize("content", [b"{", b'{"contents": [', b"null", b"5", b'{"a": 1}', b"\xff\xfe", b"[NaN]", b"[" * 100_000, b"<html>", b""])
def test_a_broken_file_is_told_and_nothing_is_written(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert main(["oruk", "import", str(tmp_path / "a.json"), "--to", str(tmp_path / "drafts")]) == 1
    assert "Nothing is written" in capsys.readouterr().out
    assert not (tmp_path / "drafts").exists()


@pytest.mark.parametrize("source", ["nothing-here", "ftp://example.org", "https://me:secret@example.org", "https://", "http://[", "https://example.org/?a=1", "file:///etc/passwd"])
def test_a_source_that_makes_no_sense_is_misuse(source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oruk", "import", source, "--to", str(tmp_path / "drafts")]) == 2
    assert "secret" not in capsys.readouterr().err


def test_records_that_cannot_be_drafts_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps([PLAIN, PLAIN, 5, {"id": "9"}, {**PLAIN, "status": "defunct"}]))
    assert main(["oruk", "import", str(tmp_path / "a.json"), "--to", str(tmp_path / "drafts")]) == 1
    said = capsys.readouterr().out
    for part in ("record 3: not imported: it is no service", "record 4: not imported: it has no name", "record 5: not imported: its status is defunct", "records that stand twice in the feed: 1"):
        assert part in said
    assert len(list((tmp_path / "drafts").iterdir())) == 1


def test_services_of_one_name_get_ids_of_their_own() -> None:
    made = drafts_of([Found({**PLAIN, "id": id}, "feed") for id in ("1", "2")], TODAY).drafts
    assert len({one.entry["id"] for one in made}) == 2
    assert all(one.entry["id"].startswith("a-group-") for one in made)


@pytest.mark.parametrize(
    ("local_id", "name", "slug"),
    [
        ("a-b", "N", "a-b"),
        ("../../etc/passwd", "The Hub's café", "the-hubs-caf"),
        ("/etc/x", "CON", "con"),
        ("a" * 500, "N", "n"),
        (None, "????", "unnamed"),
        ({"a": 1}, "N", "n"),
        ("a--b", "x" * 500, "x" * 60),
    ],
)
def test_an_id_is_only_ever_a_file_name(local_id: Any, name: str, slug: str) -> None:
    assert slug_of(local_id, name) == slug


def test_what_is_absent_is_null_and_said() -> None:
    entry, said = draft(description=None, organization=None)
    assert (entry["kind"], entry["summary"], entry["provider"], entry["area"]["covers"]) == (None, None, None, None)
    assert entry["ages"] == {"from_months": None, "to_months": None, "words": None}
    assert entry["cost"] == {"amount": None, "words": None}
    for part in ("write kind:", "main:", "write summary:", "write provider:", "write from_months:", "write to_months:", "no location", "covers: whole_county", "amount: free, paid or varies", "under contact:"):
        assert any(part.removeprefix("write ") in one for one in said), part


def test_html_is_taken_out_and_said() -> None:
    entry, said = draft(description="<p>Help &amp; care</p><script>alert(1)</script><p>for <b>all</b>.</p>&lt;script&gt;alert(2)&lt;/script&gt; <img src=x onerror=y")
    assert entry["summary"].startswith("Help & care for all")
    assert "<" not in entry["summary"]
    assert "alert(1)" not in entry["summary"]
    assert "HTML was taken out of the description: read it through" in said


@pytest.mark.parametrize(
    ("options", "amount"),
    [
        ([], None),
        ([{"amount": 0}], None),  # many feeds write 0 for want of a price
        ([{"amount": 0, "amount_description": "Free"}], "free"),
        ([{"amount": "0", "option": "All"}], "free"),
        ([{"amount": 5, "option": "A session"}], "paid"),
        ([{"amount": 5, "option": "Adults"}, {"amount": 0, "option": "Children"}], None),
        ([{"option": "Varies", "amount_description": "Ask."}], "varies"),
        ([{"amount_description": "Free"}], None),
        ([{"amount": -3, "option": "x"}], None),
        (["free", None], None),
        ([{"amount": 25, "option": "Free"}], "paid"),
        ([{"option": "Free"}], None),
        ([{"amount": 0, "option": "Free", "valid_to": "2022-12-31"}], None),
    ],
)
def test_free_is_never_guessed(options: list[Any], amount: str | None) -> None:
    assert draft(cost_options=options)[0]["cost"]["amount"] == amount


@pytest.mark.parametrize(
    ("name", "need", "kind"),
    [("sleep", ["sleep"], None), ("Sleep", ["sleep"], None), ("Sleep problems", [], None), ("Portage", [], "portage"), ("Education", [], None), ("Children's physiotherapy", [], "physiotherapy")],
)
def test_only_exact_labels_are_read_as_ours(name: str, need: list[str], kind: str | None) -> None:
    entry, said = draft(attributes=[{"taxonomy_term": {"id": "5", "name": name}}])
    assert (entry["needs"]["main"], entry["kind"]) == (need, kind)
    assert any(name in one and "none of ours" in one for one in said) is (not need and not kind)


def test_a_term_of_ours_is_known_by_its_id_whatever_it_is_called() -> None:
    entry, _ = draft(attributes=[{"label": "also", "taxonomy_term": {"id": uuid_for("term", "needs/sleep"), "name": "Nights"}}])
    assert entry["needs"] == {"main": [], "also": ["sleep"]}


def test_opposite_flags_are_left_open_and_said() -> None:
    entry, said = draft(attributes=[{"taxonomy_term": {"name": name}} for name in ("Self-referral", "Professional referral", "Drop-in")])
    assert (entry["referral"]["self"], entry["referral"]["drop_in"]) == (None, True)
    assert any("both yes and no to self" in one for one in said)


@pytest.mark.parametrize(("number", "kept"), [("0300 123 4567", "0300 123 4567"), ("+44 191 123 4567", "+44 191 123 4567"), ("1", None), ("call us", None), (["0300"], None), (None, None)])
def test_only_british_numbers_are_taken(number: Any, kept: str | None) -> None:
    assert draft(contacts=[{"name": "Jo", "phones": [{"number": number}]}])[0]["contact"]["phone"] == kept


def test_the_feed_is_the_source_of_every_contact_and_names_no_person(tmp_path: Path) -> None:
    entry, said = draft(
        url="https://group.example.org/a", email="team@example.org", assured_date="2026-05-01", eligibility_description="For carers.",
        contacts=[{"name": "Jo Smith", "phones": [{"number": "0300 123 4567"}, {"number": "0300 999 9999"}]}],
    )  # fmt: skip
    source = entry["sources"][0]
    assert source["what"] == "Open Referral UK feed, https://example.org/services/7"
    assert source["seen"] == "2026-11-24"
    assert all(part in source["says"] for part in ("2026-05-01", "0300 123 4567", "team@example.org", "https://group.example.org/a", "For carers."))
    assert "Jo Smith" not in yaml.safe_dump(entry)
    assert any("another phone number: 0300 999 9999" in one for one in said)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//example.org", "http://[", "https://me:pw@example.org", "www.example.org", 5, ["https://example.org"]])
def test_an_unsafe_address_is_left_out(url: Any) -> None:
    assert draft(url=url)[0]["contact"]["url"] is None


def test_a_record_of_1_0_is_read() -> None:
    record = json.loads(Path(__file__).with_name("v1_service.json").read_text(encoding="utf-8"))
    found = draft_of(record, "https://example.org/services/1", TODAY)
    entry = found.entry
    assert entry["ages"] == {"from_months": 0, "to_months": 300, "words": None}
    assert entry["contact"]["phone"] == "01388 123456"
    assert entry["contact"]["hours"] == "Monday 09:30 to 11:30"
    assert entry["venues"][0]["address"] == "Community Centre, 1 Front Street, Stanhope"
    assert entry["venues"][0]["postcode"] == "DL13 2TZ"
    assert entry["venues"][0]["access"] == "Ramp"
    assert entry["area"]["covers"] == "whole_county"
    assert entry["languages"] == ["English"]
    assert entry["referral"]["drop_in"] is True
    assert entry["needs"]["main"] == ["sleep"]
    assert entry["cost"] == {"amount": "paid", "words": "Session: per family (2.5)"}
    said = " ".join(what for what, _ in found.notes)
    assert "Families with a child under 5" in said
    assert "25 was read as up to the 25th birthday" in said


def test_a_record_of_outpost_is_read_and_a_hidden_place_stays_hidden() -> None:
    record = {
        "id": 1, "name": "Play", "description": "Play for all.", "status": "published", "min_age": 0, "max_age": 4, "free": True, "needs_referral": True, "age_band_all": None,
        "organisation": {"id": 1, "name": "A council"}, "contacts": [{"id": 1, "name": "Team", "phone": "01388 123456"}],
        "locations": [
            {"name": "Hall", "address_1": "1 Front Street", "city": "Stanhope", "postal_code": "DL13 2TZ", "geometry": {"type": "Point", "coordinates": [-2.005, 54.749]}, "accessibilities": [{"name": "Ramp"}]},
            {"name": "Refuge", "address_1": "***", "city": "Durham", "postal_code": "DH1 1AA", "mask_exact_address": True, "geometry": {"type": "Point", "coordinates": [-1.57, 54.78]}},
        ],
        "regular_schedules": [{"weekday": "Thursday", "opens_at": "09:30", "closes_at": "10:30", "dtstart": "2026-09-10T00:00:00.000Z", "freq": "week", "interval": 1, "byday": "TH"}, {"weekday": "Friday", "opens_at": "09:00"}],
        "taxonomies": [{"id": 1, "name": "Sleep"}], "send_needs": [{"id": 2, "name": "Hearing"}], "cost_options": [],
    }  # fmt: skip
    found = draft_of(record, "feed", TODAY)
    entry, said = found.entry, " ".join(what for what, _ in found.notes)
    assert (entry["provider"], entry["contact"]["phone"], entry["cost"]["amount"]) == ("A council", "01388 123456", "free")
    assert (entry["ages"]["from_months"], entry["ages"]["to_months"]) == (0, 60)
    assert [(venue["address"], venue["lat"], venue["access"]) for venue in entry["venues"]] == [("1 Front Street, Stanhope", 54.749, "Ramp")]
    assert (entry["sessions"][0]["rrule"], entry["sessions"][0]["minutes"], entry["contact"]["hours"]) == ("FREQ=WEEKLY;BYDAY=TH", 60, "Friday 09:00")
    assert entry["needs"]["main"] == ["sleep", "hearing"]
    assert entry["referral"]["self"] is None
    for part in ("the feed hides where a place is", "its status is published", "it also has needs_referral"):
        assert part in said


def test_what_was_not_taken_is_named() -> None:
    _, said = draft(accreditations="Gold", funding=[{"source": "Lottery"}], fees="", deliverable_type=None)
    assert any(one.startswith("it also has accreditations, funding, which were not taken") for one in said)
    assert not any("were not taken" in one for one in draft()[1])


def test_several_age_ranges_are_not_made_one() -> None:
    entry, said = draft(eligibilitys=[{"minimum_age": 0, "maximum_age": 4}, {"minimum_age": 11, "maximum_age": 18}])
    assert entry["ages"]["from_months"] is entry["ages"]["to_months"] is None
    assert any("2 age ranges" in one for one in said)


def test_a_place_elsewhere_and_an_unknown_area_are_said() -> None:
    location = {"name": "Hall", "latitude": 51.45, "longitude": -2.58, "addresses": [{"address_1": "1 Road", "city": "Bristol", "postal_code": "bs11aa"}]}
    entry, said = draft(service_at_locations=[{"location": location}], service_areas=[{"name": "Bristol"}])
    assert (entry["venues"][0]["lat"], entry["venues"][0]["postcode"]) == (None, "BS1 1AA")
    assert any("not in the North East" in one for one in said)
    assert any("'Bristol' is none that we know" in one for one in said)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(["<b>", "2026-01-01", "WEEKLY", "MO", "09:00", "../..", "\ud800", "x: &a *a", "1e3", "0x1f"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = [*record_of(full_service()), "eligibilitys", "regular_schedules", "service_taxonomys", "holiday_schedules", "fees", "phones", "attending_access", "locations", "taxonomies", "organisation", "min_age"]


def spoilt(value: Any, other: Any, at: list[int]) -> Any:
    """The value with one of its parts replaced, wherever the numbers lead."""
    if not at or not isinstance(value, (dict, list)) or not value:
        return other
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = keys[at[0] % len(keys)]
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[key] = spoilt(value[key], other, at[1:])
    return changed


@settings(max_examples=75, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=8), ANYTHING, st.lists(st.integers(0, 50), max_size=7))
def test_no_record_breaks_the_import_and_every_draft_is_plain_yaml(changes: dict[str, Any], other: Any, at: list[int]) -> None:
    for record in ({**PLAIN, **changes}, spoilt(record_of(full_service()), other, at)):
        made = drafts_of([Found(record, "https://example.org/\n- x")], TODAY)
        assert len(made.drafts) + len(made.refused) == 1
        for name, content in files_of(made.drafts).items():
            assert name == Path(name).name
            loaded = yaml.safe_load(content)
            assert {key: None if loaded[key] is None else made.drafts[0].entry[key] for key in loaded} == made.drafts[0].entry
            assert loaded == made.drafts[0].entry
            assert all(loaded[key] is None for key in SIGNED)
            for text in (loaded["name"], loaded["summary"] or "", loaded["provider"] or ""):
                assert "<script" not in text.lower()


def test_what_is_printed_and_written_moves_no_cursor_and_hides_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nasty = "Evil\x1b[2J\u202e name\ud800\r\n"
    record = {**PLAIN, "name": nasty, "status": nasty, nasty: nasty, "attributes": [{"taxonomy_term": {"name": nasty}}], "service_areas": [{"name": nasty}]}
    (tmp_path / "a.json").write_text(json.dumps(record))
    assert main(["oruk", "import", str(tmp_path / "a.json"), "--to", str(tmp_path / "drafts")]) == 0
    written = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "drafts").iterdir())
    for text in (capsys.readouterr().out, written):
        assert "Evil" in text
        assert not {"\x1b", "\u202e", "\ud800", "\r"} & set(text)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=8))
def test_the_check_reads_every_draft_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Any]) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    for name, content in files_of(drafts_of([Found({**PLAIN, **changes}, "feed")], TODAY).drafts).items():
        (folder / name).write_bytes(content)
        findings = check([folder / name], TODAY)
        allowed = ("is not filled in", "it helps with no need", "no source says", "this session", "only stands")
        strange = [finding.what for finding in findings if not any(part in finding.what for part in (*allowed, "is not explained", "hard to read", "is missing", "stands for something"))]
        assert strange == []


def test_a_huge_description_is_cut_and_said() -> None:
    entry, said = draft(description="word " * 1_000_000)
    assert len(entry["summary"]) <= 5_000
    assert any("was cut" in one for one in said)


def test_services_folder_is_untouched() -> None:
    assert not list(SERVICES.rglob("*.json"))
