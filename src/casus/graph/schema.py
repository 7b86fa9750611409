"""The graph's constraints and indexes: cypher/schema, numbered, each applied once and recorded in the graph."""

from neo4j import Session

from casus import __version__
from casus.errors import NewerData
from casus.graph import statements

_INDEXES_AWAITED = 300


def ensure(session: Session) -> list[str]:
    """Apply what has not been applied yet, in order, and return its names.

    Each statement can be run again, so that a process that was killed here leaves nothing to repair. Raises NewerData
    for a graph to which a newer version has applied more than this one knows.
    """
    known = {int(name.rpartition("/")[2].partition("_")[0]): name for name in statements.names("schema")}
    applied = _applied(session, max(known))
    missing = {number: name for number, name in sorted(known.items()) if number > applied}
    for number, name in missing.items():
        session.run(statements.statement(name).text).consume()
        _run(session, "graph/apply", schema=number, version=__version__)
    if missing:
        _run(session, "graph/await", seconds=_INDEXES_AWAITED)
    return list(missing.values())


def _applied(session: Session, known: int) -> int:
    for schema, version in _run(session, "graph/applied"):
        if schema > known:
            raise NewerData(
                f"the graph was made by Casus {version} (schema {schema}); this is {__version__} (schema {known}): "
                f"upgrade Casus, or let it use another graph (CASUS_NEO4J_URI, CASUS_DATA_DIR)"
            )
        return int(schema)
    return 0


def _run(session: Session, name: str, **parameters: object) -> list[list[object]]:
    return session.execute_write(lambda tx: tx.run(statements.statement(name).text, parameters).values())
