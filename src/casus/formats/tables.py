"""Flat rows of every collection, for R, Stata and pandas: CSV and Parquet.

Columns are read off the answer's model, so that an empty table has the same columns as a full one. An entity becomes
its id and its name, dates become the earliest and the latest day, a toll the lowest and the highest figure; lists stay
lists in Parquet and are joined by `|` in CSV. Names of columns fit Stata (32 characters, letters and underscores).
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import import_module
from io import TextIOWrapper
from types import UnionType
from typing import TYPE_CHECKING, Any, BinaryIO, Union, get_args, get_origin

from casus.errors import BadInput
from casus.formats.collections import COLLECTIONS
from casus.graph import Graph, answers

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

ROWS = 5000
"""Rows of a Parquet row group: what is held in memory at once."""


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds (a Python type; a list of texts: list), and how it is read off an answer."""

    name: str
    holds: type
    read: Callable[[Any], Any]


def columns(model: type[answers.Answer]) -> list[Column]:
    """Return the columns of a collection's table."""
    return [column for name, field in model.model_fields.items() for column in _columns(name, field.annotation)]


def write_csv(items: Iterable[answers.Answer], model: type[answers.Answer], out: BinaryIO) -> None:
    """Write a table as CSV (RFC 4180, UTF-8, with a header); what is not known is left empty."""
    shape = columns(model)
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(column.name for column in shape)
    writer.writerows([_text(column.read(item)) for column in shape] for item in items)
    text.detach()


def write_parquet(items: Iterable[answers.Answer], model: type[answers.Answer], out: BinaryIO) -> None:
    """Write a table as Parquet, a row group at a time. Raises BadInput where pyarrow is not installed."""
    pa = _needed("pyarrow")
    import pyarrow.parquet as pq  # noqa: PLC0415 (an optional dependency)

    shape = columns(model)
    schema = _schema(shape)
    with pq.ParquetWriter(out, schema) as writer:
        for rows in _chunks(items):
            table = {column.name: [column.read(item) for item in rows] for column in shape}
            writer.write_table(pa.table(table, schema=schema))


def data_frame(graph: Graph, collection: str) -> "pd.DataFrame":
    """Return a collection as a pandas data frame. Raises BadInput for an unknown name, or without pandas."""
    if collection not in COLLECTIONS:
        raise BadInput(f"collection: {collection!r} is none of {', '.join(COLLECTIONS)}")
    _needed("pandas")
    pa = _needed("pyarrow")
    one = COLLECTIONS[collection]
    shape, items = columns(one.model), list(one.items(graph))
    table = pa.table({column.name: [column.read(item) for item in items] for column in shape}, schema=_schema(shape))
    frame: pd.DataFrame = table.to_pandas()
    return frame


def _columns(name: str, annotation: Any) -> Iterator[Column]:
    """Yield the columns that a field of this type becomes."""
    kind, within = _plain(annotation)
    if kind is answers.Ref and within is None:
        yield Column(f"{name}_id", str, lambda item: (at := getattr(item, name)) and at.id)
        yield Column(f"{name}_name", str, lambda item: (at := getattr(item, name)) and at.name)
    elif kind is answers.Dates:
        yield Column("earliest", date, lambda item: (at := getattr(item, name)) and at.earliest)
        yield Column("latest", date, lambda item: (at := getattr(item, name)) and at.latest)
    elif kind is answers.Toll:
        yield Column(f"{name}_min", int, lambda item: (at := getattr(item, name)) and at.min)
        yield Column(f"{name}_max", int, lambda item: (at := getattr(item, name)) and at.max)
    elif within is list:
        yield Column(name, list, lambda item: [_name(one) for one in getattr(item, name)])
    else:
        yield Column(name, kind, lambda item: _name(getattr(item, name)))


def _plain(annotation: Any) -> tuple[type, type | None]:
    """Return a field's type without `Annotated`, `| None` and `list`, and whether it was within a list."""
    if get_origin(annotation) in {Union, UnionType}:
        [annotation] = [one for one in get_args(annotation) if one is not type(None)]
    if hasattr(annotation, "__metadata__"):
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) is list:
        return _plain(get_args(annotation)[0])[0], list
    return (str if issubclass(annotation, Enum) else annotation), None


def _name(value: Any) -> Any:
    """Return a value as a table holds it: a quote as its sentence, an entity as its id, a term as its word."""
    match value:
        case answers.Quote():
            return value.sentence
        case answers.Ref():
            return value.id
        case Enum():
            return value.value
    return value


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(map(str, value))
    return "" if value is None else str(value)


def _chunks(items: Iterable[answers.Answer]) -> Iterator[list[answers.Answer]]:
    rows: list[answers.Answer] = []
    for item in items:
        rows.append(item)
        if len(rows) == ROWS:
            yield rows
            rows = []
    yield rows


def _needed(library: str) -> Any:
    """Return a library of the optional group `bulk`."""
    try:
        return import_module(library)
    except ImportError:
        raise BadInput(f"this needs {library}: pip install 'casus[bulk]'") from None


def _schema(shape: list[Column]) -> "pa.Schema":
    pa = _needed("pyarrow")
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), date: pa.date32(), list: pa.list_(pa.string())}
    return pa.schema([(column.name, types[column.holds]) for column in shape])
