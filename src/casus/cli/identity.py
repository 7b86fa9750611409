"""`casus identity`: what people judge of what Casus takes to be the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from getpass import getuser
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from casus.graph import Graph
    from casus.graph.answers import Judgement, NamePair, Page, Pair
    from casus.graph.pages import PageRequest
    from casus.graph.queries import Question

P = TypeVar("P", "Pair", "NamePair")

app = typer.Typer(no_args_is_help=True, help="What is the same: look, judge, take back.")

By = Annotated[str, typer.Option(help="Who judges.", default_factory=getuser, show_default="the user's name")]

_KEYS = {"y": "same", "n": "different", "u": "unsure"}
_ANSWERS = "y yes   n no   u unsure   b back: take the last one back   q quit"


@app.command()
def review(
    by: By,
    limit: Annotated[int, typer.Option(min=1, help="Pairs to show at most.")] = 100,
    names: Annotated[bool, typer.Option("--names", help="Organisations that may be one by their names.")] = False,
) -> None:
    """Show two reports at a time, those first of which Casus is least sure, and ask whether they are of one event.

    With --names: a new name and the organisation that it may be another name of, by the new name's id.
    """
    from rich.console import Console

    from casus.cli.configuration import configured
    from casus.graph import Graph

    console = Console(highlight=False)
    with Graph.open(configured()) as graph:
        review = _Review(_names(graph), graph, console, by) if names else _Review(_reports(graph), graph, console, by)
        made = review.over(limit)
        console.print(f"{made} judged" if made else "nothing was judged")


@app.command()
def judge(
    one: Annotated[str, typer.Argument(help="A report's id, or an entity's.")],
    other: Annotated[str, typer.Argument(help="Another's.")],
    verdict: Annotated[str, typer.Argument(help="same, different or unsure.")],
    by: By,
    names: Annotated[
        bool, typer.Option("--names", help="Both are entities: the first by a new name, the second is kept.")
    ] = False,
) -> None:
    """Say whether two reports are of one event, or two names of one entity; it prints the judgement's id."""
    from casus.cli.configuration import configured
    from casus.errors import BadInput
    from casus.graph import Graph
    from casus.graph.clusters import Verdict

    if verdict not in set(Verdict):
        raise BadInput(f"VERDICT: {verdict!r} is none of {', '.join(Verdict)}")
    with Graph.open(configured()) as graph:
        judged = graph.judge_names if names else graph.judge
        typer.echo(judged(one, other, Verdict(verdict), by=by).id)


@app.command()
def undo(id: Annotated[str, typer.Argument(help="A judgement's id; `casus identity judgements` lists them.")]) -> None:
    """Take a judgement back: the graph is then what it would be without it."""
    from casus.cli.configuration import configured
    from casus.graph import Graph

    with Graph.open(configured()) as graph:
        graph.undo(id)


@app.command()
def judgements() -> None:
    """List what was judged, the latest first: id, when, who, verdict, and of which two."""
    from casus.cli.configuration import configured
    from casus.graph import Graph, queries

    with Graph.open(configured()) as graph:
        for one in graph.each(queries.judgements):
            typer.echo("\t".join((one.id, one.at[:19], one.by, one.verdict, one.one, one.other)))


class _Review(Generic[P]):
    """A person's way through the pairs, and back."""

    def __init__(self, sort: "_Sort[P]", graph: "Graph", console: "Console", by: str) -> None:
        from casus.graph.pages import PageRequest

        self._sort: _Sort[P] = sort
        self._graph, self._console, self._by = graph, console, by
        self._page = PageRequest(1)
        self._made: list[tuple[str, PageRequest]] = []

    def over(self, limit: int) -> int:
        """Ask about pair after pair, until there is none, or the person has enough; return how many were judged."""
        for shown, pair in enumerate(self._pairs()):
            if shown == limit or not self._asked(pair):
                break
        return len(self._made)

    def _pairs(self) -> Iterator[P]:
        """Yield the first pair that nobody has judged, as long as there is one."""
        from casus.graph.pages import PageRequest

        while True:
            found = self._graph.ask(self._sort.pairs(self._page))
            if found.items:
                yield found.items[0]
            elif found.next:
                self._page = PageRequest(1, found.next)
            else:
                return

    def _asked(self, pair: P) -> bool:
        """Show a pair until it is judged, or the last one is to be seen again; false: the person has enough."""
        from casus.graph.clusters import Verdict

        self._console.print(self._sort.table(pair))
        while (key := self._key()) != "q":
            if key in _KEYS:
                judged = self._sort.judge(pair.one.id, pair.other.id, Verdict(_KEYS[key]), by=self._by)
                self._made.append((judged.id, self._page))
                return True
            if key == "b" and self._made:
                id, self._page = self._made.pop()
                self._graph.undo(id)
                return True
            self._console.print("nothing to take back" if key == "b" else f"{key!r} is none of y, n, u, b and q")
        return False

    def _key(self) -> str:
        try:
            return input(f"{self._sort.question}  {_ANSWERS}\n> ").strip().casefold()
        except EOFError:
            return "q"


@dataclass(frozen=True)
class _Sort(Generic[P]):
    """What is reviewed: where pairs come from, how they are shown and asked about, and how they are judged."""

    question: str
    pairs: "Callable[[PageRequest], Question[Page[P]]]"
    table: "Callable[[P], Table]"
    judge: "Callable[..., Judgement]"


def _reports(graph: "Graph") -> "_Sort[Pair]":
    from casus.cli.rendering import pair_table
    from casus.graph import queries

    return _Sort("One event?", queries.identity_pairs, pair_table, graph.judge)


def _names(graph: "Graph") -> "_Sort[NamePair]":
    from casus.cli.rendering import name_pair_table
    from casus.graph import queries
    from casus.knowledge import Knowledge

    known = Knowledge.load(graph.settings.knowledge_dir).ids
    return _Sort("One organisation?", partial(queries.name_pairs, known), name_pair_table, graph.judge_names)
