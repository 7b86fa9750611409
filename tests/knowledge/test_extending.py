"""A user's own files, beside the shipped ones."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from casus.cli.knowledge import app
from casus.errors import BadData
from casus.knowledge import Knowledge
from casus.ontology import EntityType

HEADER = "id\tkind\tname\tiso3\taliases\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_of_the_user_is_found(folder: Path) -> None:
    write(folder, "mine.tsv", HEADER + "org/valley-guard\tarmed-group\tValley Guard\tXXA\tVG|Guards of the Valley\n")
    knowledge = Knowledge.load(folder)
    assert [one.known.id for one in knowledge.named("Guards of the Valley")] == ["org/valley-guard"]
    assert knowledge.find("The Valley Guard fled .".split())[0].readings[0].known.type is EntityType.ARMED_GROUP


def test_a_row_of_the_user_replaces_the_shipped_one(folder: Path) -> None:
    write(folder, "mine.tsv", HEADER + "org/hezbollah\tarmed-group\tHezbollah\tLBN\tthe Resistance of Lebanon\n")
    knowledge = Knowledge.load(folder)
    known = knowledge.get("org/hezbollah")
    assert known is not None
    assert known.aliases == ("the Resistance of Lebanon",)


def test_shipped_names_stay_beside_the_users(folder: Path) -> None:
    write(folder, "mine.tsv", HEADER + "org/iran-company\tcompany\tIran\tIRN\t\n")
    assert {one.known.id for one in Knowledge.load(folder).named("Iran")} == {"state/IRN", "org/iran-company"}


def test_the_users_offices_are_known(folder: Path) -> None:
    write(folder, "people.tsv", "id\tkind\tname\nperson/ann-example\tperson\tAnn Example\n")
    write(
        folder,
        "held.tsv",
        "person\tclass\ttitle\tiso3\tsince\nperson/ann-example\tforeign\tforeign minister\tNOR\t2020\n",
    )
    office = Knowledge.load(folder).office("person/ann-example", None)
    assert office is not None
    assert office.iso3 == "NOR"


def test_followthemoney_entities_are_known(folder: Path) -> None:
    write(
        folder,
        "sanctioned.ftm.json",
        '{"id": "ofac-17", "schema": "Organization", "properties": {"name": ["Harbour Front"], "alias": ["HFX"],'
        ' "country": ["ye"], "topics": ["crime.terror"]}}\n'
        '{"id": "v1", "schema": "Vessel", "properties": {"name": ["Sea Star"]}}\n',
    )
    (reading,) = Knowledge.load(folder).named("HFX")
    assert (reading.known.type, reading.known.iso3) == (EntityType.ARMED_GROUP, "YEM")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("org/x\tknights\tX Y\tIRQ\t", "kind"),
        ("org/x\tperson\tX Y\tIRQ\t", "id"),
        ("person/x\tperson\t\tIRQ\t", "name"),
        ("person/x\tperson\tX Y\tIraq\t", "iso3"),
        ("person/x\tperson\tX Y\tIRQ\t\tmore", "6 cells"),
    ],
)
def test_a_broken_row_is_told_with_file_and_line(folder: Path, row: str, reason: str) -> None:
    write(folder, "mine.tsv", f"{HEADER}# mine\n{row}\n")
    with pytest.raises(BadData, match=rf"mine\.tsv, line 3: {reason}"):
        Knowledge.load(folder)


def test_a_broken_entity_is_told_with_file_and_line(folder: Path) -> None:
    write(folder, "them.ftm.json", '{"id": "a", "schema": "Person", "properties": {"name": ["A B"]}}\n{"id": 3}\n')
    with pytest.raises(BadData, match=r"them\.ftm\.json, line 2"):
        Knowledge.load(folder)


def test_an_unknown_header_is_told(folder: Path) -> None:
    write(folder, "mine.tsv", "code\tname\n")
    with pytest.raises(BadData, match=r"mine\.tsv, line 1: the first column is 'code'"):
        Knowledge.load(folder)


def test_check_tells_every_bad_line(folder: Path) -> None:
    bad = write(folder, "mine.tsv", HEADER + "org/x\tx\tX\t\t\norg/y\tparty\tY Z\t\t\norg/y\tparty\tY W\t\t\n")
    result = CliRunner().invoke(app, ["check", str(bad)])
    assert "line 2" in result.output
    assert "line 4: the id 'org/y' stands already in line 3" in result.output
    assert isinstance(result.exception, BadData)


def test_check_of_a_good_file_finds_nothing_wrong(folder: Path) -> None:
    good = write(folder, "mine.tsv", HEADER + "org/y\tparty\tY Z\tIRQ\t\n")
    result = CliRunner().invoke(app, ["check", str(good)])
    assert (result.exit_code, result.output) == (0, f"{good}: nothing wrong\n")


def test_check_tells_a_parent_that_nothing_has(folder: Path) -> None:
    bad = write(folder, "mine.tsv", "id\tkind\tname\tparent\norg/y\tparty\tY Z\torg/nowhere\n")
    assert "parent: nothing known has the id 'org/nowhere'" in CliRunner().invoke(app, ["check", str(bad)]).output
