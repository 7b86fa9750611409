"""Exports over REST: those of the command line, and never taken for whole when they are not."""

from io import BytesIO

import pytest
from pyoxigraph import NamedNode, parse
from starlette.testclient import TestClient

from casus import rdf
from casus.graph import Graph
from casus.rdf.vocabulary import CASUS
from casus.settings import Settings


@pytest.mark.parametrize("form", rdf.Format)
def test_an_export_has_what_the_graph_has(client: TestClient, told: Settings, form: rdf.Format) -> None:
    answer = client.get("/v1/export", params={"format": form})
    assert answer.headers["content-type"].startswith(form.media_type)
    front, iran = (NamedNode(told.base_iri + id) for id in ("org/kataib-hezbollah", "state/IRN"))
    triples = {(quad.subject, quad.predicate, quad.object) for quad in parse(answer.content, format=form.syntax)}
    assert (front, CASUS["backedBy"], iran) in triples


@pytest.mark.parametrize("form", rdf.Format)
def test_an_export_is_that_of_the_command_line(client: TestClient, told: Settings, form: rdf.Format) -> None:
    out = BytesIO()
    with Graph.open(told) as graph:
        rdf.export(graph, out, form, base_iri=told.base_iri)
    assert client.get("/v1/export", params={"format": form}).content == out.getvalue()


def test_a_format_without_reifiers_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/export", params={"format": "json-ld", "reified": True})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
