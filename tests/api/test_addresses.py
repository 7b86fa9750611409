"""Over a real socket: ids in addresses, plain and percent-encoded, and what the log says of them."""

from collections.abc import Iterator
from http.client import IncompleteRead
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from tests.graph.stories import Telling
from tests.stories import ODD

from casus.api.streaming import PIECE
from casus.graph import Graph
from casus.ontology import Predicate
from casus.settings import Settings


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


def test_an_export_is_sent_while_it_is_written(address: str) -> None:
    with urlopen(f"{address}/v1/export") as answer:
        body = answer.read()
    assert answer.headers["transfer-encoding"] == "chunked"
    assert body.endswith(b"}\n")


@pytest.fixture
def damaged(told: Settings) -> Iterator[None]:
    """A graph whose last document has a claim that no export can be made of, after more than is sent at once."""
    long = "Iran arms Hezbollah, " + "and has done so, " * (PIECE // 5) + "and does."
    records = [
        Telling(id, text).says("org/hezbollah", Predicate.BACKED_BY, "state/IRN", words="arms").record
        for id, text in (("y", long), ("z", "Iran arms Hezbollah."))
    ]
    with Graph.open(told) as graph:
        graph.load(records)
        graph.driver.execute_query('MATCH (c:Claim {id: "z/c1"}) SET c.polarity = "neither"', database_="neo4j")
        yield
        graph.retract("y")
        graph.retract("z")


@pytest.mark.usefixtures("damaged")
def test_an_export_that_fails_does_not_look_whole(address: str) -> None:
    with urlopen(f"{address}/v1/export") as answer, pytest.raises(IncompleteRead):
        answer.read()
