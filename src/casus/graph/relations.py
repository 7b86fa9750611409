"""The plain relationships: what documents together say of a subject and an object, computed from their claims.

A document's word is its surest claim; documents are taken as independent, so that what n of them assert with p1 … pn is
asserted with 1 - (1 - p1) … (1 - pn), and likewise what they deny. A relationship is made where more is asserted than
denied; its confidence is asserted * (1 - denied). Denied claims never make one, and stay to be asked for.

It holds on the days of the incident that is its subject. Else it holds from the first day that a claim names, or was
said on, to the last end that a claim names, unless a later document asserts it without an end.

`kinds` says whether texts assert it, data sets, or both.

`known_from` and `known_confidence` say what had been reported by a day, for each day on which that changed (0: as much
was denied as asserted), and `known_evidence` by which claim. They are left out where the first report was the only
change. What was published nobody knows when was known by no day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import prod
from typing import Any, NamedTuple, Self

from casus.ontology import Polarity

Properties = dict[str, Any]
Days = tuple[date | None, date | None]
"""The first and the last, where they are known."""

NO_DAYS: Days = (None, None)
_STRONGEST = 5  # claims that a relationship names as its evidence


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, as far as it matters for the relationship that it speaks of."""

    claim: str
    document: str
    kind: str
    polarity: str
    confidence: float
    day: date | None
    """When its document was published."""
    valid_from: date | None
    valid_to: date | None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read it from a row of cypher/load/said, or a map with the same keys."""
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})

    @classmethod
    def written(cls, row: Mapping[str, Any]) -> Self:
        """Take it from a row for cypher/load/claims."""
        says = row["says"]
        return cls(
            claim=says["id"],
            document=row["document"],
            kind=row["kind"],
            day=says["said"],
            **{name: says[name] for name in ("polarity", "confidence", "valid_from", "valid_to")},
        )

    @property
    def since(self) -> date | None:
        """The first day that it names or was said on, whichever is known."""
        if self.valid_from or not self.day or not self.valid_to:
            return self.valid_from or self.day
        return min(self.valid_to, self.day)


class Word(NamedTuple):
    """What a document says: its surest claim, and how many it makes."""

    doubt: float
    claim: str
    claims: int
    asserted: bool
    day: date | None
    kind: str
    since: date | None
    until: date | None


class Known(NamedTuple):
    """What had been reported by a day, and the claim that made it so."""

    day: date
    confidence: float
    claim: str


def relation(said: Iterable[Said], days: Days = NO_DAYS) -> Properties | None:
    """Return a relationship's properties from all claims about it that count; None: there is none.

    `days` are those of the incident that is its subject.
    """
    words = sorted(_words(said))
    yes, no = ([word for word in words if word.asserted is asserted] for asserted in (True, False))
    confidence = _confidence(_doubt(yes), _doubt(no))
    if not confidence:
        return None
    reported = [word.day for word in yes if word.day]
    since, until = _valid(yes)
    first = min(reported, default=None)
    return {
        "confidence": confidence,
        "documents": len(yes),
        "claims": sum(word.claims for word in yes),
        "denials": sum(word.claims for word in no),
        "first_reported": first,
        "last_reported": max(reported, default=None),
        "valid_from": days[0] or since,
        "valid_to": days[1] or until,
        "evidence": [word.claim for word in yes[:_STRONGEST]],
        "kinds": sorted({word.kind for word in yes}),
        **_history(list(_known([*yes, *no])), [(first, confidence, yes[0].claim)]),
    }


def grown(sure: Mapping[str, Any], said: Iterable[Said]) -> Properties | None:
    """Return a relationship that was as sure as can be, by cypher/load/sure, with what new documents say of it.

    None: that takes all claims. What only asserts it, after the day on which it became so sure, and names no end,
    changes nothing about when what was known, so that what news repeats for years is not read again each time.
    """
    words = sorted(_words(said))
    if not all(word.asserted and not word.until and _day(word) > sure["day"] for word in words):
        return None
    before = sure["says"]
    strongest = sorted(
        [*((1 - confidence, claim) for confidence, claim in sure["evidence"]), *(word[:2] for word in words)]
    )
    evidence = [claim for _, claim in strongest[:_STRONGEST]]
    once = before["first_reported"], before["confidence"]
    history = {} if "known_from" in before else _history([Known(*once, before["evidence"][0])], [(*once, evidence[0])])
    return {
        **before,
        "documents": before["documents"] + len(words),
        "claims": before["claims"] + sum(word.claims for word in words),
        "last_reported": max([before["last_reported"], *(word.day for word in words if word.day)]),
        "valid_from": min([before["valid_from"], *(word.since for word in words if word.since)]),
        "evidence": evidence,
        "kinds": sorted({*before["kinds"], *(word.kind for word in words)}),
        **history,
    }


def _words(said: Iterable[Said]) -> Iterator[Word]:
    """Yield what each document says, and what it denies."""
    by_document: dict[tuple[str, bool], list[Said]] = defaultdict(list)
    for one in said:
        by_document[one.document, one.polarity == Polarity.ASSERTED].append(one)
    for (_, asserted), claims in by_document.items():
        surest = min(claims, key=lambda one: (-one.confidence, one.claim))
        yield Word(
            doubt=1 - surest.confidence,
            claim=surest.claim,
            claims=len(claims),
            asserted=asserted,
            day=surest.day,
            kind=surest.kind,
            since=min((one.since for one in claims if one.since), default=None),
            until=max((one.valid_to for one in claims if one.valid_to), default=None),
        )


def _doubt(words: Iterable[Word]) -> float:
    return prod(word.doubt for word in words)


def _confidence(yes: float, no: float) -> float:
    """Return how sure it is, where asserting leaves the doubt `yes` and denying the doubt `no`."""
    return round((1 - yes) * no, 6) if yes < no else 0.0


def _valid(yes: list[Word]) -> Days:
    since = min((word.since for word in yes if word.since), default=None)
    until = max((word.until for word in yes if word.until), default=None)
    endless = max((word.day for word in yes if word.day and not word.until), default=None)
    return since, None if until and endless and endless > until else until


def _known(words: list[Word]) -> Iterator[Known]:
    """Yield what was known from each day on which that changed."""
    before, yes, no = 0.0, 1.0, 1.0
    dated = sorted((word for word in words if word.day), key=_day)
    for day, group in groupby(dated, key=_day):
        told = list(group)
        yes *= _doubt(word for word in told if word.asserted)
        no *= _doubt(word for word in told if not word.asserted)
        if (now := _confidence(yes, no)) != before:
            yield Known(day, now, told[0].claim)
            before = now


def _day(word: Word) -> date:
    return word.day or date.max


def _history(known: list[Known], at_once: list[tuple[date | None, float, str]]) -> Properties:
    """Return what was known when, unless it was known at once."""
    if known == at_once:
        return {}
    return {
        "known_from": [one.day for one in known],
        "known_confidence": [one.confidence for one in known],
        "known_evidence": [one.claim for one in known],
    }
