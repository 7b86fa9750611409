"""Over a real socket: ids in addresses, plain and percent-encoded, and what the log says of them."""

import socket
import threading
from collections.abc import Iterator
from urllib.parse import quote
from urllib.request import urlopen

import pytest
import uvicorn
from tests.stories import ODD

from casus.api.app import create_app
from casus.settings import Settings


@pytest.fixture(scope="module")
def address(told: Settings) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(told), log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize(
    "path",
    [
        "entities/org/kataib-hezbollah",
        "entities/org%2Fkataib-hezbollah",
        "actors/state/IRN/proxies",
        "actors/state%2FIRN/proxies",
        f"documents/{quote(ODD)}",
        f"documents/{quote(ODD, safe='')}",
    ],
)
def test_an_id_is_found_plain_and_encoded(address: str, path: str) -> None:
    with urlopen(f"{address}/v1/{path}") as answer:
        assert answer.status == 200


def test_an_export_is_sent_whole(address: str) -> None:
    with urlopen(f"{address}/v1/export") as answer:
        body = answer.read()
    assert len(body) == int(answer.headers["content-length"])
    assert body.endswith(b"\n")
