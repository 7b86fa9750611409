"""ETag and If-None-Match: a client that has an answer already gets 304 and no body.

An answer's tag is a hash of its bytes, since the graph has no version that changes with all that it says: it saves the
way, not the question. What is streamed has no tag.
"""

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ETags:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with a tag where the answer is whole and says that all went well."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, _Tagging(send, Headers(scope=scope).get("if-none-match", "")).send)


class _Tagging:
    """Holds an answer's head back until its body has come."""

    def __init__(self, send: Send, known: str) -> None:
        self._send = send
        self._known = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        self._head: Message | None = None

    async def send(self, message: Message) -> None:
        """Send on what is streamed; tag what is whole."""
        if message["type"] == "http.response.start" and message["status"] == 200:
            self._head = message
            return
        if self._head is None:
            await self._send(message)
            return
        head, self._head = self._head, None
        if message.get("more_body") or "content-length" not in Headers(raw=head["headers"]):
            await self._send(head)
            await self._send(message)
            return
        await self._tagged(head, message)

    async def _tagged(self, head: Message, body: Message) -> None:
        tag = f'"{sha256(body.get("body", b"")).hexdigest()[:32]}"'
        headers = MutableHeaders(raw=head["headers"])
        headers["ETag"] = tag
        headers["Cache-Control"] = "no-cache"  # to be asked for again, with the tag
        if self._known & {tag, "*"}:
            del headers["content-length"]
            head, body = {**head, "status": 304}, {**body, "body": b""}
        await self._send({**head, "headers": headers.raw})
        await self._send(body)
