"""An export, imported into an empty graph and exported again, is the same to the byte."""

from pathlib import Path

import pytest
from tests.conftest import WIPE
from tests.graph.stories import Telling
from tests.rdf.conftest import BASE, exported
from tests.stories import ODD, rockets, strikes

from casus import rdf
from casus.errors import BadData, BadInput
from casus.graph import Graph
from casus.graph.clusters import Verdict
from casus.ontology import Predicate, Status
from casus.records import Record


def odd() -> Record:
    """A story with what is easily lost: letters beyond ASCII, slashes in ids, a later word that comes first, no day."""
    text = "« Тут » 😀 some say that a raid\nis planned. The 100% sure raid/attack by Hezbollah is near."
    told = Telling("odd/story", text, published=None, source=None)
    told.tells("odd/story/i/1%", "raid", status=Status.THREATENED)
    told.says("odd/story/i/1%", Predicate.PERPETRATOR, "org/hezbollah", sure=0.123456, words="Hezbollah")
    [incident] = told.incidents
    later = told.span("raid/attack")
    told.incidents = [incident.model_copy(update={"mentions": [later, *incident.mentions]})]
    return told.record


def emptied(graph: Graph) -> Graph:
    graph.driver.execute_query(WIPE, database_="neo4j")
    with Graph.open(graph.settings):  # with its schema again
        return graph


@pytest.mark.parametrize("form", [rdf.Format.TRIG, rdf.Format.JSON_LD])
def test_an_export_that_is_imported_is_exported_the_same(graph: Graph, tmp_path: Path, form: rdf.Format) -> None:
    graph.load([rockets(), strikes(), odd()])
    graph.judge(f"{ODD}/i1", "strikes/i1", Verdict.DIFFERENT, by="an analyst")
    before = exported(graph, form)
    path = tmp_path / f"export{form.ending}"
    path.write_bytes(before)
    loaded = rdf.restore(emptied(graph), path, base_iri=BASE)
    assert (loaded.new, loaded.claims) == (3, 12)
    assert exported(graph, form) == before


def test_claims_as_reifiers_are_imported_too(told: Graph, tmp_path: Path) -> None:
    before = exported(told)
    path = tmp_path / "reified.trig"
    path.write_bytes(exported(told, reified=True))
    rdf.restore(emptied(told), path, base_iri=BASE)
    assert exported(told) == before


def test_an_import_replaces_what_a_document_said(told: Graph, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(told))
    loaded = rdf.restore(told, path, base_iri=BASE)
    assert (loaded.new, loaded.replaced) == (0, 2)
    assert exported(told) == path.read_bytes()


def test_a_format_without_graphs_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not keep documents apart"):
        rdf.restore(graph, tmp_path / "export.ttl", base_iri=BASE)


def test_a_file_that_breaks_off_loads_nothing(told: Graph, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(told)[:-100])
    nothing = exported(emptied(told))
    with pytest.raises(BadData, match=r"export\.trig:\d+: "):
        rdf.restore(told, path, base_iri=BASE)
    assert exported(told) == nothing


def test_an_export_under_another_base_is_refused(told: Graph, tmp_path: Path) -> None:
    path = tmp_path / "export.trig"
    path.write_bytes(exported(told))
    with pytest.raises(BadData, match="CASUS_BASE_IRI"):
        rdf.restore(told, path, base_iri="https://elsewhere.example/")
