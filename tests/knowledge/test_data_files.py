"""What the shipped data files must hold to."""

from collections import Counter
from pathlib import Path

import pytest

from casus.knowledge import Knowledge, prepared, tables
from casus.knowledge.checking import problems
from casus.knowledge.index import DATA, PREPARED, shipped
from casus.ontology import EntityType

FILES = sorted(DATA.glob("*.tsv"))


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_data_file_is_without_problems(file: Path, knowledge: Knowledge) -> None:
    assert list(problems(file, knowledge.ids)) == []


def test_no_id_stands_in_two_files() -> None:
    listed = [tables.read(file) for file in FILES]
    ids = Counter(tables.first_cell(row) for table in listed if table.what == "id" for _, row in table.rows)
    assert [identity for identity, times in ids.items() if times > 1] == []


def test_the_prepared_form_fits_the_data_files() -> None:
    _, fitting = shipped()
    assert prepared.read(PREPARED, fitting) is not None, "run: python -m curation FOLDER prepare"


def test_every_data_file_has_its_licence_told() -> None:
    told = (DATA / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in FILES if f"`{file.name}`" not in told] == []


def test_every_country_of_iso_3166_is_a_state(knowledge: Knowledge) -> None:
    pycountry = pytest.importorskip("pycountry", reason="pycountry is not installed: pip install '.[curation]'")
    assert [one.alpha_3 for one in pycountry.countries if knowledge.get(f"state/{one.alpha_3}") is None] == []


def test_there_are_fifteen_hundred_organisations_and_armed_groups(knowledge: Knowledge) -> None:
    kinds = Counter(known.type for known in knowledge)
    assert kinds[EntityType.ORGANISATION] + kinds[EntityType.ARMED_GROUP] >= 1_500


def test_every_name_is_found_as_it_is_written(knowledge: Knowledge) -> None:
    unfound = [one.name for one in knowledge if one not in [reading.known for reading in knowledge.named(one.name)]]
    assert unfound == []
