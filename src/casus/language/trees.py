"""Arc scores to the best tree: the maximum spanning arborescence in which one word hangs on the root.

Chu-Liu/Edmonds by contraction of cycles. One root is had by making every arc from the root dearer by the same large
amount (Gabow and Tarjan 1984; for parsing Stanojević and Cohen 2021), so that the best tree has as few as it can.
"""

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.intp]


def best_tree(arcs: NDArray[np.floating]) -> Heads:
    """Return each word's head, 0 for the root.

    arcs[dependent, head] are scores of n+1 nodes, the root first. The result has n+1 entries; the root's own is 0.
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    heads = _best_heads(scores)
    if np.count_nonzero(heads[1:] == 0) == 1 and not _cycle(heads).size:
        return heads
    scores[:, 0] -= _dear(scores)
    return _arborescence(scores)


def _dear(scores: NDArray[np.float64]) -> float:
    """Return more than two trees' scores can differ by."""
    finite = scores[1:][np.isfinite(scores[1:])]
    return float(np.ptp(finite) + 1) * len(scores)


def _best_heads(scores: NDArray[np.float64]) -> Heads:
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    return heads


def _cycle(heads: Heads) -> Heads:
    """Return the nodes of one cycle; none where every node leads to the root."""
    ends = heads
    for _ in range(len(heads).bit_length()):
        ends = ends[ends]  # twice as many steps each time: at last more than there are nodes
    on_cycles = np.flatnonzero(ends)
    if not on_cycles.size:
        return on_cycles
    node = ends[on_cycles[0]]
    cycle = [node]
    while (node := heads[node]) != cycle[0]:
        cycle.append(node)
    return np.array(cycle)


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    heads = _best_heads(scores)
    cycle = _cycle(heads)
    if not cycle.size:
        return heads
    rest = np.setdiff1d(np.arange(len(scores)), cycle)
    entering = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[np.ix_(rest, cycle)]
    found = _arborescence(_contracted(scores[np.ix_(rest, rest)], entering, leaving))

    last = len(rest)  # the contracted cycle's place
    onto_cycle = found[:last] == last
    heads[rest] = np.where(onto_cycle, cycle[leaving.argmax(axis=1)], rest[np.where(onto_cycle, 0, found[:last])])
    heads[0] = 0
    heads[cycle[entering[:, found[last]].argmax()]] = rest[found[last]]
    return heads


def _contracted(
    rest: NDArray[np.float64], entering: NDArray[np.float64], leaving: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the scores with a cycle as one node, the last, that is entered and left by the best arc."""
    size = len(rest)
    scores = np.full((size + 1, size + 1), -np.inf)
    scores[:size, :size] = rest
    scores[size, :size] = entering.max(axis=0)
    scores[:size, size] = leaving.max(axis=1)
    return scores
