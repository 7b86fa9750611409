"""What pages, pictures and tables say, and the headers they come with; no browser needed."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient
from tests.explorer.story import KATAIB

from casus import explorer
from casus.api.app import create_app
from casus.explorer.ties import Tie
from casus.graph.answers import Ref
from casus.keys import Keys, Scope
from casus.ontology import Predicate
from casus.settings import Settings

PATHS = "/paths?from=IRN&to=USA"
GROUP = "/entities/org/kataib-hezbollah"
PAGES = [
    "/",
    GROUP,
    "/around/state/IRN",
    "/entities/place/kirkuk",
    "/entities/state/USA",
    PATHS,
    "/paths",
    "/documents/wire/strikes",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_and_runs_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    loaded = re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"', page.text)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    assert not re.search(r"<style|<script>|\sstyle=|\son\w+=", page.text)


@pytest.mark.parametrize("path", ["/", GROUP, PATHS, "/documents/wire/strikes", "/search?q=Kataib"])
def test_where_reading_is_guarded_a_page_needs_a_key(told: Settings, path: str) -> None:
    app = create_app(told.model_copy(update={"reads": "guarded"}))
    explorer.install(app)
    key = Keys.of(told).new("test", [Scope.READ])
    with TestClient(app, raise_server_exceptions=False) as visitor:
        assert visitor.get(path).status_code == 401
        assert visitor.get(path, headers={"Authorization": f"Bearer {key}"}).status_code == 200


@pytest.mark.parametrize("path", [GROUP, PATHS])
def test_every_edge_leads_to_evidence_that_is_in_the_page(client: TestClient, path: str) -> None:
    page = client.get(path).text
    leads = set(re.findall(r'class="link [^"]*" href="#([^"]+)"', page))
    assert leads
    assert leads <= set(re.findall(r'<details id="([^"]+)"', page))


def test_the_ids_of_a_page_are_told_apart(client: TestClient, strikes: str) -> None:
    for path in (GROUP, PATHS, f"/{strikes}"):
        ids = re.findall(r'\sid="([^"]+)"', client.get(path).text)
        assert len(ids) == len(set(ids)), path


def test_a_name_in_any_spelling_does_for_a_path(client: TestClient) -> None:
    page = client.get("/paths", params={"from": "Irann", "to": "America"}).text
    assert re.search(r"<h1>From .*Iran.* to .*United States", page)


def test_a_search_with_one_match_leads_to_it(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "Kirkuk"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/entities/place/kirkuk")


def test_filters_leave_out_what_does_not_pass(client: TestClient) -> None:
    def edges(**filters: object) -> list[str]:
        page = client.get(GROUP, params=filters).text  # type: ignore[arg-type]
        return re.findall(
            r'class="link backed-by[^"]*" href="[^"]*" aria-label="Kata&#39;ib Hezbollah is backed by (\w+)', page
        )

    assert sorted(edges()) == ["Iran", "Iraq", "Quds"]
    assert edges(source="The Gazette") == ["Iraq"]
    assert edges(confidence=0.75) == ["Quds"]
    assert sorted(edges(until="2019-12-31")) == ["Iran"]


def test_incidents_are_narrowed_by_type_source_and_day(client: TestClient) -> None:
    def words(**filters: object) -> set[str]:
        rows = client.get(f"{GROUP}/incidents.csv", params=filters).text  # type: ignore[arg-type]
        return {row["words"] for row in csv.DictReader(io.StringIO(rows))}

    assert words() == {"rocket barrage", "bombed", "vowed", "set fire"}
    assert words(type="THREATEN") == {"vowed"}
    assert words(source="The Herald") == {"bombed", "set fire"}
    assert words(as_of="2019-12-28") == {"rocket barrage"}


def test_a_table_gives_the_sentences_for_and_against_a_relationship(client: TestClient) -> None:
    answer = client.get(f"{GROUP}/backing.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = [row for row in csv.DictReader(io.StringIO(answer.text)) if row["object"] == "state/IRN"]
    assert sorted((row["polarity"], row["sentence"], row["attributed_to"]) for row in rows)[-1] == (
        "denied", "Iran denies that it arms Kata'ib Hezbollah.", "state/IRN",
    )  # fmt: skip


def test_a_picture_stands_by_itself(client: TestClient, strikes: str) -> None:
    for path in (
        f"{GROUP}/backing.svg",
        f"{GROUP}/map.svg",
        f"/{strikes}/chain.svg",
        "/paths/paths.svg?from=IRN&to=USA",
    ):
        answer = client.get(path)
        assert answer.headers["content-type"] == "image/svg+xml"
        drawn = ElementTree.fromstring(answer.text)
        assert drawn.find("{*}title") is not None
        assert drawn.find("{*}style") is not None


def test_a_page_shows_the_calls_behind_it_and_they_answer(client: TestClient, strikes: str) -> None:
    for path in (GROUP, PATHS, f"/{strikes}"):
        page = client.get(path).text
        calls = re.findall(r'GET</span> <a href="([^"]+)"', page)
        assert calls
        assert [client.get(call.replace("&amp;", "&")).status_code for call in calls] == [200] * len(calls)
        assert ":param id =&gt; " in page or ":param from =&gt; " in page


def test_an_edge_whose_sentences_stand_apart_leads_to_them(client: TestClient) -> None:
    kataib, iran = (Ref(id=id, type=type, name="") for id, type in ((KATAIB, "ArmedGroup"), ("state/IRN", "State")))
    page = client.get(Tie(kataib, Predicate.BACKED_BY, iran, 0.9, 1, 301, apart=True).href)
    assert page.status_code == 200
    assert "Iran denies that it arms" in page.text


def test_a_relationship_that_nothing_speaks_of_is_not_there(client: TestClient) -> None:
    odd = {"subject": "state/IRN", "predicate": "backed-by", "object": "state/USA"}
    assert client.get("/relationships", params=odd).status_code == 404


def test_what_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/entities/org/nobody")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "org/nobody" in answer.text


@pytest.mark.parametrize(
    ("id", "page"),
    [
        ("state/IRN", "/entities/state/IRN"),
        ("document/wire/strikes", "/documents/wire/strikes"),
        ("claim/wire/strikes/c1", "/documents/wire/strikes"),
        ("dataset", "/"),
    ],
)
def test_the_iri_of_a_thing_leads_people_to_its_page(client: TestClient, id: str, page: str) -> None:
    answer = client.get(f"/id/{id}", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert client.get(page).status_code == 200


def test_the_iri_of_an_incident_leads_people_to_its_page(client: TestClient, strikes: str) -> None:
    assert client.get(f"/id/{strikes}", headers={"Accept": "text/html"}).headers["location"] == f"/{strikes}"


def test_a_filter_that_makes_no_sense_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get(GROUP, params={"since": "2020-02-01", "until": "2020-01-01"})
    assert answer.status_code == 422
    assert "is after until" in answer.text


def test_markup_in_a_name_is_shown_and_not_obeyed(client: TestClient) -> None:
    page = client.get("/search", params={"q": "<b>x</b> zzz"}).text
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
