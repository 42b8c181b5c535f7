"""`kg serve`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.options import Store, store_folder
from kg.serve import Limits, bound, create, listen
from kg.settings import settings


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg serve --store kg-store --port 7878")(serve)


def serve(
    store: Store = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535)] = 7878,
    processes: Annotated[int, typer.Option("--processes", min=1, help="Processes that answer queries.")] = 2,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Time limit of a query or update.")] = 30.0,
    megabytes: Annotated[int, typer.Option("--megabytes", min=1, help="Size limit of an answer.")] = 20,
    memory: Annotated[int, typer.Option("--memory", min=256, help="Memory limit of a query, in megabytes.")] = 500,
    allow_service: Annotated[
        list[str] | None,
        typer.Option("--allow-service", metavar="HOST[:PORT]", help="A host that SERVICE may ask; repeat for more."),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="KG_TOKEN", help="Let whoever shows this token write graphs of their own."),
    ] = None,
) -> None:
    """Serve the store: a SPARQL 1.1 endpoint at /sparql, graphs at /gsp, pages at /. Read-only without a token."""
    services = frozenset(each.lower() for each in allow_service or ())
    limits = Limits(
        processes=processes,
        seconds=seconds,
        answer=megabytes * 1_000_000,
        memory=memory * 1_000_000,
        services=services,
    )
    application = create(store_folder(store), limits=limits, token=token or None, base=settings().base)
    place = bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"http://{shown}:{place.getsockname()[1]}/ (Ctrl-C ends it)\n")
    listen(application, place, limits)
