"""The outlines of countries: whole, and within the world."""

from casus.explorer.drawing.outlines import FILE, outlines


def test_the_outlines_are_small_and_within_the_world() -> None:
    assert FILE.stat().st_size < 150_000
    assert len(outlines()) > 170
    points = [point for outline in outlines() for ring in outline.rings for point in ring]
    assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in points)


def test_every_ring_is_closed() -> None:
    assert all(ring[0] == ring[-1] for outline in outlines() for ring in outline.rings)
