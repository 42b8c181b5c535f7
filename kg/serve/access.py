"""Who may write: whoever shows the token, and nobody where there is none."""

from __future__ import annotations

import base64
import binascii
import hmac

from starlette.requests import Request

from kg.serve.refusals import RefusedError

_HOW = {"WWW-Authenticate": 'Bearer realm="kg"'}


def check(request: Request, token: str | None) -> None:
    """Raise RefusedError unless the request shows the token: as Bearer, or as the password of Basic."""
    if token is None:
        raise RefusedError("this endpoint is read-only; whoever starts it can give it a token", 403)
    shown = _shown(request.headers.get("authorization", ""))
    if shown is None:
        raise RefusedError("writing needs the header 'Authorization: Bearer TOKEN'", 401, _HOW)
    if not hmac.compare_digest(shown, token.encode()):
        raise RefusedError("this is not the token", 401, _HOW)


def _shown(header: str) -> bytes | None:
    scheme, _, value = header.strip().partition(" ")
    if scheme.lower() == "bearer":
        return value.strip().encode("utf-8", "surrogateescape")
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).partition(b":")[2]
        except (binascii.Error, ValueError):
            return None
    return None
