"""A new name of a known organisation is merged with it, and can be parted again without a trace."""

from collections.abc import Callable

import pytest
from tests.graph import stories
from tests.graph.conftest import Dump
from tests.graph.stories import Telling, ambush, strikes, strikes_again

from casus.errors import BadInput, NotFound
from casus.graph import Graph, queries
from casus.graph.clusters import Verdict
from casus.ontology import EntityType, Predicate
from casus.records import Entity, Record

Dumped = Callable[[], Dump]

GROUP, NAME, OTHER_NAME = "org/kataib-hezbollah", "org/saraya-al-awliya", "org/ashab-al-kahf"
SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


@pytest.fixture(autouse=True)
def new_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names that nobody knows yet whose they are."""
    for id, name in ((NAME, "Saraya al-Awliya"), (OTHER_NAME, "Ashab al-Kahf")):
        entity = Entity(id=id, type=EntityType.ORGANISATION, name=name, iso3="IRQ", mentions=[(0, 1)])
        monkeypatch.setitem(stories.KNOWN, id, entity)


def raid(id: str = "a/raid", group: str = NAME, published: str = "2019-12-29") -> Record:
    """The rockets again, by another name of the group."""
    told = Telling(id, "Saraya al-Awliya, which Iran arms, fired rockets near Kirkuk, it said.", published)
    told.tells("1", "fired rockets", "2019-12-27", mode="heavy-weapons")
    told.says("1", Predicate.PERPETRATOR, group, by=group).says("1", Predicate.LOCATED_IN, "state/IRQ")
    told.says("1", Predicate.TARGET, "state/USA").says(group, Predicate.DISTINCT_FROM, "org/hezbollah")
    return told.says(group, Predicate.BACKED_BY, "state/IRN", sure=0.7).record


@pytest.fixture
def told(graph: Graph) -> Graph:
    graph.load([strikes(), ambush(), raid()])
    return graph


def backing(graph: Graph, group: str = GROUP) -> tuple[float, int]:
    found = graph.ask(queries.backers(group)).found
    [backer] = [one for one in found if one.actor.id == "state/IRN"]
    return backer.confidence, backer.hops[0].documents


def test_what_is_said_of_a_merged_name_counts_for_the_entity(told: Graph) -> None:
    assert (backing(told), backing(told, NAME)) == ((0.8, 1), (0.7, 1))
    told.judge_names(NAME, GROUP, SAME, by="ana")
    assert backing(told) == (0.94, 2)
    assert {claim.subject.id for claim in told.ask(queries.document("a/raid")).stated} >= {GROUP}


def test_an_entity_is_found_by_a_name_that_was_merged_with_it(told: Graph) -> None:
    told.judge_names(NAME, GROUP, SAME, by="ana")
    [found] = told.ask(queries.search("Saraya al-Awliya")).items
    assert (found.id, found.name, found.type, found.documents) == (GROUP, "Kata'ib Hezbollah", "ArmedGroup", 3)


def test_reports_that_name_it_either_way_are_taken_together(told: Graph) -> None:
    def rockets() -> list[int]:
        return sorted(one.reports for one in told.each(queries.incidents_by_id) if one.mode == "heavy-weapons")

    assert rockets() == [1, 1]
    told.judge_names(NAME, GROUP, SAME, by="ana")
    assert rockets() == [2]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_merge_that_is_undone_leaves_no_trace(told: Graph, dump: Dumped, verdict: Verdict) -> None:
    before = dump()
    judgement = told.judge_names(NAME, GROUP, verdict, by="ana")
    told.undo(judgement.id)
    assert dump() == before


def test_it_makes_no_difference_whether_a_name_is_merged_before_or_after_it_is_loaded(
    told: Graph, dump: Dumped
) -> None:
    judgement = told.judge_names(NAME, GROUP, SAME, by="ana")
    told.load([strikes_again(), raid("b/raid")])
    after = dump()
    for document in ("courier/vow", "b/raid", "a/raid", "wire/strikes"):
        told.retract(document)
    told.load([raid("b/raid"), strikes(), raid(), strikes_again()])
    assert dump() == after
    told.undo(judgement.id)
    apart = dump()
    for document in ("courier/vow", "b/raid", "a/raid", "wire/strikes"):
        told.retract(document)
    told.load([raid("b/raid"), strikes(), raid(), strikes_again()])
    assert dump() == apart


def test_a_merged_id_leads_to_the_one_that_is_kept(told: Graph) -> None:
    assert told.merged(NAME) is None
    judgement = told.judge_names(NAME, GROUP, SAME, by="ana")
    assert (told.merged(NAME), told.merged(GROUP), judgement.kept) == (GROUP, None, GROUP)


def test_names_of_names_lead_to_the_last(told: Graph, dump: Dumped) -> None:
    told.load([raid("c/raid", OTHER_NAME)])
    told.judge_names(OTHER_NAME, NAME, SAME, by="ana")
    before = dump()
    second = told.judge_names(NAME, GROUP, SAME, by="ana")
    assert (told.merged(NAME), told.merged(OTHER_NAME)) == (GROUP, GROUP)
    assert backing(told) == (0.982, 3)
    told.undo(second.id)
    assert dump() == before


def test_a_later_judgement_parts_what_was_merged(told: Graph) -> None:
    told.judge_names(NAME, GROUP, SAME, by="ana")
    told.judge_names(NAME, GROUP, DIFFERENT, by="ben")
    assert told.merged(NAME) is None
    assert backing(told) == (0.8, 1)


def test_an_incident_that_was_taken_into_another_is_found_by_its_old_id(told: Graph) -> None:
    old = next(one.incident for one in told.each(queries.reports) if one.id == "gazette/ambush/i1")
    told.judge("gazette/ambush/i1", "wire/strikes/i1", SAME, by="ana")
    new = told.merged(old)
    assert new
    assert told.ask(queries.incident(new)).reports == 2


def test_what_cannot_be_merged_is_refused(told: Graph) -> None:
    told.judge_names(NAME, GROUP, SAME, by="ana")
    with pytest.raises(BadInput, match=f"'{NAME}' is taken to be '{GROUP}'; judge that one"):
        told.judge_names(NAME, "org/hezbollah", SAME, by="ana")
    with pytest.raises(BadInput, match=f"'{NAME}' is taken to be '{GROUP}'; judge that one"):
        told.judge_names(GROUP, NAME, SAME, by="ana")
    with pytest.raises(BadInput, match="is a state"):
        told.judge_names("state/IRN", GROUP, SAME, by="ana")
    with pytest.raises(NotFound, match="no entity has the id 'org/nobody'"):
        told.judge_names("org/nobody", GROUP, SAME, by="ana")
