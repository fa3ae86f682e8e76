"""Supervisor's event listener: when a server cannot be kept up, note which and stop everything.

Speaks the listener protocol of supervisor (READY, an event on standard input, RESULT).
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from supervisor import childutils


def main() -> None:
    """Wait for one PROCESS_STATE_FATAL, write the program's name to the given-up file, stop supervisord."""
    note = Path(os.environ["SIGNPOST_VAR"]) / "given_up"
    while True:
        headers, payload = childutils.listener.wait(sys.stdin, sys.stdout)
        if headers["eventname"] == "PROCESS_STATE_FATAL":
            note.write_text(dict(pair.split(":", 1) for pair in payload.split())["processname"])
            childutils.listener.ok(sys.stdout)
            os.kill(os.getppid(), signal.SIGTERM)
        else:
            childutils.listener.ok(sys.stdout)


if __name__ == "__main__":
    main()
