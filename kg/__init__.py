"""kg: corporate events from press releases, as a knowledge graph with evidence for every claim."""

__version__ = "0.1.0"
