"""Time axes: as many marks as have room, at days that people count by."""

from datetime import date
from itertools import pairwise

import pytest

from casus.explorer.drawing.axis import ROOM, Axis


@pytest.mark.parametrize(
    ("first", "last", "some"),
    [
        (date(2020, 1, 1), date(2020, 1, 6), "3 Jan 2020"),
        (date(2020, 1, 1), date(2020, 9, 1), "May 2020"),
        (date(1990, 5, 1), date(2020, 9, 1), "2000"),
        (date(2020, 1, 1), date(2020, 1, 1), "1 Jan 2020"),
    ],
)
def test_marks_have_room_and_stand_where_their_day_does(first: date, last: date, some: str) -> None:
    axis = Axis.of([first, last], 100, 1000)
    marks = list(axis.marks())
    places = [axis.x(day) for day, _ in marks]
    assert some in [words for _, words in marks]
    assert all(100 <= place <= 1000 for place in places)
    assert all(two - one > ROOM * 0.9 for one, two in pairwise(places))


def test_an_axis_reaches_the_ends_of_the_calendar() -> None:
    assert list(Axis.of([date.min, date.max], 0, 1000).marks())
