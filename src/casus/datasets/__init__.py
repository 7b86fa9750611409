"""Data sets of others as records: `read(name, file, …)`; each row is a document that says what the row says.

catalogue.py   the sets, with licence and citation (catalogue.tsv)
files.py       rows of a file, each with its line; a file that is not the set's is refused
kinds.py       the sets' event types as PLOVER's (types/*.tsv)
actors.py      names to entities, by casus.knowledge; how many were found is counted
telling.py     a row as a record
importing.py   all of it together; the sets themselves have a module each
"""

from casus.datasets.catalogue import CATALOGUE, DataSet
from casus.datasets.importing import Importing

__all__ = ["CATALOGUE", "DataSet", "Importing"]
