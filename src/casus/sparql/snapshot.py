"""Snapshots: the graph as an RDF store on the disk, which can be asked while Neo4j is away."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Store

from casus import rdf
from casus.errors import CannotWrite, NotFound
from casus.graph import Graph
from casus.settings import Settings

_FORMAT = rdf.Format.N_QUADS


def take(graph: Graph) -> Path:
    """Write a snapshot of the graph and return its folder; those before it go. Raises what exporting raises."""
    room = _room(graph.settings)
    before = list(room.glob("*Z"))
    try:
        room.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=room, prefix=".new-") as new:
            export, store = Path(new) / f"export{_FORMAT.ending}", Path(new) / "store"
            rdf.export(graph, export, _FORMAT, base_iri=graph.settings.base_iri)
            Store(str(store)).bulk_load(path=str(export), format=_FORMAT.syntax)
            taken = store.replace(room / f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    except OSError as error:
        raise CannotWrite(
            f"cannot write {room}: {error.strerror or error}; make room or set CASUS_SNAPSHOT_DIR"
        ) from error
    for old in before:
        shutil.rmtree(old, ignore_errors=True)
    return taken


def latest(settings: Settings) -> Path:
    """Return the folder of the last snapshot. Raises NotFound where there is none."""
    taken = max(_room(settings).glob("*Z"), default=None)
    if taken is None:
        raise NotFound("there is no snapshot to ask; `casus snapshot` takes one of the graph")
    return taken


def _room(settings: Settings) -> Path:
    return settings.snapshot_dir or settings.data_dir / "sparql"
