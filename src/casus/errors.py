"""Everything Casus refuses or fails at, as one tree.

    CasusError                 exit  HTTP
    ├── BadInput                 65   422   input that breaks its contract: where, and what was expected
    │   ├── BadRecord                       an extraction record
    │   ├── BadData                         a line of a lexicon, a list of actors or another data file
    │   └── BadToken                 400    a next-page token that is not ours
    ├── Unreadable               66   422   a file or stream that cannot be read
    ├── NotFound                 66   404   no such entity, incident, claim or document
    ├── CannotWrite              73   507   a file that cannot be written, for example on a full disk
    ├── Unavailable              69   503   something Casus stands on is away; trying again may help
    │   ├── GraphAway                       no Neo4j answers
    │   ├── ServerFailed                    the embedded Neo4j did not start, or was killed
    │   ├── JarsMissing                     Neo4j's jars are neither here nor to be fetched
    │   ├── ModelMissing                    the language model's files are not there
    │   └── WorkerLost                      a process that read documents was killed
    ├── TimedOut                 75   504   a query ran into its time limit
    ├── Refused                  77   403   the other side said no
    │   ├── KeyNeeded                401    no key was shown, or one that is not known
    │   ├── ScopeMissing                    the key does not allow this
    │   └── WrongPassword                   Neo4j does not accept the name and password
    └── NewerData                78   500   a data folder or graph made by a newer version of Casus

The command line prints the message and ends with the class's exit status (those of sysexits.h); the API answers with
its HTTP status, as RFC 9457 problem details.
"""

from http import HTTPStatus


class CasusError(Exception):
    """The root of the tree; the message says what was wrong, where, and what to do."""

    exit_status = 70
    http_status = HTTPStatus.INTERNAL_SERVER_ERROR


class BadInput(CasusError):
    """Input that breaks its contract."""

    exit_status = 65
    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class BadRecord(BadInput):
    """An extraction record that breaks its contract; the message names the field."""


class BadData(BadInput):
    """A data file that breaks its format; the message names file and line."""


class BadToken(BadInput):
    """A next-page token that this API did not give out, or gave out for another question."""

    http_status = HTTPStatus.BAD_REQUEST


class Unreadable(CasusError):
    """A file or stream that cannot be read; the message names it and the reason."""

    exit_status = 66
    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class NotFound(CasusError):
    """Nothing has this id."""

    exit_status = 66
    http_status = HTTPStatus.NOT_FOUND


class CannotWrite(CasusError):
    """A file that cannot be written; nothing half-written stands under its name."""

    exit_status = 73
    http_status = HTTPStatus.INSUFFICIENT_STORAGE


class Unavailable(CasusError):
    """Something Casus stands on is away."""

    exit_status = 69
    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class GraphAway(Unavailable):
    """No Neo4j answers; the message says which server was asked and how to start one."""


class ServerFailed(Unavailable):
    """The embedded Neo4j did not start or did not stay; the message names its log."""


class JarsMissing(Unavailable):
    """Neo4j's jars are not in the cache and cannot be fetched; the message names the other ways."""


class ModelMissing(Unavailable):
    """The language model's files are not where they should be."""


class WorkerLost(Unavailable):
    """A process that read documents was killed, most likely for want of memory."""


class Busy(Unavailable):
    """As many jobs wait as may wait; the message says when to come back."""


class TimedOut(CasusError):
    """A query ran into its time limit; the message says which limit and how to ask for less."""

    exit_status = 75
    http_status = HTTPStatus.GATEWAY_TIMEOUT


class Refused(CasusError):
    """The other side said no."""

    exit_status = 77
    http_status = HTTPStatus.FORBIDDEN


class KeyNeeded(Refused):
    """No key was shown, or one that is not known; the message says how to make one."""

    http_status = HTTPStatus.UNAUTHORIZED


class ScopeMissing(Refused):
    """The key that was shown does not allow this."""


class WrongPassword(Refused):
    """Neo4j does not accept the name and password; the message says which settings hold them."""


class NewerData(CasusError):
    """Data made by a newer version of Casus, which this one will not touch."""

    exit_status = 78
