"""A time axis: where a day stands, and which days get a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from casus.explorer.drawing.shapes import Shape, Stroke, Text, segment

ROOM = 84.0
"""Pixels between two marks at least."""
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240)
DAYS = (1, 2, 7, 14)


@dataclass(frozen=True)
class Axis:
    """Days from `first` to `last`, drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def of(cls, days: Sequence[date], left: float, right: float) -> Self:
        """Return an axis that has all these days, and a little air at its ends."""
        air = max(2, (max(days) - min(days)).days // 40)
        return cls(_moved(min(days), -air), _moved(max(days), air), left, right)

    def x(self, day: date) -> float:
        """Return where a day stands."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + share * (self.right - self.left)

    def drawn(self, top: float, base: float) -> Iterator[Shape]:
        """Yield a line and its words for each mark."""
        for day, words in self.marks():
            yield Stroke("grid", segment(self.x(day), top, self.x(day), base + 6))
            yield Text("mark", self.x(day), base + 22, words, "middle")

    def marks(self) -> Iterator[tuple[date, str]]:
        """Yield the days to mark, as many as have room, each with its words."""
        days = max(1, (self.last - self.first).days)
        fewest = days * ROOM / (self.right - self.left)
        step = next((days for days in DAYS if days >= fewest), 0)
        if step:
            yield from self._by_days(step)
        else:
            yield from self._by_months(next((months for months in MONTHS if months * 30.4 >= fewest), MONTHS[-1]))

    def _by_days(self, step: int) -> Iterator[tuple[date, str]]:
        day = self.first
        while day <= self.last:
            yield day, f"{day.day} {day:%b %Y}"
            day = _moved(day, step)

    def _by_months(self, step: int) -> Iterator[tuple[date, str]]:
        month = self.first.year * 12 + self.first.month - 1
        month += -month % step
        while (
            month // 12 <= min(self.last.year, date.max.year)
            and (day := date(month // 12, month % 12 + 1, 1)) <= self.last
        ):
            if day >= self.first:
                yield day, f"{day:%Y}" if step % 12 == 0 else f"{day:%b %Y}"
            month += step


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return day
