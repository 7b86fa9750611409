"""Casus: what news says about conflict, as a graph with the sentences that say so.

What is listed here is the public surface; everything loads on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casus.graph import Graph
    from casus.pipeline import extract
    from casus.records import Claim, Document, Entity, Incident, Record
    from casus.settings import Settings

__version__ = "0.1.0"
__all__ = ["Claim", "Document", "Entity", "Graph", "Incident", "Record", "Settings", "extract"]

_HOMES = {"Graph": "graph", "extract": "pipeline", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Return a public name from the module it lives in."""
    if name not in __all__:
        raise AttributeError(f"module 'casus' has no attribute {name!r}")
    return getattr(import_module(f"casus.{_HOMES.get(name, 'records')}"), name)
