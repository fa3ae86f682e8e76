"""The shortlist leaves out nothing that a look at every service would have chosen."""

from __future__ import annotations

import random

import pytest

from benchmarks.directory.synthetic import made_up
from bot.directory import shortlist as shortlist_module
from bot.directory.load import load_directory
from bot.directory.match import match
from bot.directory.service import Directory, Service
from bot.directory.vocabulary import NEEDS
from bot.enquiry import Child, Enquiry, Locality
from bot.ops.paths import SERVICES
from tests.directory.conftest import TODAY

PLACES = (
    None,
    Locality("Crook", True, "Durham County Council", 54.7146, -1.74649),
    Locality("Seaham", True, "Durham County Council", 54.838, -1.346),
    Locality("Darlington", False, "Darlington Borough Council", 54.52494, -1.55342),
    Locality("Stanley", None, None),
)


@pytest.fixture(scope="module")
def large() -> Directory:
    real = load_directory(SERVICES).services
    return Directory.of(tuple(Service.from_mapping(raw) for raw in made_up(real, 1500)))


def enquiries(count: int) -> list[Enquiry]:
    chance = random.Random(3)
    found = []
    for _ in range(count):
        needs = tuple(chance.sample(NEEDS, chance.choice((1, 1, 2, 3))))
        ages = chance.sample(range(-12, 228, 6), chance.choice((0, 1, 1, 2)))
        children = tuple(Child((age, age + chance.choice((1, 12))), chance.choice(((), needs[:1]))) for age in ages)
        found.append(Enquiry(needs, children, chance.choice(PLACES), has_diagnosis=chance.choice((None, False))))
    return found


def test_the_results_are_those_of_a_look_at_every_service(large: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = enquiries(120)
    quick = [match(large, enquiry, TODAY) for enquiry in asked]
    for name in ("_FOR_A_NEED", "_FOR_ALL", "_OF_A_KIND", "_FAILED"):
        monkeypatch.setattr(shortlist_module, name, 100_000)
    for enquiry, plan in zip(asked, quick):
        whole = match(large, enquiry, TODAY)
        assert [one.service.id for one in plan.results] == [one.service.id for one in whole.results], enquiry
        assert plan.unmet == whole.unmet


def test_nothing_offered_is_known_to_be_unfit(large: Directory) -> None:
    for enquiry in enquiries(150):
        plan = match(large, enquiry, TODAY)
        excluded = {one.id for one in plan.excluded}
        for result in plan.results:
            lo, hi = result.service.ages.from_months, result.service.ages.to_months
            assert result.service.id not in excluded
            # The home council's page lists help for every age, the unborn too: it is no service with a limit.
            assert result.service.kind == "other_local_offer" or not result.children or any(
                child.age is None or ((lo is None or child.age[1] > lo) and (hi is None or child.age[0] < hi))
                for child in (enquiry.children[at] for at in result.children)
            )
            if enquiry.locality and enquiry.locality.in_area is False:
                assert result.service.area.is_national or result.service.area.covers == "councils" or result.service.area.follows_gp
