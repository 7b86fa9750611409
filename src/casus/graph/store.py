"""The graph as an object that is loaded and asked."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Query, RoutingControl
from neo4j.exceptions import ConstraintError

from casus.batches import batches
from casus.errors import BadRecord, NotFound
from casus.graph import answers, judging, load, queries, schema
from casus.graph.answers import Answer, Loaded, Page
from casus.graph.clusters import Verdict
from casus.graph.connection import open_driver, translated
from casus.graph.pages import LARGEST, PageRequest
from casus.graph.queries import Question
from casus.graph.statements import run, statement
from casus.records import Record
from casus.settings import Settings

T = TypeVar("T")
P = ParamSpec("P")
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True)
class Graph:
    """A graph that can be loaded and asked."""

    driver: Driver
    settings: Settings

    @classmethod
    @contextmanager
    def open(cls, settings: Settings) -> Iterator[Self]:
        """Open the graph that the settings lead to, with its schema in place.

        Raises what opening its server can raise, and NewerData for a graph made by a newer version.
        """
        with open_driver(settings) as driver:
            with translated(settings):
                driver.verify_connectivity()  # fails at once, where a query would try for a while
            ensure_schema(driver, settings)
            yield cls(driver, settings)

    def load(self, records: Iterable[Record], *, mark: load.Mark | None = None) -> Loaded:
        """Load records, a batch in a transaction, and say what was done. Loading again changes nothing.

        `mark` gives what each document is marked with, to be asked for by `marks`: by what it was read, say.
        Raises BadRecord where a record gives one id twice, once with its document's before it; of its batch nothing is
        loaded.
        """
        total, entities = Loaded(), set[str]()
        for batch in batches(records, self.settings.load_batch):
            with _told_apart():
                done = self._write(load.load_batch, batch, self.settings.least_confidence, mark)
            entities |= {entity.id for record in batch for entity in record.entities}
            total = (total + done).model_copy(update={"entities": len(entities)})
        return total

    def marks(self, documents: list[str]) -> dict[str, str | None]:
        """Return what those of some documents that are there were marked with when they were loaded."""
        return {row["id"]: row["mark"] for row in self._write(run, "load/digests", documents=documents)}

    def retract(self, document: str) -> None:
        """Take a document out with all that only it supported. Raises NotFound where there is none of this id."""
        if not self._write(load.retract, document, self.settings.least_confidence):
            raise NotFound(f"no document has the id {document!r}")

    def judge(self, one: str, other: str, verdict: Verdict, *, by: str) -> answers.Judgement:
        """Record what a person makes of two reports; it counts before what is computed, until it is taken back.

        Raises NotFound for a report that is not there, BadInput where the two are one or nobody is named.
        """
        return self._write(judging.judge, judging.Opinion(one, other, verdict, by), self.settings.least_confidence)

    def judge_names(self, name: str, entity: str, verdict: Verdict, *, by: str) -> answers.Judgement:
        """Record whether one entity is another by a new name; same merges it into that one, until it is taken back.

        Both are given by id. Raises NotFound for an entity that is not there, BadInput where one is merged already.
        """
        opinion = judging.Opinion(name, entity, verdict, by)
        return self._write(judging.judge_names, opinion, self.settings.least_confidence)

    def merged(self, id: str) -> str | None:
        """Return the id that an entity or incident now has, which once had this one; null where there is none."""
        try:
            return self.ask(queries.merged(id)).kept
        except NotFound:
            return None

    def undo(self, judgement: str) -> None:
        """Take a judgement back, by its id; the graph is then what it would be without it. Raises NotFound."""
        self._write(judging.undo, judgement, self.settings.least_confidence)

    def remember(self, judgements: Iterable[answers.Judgement]) -> None:
        """Write judgements as they were made in another graph; they count once what they are about is loaded."""
        for batch in batches(judgements, LARGEST):
            self._write(run, "identity/restore", rows=[one.model_dump(mode="json") for one in batch])

    def ask(self, question: Question[T]) -> T:
        """Return the answer. Raises NotFound for an unknown id, TimedOut at the time limit, GraphAway."""
        with translated(self.settings):
            found = self.driver.execute_query(
                Query(question.statement.text, timeout=self.settings.query_time),
                question.parameters,
                routing_=RoutingControl.READ,
                database_=self.settings.neo4j_database,
            )
        return question.read([dict(row) for row in found.records])

    def each(self, paged: Callable[[PageRequest], Question[Page[A]]]) -> Iterator[A]:
        """Yield every item of a list, page after page, so that memory stays the same however many there are.

        `paged` is a function of `queries` that takes a page, with its filters bound.
        """
        page = self.ask(paged(PageRequest(LARGEST)))
        yield from page.items
        while page.next:
            page = self.ask(paged(PageRequest(LARGEST, page.next)))
            yield from page.items

    def rows(self, name: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        """Yield the rows of a statement in cypher/ as they come, without a time limit: for exports."""
        database = self.settings.neo4j_database
        with (
            translated(self.settings),
            self.driver.session(database=database, default_access_mode=READ_ACCESS) as session,
        ):
            yield from map(dict, session.run(statement(name).text, parameters))

    def _write(self, work: Callable[Concatenate[ManagedTransaction, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        seen = self.driver.execute_query_bookmark_manager  # in a cluster, who asks after a write is answered after it
        with (
            translated(self.settings),
            self.driver.session(database=self.settings.neo4j_database, bookmark_manager=seen) as session,
        ):
            return session.execute_write(work, *args, **kwargs)


def ensure_schema(driver: Driver, settings: Settings) -> None:
    """Apply the constraints and indexes that are missing; see casus.graph.schema.ensure."""
    with translated(settings), driver.session(database=settings.neo4j_database) as session:
        schema.ensure(session)


@contextmanager
def _told_apart() -> Iterator[None]:
    try:
        yield
    except ConstraintError as error:
        raise BadRecord(f"two parts of a record have one id: {error.message}") from error
