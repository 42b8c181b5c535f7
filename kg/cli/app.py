"""The verbs put together, and what becomes of errors: one line on stderr, and an exit code.

0 done; 1 ran, and found problems; 2 wrong usage, or input that is not there; 3 a fault of the program.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from kg import __version__
from kg.errors import KgError

# Newer versions of typer bring their own copy of click, so the class is reached by what typer exports.
_MISUSED: type[Exception] = typer.BadParameter.__mro__[2]
_INTERRUPTED = 130  # the shell's code for a program ended by Ctrl-C

# Each verb and the module that adds it. Only that of the verb asked for is imported: the rules that read releases take
# two seconds to load, and a question needs none of them.
VERBS = {
    "build": "build",
    "remove": "build",
    "query": "ask",
    "queries": "ask",
    "validate": "check",
    "explain": "explain",
    "resolve": "resolve",
    "diff": "diff",
    "export": "export",
    "serve": "serve",
    "fetch": "fetch",
    "demo": "demo",
}


def application(verb: str | None = None) -> typer.Typer:
    """The command with the module of one verb; with all of them where there is no such verb."""
    app = typer.Typer(
        name="kg",
        help="Corporate events from press releases, as a knowledge graph with evidence for every claim.",
        epilog="Example: kg build releases/ && kg query customers",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for module in dict.fromkeys([VERBS[verb]] if verb in VERBS else VERBS.values()):
        import_module(f"kg.cli.{module}").add_to(app)
    app.callback()(_options)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Corporate events from press releases, as a knowledge graph with evidence for every claim."""
    del version


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        app = application(next((word for word in words if not word.startswith("-")), None))
        code = app(arguments, standalone_mode=False, prog_name="kg")
        sys.stdout.flush()
    except _MISUSED as error:
        error.show()  # type: ignore[attr-defined]
        return 2
    except KgError as error:
        return _say(str(error), error.code)
    except BrokenPipeError:
        # The reader has gone (`kg query … | head`): nothing more to say, and nothing to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return _say("interrupted", _INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last line of defence says what to report
        if os.environ.get("KG_TRACE"):
            traceback.print_exc()
        return _say(f"fault of the program ({type(error).__name__}: {error}); KG_TRACE=1 shows where", 3)
    if code == _INTERRUPTED:  # newer versions of typer turn Ctrl-C into this themselves
        return _say("interrupted", _INTERRUPTED)
    return code if isinstance(code, int) else 0


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"kg: {message}\n")
    return code
