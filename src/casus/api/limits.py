"""How much a request may bring: FastAPI's own limit answers in plain text, and nothing can change that."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """ASGI middleware that refuses to read a body of more than `most` bytes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with 413 if the body is announced or found to be too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        read = 0
        announced = Headers(scope=scope).get("content-length", "")

        async def limited() -> Message:
            nonlocal read
            self._allow(int(announced) if announced.isdecimal() else 0)
            message = await receive()
            read += len(message.get("body", b""))
            self._allow(read)
            return message

        await self.app(scope, limited, send)

    def _allow(self, size: int) -> None:
        if size > self.most:
            reason = f"a body may have {self.most} bytes (CASUS_MAX_BODY); send less, or in parts"
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
