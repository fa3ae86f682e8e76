"""`rasa data validate`, where a warning is an error (`python -m bot.ops.validate`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.ops.paths import ROOT


def main() -> int:
    """Run the validator; print its output only when it found something. Exit code is its own."""
    command = [str(Path(sys.executable).with_name("rasa")), "data", "validate", "--fail-on-warnings"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
