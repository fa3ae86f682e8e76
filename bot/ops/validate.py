"""`rasa data validate`, where a warning is an error (`python -m bot.ops.validate`)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from bot.ops.paths import ROOT


def main() -> int:
    """Run the validator; print its output only when it found something. Exit code is its own."""
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    del config["importers"]  # ours leaves the schema to Rasa's own reader, which is the one to validate with
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "config.yml"
        own.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        command = [str(Path(sys.executable).with_name("rasa")), "data", "validate", "--fail-on-warnings", "--config", str(own)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
