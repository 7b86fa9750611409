from io import BytesIO
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from casus import rdf
from casus.api.app import create_app
from casus.graph import Graph as Store
from casus.rdf.vocabulary import CASUS
from casus.settings import Settings


@pytest.mark.parametrize("form", rdf.Format)
def test_an_export_has_what_the_graph_has(client: TestClient, told: Settings, form: rdf.Format) -> None:
    answer = client.get("/v1/export", params={"format": form})
    assert answer.headers["content-type"].startswith(form.media_type)
    front, iran = (URIRef(told.base_iri + id) for id in ("org/kataib-hezbollah", "state/IRN"))
    assert (front, CASUS.backedBy, iran) in Graph().parse(BytesIO(answer.content), format=form)


@pytest.mark.parametrize("form", rdf.Format)
def test_an_export_is_that_of_the_command_line(
    client: TestClient, told: Settings, form: rdf.Format, tmp_path: Path
) -> None:
    path = tmp_path / "export"
    with Store.open(told) as graph:
        rdf.export(graph, path, form, base_iri=told.base_iri)
    assert client.get("/v1/export", params={"format": form}).content == path.read_bytes()


def test_an_export_leaves_no_file_behind(told: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with TestClient(create_app(told)) as client:
        assert client.get("/v1/export").status_code == 200
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_a_problem_and_no_half_export(
    told: Settings, full_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(full_disk))
    with TestClient(create_app(told), raise_server_exceptions=False) as client:
        answer = client.get("/v1/export")
    assert answer.status_code == 507
    assert "No space left" in answer.json()["detail"]
    assert not list(full_disk.iterdir())
