"""What is refused, and with which status: one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import InputError, KgError, QueryError, StoreError

_AGAIN = {"Retry-After": "2"}


class RefusedError(KgError):
    """A request that is refused, with the status that says so."""

    def __init__(self, message: str, status: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers


class MissingError(InputError):
    """What is asked for is not there."""


class ReadOnlyError(KgError):
    """A graph that only the program itself writes."""


class BusyError(KgError):
    """Nothing is free to do the work; try again."""


class TooLongError(KgError):
    """The work was ended at its time limit."""


_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (MissingError, 404),
    (ReadOnlyError, 403),
    (BusyError, 503),
    (TooLongError, 503),
    (StoreError, 503),
    (QueryError, 400),
    (InputError, 400),
)


async def refusal(_request: Request, error: Exception) -> Response:
    """The response that tells of an error."""
    status, headers = 500, None
    if isinstance(error, RefusedError):
        status, headers = error.status, error.headers
    else:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    if status == 503:
        headers = _AGAIN
    return PlainTextResponse(f"{error}\n", status_code=status, headers=headers)
