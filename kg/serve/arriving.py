"""Requests as they arrive: their bodies within a size and a time, their parameters wherever they stand."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.serve.limits import Limits
from kg.serve.refusals import RefusedError

_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_MOST_FIELDS = 1000
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the protocol: a query, an update, or (with neither) a wish to know the service."""

    kind: str  # query | update | ""
    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def body(request: Request, limits: Limits, most: int) -> bytes:
    """The whole body; raises RefusedError when it is too large or too slow."""
    parts: list[bytes] = []
    size = 0
    declared = request.headers.get("content-length", "")
    too_large = RefusedError(f"a request may have {most:,} bytes", 413, {"Connection": "close"})
    if declared.isdecimal() and int(declared) > most:
        raise too_large
    try:
        async with asyncio.timeout(limits.arrival):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise too_large
                parts.append(chunk)
    except TimeoutError:
        message = f"the request did not arrive within {limits.arrival:g} s"
        raise RefusedError(message, 408, {"Connection": "close"}) from None
    except ClientDisconnect:
        raise RefusedError("the request broke off", 400) from None
    return b"".join(parts)


def media(request: Request) -> str:
    """The media type of the body; raises RefusedError for a character set other than UTF-8."""
    kind, _, fields = request.headers.get("content-type", "").partition(";")
    charset = re.search(r'charset\s*=\s*"?([\w.:-]+)', fields, re.IGNORECASE)
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise RefusedError(f"send UTF-8, not {charset[1]}", 415)
    return kind.strip().lower()


def place(request: Request) -> str:
    """The address that was asked, without its parameters; raises RefusedError for a host that is none."""
    if not _HOST.fullmatch(request.headers.get("host", "")):
        raise RefusedError("the Host header names no host", 400)
    return str(request.url).partition("?")[0]


async def operation(request: Request, limits: Limits) -> Operation:
    """What a request to the protocol's address asks; raises RefusedError for a malformed one."""
    fields = list(request.query_params.multi_items())
    if request.method == "POST":
        kind = media(request)
        content = await body(request, limits, limits.request)
        fields += _posted(kind, content)
    if len(fields) > _MOST_FIELDS:
        raise RefusedError(f"a request may have {_MOST_FIELDS:,} parameters", 400)
    texts = [(name, value) for name, value in fields if name in {"query", "update"}]
    if not texts and request.method == "POST":
        raise RefusedError("a request needs one query or update", 400)
    if len(texts) > 1:
        raise RefusedError(f"a request needs one query or update, not {len(texts)}", 400)
    kind, text = texts[0] if texts else ("", "")
    if kind == "update" and request.method != "POST":
        raise RefusedError("an update is sent with POST", 405, {"Allow": "POST"})
    default, named = ("using-graph-uri", "using-named-graph-uri") if kind == "update" else _QUERY_GRAPHS
    return Operation(kind, text, _values(fields, default), _values(fields, named))


_QUERY_GRAPHS = ("default-graph-uri", "named-graph-uri")


def _values(fields: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)


def _posted(kind: str, content: bytes) -> list[tuple[str, str]]:
    try:
        text = content.decode("utf-8")
        if kind == FORM:
            return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise RefusedError(f"the request is malformed: {error}", 400) from error
    if kind in {QUERY, UPDATE}:
        return [(kind.rpartition("-")[2], text)]
    raise RefusedError(f"send {QUERY}, {UPDATE} or {FORM}, not {kind or 'a body of no type'}", 415)
