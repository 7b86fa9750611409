"""Every write needs a key that allows it; reads are open, or guarded by a setting."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.keys import Keys, Scope
from casus.settings import Settings

WRITES = sorted(
    (method.upper(), path)
    for path, methods in create_app(Settings(_env_file=None)).openapi()["paths"].items()
    for method, route in methods.items()
    if method != "get" and not route.get("x-asks")
)


@pytest.fixture(scope="module")
def stranger(told: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(told), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(told: Settings) -> Iterator[TestClient]:
    app = create_app(told.model_copy(update={"reads": "guarded"}))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def bearer(settings: Settings, scope: Scope) -> dict[str, str]:
    return {"Authorization": f"Bearer {Keys.of(settings).new('test', [scope])}"}


def test_there_are_routes_that_write() -> None:
    assert len(WRITES) >= 4


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_write_without_a_key_is_refused_before_anything_else_is_looked_at(
    stranger: TestClient, method: str, path: str
) -> None:
    answer = stranger.request(method, path.replace("{id}", "x"))
    assert answer.status_code == 401, path
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_key_that_is_not_known_is_refused(stranger: TestClient) -> None:
    answer = stranger.delete("/v1/documents/x", headers={"Authorization": "Bearer casus_0_0"})
    assert (answer.status_code, "not known" in answer.json()["detail"]) == (401, True)


def test_a_key_to_read_does_not_write(stranger: TestClient, told: Settings) -> None:
    answer = stranger.delete("/v1/documents/x", headers=bearer(told, Scope.READ))
    assert (answer.status_code, answer.json()["type"].endswith("#scope-missing")) == (403, True)


def test_a_key_counts_no_more_as_soon_as_it_is_revoked(stranger: TestClient, told: Settings) -> None:
    header = bearer(told, Scope.WRITE)
    assert stranger.delete("/v1/documents/none", headers=header).status_code == 404
    keys = Keys.of(told)
    keys.revoke(keys.all()[-1].id)
    assert stranger.delete("/v1/documents/none", headers=header).status_code == 401


def test_reading_is_open_to_all(stranger: TestClient) -> None:
    assert stranger.get("/v1/entities").status_code == 200


def test_guarded_reads_need_a_key(guarded: TestClient, told: Settings) -> None:
    assert guarded.get("/v1/entities").status_code == 401
    assert guarded.get("/v1/entities", headers=bearer(told, Scope.READ)).status_code == 200


def test_whether_the_process_answers_is_open_even_where_reads_are_guarded(guarded: TestClient) -> None:
    assert guarded.get("/healthz").status_code == 200
