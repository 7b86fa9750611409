from pathlib import Path

from pydantic import SecretStr
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.settings import Settings


def test_the_process_is_alive_while_the_graph_is_away() -> None:
    settings = Settings(_env_file=None, neo4j_uri="bolt://127.0.0.1:9", neo4j_password=SecretStr("none"))
    with TestClient(create_app(settings)) as client:
        assert client.get("/healthz").status_code == 200


def test_ready_means_that_graph_and_model_are_there(client: TestClient) -> None:
    ready = client.get("/readyz").json()
    assert ready["graph"]["documents"] == 2
    assert Path(ready["model"]).is_dir()


def test_without_the_model_it_is_not_ready(told: Settings, tmp_path: Path) -> None:
    with TestClient(create_app(told.model_copy(update={"model_dir": tmp_path}))) as client:
        answer = client.get("/readyz")
        assert answer.status_code == 503
        assert str(tmp_path) in answer.json()["detail"]
