"""Several texts in one field of the standard, a labelled line each ("Who: ...", "Next step: ..."), and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def join(parts: Mapping[str, str | None]) -> str | None:
    """The lines of the parts that there are; None for none."""
    lines = [f"{label}: {' '.join(text.split())}" for label, text in parts.items() if text]
    return "\n".join(lines) or None


def split(text: str | None, labels: Iterable[str]) -> tuple[dict[str, str], str | None]:
    """The parts under the labels, each once, and what stands under none (None for nothing)."""
    known, found, rest = set(labels), dict[str, str](), list[str]()
    for line in (text or "").splitlines():
        label, colon, said = line.partition(": ")
        if colon and label in known and label not in found and said.strip():
            found[label] = said.strip()
        elif line.strip():
            rest.append(line.strip())
    return found, " ".join(rest) or None
