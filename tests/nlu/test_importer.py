"""The quick reader of training data gives what Rasa's own gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa.shared.importers.rasa import RasaFileImporter

from bot.ops.paths import DATA
from bot.rasa.importer import QuickFileImporter

TRICKY = """\
version: "3.1"
nlu:
- intent: affirm
  examples:
  - text: yes
    metadata: {needs: [], voice: parent, style: short}
  - text: "no, on 2026-11-26 at 10:30, 1_000 times"
- intent: deny
  examples: |
    - no
    - nah
- synonym: adhd
  examples: |
    - hyperactive
- regex: code
  examples: |
    - \\d+
"""


def _both(path: Path) -> tuple[str, str]:
    """The fingerprints of what both readers make of it: every text, label and piece of metadata counts."""
    quick, own = (one(None, None, [str(path)]).get_nlu_data() for one in (QuickFileImporter, RasaFileImporter))
    return quick.fingerprint(), own.fingerprint()


@pytest.mark.parametrize("name", ["small_talk.yml", "choices.yml", "find_service_practitioners.yml"])
def test_our_files_read_as_rasa_reads_them(name: str) -> None:
    quick, own = _both(DATA / "nlu" / name)
    assert quick == own


def test_yes_and_no_stay_words_and_every_kind_of_block_is_read(tmp_path: Path) -> None:
    (tmp_path / "nlu.yml").write_text(TRICKY, encoding="utf-8")
    quick, own = _both(tmp_path)
    assert quick == own
    heard = QuickFileImporter(None, None, [str(tmp_path)]).get_nlu_data()
    assert [example.get("text") for example in heard.training_examples][::2] == ["yes", "no"]
    assert heard.entity_synonyms == {"hyperactive": "adhd"}


def test_half_written_yaml_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / "half.yml").write_text('nlu:\n- intent: affirm\n  examples: [{text: "yes\n', encoding="utf-8")
    with pytest.raises(yaml.YAMLError, match=r"half\.yml"):
        QuickFileImporter(None, None, [str(tmp_path)]).get_nlu_data()
