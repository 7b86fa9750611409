"""Many documents come in as jobs; uploads reach nothing but what they bring."""

import asyncio
import io
import json
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from casus.api.app import create_app
from casus.api.jobs import Jobs, State
from casus.errors import Busy, GraphAway
from casus.graph.answers import Loaded
from casus.records import Document
from casus.settings import Settings

LINES = "".join(
    json.dumps({"id": f"wire/{n}", "text": f"Iran arms Kata'ib Hezbollah, officials said in report {n}."}) + "\n"
    for n in range(12)
)


@pytest.fixture(scope="module")
def app_client(server_settings: Settings, writing_key: dict[str, str]) -> Iterator[TestClient]:
    with TestClient(create_app(server_settings), raise_server_exceptions=False, headers=writing_key) as client:
        yield client


@pytest.fixture
def client(app_client: TestClient, graph_settings: Settings) -> TestClient:
    """The application on a graph without a node."""
    return app_client


def over(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    """Wait until a job is over."""
    for _ in range(3000):
        now: dict[str, Any] = client.get(f"/v1/jobs/{job['id']}").json()
        if now["state"] in {"done", "failed"}:
            return now
        time.sleep(0.1)
    raise AssertionError("the job is not over after five minutes")


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def upload(client: TestClient, data: bytes, name: str) -> dict[str, Any]:
    answer = client.post("/v1/documents/upload", params={"name": name}, content=data)
    assert answer.status_code == 202, answer.text
    return over(client, answer.json())


def test_many_documents_come_in_as_a_job_and_wrong_lines_are_left_out_with_the_reason(client: TestClient) -> None:
    answer = client.post("/v1/documents/batch", content=LINES + '{"id": "bad"}\n')
    assert answer.status_code == 202
    job = over(client, answer.json())
    assert answer.headers["location"] == f"/v1/jobs/{job['id']}"
    assert (job["state"], job["documents"], job["left_out"], job["loaded"]["new"]) == ("done", 12, 1, 12)
    assert "body.jsonl:13: text" in job["reasons"][0]
    assert client.get("/v1/documents/wire/11").status_code == 200


def test_a_job_tells_how_it_goes_on_until_it_is_over(client: TestClient) -> None:
    job = client.post("/v1/documents/batch", content=LINES).json()
    with client.stream("GET", f"/v1/jobs/{job['id']}/events") as answer:
        lines = list(answer.iter_lines())
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert [one for one in lines if one.startswith("event: ")][-1] == "event: done"
    assert told[-1]["documents"] == 12
    assert [one["documents"] for one in told] == sorted(one["documents"] for one in told)


def test_the_events_of_no_job_are_not_found(client: TestClient) -> None:
    assert client.get("/v1/jobs/none/events").status_code == 404


def test_a_retracted_document_is_gone_with_what_only_it_said(client: TestClient) -> None:
    upload(client, b"Iran arms Kata'ib Hezbollah, officials said.", "one.txt")
    assert client.get("/v1/documents/one").status_code == 200
    assert client.delete("/v1/documents/one").status_code == 204
    assert client.delete("/v1/documents/one").status_code == 404
    assert client.get("/v1/entities/org/kataib-hezbollah").status_code == 404


def test_an_archive_brings_its_files(client: TestClient) -> None:
    data = packed(**{"news/a.txt": b"Nothing happened.", "news/b.jsonl": LINES.encode(), "__MACOSX/x.txt": b"no"})
    assert upload(client, data, "news.zip")["documents"] == 13
    assert client.get("/v1/documents/news/a").status_code == 200


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"zeros.txt": b"0" * 50_000_000}, "packed 200 times smaller"),
        ({f"{n}.txt": b"x" for n in range(10_001)}, "10000 files"),
        ({"../../etc/cron.d/x.txt": b"x y z"}, "may not lead to another folder"),
        ({"/etc/x.txt": b"x y z"}, "may not lead to another folder"),
        ({"inner.zip": packed(a=b"x")}, "an archive in an archive"),
    ],
    ids=["bomb", "many", "upwards", "absolute", "nested"],
)
def test_an_archive_that_is_up_to_no_good_is_refused(client: TestClient, files: dict[str, bytes], reason: str) -> None:
    job = upload(client, packed(**files), "a.zip")
    assert (job["documents"], reason in job["reasons"][0]) == (0, True), job


def test_an_archive_that_lies_about_its_size_is_not_read_to_its_end(client: TestClient) -> None:
    data = packed(**{"a.txt": b"So it was said. " * 5000})
    size = (80_000).to_bytes(4, "little")
    job = upload(client, data.replace(size, (800).to_bytes(4, "little")), "a.zip")
    assert job["documents"] == 0
    assert job["left_out"] == 1


def test_entities_of_xml_are_not_resolved(client: TestClient) -> None:
    page = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY file SYSTEM "file:///etc/passwd">]>
    <html><head><title>News</title></head><body><article><h1>News</h1>
    <p>The fighters of the group attacked the base near the town at dawn on Friday. &file; They left before noon.</p>
    <p>Officials of the ministry said that nobody was hurt in the attack on the base.</p></article></body></html>"""
    upload(client, page, "page.xhtml")
    assert "root:" not in json.dumps(client.get("/v1/documents/page").json())


@pytest.mark.parametrize("name", ["../x.txt", "a/b.txt", "", "a\n.txt"])
def test_a_name_that_is_a_path_is_refused(client: TestClient, name: str) -> None:
    assert client.post("/v1/documents/upload", params={"name": name}, content=b"So.").status_code == 422


class Loader:
    """Loads nothing, and fails at a document named `away`."""

    async def load(self, documents: list[Document]) -> Loaded:
        if any(one.id == "away" for one in documents):
            raise GraphAway("no Neo4j answers")
        return Loaded(new=len(documents))


def documents(*ids: str) -> Iterator[Document]:
    return iter([Document(id=id, text="So.") for id in ids])


def test_a_job_that_fails_says_why_and_the_next_goes_on() -> None:
    async def both() -> tuple[Any, Any]:
        jobs = Jobs(most=5)
        one, other = await jobs.add(documents("away"), Loader()), await jobs.add(documents("a", "b"), Loader())
        return [now async for now in jobs.watch(one.id)][-1], [now async for now in jobs.watch(other.id)][-1]

    failed, done = asyncio.run(both())
    assert (failed.state, failed.error) == (State.FAILED, "no Neo4j answers")
    assert (done.state, done.loaded.new) == (State.DONE, 2)


def test_where_too_many_wait_one_more_is_told_to_come_back() -> None:
    async def too_many() -> None:
        jobs = Jobs(most=2)
        for _ in range(3):
            await jobs.add(documents("a"), Loader())

    with pytest.raises(Busy, match="CASUS_MAX_JOBS"):
        asyncio.run(too_many())
