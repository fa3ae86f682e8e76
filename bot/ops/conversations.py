"""`rasa test` on the conversation tests, where one wrong prediction fails (`python -m bot.ops.conversations`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.ops.paths import MODEL, ROOT


def main() -> int:
    """Run `rasa test core`; print its output only when a story failed. Exit code is its own."""
    command = [
        str(Path(sys.executable).with_name("rasa")), "test", "core", "--stories", "tests/conversations",
        "--model", str(MODEL), "--fail-on-prediction-errors", "--out", "results", "--no-plot",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
        return done.returncode
    stories = sum(file.read_text().count("- story:") for file in (ROOT / "tests/conversations").glob("*.yml"))
    print(f"rasa test: {stories} conversations predicted as written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
