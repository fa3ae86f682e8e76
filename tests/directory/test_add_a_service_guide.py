"""What the guide for content owners says to copy is right: its examples pass the check, its rules mean what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.directory.check import check
from bot.directory.load import load_file
from bot.directory.places import town
from bot.directory.sessions import next_session, rule_of, when_words
from bot.ops.paths import ROOT, SERVICES
from tests.directory.conftest import TODAY

GUIDE = (ROOT / "docs" / "add-a-service.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
RULES = re.findall(r"\| ([^|]+) \| `(FREQ=[^`]+)` \|", GUIDE)
A_SERVICE = yaml.safe_load((SERVICES / "short_breaks_and_leisure" / "dadlg.yml").read_text(encoding="utf-8"))


def pasted(tmp_path: Path, example: str) -> Path:
    """A service of the directory with an example of the guide in it, its sources added to the service's own."""
    parts: dict[str, Any] = yaml.safe_load(example)
    file = tmp_path / "dadlg.yml"
    whole = {**A_SERVICE, **parts, "sources": [*A_SERVICE["sources"], *parts.get("sources", ())]}
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    return file


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.partition(":")[0] for example in EXAMPLES])
def test_an_example_passes_the_check_and_goes_live(tmp_path: Path, example: str) -> None:
    file = pasted(tmp_path, example)
    assert [str(one) for one in check([file], TODAY)] == []
    load_file(file)


def test_the_guide_has_its_examples_and_its_rules() -> None:
    assert len(EXAMPLES) == 4
    assert len(RULES) == 9


def test_the_example_of_a_session_is_said_as_the_guide_says(tmp_path: Path) -> None:
    example = next(one for one in EXAMPLES if "sessions:" in one)
    service = load_file(pasted(tmp_path, example)).services[0]
    found = next_session(service, date(2026, 11, 29))
    assert found is not None
    assert f"{found[1].title}: {when_words(found[1], found[0])}" in GUIDE


@pytest.mark.parametrize(("said", "rule"), RULES, ids=[said for said, _ in RULES])
def test_a_rule_of_the_guide_has_dates(said: str, rule: str) -> None:
    assert rule_of(rule, date(2026, 9, 1))[0].date() >= date(2026, 9, 1)


def test_the_middle_of_the_town_is_the_gazetteers() -> None:
    lat, lon = town("Crook") or (None, None)
    assert f"Crook: `lat: {lat}, lon: {lon}`" in GUIDE
