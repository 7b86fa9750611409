"""The data sets that can be imported, with their licences and citations: catalogue.tsv."""

from dataclasses import dataclass
from pathlib import Path

from casus.datasets.tables import table

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class DataSet:
    """A data set: its name on the command line, its title, who codes it, and how it wants to be cited.

    `confidence` is how sure a claim is that a row makes, from 0 to 1.
    """

    name: str
    title: str
    coded: str
    confidence: float
    licence: str
    address: str
    citation: str


def _data_set(cells: dict[str, str]) -> DataSet:
    return DataSet(confidence=float(cells.pop("confidence")), **{key: cells[key] for key in cells if key != "comment"})


CATALOGUE: dict[str, DataSet] = {
    one.name: one
    for one in table(ROOM / "catalogue.tsv", "name title coded confidence licence address citation comment", _data_set)
}
"""The data sets by their names."""
