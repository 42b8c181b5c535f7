"""The store over HTTP: the SPARQL protocol, the named queries as addresses, the releases' texts."""

from kg.serve.app import create

__all__ = ["create"]
