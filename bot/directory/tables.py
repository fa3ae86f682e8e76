"""The YAML tables that stand beside the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_table(file: Path) -> dict[str, Any]:
    """The table in a file.

    Raises:
        OSError, yaml.YAMLError: it cannot be read.
    """
    table: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return table
