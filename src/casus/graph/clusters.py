"""Which reports are of one event: those that are judged the same, by people and by score.

People come first: what they call the same is joined, even where one document tells of both, and what they call
different stays apart, whatever else would join it. Then the computed judgements join reports, the surest first, but
never two of one document, which tells its own incidents apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casus.graph.identity import SAME, Judgement

Pair = tuple[str, str]
"""Two ids, the smaller first."""


class Verdict(StrEnum):
    """What a person makes of two reports or two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass
class Judged:
    """What is judged of some reports: by score, and by people."""

    computed: set[Judgement] = field(default_factory=set)
    people: dict[Pair, Verdict] = field(default_factory=dict)

    def pairs(self, verdict: Verdict) -> list[Pair]:
        """Return the pairs of which people say this."""
        return sorted(pair for pair, said in self.people.items() if said is verdict)

    @property
    def joined(self) -> set[str]:
        """The reports that are taken to be of the same event as another."""
        likely = {id for one in self.computed if one.score >= SAME for id in (one.one, one.other)}
        return likely | {id for pair in self.pairs(Verdict.SAME) for id in pair}


@dataclass(frozen=True)
class Cluster:
    """Reports that are taken to be of one event."""

    documents: frozenset[str]
    reports: frozenset[str]

    def with_(self, other: "Cluster") -> "Cluster":
        """Return both as one."""
        return Cluster(self.documents | other.documents, self.reports | other.reports)


def clusters(document_of: Mapping[str, str], judged: Judged) -> list[list[str]]:
    """Return the reports of each event; judgements of reports that are not given are left out of account."""
    of = {id: Cluster(frozenset({document}), frozenset({id})) for id, document in document_of.items()}
    apart = [pair for pair in judged.pairs(Verdict.DIFFERENT) if of.keys() >= set(pair)]
    for one, other in judged.pairs(Verdict.SAME):
        if one in of and other in of:
            _join(of, of[one], of[other], apart)
    for judgement in sorted(judged.computed):
        first, second = of[judgement.one], of[judgement.other]
        if judgement.score >= SAME and not first.documents & second.documents:
            _join(of, first, second, apart)
    return sorted(sorted(cluster.reports) for cluster in set(of.values()))


def _join(of: dict[str, Cluster], first: Cluster, second: Cluster, apart: Iterable[Pair]) -> None:
    """Join two clusters, unless a person holds that something in one is not what something in the other is."""
    joined = first.with_(second)
    if first is not second and not any(joined.reports >= set(pair) for pair in apart):
        of.update(dict.fromkeys(joined.reports, joined))
