"""Reads the training data as Rasa does, with libyaml: named under ``importers`` in config.yml.

Rasa's own reader checks each file against a schema and parses it in Python, twice in one training: 60 of 153 seconds for 14,000
messages. ``make check`` runs `rasa data validate`, which is where the schema belongs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.formats import RasaYAMLReader
from rasa.shared.nlu.training_data.training_data import TrainingData

__all__ = ["QuickFileImporter"]


class QuickFileImporter(RasaFileImporter):
    """Rasa's importer of files, quicker with NLU data and the same in everything else."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All NLU examples of the training files.

        Raises:
            yaml.YAMLError: a file is no YAML.
        """
        return TrainingData().merge(*(_Reader().read_content(_content(Path(file))) for file in self._nlu_files))


class _Reader(RasaYAMLReader):
    def read_content(self, content: dict[str, Any]) -> TrainingData:
        self._parse_nlu(content.get("nlu"))
        return TrainingData(self.training_examples, self.entity_synonyms, self.regex_features, self.lookup_tables)


def _content(file: Path) -> dict[str, Any]:
    with file.open(encoding="utf-8") as stream:  # the stream, so that an error names the file
        # Every scalar stays text, as in the YAML 1.2 that Rasa reads: "no" is a word that families type.
        content: dict[str, Any] = yaml.load(stream, Loader=yaml.CBaseLoader)
    return content
