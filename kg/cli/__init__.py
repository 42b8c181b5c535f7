"""The command line: `kg VERB`. Data goes to stdout, talk to stderr."""

from kg.cli.app import main

__all__ = ["main"]
