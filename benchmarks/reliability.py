"""How far confidence can be believed: the share of claims that are right, by bins of confidence.

    python -m benchmarks.reliability GOLD RECORDS

GOLD is a set of narratives of support with its gold, RECORDS what `casus extract` made of it. A claim of who backs whom
counts as right where its backer is one of the narrative's supporters; backers that are optional there do not count.
The rows below the bins give the same share by rule.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import typer

from casus.ontology import Polarity, Predicate

Json = dict[str, Any]
BINS = 10


class Judged(NamedTuple):
    """One claim: how sure, by which rule, and whether it is right."""

    confidence: float
    rule: str
    right: bool


def main(gold: Path, records: Path) -> None:
    """Print a table of bins, then of rules."""
    judged = list(_judged(_lines(gold), _lines(records)))
    print("| confidence | claims | mean confidence | share right |\n|---|---:|---:|---:|")
    for name, claims in _grouped(judged, lambda one: f"{_bin(one.confidence) / BINS:.1f}"):
        print(_row(name, claims))
    print("\n| rule | claims | mean confidence | share right |\n|---|---:|---:|---:|")
    for name, claims in _grouped(judged, lambda one: one.rule):
        print(_row(name, claims))


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _judged(gold: list[Json], records: list[Json]) -> Iterator[Judged]:
    parties = {one["id"]: one["gold"]["supporters"] for one in gold}
    for record in records:
        entities = {one["id"]: one for one in record["entities"]}
        supporters = parties.get(record["document"]["id"], [])
        for claim in record["claims"]:
            if claim["predicate"] == Predicate.BACKED_BY and claim["polarity"] == Polarity.ASSERTED:
                meant = [one for one in supporters if _is(entities[claim["object"]], one)]
                if not meant or not all(one["optional"] for one in meant):
                    yield Judged(claim["confidence"], claim["rule"], bool(meant))


def _is(entity: Json, party: Json) -> bool:
    names = {entity["name"].casefold(), *(one.casefold() for one in entity["aliases"])}
    same_name = bool(names & {one.casefold() for one in party["names"]})
    codes = {party["iso3"], *party["also"]} - {None}
    return same_name or (entity["type"] != "ArmedGroup" and entity["iso3"] in codes)


def _bin(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def _grouped(judged: list[Judged], key: Any) -> list[tuple[str, list[Judged]]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[key(one)].append(one)
    return sorted(groups.items())


def _row(name: str, claims: list[Judged]) -> str:
    count = len(claims)
    mean, share = sum(one.confidence for one in claims) / count, sum(one.right for one in claims) / count
    return f"| {name} | {count} | {mean:.2f} | {share:.2f} |"


if __name__ == "__main__":
    typer.run(main)
