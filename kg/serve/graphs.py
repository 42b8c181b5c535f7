"""Graphs over HTTP: which graph a request means, and what it brings.

Source: SPARQL 1.1 Graph Store HTTP Protocol, sections 4 and 5.
"""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import urlsplit

from starlette.requests import Request

from kg.serve.arriving import media, place
from kg.serve.negotiation import GRAPHS, form_of, offer
from kg.serve.refusals import RefusedError

_ONE_GRAPH = {"turtle", "nt", "xml", "jsonld"}


def graph_of(request: Request) -> tuple[str | None, bool]:
    """The graph's name, None for the default graph; and whether the request names none at all.

    Raises RefusedError for a request that names its graph twice, or by a relative IRI.
    """
    fields = request.query_params.multi_items()
    named = [value for name, value in fields if name == "graph"]
    default = [value for name, value in fields if name == "default"]
    direct = str(request.path_params.get("path", ""))
    if len(named) + len(default) + bool(direct) > 1 or len(fields) > len(named) + len(default):
        raise RefusedError("name one graph: ?graph=IRI, ?default or its own address, and nothing else", 400)
    if default:
        return None, False
    if direct:
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace")
        parts = urlsplit(place(request))
        return f"{parts.scheme}://{parts.netloc}{raw.partition('?')[0]}", False
    if not named:
        return None, True
    if not urlsplit(named[0]).scheme:
        raise RefusedError(f"the graph's name must be a whole IRI, not {named[0]!r}", 400)
    return named[0], False


def wanted_form(request: Request) -> str:
    """The syntax for a graph that the request accepts; raises RefusedError where it accepts none."""
    form = offer(request.headers.get("accept")).graph
    if form is None:
        raise RefusedError(f"accept one of {', '.join(name for name, _ in GRAPHS.values())}", 406)
    return form


def parts(request: Request, content: bytes) -> tuple[tuple[str, bytes], ...]:
    """The graphs that a body brings, as syntax and content; several in a form with files.

    Raises RefusedError for a media type that is no RDF syntax.
    """
    kind = media(request)
    if kind != "multipart/form-data":
        return ((_syntax(kind), content),)
    head = request.headers["content-type"].encode("latin-1")
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + head + b"\r\n\r\n" + content)
    found = []
    for part in message.iter_parts() if message.is_multipart() else ():
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            raise RefusedError("a part of the form holds no graph", 400)
        found.append((_syntax(part.get_content_type()), payload))
    if not found:
        raise RefusedError("the form holds no graph", 400)
    return tuple(found)


def _syntax(kind: str) -> str:
    form = form_of(kind)
    if form not in _ONE_GRAPH:
        names = ", ".join(GRAPHS[name][0] for name in sorted(_ONE_GRAPH))
        raise RefusedError(f"send one of {names}, not {kind or 'a body of no type'}", 415)
    return form
