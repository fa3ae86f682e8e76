"""`signpost oruk serve`: the standard's API over real sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer, unused_port

from bot.cli import main
from bot.directory.service import Directory
from bot.directory.store import DirectoryStore
from bot.ops.paths import SERVICES
from bot.oruk import feed as feeds
from bot.oruk.feed import feed_of, page, problems_of
from bot.oruk.ids import uuid_for
from bot.oruk.query import MOST_PER_PAGE, BadParameter, filters
from bot.oruk.serve import LiveFeed, OpenConnection, create_app
from bot.web.serving import serve
from tests.directory.conftest import service
from tests.oruk.conftest import full_service, today, whole, whole_feed

Client = TestClient[Any, Any]
LIVE = LiveFeed(whole, today)


@pytest_asyncio.fixture
async def client() -> AsyncIterator[Client]:
    async with TestClient(TestServer(create_app(LIVE))) as found:
        yield found


async def body(client: Client, path: str, **query: Any) -> Any:
    answer = await client.get(path, params=query)
    assert answer.status == 200, await answer.text()
    assert answer.content_type == "application/json"
    return await answer.json()


async def test_the_root_names_the_version_that_the_validator_reads(client: Client) -> None:
    root = await body(client, "/")
    assert root["version"] == "HSDS-UK-3.0"
    assert root["profile"].startswith("https://")
    assert root["openapi_url"].endswith("openapi.json")
    assert (await body(client, "/openapi.json"))["openapi"] == "3.0.0"


async def test_every_row_and_every_nested_thing_is_valid_and_pages_hold_all(client: Client) -> None:
    rows, number = [], 1
    while True:
        one = await body(client, "/services", page=number, per_page=90)
        rows += one["contents"]
        if one["last_page"]:
            break
        number += 1
    assert (number, len(rows)) == (3, one["total_items"])
    assert len({row["id"] for row in rows}) == len(whole_feed().services)
    for row in rows[::20]:
        nested = await body(client, f"/services/{row['id']}")
        assert problems_of("service.json", nested) == []
        assert problems_of("service_list.json", row) == []
    for name in ("taxonomies", "taxonomy_terms", "service_at_locations"):
        first = (await body(client, f"/{name}"))["contents"][0]
        assert (await body(client, f"/{name}/{first['id'].upper()}"))["id"] == first["id"]
    # The standard's own API file has a service_at_location checked as a service.
    assert problems_of("service.json", await body(client, f"/{name}/{first['id']}")) == []


@pytest.mark.parametrize(
    ("rows", "number", "size", "expected"),
    [
        (0, 1, 10, (0, 0, 0, True, True, True)),
        (3, 1, None, (3, 1, 3, True, True, False)),
        (3, 1, 2, (3, 2, 2, True, False, False)),
        (3, 2, 2, (3, 2, 1, False, True, False)),
        (4, 2, 2, (4, 2, 2, False, True, False)),
        (3, 9, 2, (3, 2, 0, False, True, True)),
    ],
)
def test_the_edges_of_paging(rows: int, number: int, size: int | None, expected: tuple[Any, ...]) -> None:
    found = page([{}] * rows, number, size)
    keys = ("total_items", "total_pages", "size", "first_page", "last_page", "empty")
    assert tuple(found[key] for key in keys) == expected
    assert found["page_number"] == number


async def test_a_page_is_never_larger_than_the_cap(client: Client) -> None:
    assert (await body(client, "/services", per_page=10_000))["size"] == MOST_PER_PAGE
    assert (await body(client, "/services", page=999_999_999))["empty"]


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=x", "page=1.5", "page=", "page=" + "9" * 400, "page=%D9%A1", "per_page=0", "page=1&page=2",
        "minimum_age=old", "minimum_age=-1", "minimum_age=nan", "maximum_age=inf", "day=someday", "day=", "start_time=9", "end_time=24:00",
        "taxonomy_term_id=sleep", "taxonomy_id=../x", "organization_id=1", "modified_after=2026-01-01", "full=true", "format=csv", "minimal=true",
    ],
)  # fmt: skip
async def test_a_bad_parameter_is_a_400_in_json_for_everybody(client: Client, query: str) -> None:
    answer = await client.get(f"/services?{query}")
    assert answer.status == 400
    assert query.split("=")[0] in (await answer.json())["error"]["message"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", ["proximity=5", "postcode=Crook", "postcode=DL15&proximity=x", "postcode=SW1A%201AA", "postcode=DL15%20DL14"])
async def test_a_bad_place_is_a_400(client: Client, query: str) -> None:
    assert (await client.get(f"/service_at_locations?{query}")).status == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/services/1", 404),
        ("GET", "/services/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/services/" + "a" * 5000, 404),
        ("GET", "/taxonomies/00000000-0000-0000-0000-000000000000", 404),
        ("POST", "/services", 405),
        ("DELETE", "/", 405),
        ("OPTIONS", "/services", 204),
        ("HEAD", "/services", 200),
        ("GET", "/", 200),
    ],
)
async def test_every_answer_may_be_read_by_any_page(client: Client, method: str, path: str, status: int) -> None:
    answer = await client.request(method, path, data="x" * 5000 if method == "POST" else None)
    assert answer.status == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    if status >= 400:
        assert (await answer.json())["error"]["status"] == status
    if status == 405:
        assert "GET" in answer.headers["Allow"]


async def test_a_fault_of_ours_is_a_500_in_json_with_the_header() -> None:
    def broken() -> Directory:
        raise RuntimeError("secret")

    async with TestClient(TestServer(create_app(LiveFeed(broken)))) as found:
        answer = await found.get("/services")
        assert answer.status == 500
        assert "secret" not in await answer.text()
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


async def test_a_request_that_cannot_be_read_is_answered_with_the_header() -> None:
    stop, listening, port = asyncio.Event(), asyncio.Event(), unused_port()
    serving = asyncio.create_task(serve(create_app(LIVE), "127.0.0.1", port, stop, listening=listening, connection=OpenConnection))
    await listening.wait()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n")
    said = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    stop.set()
    await serving
    assert b" 400 " in said.splitlines()[0]
    assert b"application/json" in said
    assert b"access-control-allow-origin: *" in said.lower()


async def test_an_answer_that_the_asker_has_is_not_sent_again(client: Client) -> None:
    first = await client.get("/services?per_page=5")
    again = await client.get("/services?per_page=5", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status == 304
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    other = await client.get("/services?per_page=6", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status == 200


def ids(given: dict[str, str], *, places: bool = False) -> list[str]:
    """Which of three services are found."""
    young = full_service(id="young", ages={"from_months": 0, "to_months": 60}, contact={"hours": "Monday 9am to 12pm, Tuesday 1pm to 5pm"}, sessions=[])
    older = service("older", name="Sleep for teens", ages={"from_months": 132, "to_months": 228}, contact={"hours": "Every day 6pm to 8pm"})
    unknown = service("unknown", ages={"from_months": None, "to_months": None})
    feed = feed_of(Directory.of((young, older, unknown)), today())
    wanted = filters({name: [value] for name, value in given.items()}, places=places)
    if places:
        return [item.about.service.id for item in feed.lists["service_at_locations"] if item.about and wanted(item.about, item.nested)]
    return [one.service.id for one in feed.services if wanted(one, {})]


SLEEP = uuid_for("term", "needs/sleep")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["older", "unknown", "young"]),
        ({"search": "SLEEP teens"}, ["older"]),
        ({"search": "sleep"}, ["older", "young"]),
        ({"search": "<script>"}, []),
        ({"minimum_age": "0"}, ["older", "young"]),
        ({"minimum_age": "11"}, ["older"]),
        ({"maximum_age": "4"}, ["young"]),
        ({"maximum_age": "3.9"}, []),
        ({"minimum_age": "0", "maximum_age": "18"}, ["older", "young"]),
        ({"taxonomy_term_id": SLEEP}, ["young"]),
        ({"taxonomy_term_id": SLEEP.upper()}, ["young"]),
        ({"taxonomy_id": uuid_for("taxonomy", "kinds")}, ["older", "unknown", "young"]),
        ({"taxonomy_term_id": SLEEP, "minimum_age": "11"}, []),
        ({"organization_id": uuid_for("organization", "A trust")}, ["older", "unknown", "young"]),
        ({"organization_id": uuid_for("organization", "Nobody")}, []),
        ({"day": "MO"}, ["older", "young"]),
        ({"day": "tuesday", "start_time": "13:00"}, ["older", "young"]),
        ({"day": "MO", "start_time": "13:00"}, ["older"]),
        ({"day": "MO", "end_time": "12:00:00"}, ["young"]),
        ({"start_time": "18:00", "end_time": "20:00"}, ["older"]),
        ({"day": "WE", "search": "sleep"}, ["older"]),
    ],
)
def test_filters_must_all_hold(given: dict[str, str], found: list[str]) -> None:
    assert ids(given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"postcode": "DL15 9AA"}, ["young"]),
        ({"postcode": "dl159aa", "proximity": "5000"}, ["young"]),
        ({"postcode": "DL15", "proximity": "5000"}, ["young"]),
        ({"postcode": "DL15 9AA", "proximity": "0"}, []),
        ({"postcode": "SR8 1AA"}, []),  # serves Crook and Stanhope only
        ({"postcode": "DL15 9AA", "minimum_age": "11"}, []),
    ],
)
def test_places_are_found_by_postcode_and_metres(given: dict[str, str], found: list[str]) -> None:
    assert ids(given, places=True) == found


async def test_proximity_is_asked_over_the_api(client: Client) -> None:
    near = await body(client, "/service_at_locations", postcode="DH1 4LW", proximity="3000")
    wide = await body(client, "/service_at_locations", postcode="DH1 4LW", proximity="100000")
    assert 0 < near["total_items"] < wide["total_items"]
    assert problems_of("service_at_location_list.json", near["contents"][0]) == []


async def test_hostile_parameters_never_break_it(client: Client) -> None:
    for value in ("\x00", "'; DROP TABLE", "\ud7ff", "%", "x" * 3000, "💥"):
        for name in ("search", "day", "postcode", "taxonomy_id", "anything"):
            answer = await client.get(f"/service_at_locations?{urlencode({name: value})}")
            assert answer.status in (200, 400)


async def test_a_valid_edit_is_published_and_a_broken_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    text = next(SERVICES.rglob("sendiass-durham.yml")).read_text(encoding="utf-8").replace("after:", "after: null #")
    file.write_text(text, encoding="utf-8")
    now = [0.0]
    store = DirectoryStore(tmp_path, clock=lambda: now[0])
    async with TestClient(TestServer(create_app(LiveFeed(store.current, today)))) as found:
        before = (await body(found, "/services"))["contents"][0]["name"]
        for name, expected in (("Another name", "Another name"), ("", "Another name")):
            file.write_text(text.replace(f'name: "{before}"', f'name: "{name}"'), encoding="utf-8")
            now[0] += 2
            assert (await body(found, "/services"))["contents"][0]["name"] == expected


def test_the_copied_schemas_are_the_ones_that_are_named() -> None:
    notice = (feeds.SCHEMAS / "NOTICE.md").read_text(encoding="utf-8")
    assert all(file.name in notice for file in feeds.SCHEMAS.glob("*.json"))
    assert json.loads((feeds.SCHEMAS / "openapi.json").read_text(encoding="utf-8"))["info"]["version"] == "3.0"


def test_misuse_of_serve(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oruk", "serve", "--port", "0"]) == 2
    assert main(["oruk", "serve", "--host", "nowhere.invalid", "--port", "8099"]) == 2
    assert "cannot be listened on" in capsys.readouterr().err


def test_a_parameter_given_twice_is_refused() -> None:
    with pytest.raises(BadParameter, match="2 times"):
        filters({"search": ["a", "b"]})
