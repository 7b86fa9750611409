"""What people judge counts before what is computed, and can be taken back without a trace."""

from collections.abc import Callable

import pytest
from tests.graph.conftest import Dump
from tests.graph.stories import Telling, ambush, strikes, strikes_again

from casus.errors import BadInput, NotFound
from casus.graph import Graph, queries
from casus.graph.clusters import Verdict
from casus.ontology import Predicate
from casus.records import Record

Dumped = Callable[[], Dump]

STRIKES, RAIDS = "wire/strikes/i1", "courier/vow/e1"
AMBUSH = "gazette/ambush/i1"


def another(id: str, killed: int) -> Record:
    """A third report of the strikes, of which it is less sure that it is one."""
    told = Telling(id, "Warplanes raided some camps, we hear.", "2020-01-02")
    told.tells("1", "raided", "2019-12-26/2019-12-30", mode="aerial", killed=killed)
    told.says("1", Predicate.PERPETRATOR, "state/USA").says("1", Predicate.TARGET, "org/kataib-hezbollah")
    return told.says("1", Predicate.LOCATED_IN, "state/IRQ").record


@pytest.fixture
def told(graph: Graph) -> Graph:
    """Two documents that tell of the same strikes and rockets, one that may, and one of an ambush."""
    graph.load([strikes(), strikes_again(), another("a/post", 6), ambush()])
    return graph


def incident_of(graph: Graph, report: str) -> str:
    return next(one.incident for one in graph.each(queries.reports) if one.id == report)


def reports_with(graph: Graph, report: str) -> list[str]:
    return sorted(one.id for one in graph.ask(queries.incident(incident_of(graph, report))).told)


def test_what_a_person_calls_different_is_parted(told: Graph) -> None:
    assert reports_with(told, STRIKES) == [RAIDS, STRIKES]
    told.judge(STRIKES, RAIDS, Verdict.DIFFERENT, by="ana")
    assert reports_with(told, STRIKES) == [STRIKES]
    assert [one.documents for one in told.each(queries.relations) if one.subject.id == incident_of(told, RAIDS)] == [
        1
    ] * 3


def test_what_a_person_calls_the_same_is_joined_with_all_that_is_said_of_it(told: Graph) -> None:
    told.judge(AMBUSH, STRIKES, Verdict.SAME, by="ana")
    assert reports_with(told, AMBUSH) == [RAIDS, AMBUSH, STRIKES]
    targets = {target.id for target in told.ask(queries.incident(incident_of(told, AMBUSH))).targets}
    assert targets == {"org/kataib-hezbollah", "org/sdf"}


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("pair", [(STRIKES, RAIDS), (AMBUSH, STRIKES), ("a/post/1", RAIDS)], ids=str)
def test_a_judgement_that_is_undone_leaves_no_trace(
    told: Graph, dump: Dumped, pair: tuple[str, str], verdict: Verdict
) -> None:
    before = dump()
    judgement = told.judge(*pair, verdict, by="ana")
    assert dump() != before
    told.undo(judgement.id)
    assert dump() == before


def test_undoing_brings_back_the_judgement_before(told: Graph, dump: Dumped) -> None:
    told.judge(STRIKES, RAIDS, Verdict.DIFFERENT, by="ana")
    parted = dump()
    second = told.judge(RAIDS, STRIKES, Verdict.SAME, by="ben")
    assert reports_with(told, STRIKES) == [RAIDS, STRIKES]
    told.undo(second.id)
    assert dump() == parted


def test_a_judgement_says_who_judged_when_and_what_casus_thought(told: Graph) -> None:
    made = told.judge(STRIKES, RAIDS, Verdict.DIFFERENT, by=" ana ")
    assert told.ask(queries.judgements()).items == [made]
    assert (made.one, made.other, made.by, made.kind) == (RAIDS, STRIKES, "ana", "reports")
    assert made.score
    assert made.score > 0.5
    assert made.at.endswith("+00:00")


def test_a_judgement_holds_when_a_document_is_loaded_anew(told: Graph, dump: Dumped) -> None:
    told.judge(STRIKES, RAIDS, Verdict.DIFFERENT, by="ana")
    parted = dump()
    told.retract("courier/vow")
    told.load([strikes_again()])
    assert dump() == parted


def test_the_least_sure_pairs_come_first_and_those_judged_not_at_all(told: Graph) -> None:
    pairs = told.ask(queries.identity_pairs()).items
    assert [abs(pair.score - 0.5) for pair in pairs] == sorted(abs(pair.score - 0.5) for pair in pairs)
    least_sure = pairs[0]
    told.judge(least_sure.one.id, least_sure.other.id, Verdict.UNSURE, by="ana")
    assert told.ask(queries.identity_pairs()).items == pairs[1:]


def test_pairs_come_in_pages(told: Graph) -> None:
    assert list(told.each(queries.identity_pairs)) == told.ask(queries.identity_pairs()).items


def test_what_cannot_be_judged_is_refused(told: Graph) -> None:
    with pytest.raises(NotFound, match="no report has the id 'nobody/1'"):
        told.judge(STRIKES, "nobody/1", Verdict.SAME, by="ana")
    with pytest.raises(BadInput, match="a judgement is of two"):
        told.judge(STRIKES, STRIKES, Verdict.SAME, by="ana")
    with pytest.raises(BadInput, match="names who judges"):
        told.judge(STRIKES, RAIDS, Verdict.SAME, by=" ")
    with pytest.raises(NotFound, match="no judgement has the id 'none'"):
        told.undo("none")
