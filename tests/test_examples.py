"""The sample reports: what they are, and what the graph knows once they are loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casus import pipeline, resources
from casus.graph import Graph, queries
from casus.ontology import Predicate
from casus.reading import read
from casus.records import Record
from casus.settings import Settings

NEWS = resources.folder("examples") / "news"
KATAIB, IRAN, USA = "org/kataib-hezbollah", "state/IRN", "state/USA"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(pipeline.extract(read([NEWS]), Settings(_env_file=None)))


@pytest.fixture
def graph(graph_settings: Settings, records: list[Record]) -> Iterator[Graph]:
    with Graph.open(graph_settings) as graph:
        graph.load(records)
        yield graph


@pytest.mark.parametrize("path", sorted(NEWS.iterdir()), ids=lambda path: path.stem)
def test_a_sample_is_a_dated_report_of_a_made_up_outlet(path: Path) -> None:
    (document,) = read([path])
    assert document.title
    assert str(document.published) == path.stem[:10]
    assert document.source
    assert document.source.startswith("Sample ")
    assert 120 <= len(document.text.split()) <= 300


def test_loading_the_samples_again_changes_nothing(graph: Graph, records: list[Record]) -> None:
    again = graph.load(records)
    assert (again.new, again.replaced, again.unchanged) == (0, 0, 6)


@pytest.mark.parametrize(
    ("subject", "predicate", "object"),
    [
        (KATAIB, Predicate.BACKED_BY, IRAN),
        (KATAIB, Predicate.PART_OF, "org/popular-mobilisation-forces"),
        (KATAIB, Predicate.DISTINCT_FROM, "org/hezbollah"),
        ("org/houthis", Predicate.BACKED_BY, IRAN),
    ],
)
def test_the_graph_knows_who_stands_with_whom(graph: Graph, subject: str, predicate: Predicate, object: str) -> None:
    relations = graph.ask(queries.entity(subject)).relations
    said = {(relation.predicate, relation.subject.id, relation.object.id) for relation in relations}
    either_way = {(predicate, subject, object)} | ({(predicate, object, subject)} if predicate.symmetric else set())
    assert said & either_way


def test_the_strikes_are_one_incident_told_by_three_reports(graph: Graph) -> None:
    strikes = [
        incident
        for incident in graph.ask(queries.incidents(parties=queries.Parties(actor=USA, target=KATAIB))).items
        if incident.date and str(incident.date.earliest) == "2019-12-29"
    ]
    assert [(incident.reports, incident.killed and incident.killed.min) for incident in strikes] == [(3, 25)]
    assert {place.id for place in strikes[0].places} >= {"state/IRQ", "state/SYR"}


def test_every_hop_from_iran_to_the_united_states_is_quoted_from_a_sample(graph: Graph, records: list[Record]) -> None:
    texts = {record.document.id: record.document.text for record in records}
    paths = graph.ask(queries.proxy_paths("IRN", "USA")).paths
    assert paths
    for quote in (quote for path in paths for hop in path.hops for quote in hop.evidence):
        assert texts[quote.document][quote.start : quote.end] == quote.sentence
