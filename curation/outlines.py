"""Outlines of countries of Natural Earth, 1:110 million, as `outlines.tsv` of the explorer's maps.

A tenth of a degree is as fine as a map across a page can show; points that then coincide are left out. Borders are the
de facto ones that Natural Earth draws, and stay as they are.
"""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from casus.explorer.drawing.outlines import FILE

LEFT_OUT = {"ATA"}
"""Antarctica: a third of the file, and no place in the news."""

Ring = list[tuple[float, float]]


def run(folder: Path) -> None:
    """Write `outlines.tsv`: a country a line, its rings parted by `|`, a ring as longitudes and latitudes in turn."""
    shapes = json.loads((folder / "world_110m.geojson").read_text("utf-8"))["features"]
    rows = sorted(_row(shape) for shape in shapes if shape["properties"]["iso3"] not in LEFT_OUT)
    FILE.write_text("\n".join(["iso3\tname\trings", *rows, ""]), encoding="utf-8")


def _row(shape: dict[str, Any]) -> str:
    rings = [ring for ring in map(_thinned, _rings(shape["geometry"])) if len(ring) > 3]
    told = "|".join(" ".join(f"{degrees:g}" for point in ring for degrees in point) for ring in rings)
    return "\t".join((shape["properties"]["iso3"] or "", shape["properties"]["name"], told))


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]


def _thinned(ring: Ring) -> Ring:
    return [point for point, _ in groupby((round(point[0], 1), round(point[1], 1)) for point in ring)]
