"""Logs to standard error: lines to read at a terminal, JSON everywhere else.

What is logged are names, counts, times and errors; never a request's body, a document's text or a password.
"""

import logging
import sys

import structlog
from structlog.typing import Processor


def configure(level: str, *, json: bool | None = None) -> None:
    """Send what structlog and the standard library log from `level` on to standard error, in one form.

    Without `json` the form follows from where standard error goes: a terminal gets lines, a file or pipe JSON.
    """
    handler = logging.StreamHandler(sys.stderr)
    as_json = json if json is not None else not sys.stderr.isatty()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_shared(), processors=_last(as_json)))
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    if level.upper() != "DEBUG":
        logging.getLogger("neo4j").setLevel(logging.ERROR)  # a driver that gives up is told of as GraphAway
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _last(as_json: bool) -> list[Processor]:
    tidy = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if as_json:
        return [tidy, structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    # The usual traceback shows local variables, and with them texts and passwords.
    plain = structlog.dev.plain_traceback
    return [tidy, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
