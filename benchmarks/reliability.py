"""How far confidence can be believed: the share of claims that are right, by bins of confidence.

    python -m benchmarks.reliability GOLD RECORDS

GOLD is a set of narratives of support with its gold, or one of annotated news, RECORDS what `casus extract` made of it.
In a narrative a claim of who backs whom counts as right where its backer is one of the supporters. In news every claim
does whose ends, found by their mentions, the gold joins by its predicate. What is optional there does not count. The
rows below the bins give the same share by family of rules.
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
    yield from _news(gold, records) if "claims" in gold[0]["gold"] else _narratives(gold, records)


def _news(gold: list[Json], records: list[Json]) -> Iterator[Judged]:
    annotated = {one["id"]: one["gold"] for one in gold}
    for record in (one for one in records if one["document"]["id"] in annotated):
        truth = annotated[record["document"]["id"]]
        same = _same(record["entities"], truth["entities"]) | _same(record["incidents"], truth["incidents"])
        loose = {one["ref"] for one in [*truth["entities"], *truth["incidents"]] if one.get("optional")}
        known = {_triple(one, one["subject"], one["object"]): bool(one.get("optional")) for one in truth["claims"]}
        predicates = {one["predicate"] for one in truth["claims"]} | {Predicate.PERPETRATOR, Predicate.TARGET}
        for claim in (one for one in record["claims"] if one["predicate"] in predicates):
            ends = [same.get(claim[end]) for end in ("subject", "object")]
            triple = _triple(claim, *ends)
            if not loose & set(ends) and not known.get(triple):
                yield Judged(claim["confidence"], _family(claim), triple in known)


def _triple(claim: Json, subject: str | None, obj: str | None) -> tuple[str | None, ...]:
    return subject, claim["predicate"], obj, claim.get("polarity") or Polarity.ASSERTED


def _family(claim: Json) -> str:
    family = claim["rule"].partition(":")[0]
    return f"{claim['predicate']} by {family}" if family != "backing" else str(claim["rule"])


def _same(found: list[Json], annotated: list[Json]) -> dict[str, str]:
    """What each found entity or incident is in the gold: the state of its code, else what shares most of its words."""
    pairs = ((_likeness(one, other), one["id"], other["ref"]) for one in found for other in annotated)
    same: dict[str, str] = {}
    for likeness, id_, ref in sorted(pairs, reverse=True):
        if likeness > 0 and id_ not in same and ref not in same.values():
            same[id_] = ref
    return same


def _likeness(found: Json, annotated: Json) -> float:
    if "State" in {found["type"], annotated["type"]}:
        return float(found["type"] == annotated["type"] and found["iso3"] == annotated["iso3"])
    shared: float = sum(
        max(0, min(end, last) - max(start, first)) / (max(end, last) - min(start, first))
        for start, end in found["mentions"]
        for first, last in annotated["mentions"]
    )
    return shared + (found.get("name") in annotated.get("names", ()))


def _narratives(gold: list[Json], records: list[Json]) -> Iterator[Judged]:
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
