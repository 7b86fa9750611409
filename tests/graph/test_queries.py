"""What can be asked of a graph of three stories."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from tests.graph.stories import ambush, strikes, strikes_again

from casus.errors import BadInput, BadToken, NotFound, TimedOut
from casus.graph import Graph, queries
from casus.graph.pages import PageRequest
from casus.graph.queries import Moment, Parties, Period
from casus.graph.statements import Statement
from casus.ontology import EntityType, EventType, Predicate
from casus.settings import Settings

GROUP = "org/kataib-hezbollah"


@pytest.fixture(scope="module")
def told(server_settings: Settings) -> Iterator[Graph]:
    """A graph of three stories, which no test of this module changes."""
    with Graph.open(server_settings) as graph:
        graph.driver.execute_query("MATCH (n) WHERE NOT n:Casus DETACH DELETE n", database_="neo4j")
        graph.load([strikes(), strikes_again(), ambush()])
        yield graph


def incident(graph: Graph, name: str) -> str:
    return next(one.id for one in graph.each(queries.incidents_by_id) if one.name == name)


def hops(path: Any) -> list[str]:
    return [f"{hop.source.name} {hop.relation} {hop.target.name}" for hop in path.hops]


@pytest.mark.parametrize(
    "name",
    [
        "Kata'ib Hezbollah",
        "kataeb hezbollah",
        "Kataib Hizbullah",
        "Hezbolah Brigades",
        "KATAIB",
        "Kata’ib",
        "Hezb Brig",
    ],
)
def test_an_entity_is_found_by_any_of_its_names_in_any_spelling(told: Graph, name: str) -> None:
    assert GROUP in [one.id for one in told.ask(queries.search(name)).items]


@pytest.mark.parametrize(("name", "id"), [("Hezbollah", "org/hezbollah"), ("america", "state/USA")])
def test_who_bears_the_name_exactly_comes_first(told: Graph, name: str, id: str) -> None:
    assert told.ask(queries.search(name)).items[0].id == id


def test_a_search_can_be_for_one_type_in_one_country(told: Graph) -> None:
    found = told.ask(queries.search("Hezbollah", type=EntityType.ARMED_GROUP, country="LBN")).items
    assert [one.id for one in found] == ["org/hezbollah"]


@pytest.mark.parametrize("name", ['")) OR *:*', "Kata'ib AND NOT", "a~b^c", "a\\", "NOT"])
def test_no_name_breaks_the_search(told: Graph, name: str) -> None:
    assert isinstance(told.ask(queries.search(name)).items, list)


def test_a_name_of_signs_only_is_refused() -> None:
    with pytest.raises(BadInput, match="no letter or digit"):
        queries.search("…")


def test_a_search_goes_on_where_its_page_ended(told: Graph) -> None:
    every = [one.id for one in told.ask(queries.search("Hezbollah")).items]
    paged = [one.id for one in pages(told, partial(queries.search, "Hezbollah"), 1)]
    assert len(every) > 1
    assert paged == every


def test_all_entities_come_by_id_and_incidents_are_none_of_them(told: Graph) -> None:
    found = [one.id for one in pages(told, queries.entities, 3)]
    assert len(found) == 10
    assert found == sorted(found)


def test_entities_can_be_of_one_type_or_one_country(told: Graph) -> None:
    groups = told.ask(queries.entities(type=EntityType.ARMED_GROUP, country="SYR")).items
    assert [one.id for one in groups] == ["org/sdf"]


def test_an_entity_tells_its_names_and_relationships(told: Graph) -> None:
    found = told.ask(queries.entity(GROUP))
    assert (found.aliases, found.documents) == (["Hezbollah Brigades", "Kataeb Hezbollah"], 3)
    assert (found.as_perpetrator, found.as_target, found.as_place) == (3, 1, 0)
    assert [f"{one.subject.id} {one.predicate} {one.object.id}" for one in found.relations] == [
        f"{GROUP} backed-by state/IRN",
        f"org/hezbollah distinct-from {GROUP}",
        f"{GROUP} backed-by org/quds-force",
        f"{GROUP} part-of org/popular-mobilisation-forces",
    ]


def test_incidents_come_the_latest_first(told: Graph) -> None:
    found = [one.name for one in pages(told, queries.incidents, 1)]
    assert found == ["ambushed", "vowed", "bombed", "rocket barrage"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"parties": Parties(actor="state/USA")}, ["bombed"]),
        ({"parties": Parties(target="state/USA")}, ["rocket barrage"]),
        ({"parties": Parties(actor=GROUP, target="org/sdf")}, ["ambushed"]),
        ({"parties": Parties(place="place/kirkuk")}, ["rocket barrage"]),
        ({"parties": Parties(place="state/IRQ")}, ["bombed", "rocket barrage"]),
        ({"parties": Parties(place="state/SYR")}, ["ambushed", "bombed"]),
        ({"type": EventType.THREATEN}, ["vowed"]),
        ({"period": Period(since=date(2019, 12, 30))}, ["ambushed", "vowed"]),
        ({"period": Period(until=date(2019, 12, 28))}, ["rocket barrage"]),
        ({"period": Period(date(2019, 12, 29), date(2019, 12, 29))}, ["bombed"]),
        ({"parties": Parties(actor="state/nowhere")}, []),
    ],
    ids=str,
)
def test_incidents_are_chosen_by(told: Graph, asked: dict[str, Any], names: list[str]) -> None:
    assert [one.name for one in told.ask(queries.incidents(**asked)).items] == names


def test_an_incident_comes_with_its_reports_and_claims(told: Graph) -> None:
    found = told.ask(queries.incident(incident(told, "rocket barrage")))
    assert [one.id for one in found.told] == ["wire/strikes/i2", "courier/vow/e2"]
    blame = next(one for one in found.claims if one.predicate is Predicate.PERPETRATOR)
    assert (blame.object.id, blame.subject_report) == (GROUP, "wire/strikes/i2")
    assert blame.attributed_to
    assert blame.attributed_to.id == "state/USA"
    assert [quote.sentence for quote in blame.evidence] == [
        "It blames the barrage, which killed an American contractor, on Kata'ib Hezbollah."
    ]


def test_retaliation_leads_back_and_forward_in_time(told: Graph) -> None:
    found = told.ask(queries.retaliation(incident(told, "bombed")))
    assert [(one.incident.name, one.depth) for one in found.answers] == [("rocket barrage", 1)]
    assert [(one.incident.name, one.depth) for one in found.answered_by] == [("vowed", 1)]
    assert found.answers[0].link.evidence[0].sentence.startswith("Washington said the raids answered")


def test_retaliation_goes_on_from_link_to_link_as_deep_as_asked(told: Graph) -> None:
    vow = incident(told, "vowed")
    chain = told.ask(queries.retaliation(vow, depth=2)).answers
    assert [(one.incident.name, one.depth, one.link.source.name) for one in chain] == [
        ("bombed", 1, "vowed"),
        ("rocket barrage", 2, "bombed"),
    ]
    assert len(told.ask(queries.retaliation(vow, depth=1)).answers) == 1


def test_backers_are_direct_or_through_others(told: Graph) -> None:
    near = told.ask(queries.backers(GROUP, depth=1)).found
    assert [(one.actor.id, one.depth) for one in near] == [("state/IRN", 1), ("org/quds-force", 1)]
    assert [quote.document for quote in near[0].hops[0].evidence] == ["wire/strikes", "courier/vow"]


def test_proxies_are_those_who_are_backed(told: Graph) -> None:
    assert [one.actor.id for one in told.ask(queries.proxies("USA", depth=2)).found] == ["org/sdf"]


def test_backing_that_is_not_yet_known_on_a_day_is_left_out(told: Graph) -> None:
    found = told.ask(queries.backers(GROUP, at=Moment(as_of=date(2019, 12, 30)))).found
    assert [one.actor.id for one in found] == ["state/IRN"]


def test_the_ways_from_iran_to_the_united_states_lead_through_groups_and_incidents(told: Graph) -> None:
    found = told.ask(queries.proxy_paths("IRN", "USA"))
    assert (found.source.name, found.target.name) == ("Iran", "United States")
    assert [hops(path) for path in found.paths] == [
        [
            "Kata'ib Hezbollah backed-by Iran",
            "bombed target Kata'ib Hezbollah",
            "bombed perpetrator United States",
        ],
        [
            "Kata'ib Hezbollah backed-by Iran",
            "rocket barrage perpetrator Kata'ib Hezbollah",
            "rocket barrage target United States",
        ],
        [
            "Kata'ib Hezbollah backed-by Iran",
            "ambushed perpetrator Kata'ib Hezbollah",
            "ambushed target Syrian Democratic Forces",
            "Syrian Democratic Forces backed-by United States",
        ],
    ]


def test_every_hop_of_a_path_has_its_evidence(told: Graph) -> None:
    paths = told.ask(queries.proxy_paths("IRN", "USA")).paths
    assert all(quote.sentence and quote.title for path in paths for hop in path.hops for quote in hop.evidence)
    assert all(hop.evidence for path in paths for hop in path.hops)


def test_a_path_scores_the_product_of_its_hops_less_a_fifth_for_each_further_backing(told: Graph) -> None:
    through_both = told.ask(queries.proxy_paths("IRN", "USA")).paths[-1]
    confidences = [hop.confidence for hop in through_both.hops]
    expected = confidences[0] * confidences[1] * confidences[2] * confidences[3] * 0.8
    assert through_both.score == pytest.approx(expected, abs=1e-5)


def test_paths_run_the_other_way_with_the_same_scores(told: Graph) -> None:
    there = told.ask(queries.proxy_paths("IRN", "USA")).paths
    back = told.ask(queries.proxy_paths("state/USA", "state/IRN")).paths
    assert [path.score for path in back] == [path.score for path in there]
    assert hops(back[0]) == list(reversed(hops(there[0])))


def test_no_more_paths_than_asked_for(told: Graph) -> None:
    assert len(told.ask(queries.proxy_paths("IRN", "USA", limit=1)).paths) == 1


def test_a_path_on_a_day_uses_only_what_is_known_by_then(told: Graph) -> None:
    found = told.ask(queries.proxy_paths("IRN", "USA", at=Moment(as_of=date(2019, 12, 30)))).paths
    assert [path.incident.name for path in found] == ["bombed", "rocket barrage"]


def test_a_path_from_a_state_to_itself_is_refused() -> None:
    with pytest.raises(BadInput, match="both 'state/IRN'"):
        queries.proxy_paths("IRN", "state/IRN")


@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (lambda: queries.proxy_paths("IRN", "USA", depth=5), "depth"),
        (lambda: queries.proxy_paths("IRN", "USA", limit=0), "limit"),
        (lambda: queries.backers(GROUP, depth=0), "depth"),
        (lambda: queries.retaliation("incident/1", depth=11), "depth"),
    ],
)
def test_a_limit_that_is_out_of_its_range_is_named(ask: Any, name: str) -> None:
    with pytest.raises(BadInput, match=f"^{name}: .* is not from 1 to"):
        ask()


@pytest.mark.parametrize(
    "question",
    [
        queries.entity("org/nobody"),
        queries.entity("incident/0"),
        queries.incident("state/IRN"),
        queries.retaliation("state/IRN"),
        queries.claim("x"),
        queries.document("x"),
        queries.backers("place/kirkuk"),
        queries.proxies("org/nobody"),
        queries.proxy_paths("IRN", "XXX"),
    ],
    ids=lambda question: question.statement.name,
)
def test_an_id_that_nothing_has_is_not_found(told: Graph, question: queries.Question[Any]) -> None:
    with pytest.raises(NotFound):
        told.ask(question)


def test_a_claim_comes_with_its_sentence_and_where_it_stands(told: Graph) -> None:
    found = told.ask(queries.claim("wire/strikes/c9"))
    [quote] = found.evidence
    assert (found.subject.id, found.predicate, found.object.id) == (GROUP, Predicate.BACKED_BY, "state/IRN")
    assert (quote.sentence, quote.document, quote.source) == (
        "Iran arms and trains the group.",
        "wire/strikes",
        "The Wire",
    )
    assert strikes().document.text[quote.start : quote.end] == quote.sentence


def test_claims_are_chosen_by_subject_predicate_and_object(told: Graph) -> None:
    found = told.ask(queries.claims(subject=GROUP, predicate=Predicate.BACKED_BY, object="state/IRN")).items
    assert [one.id for one in found] == ["courier/vow/c8", "wire/strikes/c9"]


def test_claims_about_an_incident_are_those_of_all_its_reports(told: Graph) -> None:
    found = told.ask(queries.claims(subject=incident(told, "bombed"), predicate=Predicate.PERPETRATOR)).items
    assert [one.document for one in found] == ["courier/vow", "wire/strikes"]


def test_a_document_tells_what_it_says(told: Graph) -> None:
    found = told.ask(queries.document("courier/vow"))
    assert (found.published, found.source) == (date(2019, 12, 31), "The Courier")
    assert (found.entities, found.reports, found.claims) == (len(found.mentions), len(found.told), len(found.stated))
    assert [one.incident for one in found.told] == [
        incident(told, name) for name in ("bombed", "rocket barrage", "vowed")
    ]


@pytest.mark.parametrize(
    ("paged", "many"),
    [
        (queries.documents, 3),
        (queries.reports, 6),
        (queries.relations, 20),
        (queries.claims, 26),
        (queries.incidents_by_id, 4),
        (queries.entities, 10),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_pages_of_any_size_hold_every_item_once(told: Graph, paged: Any, many: int) -> None:
    whole = list(told.each(paged))
    assert len(whole) == many
    assert pages(told, paged, 2) == whole


def test_a_token_of_another_list_is_refused(told: Graph) -> None:
    after = told.ask(queries.documents(PageRequest(limit=1))).next
    with pytest.raises(BadToken):
        queries.reports(PageRequest(after=after))


def test_everything_is_counted(told: Graph) -> None:
    found = told.ask(queries.counts())
    assert (found.documents, found.reports, found.incidents, found.claims) == (3, 6, 4, 26)
    assert found.entities == {
        EntityType.STATE: 4,
        EntityType.ARMED_GROUP: 4,
        EntityType.ORGANISATION: 1,
        EntityType.PLACE: 1,
    }
    assert found.relations[Predicate.BACKED_BY] == 4


def test_a_question_cannot_write(told: Graph) -> None:
    writing = queries.Question(Statement("test", "CREATE (:Entity {id: 'x'})", ""), {}, lambda rows: rows)
    with pytest.raises(Exception, match="read access mode"):
        told.ask(writing)


def test_a_question_that_takes_too_long_runs_into_its_limit(told: Graph) -> None:
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a * b) AS n"
    hasty = Graph(told.driver, told.settings.model_copy(update={"query_time": 0.5}))
    with pytest.raises(TimedOut, match="time limit"):
        hasty.ask(queries.Question(Statement("test", endless, ""), {}, lambda rows: rows))


def pages(graph: Graph, paged: Any, size: int) -> list[Any]:
    """Ask for every page of a list, with its own token for the next."""
    page = graph.ask(paged(page=PageRequest(limit=size)))
    found = list(page.items)
    while page.next:
        page = graph.ask(paged(page=PageRequest(limit=size, after=page.next)))
        found += page.items
    return found
