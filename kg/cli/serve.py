"""`kg serve`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
import uvicorn

from kg.cli.options import Store, store_folder
from kg.serve import create


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg serve --store kg-store --port 7878")(serve)


def serve(
    store: Store = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535)] = 7878,
    processes: Annotated[int, typer.Option("--processes", min=1, help="Processes that answer queries.")] = 2,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Time limit of a query.")] = 30.0,
) -> None:
    """Serve the store: a read-only SPARQL 1.1 endpoint at /sparql, pages at /."""
    application = create(store_folder(store), processes=processes, seconds=seconds)
    sys.stderr.write(f"http://{host}:{port}/ (Ctrl-C ends it)\n")
    uvicorn.run(application, host=host, port=port, log_level="warning")
