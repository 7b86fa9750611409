"""What all pages have: a title, pictures, tables, and the calls behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from casus.explorer.drawing.shapes import Figure
from casus.explorer.inquiry import Asked


@dataclass(frozen=True, kw_only=True)
class View:
    """A page before it is rendered; figures and tables go by the names that their downloads have.

    `address` is the page's own, without its query: a picture is at `address/name.svg`, a table at `address/name.csv`.
    """

    title: str
    address: str
    asked: Sequence[Asked]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    tables: Mapping[str, Callable[[], str]] = field(default_factory=dict)
