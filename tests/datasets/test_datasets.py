"""Rows of every data set become records. The rows are made up; only their layout is that of the sets."""

import gzip
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from casus.datasets import CATALOGUE, Importing, gdelt, kinds
from casus.datasets.actors import Actors
from casus.errors import BadData, BadInput, CasusError
from casus.knowledge import Knowledge
from casus.ontology import EventType, Predicate
from casus.records import DocumentKind, Record

SAMPLES = Path(__file__).parents[3] / "shared" / "bench" / "structured"

ESD = (
    "id,year,actor_name,actor_nonstate,location,ext_name,ext_sup,ext_w,ext_w_s,ext_w_ns,ext_f,ext_f_s,ext_f_ns",
    '7,2013,Free Syrian Army,1,Syria: Government,"Government of Qatar, Hamas",1,1,1,0,1,0,1',
    "8,2013,Government of Syria,0,Syria: Government,,0,0,0,0,0,0,0",
)
GED = (
    "id,type_of_violence,side_a,side_b,where_coordinates,latitude,longitude,country,date_start,date_end,best,high,low",
    "11,1,Government of Mali,JNIM,Hombori town,15.28,-1.7,Mali,2021-03-01,2021-03-02,9,12,9",
    "12,3,JNIM,Civilians,Boni town,15.08,-2.2,Mali,2021-03-05,2021-03-05,4,4,4",
)
ICEWS = (
    "actor1\trelation\tactor2\tdate",
    "Police (Mali)\tArrest, detain, or charge with legal action\tJNIM\t2021-03-04",
)
POLECAT = (
    "Event ID,Event Date,Event Type,Actor Name,Actor Country,Recipient Name,Recipient Country,Country,Raw Placename,"
    "Publication Date",
    "20240102-1-AB_Coerce_Censor,2024-01-02,Coerce,Russia,Russia,Some Paper,Russia,RUS,Moscow,2024-01-03",
)
ACLED = (
    "event_id_cnty,event_date,sub_event_type,actor1,actor2,country,location,latitude,longitude,fatalities",
    "MLI1,2021-03-04,Armed clash,Military Forces of Mali (2020-),JNIM,Mali,Hombori,15.28,-1.7,5",
    "MLI2,2021-03-05,Other,JNIM,,Mali,Hombori,15.28,-1.7,0",
)
MILITANTS = (
    "unique_id,type,group1_id,group2_id,date,description,group1_name,group2_name",
    "1,mer,1,2,3/2/17,Four groups became one.,Ansar Dine,Jama'at Nasr al-Islam wal Muslimin ",
    "2,spl,1,2,2013-08-00,It broke away.,Al-Mourabitoun,AQIM",
    "3,all,1,2,2012-00-00,They took a town together.,Ansar Dine,AQIM",
    "4,riv,1,2,2012-00-00,They fought over it.,Ansar Dine,MNLA",
)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge.load()


def gdelt_row(**cells: str) -> str:
    given = {
        "GLOBALEVENTID": "9", "SQLDATE": "20210304", "DATEADDED": "20210305101500", "EventCode": "190",
        "Actor1Name": "MALI", "Actor1CountryCode": "MLI", "Actor1Type1Code": "MIL", "Actor2Name": "REBEL FRONT",
        "ActionGeo_Type": "4", "ActionGeo_FullName": "Hombori, Mopti, Mali", "ActionGeo_Lat": "15.28",
        "ActionGeo_Long": "-1.7", "SOURCEURL": "https://news.example/1",
    }  # fmt: skip
    return "\t".join((given | cells).get(column, "") for column in gdelt.COLUMNS)


class Import:
    """An import of lines as a file."""

    def __init__(self, name: str, lines: Iterable[str], folder: Path, knowledge: Knowledge) -> None:
        path = folder / "file"
        path.write_text("\n".join(lines) + "\n")
        self.importing = Importing.of(name, knowledge)
        self.left_out: list[CasusError] = []
        self.records = list(self.importing.records(path, self.left_out.append))

    def claims(self, number: int = 0) -> list[tuple[str, str, str]]:
        return [(claim.subject, claim.predicate.value, claim.object) for claim in self.records[number].claims]


@pytest.fixture
def importing(tmp_path: Path, knowledge: Knowledge) -> Callable[[str, Iterable[str]], Import]:
    return lambda name, lines: Import(name, lines, tmp_path, knowledge)


Importer = Callable[[str, Iterable[str]], Import]

SETS = {
    "ucdp-esd": ESD,
    "ucdp-ged": GED,
    "icews": ICEWS,
    "polecat": POLECAT,
    "gdelt": (gdelt_row(),),
    "acled": ACLED,
    "mapping-militants": MILITANTS,
}


@pytest.mark.parametrize("name", CATALOGUE)
def test_records_keep_their_contract_and_name_their_set(importing: Importer, name: str) -> None:
    done = importing(name, SETS[name])
    assert done.records
    assert not done.left_out
    for record in done.records:
        assert Record.model_validate(record.model_dump()) == record
        assert record.document.id.startswith(f"{name}/")
        assert (record.document.kind, record.document.source) == (DocumentKind.DATASET, CATALOGUE[name].title)
        assert {claim.confidence for claim in record.claims} == {CATALOGUE[name].confidence}


@pytest.mark.parametrize("name", CATALOGUE)
def test_where_an_entity_is_named_stands_in_the_row_s_own_words(importing: Importer, name: str) -> None:
    for record in importing(name, SETS[name]).records:
        words = [record.document.text[start:end] for entity in record.entities for start, end in entity.mentions]
        cells = "".join(SETS[name])
        assert all(word and word in cells for word in words)


def test_each_supporter_backs_the_party_for_the_year_with_what_it_gave(importing: Importer) -> None:
    done = importing("ucdp-esd", ESD)
    assert done.claims() == [
        ("org/free-syrian-army", "backed-by", "state/QAT"),
        ("org/free-syrian-army", "backed-by", "org/hamas"),
    ]
    assert [claim.support for claim in done.records[0].claims] == [["weapons"], ["funding"]]
    [(first, last)] = {(claim.valid_from, claim.valid_to) for claim in done.records[0].claims}
    assert (first, last) == (date(2013, 1, 1), date(2013, 12, 31))
    assert (done.importing.rows, done.importing.silent) == (2, 1)


def test_an_event_of_ged_has_days_deaths_and_a_place_with_its_point(importing: Importer) -> None:
    fight, massacre = importing("ucdp-ged", GED).records
    [incident] = fight.incidents
    assert (incident.date and incident.date.latest, incident.killed and incident.killed.max) == (date(2021, 3, 2), 12)
    assert [e.point for e in fight.entities if e.name == "Hombori town"] == [(15.28, -1.7)]
    parts = {(claim.predicate, claim.object) for claim in fight.claims}
    assert {(p, o) for p in (Predicate.PERPETRATOR, Predicate.TARGET) for o in ("state/MLI", "org/jnim")} <= parts
    assert (Predicate.PERPETRATOR, "state/MLI") not in {(claim.predicate, claim.object) for claim in massacre.claims}


def test_a_role_beside_a_country_is_the_state(importing: Importer) -> None:
    done = importing("icews", ICEWS)
    assert ("i1", "perpetrator", "state/MLI") in done.claims()
    assert (done.records[0].incidents[0].type, done.records[0].incidents[0].mode) == (EventType.COERCE, "arrest")


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("Ukrainian Armed Forces", None, "state/UKR"),
        ("Armed Forces Of Ukraine", None, "state/UKR"),
        ("Bombay High Court", "IND", "state/IND"),
        ("Hamas Militants", "SYR", "org/hamas"),
        ("Eu", None, "org/european-union"),
        ("Afghan Women", "AFG", None),
        ("Young People", None, None),
        ("Hill District Court", None, "org/hill-district-court"),
        ("Dmk (Band)", "COL", "org/dmk-band"),
    ],
)
def test_a_role_with_a_name_is_the_state_or_the_group_or_nobody(
    knowledge: Knowledge, name: str, country: str | None, id: str | None
) -> None:
    actor = Actors(knowledge).actor(name, country)
    assert (actor.id if actor else None) == id


def test_people_in_general_are_no_actor(importing: Importer) -> None:
    done = importing("icews", [ICEWS[0], "Citizen (Mali)\tDemonstrate or rally\tMali\t2021-03-04"])
    assert done.claims() == [("i1", "target", "state/MLI")]
    assert done.importing.actors.resolved.share == 1


def test_a_weekly_file_of_icews_is_read_with_its_places(importing: Importer) -> None:
    row = {
        "Event ID": "5", "Event Date": "2021-03-04", "Source Name": "Military (Mali)", "Source Country": "Mali",
        "Event Text": "Use conventional military force", "Target Name": "JNIM", "Target Country": "Mali",
        "City": "Hombori", "Country": "Mali", "Latitude": "15.28", "Longitude": "-1.7",
    }  # fmt: skip
    lines = ["\t".join(row), "\t".join(row.values())]
    assert ("i1", "located-in", "state/MLI") in importing("icews", lines).claims()


def test_a_mode_of_polecat_is_read_from_the_event_s_id(importing: Importer) -> None:
    [record] = importing("polecat", POLECAT).records
    assert (record.incidents[0].type, record.incidents[0].mode) == (EventType.COERCE, "censor")
    assert record.document.published == date(2024, 1, 3)


def test_a_code_of_gdelt_that_the_table_lacks_counts_as_the_one_it_refines(importing: Importer) -> None:
    done = importing("gdelt", [gdelt_row(EventCode="1953")])
    assert done.records[0].incidents[0].mode == "aerial"
    assert ("i1", "perpetrator", "state/MLI") in done.claims()
    assert done.importing.actors.resolved.unknown == {"REBEL FRONT": 1}


def test_words_that_do_nothing_are_silent(importing: Importer) -> None:
    done = importing("gdelt", [gdelt_row(EventCode="010"), gdelt_row()])
    assert (len(done.records), done.importing.silent) == (1, 1)


def test_a_clash_of_acled_goes_both_ways(importing: Importer) -> None:
    claims = importing("acled", ACLED).claims()
    assert ("i1", "perpetrator", "org/jnim") in claims
    assert ("i1", "target", "state/MLI") in claims


def test_groups_merge_split_and_work_together(importing: Importer) -> None:
    done = importing("mapping-militants", MILITANTS)
    assert [record.claims[0].predicate for record in done.records] == ["part-of", "distinct-from", "perpetrator"]
    assert done.records[1].document.published == date(2013, 8, 31)
    assert done.importing.silent == 1


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        ("ucdp-esd", "9,year,FSA,1,Syria,Hamas,1,1,1,0,1,0,1", ":2: 'year' is no year"),
        ("ucdp-ged", "1,1,A,B,C,15,-1,Mali,2021-03-02,2021-03-01,9,12,9", ":2: date_start 2021-03-02 is after"),
        ("ucdp-ged", "1,1,A,B,C,15,-1,Mali,2021-03-02,2021-03-02,9,2,9", ":2: low 9 is more than high 2"),
        ("icews", "A\tDance\tB\t2021-03-04", ":2: 'Dance' is no event type"),
        ("icews", "A\tConsult\tB\t2021-13-04", ":2: '2021-13-04' is no day"),
        ("icews", "A\tConsult\tB", ":2: it has more or fewer cells"),
        ("polecat", "1_Dance,2024-01-02,Dance,A,,B,,RUS,,2024-01-02", ":2: 'DANCE' is not a valid EventType"),
        ("mapping-militants", "5,all,1,2,31/31/17,x,A,B", ":2: '31/31/17' is no day"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_others_are_read(
    importing: Importer, name: str, row: str, reason: str
) -> None:
    header, *good = SETS[name]
    done = importing(name, [header, row, *good])
    assert reason in str(done.left_out[0])
    assert (len(done.left_out), len(done.records)) == (1, len(importing(name, SETS[name]).records))


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_file_of_another_set_is_refused_with_what_was_expected(importing: Importer, name: str) -> None:
    other = "icews" if name != "icews" else "acled"
    with pytest.raises(BadData, match=r"it should have .*columns"):
        importing(name, SETS[other])


def test_an_unknown_set_is_answered_with_those_there_are(importing: Importer) -> None:
    with pytest.raises(BadInput, match="there are ucdp-esd"):
        importing("cow", [])


def test_a_compressed_file_is_read(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "icews.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(ICEWS).encode()))
    assert len(list(Importing.of("icews", knowledge).records(path, lambda error: None))) == 1


def test_the_same_row_is_the_same_document_wherever_it_stands(importing: Importer) -> None:
    row = "JNIM\tConsult\tMali\t2021-03-05"
    one = importing("icews", [*ICEWS, row]).records[1]
    assert importing("icews", [ICEWS[0], row]).records == [one]


@pytest.mark.parametrize("name", ["cameo", "acled"])
def test_every_type_of_a_set_is_one_of_plover_or_none(name: str) -> None:
    mapped = kinds.by_label(name)
    assert None in mapped.values()
    assert {kind.type for kind in mapped.values() if kind} <= set(EventType)


@pytest.mark.parametrize(
    ("name", "file", "least"),
    [
        ("ucdp-esd", "ucdp-esd-ay-181.csv", 0.9),
        ("icews", "icews.tsv.gz", 0.8),
        ("polecat", "polecat.csv.gz", 0.6),
        ("mapping-militants", "militant-relationships.csv", 0.6),
    ],
)
def test_a_real_file_is_read_whole_and_most_of_its_names_are_known(
    knowledge: Knowledge, name: str, file: str, least: float
) -> None:
    if not (SAMPLES / file).exists():
        pytest.skip("the samples of data sets are not here")
    this, left_out = Importing.of(name, knowledge), list[CasusError]()
    records = sum(1 for _ in this.records(SAMPLES / file, left_out.append))
    assert not left_out
    assert records + this.silent == this.rows
    assert this.actors.resolved.share > least
