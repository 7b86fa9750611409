"""The graph's constraints and indexes: cypher/schema, numbered, each applied once and recorded in the graph."""

import logging
import time
from typing import Any

from neo4j import Session
from neo4j.exceptions import Neo4jError

from casus import __version__
from casus.errors import NewerData
from casus.graph import statements

_INDEXES_AWAITED = 300
_PAUSES = (0.1, 0.5, 2.0)  # seconds before the next try
log = logging.getLogger(__name__)


def ensure(session: Session) -> list[str]:
    """Apply what has not been applied yet, in order, and return its names.

    Each statement can be run again, so that a process that was killed here leaves nothing to repair. Raises NewerData
    for a graph to which a newer version has applied more than this one knows.
    """
    missing = {number: name for number, (name, applied) in steps(session).items() if not applied}
    for number, name in missing.items():
        _apply(session, name)
        _run(session, "graph/apply", schema=number, version=__version__)
    if missing:
        _run(session, "graph/await", seconds=_INDEXES_AWAITED)
    return list(missing.values())


def steps(session: Session) -> dict[int, tuple[str, bool]]:
    """Return every step of the schema by its number, with its name and whether the graph has it. Raises NewerData."""
    known = {int(name.rpartition("/")[2].partition("_")[0]): name for name in statements.names("schema")}
    applied = _applied(session, max(known))
    return {number: (name, number <= applied) for number, name in sorted(known.items())}


def _apply(session: Session, name: str) -> None:
    """Run a statement by itself; again where another process that opens the graph at the same time was in its way."""
    for seconds in _PAUSES:
        try:
            session.run(statements.statement(name).text).consume()
        except Neo4jError as error:
            if not (error.is_retryable() or "AlreadyExists" in (error.code or "")):
                raise
            log.info("%s is applied again: %s", name, error.message)
            time.sleep(seconds)
        else:
            return
    session.run(statements.statement(name).text).consume()


def _applied(session: Session, known: int) -> int:
    for row in _run(session, "graph/applied"):
        if row["schema"] > known:
            raise NewerData(
                f"the graph was made by Casus {row['version']} (schema {row['schema']}); this is {__version__} (schema "
                f"{known}): upgrade Casus, or let it use another graph (CASUS_NEO4J_URI, CASUS_DATA_DIR)"
            )
        return int(row["schema"])
    return 0


def _run(session: Session, name: str, **parameters: Any) -> list[dict[str, Any]]:
    return session.execute_write(statements.run, name, **parameters)
