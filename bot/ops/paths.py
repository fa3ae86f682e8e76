"""Where things live in a checkout. Nothing here touches the disk."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVICES = ROOT / "services"
DATA = ROOT / "data"
FAQ = ROOT / "faq"
SCENARIOS = ROOT / "tests" / "signposting"
GAZETTEER = DATA / "gazetteer"
MODELS = ROOT / "models"
MODEL = MODELS / "signpost.tar.gz"
VAR = ROOT / "var"  # logs, the conversations, the counts, the secret: never committed
