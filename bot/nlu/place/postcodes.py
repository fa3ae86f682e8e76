"""Postcodes in a message. Only the outward code is ever kept; a sector gives the position."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from bot.enquiry import Locality
from bot.nlu.place.mention import PlaceMention

_POSTCODE = re.compile(r"\b([a-z]{1,2}\d{1,2}[a-z]?)(?:\s{0,2}(\d)([a-z]{2})?)?\b|\b([a-z]{1,2})\s(\d{1,2})\b", re.IGNORECASE)
# Shares of live postcodes inside the county, as the gazetteer's README advises.
_IN, _OUT = 0.98, 0.02
_DURHAM = "Durham County Council"


@dataclass(frozen=True)
class PostcodeArea:
    """An outward code ("DL14") or a sector ("DL14 6") with its middle, in degrees."""

    code: str
    lat: float
    lon: float
    share_in_county: float
    council: str

    def locality(self, position: PostcodeArea) -> Locality:
        """This outward code as a locality, placed at ``position`` (itself or one of its sectors)."""
        share = position.share_in_county
        in_area = True if share >= _IN else False if share <= _OUT else None
        council = _DURHAM if in_area else None if in_area is None else position.council
        kind = "outcode" if position is self else "sector"
        return Locality(self.code, in_area, council, position.lat, position.lon, kind)  # type: ignore[arg-type]


class Postcodes:
    """Every outward code and sector of the North East that the gazetteer holds."""

    def __init__(self, areas: dict[str, PostcodeArea]) -> None:
        self._areas = areas

    @classmethod
    def load(cls, file: Path) -> Postcodes:
        """Read postcodes.csv."""
        with file.open(newline="", encoding="utf-8") as rows:
            return cls({row["code"]: _area(row) for row in csv.DictReader(rows)})

    def find(self, text: str) -> list[PlaceMention]:
        """Each postcode said, in order; codes that the gazetteer does not hold are left alone ("A690", "P6")."""
        found = []
        for match in _POSTCODE.finditer(text):
            outward = (match[1] or match[4] + match[5]).upper()
            area = self._areas.get(outward)
            if area is None:
                continue
            position = self._areas.get(f"{outward} {match[2]}", area) if match[2] else area
            locality = area.locality(position)
            found.append(PlaceMention(locality, match.start(), match.end(), outward, 1.0, weight=5))
        return found


def _area(row: dict[str, str]) -> PostcodeArea:
    # "Darlington Borough Council 678; Durham County Council 12": the one with most postcodes comes first.
    largest = max(row["councils"].split(";"), key=lambda part: int(part.rsplit(" ", 1)[1])) if row["councils"] else ""
    return PostcodeArea(
        row["code"], float(row["lat"]), float(row["lon"]), float(row["share_in_county"]), largest.strip().rsplit(" ", 1)[0]
    )
