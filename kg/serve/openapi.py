"""The addresses of the server as an OpenAPI document, made from the headers of the named queries."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.query import Question, library
from kg.serve.description import results_forms
from kg.serve.negotiation import TABLES

_TYPES = {"number": {"type": "number"}, "integer": {"type": "integer"}, "iri": {"type": "string", "format": "uri"}}
_REFUSED = {"description": "Refused; the text says why and what to do.", "content": {"text/plain": {}}}
_BUSY = {**_REFUSED, "headers": {"Retry-After": {"schema": {"type": "integer"}}}}


def document(*, writable: bool) -> dict[str, Any]:
    """The document; writing stands in it only where the server takes it."""
    paths = {f"/queries/{name}.{{form}}": {"get": _asked(question)} for name, question in library().items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "kg", "version": __version__, "description": "Corporate events with their evidence."},
        "paths": {**paths, "/sparql": _protocol(writable=writable), **_pages()},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _asked(question: Question) -> dict[str, Any]:
    forms = {"name": "form", "in": "path", "required": True, "schema": {"enum": [*TABLES, "html"]}}
    given = [
        {
            "name": each.name,
            "in": "query",
            "required": each.default is None,
            "description": each.meaning,
            "schema": {
                **_TYPES.get(each.type, {"type": "string"}),
                **({"default": each.default} if each.default else {}),
            },
        }
        for each in question.parameters
    ]
    good = {"description": ", ".join(question.columns), "content": {name: {} for name, _ in TABLES.values()}}
    return {
        "operationId": question.name,
        "summary": question.question,
        "tags": [question.topic],
        "parameters": [forms, *given],
        "responses": {"200": good, "400": _REFUSED, "404": _REFUSED, "503": _BUSY},
    }


def _protocol(*, writable: bool) -> dict[str, Any]:
    good = {"description": "The answer", "content": {name: {} for name in results_forms()}}
    responses = {"200": good, **dict.fromkeys(("400", "406", "413", "415"), _REFUSED), "503": _BUSY}
    query = {
        "name": "query",
        "in": "query",
        "schema": {"type": "string"},
        "description": "SPARQL 1.1; none: what the service is",
    }
    sent: dict[str, Any] = {"application/sparql-query": {}, "application/x-www-form-urlencoded": {}}
    post: dict[str, Any] = {"operationId": "sparql-post", "requestBody": {"content": sent}, "responses": responses}
    if writable:
        sent["application/sparql-update"] = {}
        post["security"] = [{}, {"token": []}]
    return {"get": {"operationId": "sparql", "parameters": [query], "responses": responses}, "post": post}


def _pages() -> dict[str, Any]:
    told = {
        "/release/{id}.txt": ("release-text", "The canonical text of a release", "text/plain"),
        "/release/{id}": ("release", "A release with its claims", "text/html"),
        "/resource": ("resource", "What is known of ?iri=…", "text/html"),
        "/health": ("health", "Whether the server is up", "application/json"),
        "/metrics": ("metrics", "Counts for Prometheus", "text/plain"),
    }
    pages: dict[str, Any] = {}
    for path, (name, summary, kind) in told.items():
        responses = {"200": {"description": summary, "content": {kind: {}}}, "404": _REFUSED}
        pages[path] = {"get": {"operationId": name, "summary": summary, "responses": responses}}
        if "{id}" in path:
            identifier = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            pages[path]["get"]["parameters"] = [identifier]
    pages["/resource"]["get"]["parameters"] = [
        {"name": "iri", "in": "query", "required": True, "schema": {"type": "string", "format": "uri"}}
    ]
    return pages
