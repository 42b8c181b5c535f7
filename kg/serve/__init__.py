"""The store over HTTP: the SPARQL protocols, the named queries as addresses, pages for releases and claims."""

from kg.serve.app import create
from kg.serve.limits import Limits
from kg.serve.listen import bound, listen

__all__ = ["Limits", "bound", "create", "listen"]
