"""A port for the embedded Neo4j: the one it had if it is free, so that bookmarks hold, else any other."""

import socket


def free_port(wanted: int) -> int:
    """Return `wanted` if nothing listens there on loopback, otherwise a port that is free (0: any)."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that has just been left is free
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
