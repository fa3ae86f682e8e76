"""How a fault is logged: by its kind and place. The message of an exception can quote a family's words."""

from __future__ import annotations

import traceback


def kind_and_place(fault: BaseException) -> str:
    """What a fault is and where it came from: "KeyError in .../steps.py:12"."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "no known place"
    return f"{type(fault).__name__} in {place}"
