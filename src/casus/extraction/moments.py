"""The time expressions of a text, resolved against a day of publication: Sunday, last week, in May, two days later."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casus.extraction.story import Story
from casus.records import Dates

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = r"(?P<count>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few|a few)"
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


@dataclass(frozen=True)
class Moment:
    """A time expression: its characters in the text and the days it can mean; None where the year cannot be had."""

    start: int
    end: int
    days: Dates | None
    beside: bool = False
    """Whether it is counted from another one: the day before."""
    is_weekday: bool = False
    """Whether it is the bare name of a day of the week, which can be past or to come."""


def span_of(earliest: date, latest: date) -> Dates:
    """Return the days from one to another."""
    return Dates(earliest=earliest, latest=latest)


def _one(day: date) -> Dates:
    return span_of(day, day)


def _month_number(text: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(text.lower().rstrip(".")[:3]))


def _dated(found: re.Match[str], published: date | None) -> Dates | None:
    """`12 February 2015`, `February 12`, `Feb 2015`, `in May`."""
    parts = found.groupdict()
    month, day = _month_number(parts["month"]), parts.get("day")
    year = int(parts["year"]) if parts.get("year") else _year_for(month, int(day) if day else 1, published)
    if year is None:
        return None
    try:
        return (
            _one(date(year, month, int(day)))
            if day
            else span_of(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        )
    except ValueError:
        return None


def _year_for(month: int, day: int, published: date | None) -> int | None:
    """A month without a year is the latest one up to the day of publication."""
    if published is None:
        return None
    return published.year if (month, day) <= (published.month, published.day) else published.year - 1


def _ordinal(found: re.Match[str], published: date | None) -> Dates | None:
    """`on the 3rd`: of this month or the last."""
    if published is None:
        return None
    day = int(found["day"])
    month_end = published.replace(day=1) - timedelta(days=1)
    try:
        return _one(published.replace(day=day) if day <= published.day else month_end.replace(day=day))
    except ValueError:
        return None


def _iso(found: re.Match[str], published: date | None) -> Dates | None:
    """`2015-02-12`."""
    try:
        return _one(date(int(found["year"]), int(found["number"]), int(found["day"])))
    except ValueError:
        return None


def _decade(found: re.Match[str], published: date | None) -> Dates | None:
    """`the 1980s`."""
    first = int(found["decade"])
    return span_of(date(first, 1, 1), date(first + 9, 12, 31))


def _year(found: re.Match[str], published: date | None) -> Dates | None:
    year = int(found["year"])
    return span_of(date(year, 1, 1), date(year, 12, 31))


def _weekday(found: re.Match[str], published: date | None) -> Dates | None:
    """`Sunday`: the latest up to the day of publication; `last Sunday` never that day itself; `next` after it."""
    if published is None:
        return None
    which = (found["which"] or "").lower()
    back = (published.weekday() - DAYS.index(found["weekday"].lower())) % 7
    if which == "next":
        return _one(published + timedelta(days=7 - back))
    return _one(published - timedelta(days=7 if which == "last" and back == 0 else back))


def _relative_day(found: re.Match[str], published: date | None) -> Dates | None:
    word = found["word"].lower()
    shift = {"yesterday": -1, "last night": -1, "overnight": None, "the day before": None, "tomorrow": 1}.get(word, 0)
    if published is None:
        return None
    if shift is None:
        return span_of(published - timedelta(days=1), published)
    return _one(published + timedelta(days=shift))


def _last_unit(found: re.Match[str], published: date | None) -> Dates | None:
    """`last week` is Sunday to Sunday; `last month`, `this year` the calendar's."""
    if published is None:
        return None
    which, unit = found["which"].lower(), found["unit"].lower()
    last = which in {"last", "past", "previous"}
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        return span_of(saturday, min(saturday + timedelta(days=1), published))
    if unit == "week":
        sunday = published - timedelta(days=(published.weekday() + 1) % 7)
        return span_of(sunday - timedelta(days=7), sunday) if last else span_of(sunday, published)
    if unit == "month":
        end = published.replace(day=1) - timedelta(days=1)
        return span_of(end.replace(day=1), end) if last else span_of(published.replace(day=1), published)
    year = published.year - 1 if last else published.year
    return span_of(date(year, 1, 1), date(year, 12, 31) if last else published)


def _ago(found: re.Match[str], published: date | None) -> Dates | None:
    """`three days ago`; of weeks, months and years the width of one of them."""
    count = _NUMBERS.get(found["count"].lower()) or (int(found["count"]) if found["count"].isdigit() else None)
    if published is None or count is None:
        return None
    unit = found["unit"].lower().rstrip("s")
    if unit == "day":
        return _one(published - timedelta(days=count))
    if unit == "week":
        middle = published - timedelta(weeks=count)
        return span_of(middle - timedelta(days=3), middle + timedelta(days=3))
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        year, month = divmod(months, 12)
        return span_of(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
    return span_of(date(published.year - count, 1, 1), date(published.year - count, 12, 31))


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Dates | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolve)
    for pattern, resolve in (
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b", _iso),
        (r"\b(?P<decade>(?:19|20)\d0)s\b", _decade),
        (rf"\b{_DAY}(?: of)? {_MONTH}(?: ?,? {_YEAR})?(?!\w)", _dated),
        (rf"\b{_MONTH} {_DAY}(?: ?,? {_YEAR})?(?!\w)", _dated),
        (rf"\b{_MONTH},? (?:of )?{_YEAR}\b", _dated),
        (
            r"\b(?P<word>yesterday|today|tonight|last night|overnight|this (?:morning|afternoon|evening)|tomorrow)\b",
            _relative_day,
        ),
        (
            rf"\b(?:(?P<which>last|next|this|on) )?(?P<weekday>{'|'.join(DAYS)})\b",
            _weekday,
        ),
        (r"\b(?P<which>last|this|past|previous) (?P<unit>week|weekend|month|year)\b", _last_unit),
        (r"\b(?P<which>over|at|during) the (?P<unit>weekend)\b", _last_unit),
        (rf"\b{_COUNT} (?P<unit>days?|weeks?|months?|years?) ago\b", _ago),
        (rf"\bon the {_DAY}\b", _ordinal),
        (rf"\b(?:in|last|this|since|during|early|late|mid-|of) {_MONTH}(?!\w)(?! \d)", _dated),
        (rf"\b(?:in|since|during|of|the|early|late|mid-) {_YEAR}\b", _year),
    )
)
_BESIDE = re.compile(r"\bthe (?:(?P<back>day before|previous day)|(?:next|following) day)\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b{_COUNT} (?P<unit>days?|weeks?) (?P<side>later|earlier|(?:after|before)(?=[.,;]| that\b))(?: that)?",
    re.IGNORECASE,
)


SUPPOSED = date(2001, 1, 17)
"""A day of publication for texts that have none: what is resolved against it can only be compared within the text."""


def moments(story: Story, published: date | None) -> list[Moment]:
    """Return the text's time expressions, in order, without overlaps."""
    text = story.doc.text
    found: list[Moment] = []
    taken = bytearray(len(text))  # one flag a character: a longer pattern comes first and keeps its place
    for pattern, resolve in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]) and _is_time(match):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                is_weekday = resolve is _weekday and (match["which"] or "on").lower() == "on"
                found.append(Moment(match.start(), match.end(), resolve(match, published), is_weekday=is_weekday))
    found.sort(key=lambda one: one.start)
    return sorted([*found, *_beside(found, story, taken)], key=lambda one: one.start)


def _is_time(match: re.Match[str]) -> bool:
    """`may` and `march` are months only when written so."""
    month = match.groupdict().get("month")
    return month is None or month[0].isupper()


def _beside(found: list[Moment], story: Story, taken: bytearray) -> Iterator[Moment]:
    """Yield `two days after that` and `the day before`, counted from the time expression before them."""
    dated = [one for one in found if one.days is not None]
    ends = [one.end for one in dated]
    for pattern, shift_of in ((_AFTER, _counted), (_BESIDE, _next_to)):
        for match in pattern.finditer(story.doc.text):
            place, shift = bisect_right(ends, match.start()), shift_of(match)
            if place and shift is not None and not any(taken[match.start() : match.end()]):
                yield _shifted(match, dated[place - 1], shift)


def _counted(match: re.Match[str]) -> timedelta | None:
    count = _NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else None)
    if count is None:
        return None
    shift = timedelta(days=count * (7 if match["unit"].lower().startswith("week") else 1))
    return -shift if match["side"].lower() in {"before", "earlier"} else shift


def _next_to(match: re.Match[str]) -> timedelta:
    return timedelta(days=-1 if match["back"] else 1)


def _shifted(match: re.Match[str], earlier: Moment, shift: timedelta) -> Moment:
    days = earlier.days
    return Moment(match.start(), match.end(), days and span_of(days.earliest + shift, days.latest + shift), beside=True)
