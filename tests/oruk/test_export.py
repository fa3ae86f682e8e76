"""`signpost oruk export`: what is published, that it is valid, the same every time, and harms nobody's files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.directory.service import Directory, Service
from bot.ops.paths import SERVICES
from bot.oruk.export import CannotExport, files_of, write
from bot.oruk.feed import feed_of, problems_of
from bot.oruk.ids import is_uuid
from bot.oruk.record import record_of, row_of
from tests.directory.conftest import service
from tests.oruk.conftest import full_service, today, whole, whole_feed


def feed_services(*services: Service) -> list[dict[str, Any]]:
    return [one.record for one in feed_of(Directory.of(services), date(2026, 11, 24)).services]


def nothing_empty(value: Any) -> bool:
    if isinstance(value, dict):
        return all(nothing_empty(one) for one in value.values())
    if isinstance(value, list):
        return bool(value) and all(nothing_empty(one) for one in value)
    return value is not None and value != ""


def test_every_service_of_the_directory_is_valid_and_has_no_empty_field() -> None:
    feed = whole_feed()
    assert feed.invalid == ()
    assert len(feed.services) + len(feed.left_out) == len(whole().services)
    for one in feed.services:
        assert problems_of("service.json", one.record) == []
        assert problems_of("service_list.json", row_of(one.record)) == []
        assert nothing_empty(one.record), one.service.id


def test_a_record_that_breaks_the_schema_is_told_by_service_and_field() -> None:
    feed = feed_of(Directory.of((service("bad", contact={"email": "nobody"}), service("good"))), date(2026, 11, 24))
    assert [one.service.id for one in feed.services] == ["good"]
    assert feed.invalid == ("bad: email: 'nobody' is not a 'email'",)


def test_export_refuses_and_writes_nothing_when_a_record_is_invalid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "services"
    given.mkdir()
    text = next(SERVICES.rglob("sendiass-durham.yml")).read_text(encoding="utf-8")
    (given / "a.yml").write_text(text.replace("  email: null", '  email: "nobody"'), encoding="utf-8")
    monkeypatch.setenv("SIGNPOST_SERVICES", str(given))
    assert main(["oruk", "export", str(tmp_path / "feed")]) == 1
    assert "sendiass-durham: email: 'nobody'" in capsys.readouterr().out
    assert not (tmp_path / "feed").exists()


def test_unverified_and_old_entries_are_left_out_with_the_reason() -> None:
    given = (service("sure"), service("low", confidence="low", unverified=True), service("old", last_checked=date(2024, 1, 1)))
    feed = feed_of(Directory.of(given), date(2026, 11, 24))
    assert [one.service.id for one in feed.services] == ["sure"]
    assert [(one.id, why) for one, why in feed.left_out] == [
        ("low", "nobody has verified it"),
        ("old", "nobody has checked it since January 2024"),
    ]


def test_a_part_past_its_review_limit_is_not_published() -> None:
    (record,) = feed_services(full_service(last_checked=date(2025, 10, 1)))
    assert "contacts" not in record
    assert "service_at_locations" not in record
    assert record["url"] == "https://example.org/help"


def test_what_nobody_knows_is_left_out_and_no_known_cost_is_not_free() -> None:
    record = record_of(service("plain", ages={"from_months": None, "to_months": None}))
    missing = {"minimum_age", "maximum_age", "cost_options", "contacts", "service_at_locations", "schedules", "email", "url", "languages", "last_modified"}
    assert not missing & record.keys()
    names = {one["taxonomy_term"]["code"] for one in record["attributes"]}
    assert {"self_referral", "no_drop_in"} <= names
    assert not {"remote", "not_remote", "diagnosis_needed", "no_diagnosis_needed"} & names


@pytest.mark.parametrize(
    ("cost", "amount", "words"),
    [
        ({"amount": "free", "words": None}, 0, "Free"),
        ({"amount": "varies", "words": "Ask."}, None, "Ask."),
        ({"amount": None, "words": "Ask the club."}, None, "Ask the club."),
    ],
)
def test_costs(cost: dict[str, Any], amount: int | None, words: str) -> None:
    (option,) = record_of(service("a", cost=cost))["cost_options"]
    assert (option.get("amount"), option["amount_description"]) == (amount, words)


def test_a_phone_and_the_way_in_are_published_under_their_core_names() -> None:
    record = record_of(full_service())
    assert record["contacts"][0]["phones"][0]["number"] == "0300 123 4567"
    assert "Next step: Ring the team." in record["application_process"]
    assert "Only if: your child is in care" in record["eligibility_description"]
    assert record["wait_time"] == "about 6 weeks (May 2026)"
    assert record["local_id"] == "full"


def test_a_venue_without_a_whole_address_and_a_refuge_have_no_location() -> None:
    assert [one["location"]["name"] for one in record_of(full_service())["service_at_locations"]] == ["The Hall"]
    assert "service_at_locations" not in record_of(full_service(kind="domestic_abuse_support"))


@pytest.mark.parametrize(("address", "published"), [("Broad Street, Nowhereham", False), ("Crook", False), ("1 High Street, Crook, County Durham", True)])
def test_the_town_is_never_guessed(address: str, published: bool) -> None:
    record = record_of(service("a", venues=[{"name": "Hall", "address": address, "postcode": "DL15 9AA"}]))
    assert ("service_at_locations" in record) is published
    if published:
        assert record["service_at_locations"][0]["location"]["addresses"][0]["city"] == "Crook"


def test_ids_are_uuids_stand_once_and_survive_an_edit() -> None:
    found: list[str] = []
    for one in whole_feed().services:
        found += [one.record["id"], *(link["id"] for link in one.record.get("service_at_locations", []))]
        found += [attribute["id"] for attribute in one.record["attributes"]]
    assert len(found) == len(set(found))
    assert all(map(is_uuid, found))
    assert record_of(full_service())["id"] == record_of(full_service(name="Renamed"))["id"]


def test_the_same_directory_gives_the_same_bytes() -> None:
    feed = feed_of(Directory.of(tuple(reversed(whole().services))), today())
    assert files_of(feed) == files_of(whole_feed())


def test_export_writes_what_the_endpoints_answer_and_says_what_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "feed"
    assert main(["oruk", "export", str(folder), "--url", "https://example.org/feed/", "--assurer-email", "team@example.org"]) == 0
    said = capsys.readouterr().out
    index, rows = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("index", "services"))
    assert index["version"] == "HSDS-UK-3.0"
    assert index["openapi_url"] == "https://example.org/feed/openapi.json"
    assert rows["total_items"] == rows["size"] == len(rows["contents"])
    assert rows["first_page"]
    assert rows["last_page"]
    assert not rows["empty"]
    nested = json.loads((folder / "services" / f"{rows['contents'][0]['id']}.json").read_text(encoding="utf-8"))
    assert nested["assurer_email"] == "team@example.org"
    assert f"{rows['total_items']} services are written" in said
    assert "family-hub-peterlee-west: nobody has verified it" in said
    for name, schema in (("taxonomies", "taxonomy.json"), ("taxonomy_terms", "taxonomy_term.json"), ("service_at_locations", "service_at_location_list.json")):
        listed = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["contents"]
        assert listed
        assert [problem for one in listed for problem in problems_of(schema, one)] == []
        assert all((folder / name / f"{one['id']}.json").is_file() for one in listed)


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    write(tmp_path / "feed", files_of(whole_feed()))
    small = files_of(feed_of(Directory.of((service("only"),)), date(2026, 11, 24)))
    write(tmp_path / "feed", small)
    found = {path.relative_to(tmp_path / "feed").as_posix(): path.read_bytes() for path in (tmp_path / "feed").rglob("*") if path.is_file()}
    assert found == small
    assert [path.name for path in tmp_path.iterdir()] == ["feed"]


@pytest.mark.parametrize("strange", ["letter.txt", "services/mine.json", "index.json", "services/deep/a.json"])
def test_a_folder_with_somebodys_files_is_refused_and_untouched(tmp_path: Path, strange: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / strange
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"version": "mine"}', encoding="utf-8")
    assert main(["oruk", "export", str(tmp_path)]) == 2
    assert "name a new or empty folder" in capsys.readouterr().err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_an_export_with_a_strangers_file_or_a_link_in_it_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "feed", files_of(feed_of(Directory.of((service("only"),)), date(2026, 11, 24))))
    (tmp_path / "feed" / "taxonomies.json").unlink()
    (tmp_path / "feed" / "taxonomies.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotExport):
        write(tmp_path / "feed", {})


def test_a_file_where_the_folder_should_be_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "feed").write_text("")
    assert main(["oruk", "export", str(tmp_path / "feed")]) == 2
    assert main(["oruk", "export", str(tmp_path / "new"), "--url", "ftp://example.org"]) == 2
