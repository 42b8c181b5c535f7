"""What the server itself holds for its clients, requests that arrive and answers that leave, within one number."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.refusals import BusyError, refusal

_PART = 65_536  # bytes sent at a time: what waits for a slow client is held here, not in the connection


class Room:
    """The application, with a request refused whose body or answer would be more than may be held at once.

    Each is held until its client has taken the answer, so that clients who do not read cannot fill the memory.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stay = _Stay(self, scope, receive, send)
        try:
            await self._app(scope, stay.receive, stay.send)
        finally:
            self.held -= stay.held

    def take(self, size: int) -> None:
        """Hold as many bytes more; raises BusyError where there is no room for them."""
        if self.held + size > self._most:
            raise BusyError("too much is being sent and read at once; try again in a moment")
        self.held += size


class _Stay:
    """One request, from its first byte to the last of its answer."""

    def __init__(self, room: Room, scope: Scope, receive: Receive, send: Send) -> None:
        self._room = room
        self._scope = scope
        self._receive = receive
        self._send = send
        self._start: Message | None = None
        self.held = 0

    def _take(self, size: int) -> None:
        self._room.take(size)
        self.held += size

    async def receive(self) -> Message:
        """The next part of the body; raises BusyError."""
        message = await self._receive()
        self._take(len(message.get("body", b"")))
        return message

    async def send(self, message: Message) -> None:
        """Send an answer in parts. Its head waits for its body, in whose place a refusal may go."""
        if message["type"] != "http.response.body":
            self._start = message
            return
        body = message.get("body", b"")
        try:
            if len(body) > _PART:
                self._take(len(body))
        except BusyError as error:
            await (await refusal(Request(self._scope), error))(self._scope, self._receive, self._send)
            return
        if self._start is not None:
            await self._send(self._start)
            self._start = None
        for at in range(0, max(len(body), 1), _PART):
            more = at + _PART < len(body) or message.get("more_body", False)
            await self._send({**message, "body": body[at : at + _PART], "more_body": more})
