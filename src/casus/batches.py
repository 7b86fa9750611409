"""Streams in batches of a size, for what is quicker by the hundred than one by one."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of `size`, the last one shorter; no more is taken than has been asked for."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
