"""Who may do what: every question passes here, over REST, in linked data, SPARQL and on pages: none can forget to ask.

Reading is open, unless CASUS_READS says otherwise. Everything but GET and HEAD is writing, except for what a route
declares to be a question too long for an address (`openapi_extra=ASKS`).
"""

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from casus.errors import KeyNeeded, ScopeMissing
from casus.keys import Keys, Scope

ASKS: dict[str, Any] = {"x-asks": True}
"""For a route whose POST only asks."""

_bearer = HTTPBearer(
    auto_error=False,
    description="A key that `casus keys new` made. Writing needs one; reading only where it is guarded.",
)


async def allowed(request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> None:
    """Let the request pass, or raise KeyNeeded or ScopeMissing."""
    wanted = Scope.READ if _reads(request) else Scope.WRITE
    settings = request.app.state.settings
    if wanted is Scope.READ and settings.reads == "open":
        return
    if shown is None:
        raise KeyNeeded(f"this needs a key that may {wanted}: Authorization: Bearer KEY; `casus keys new` makes one")
    key = await run_in_threadpool(Keys.of(settings).holder, shown.credentials)
    if key is None:
        raise KeyNeeded("this key is not known, or no longer; `casus keys list` shows those that are")
    if not key.allows(wanted):
        raise ScopeMissing(f"the key {key.id} does not allow to {wanted}; it has {', '.join(key.scopes)}")


def _reads(request: Request) -> bool:
    extra = getattr(request.scope.get("route"), "openapi_extra", None) or {}
    return request.method in {"GET", "HEAD"} or bool(extra.get("x-asks"))
