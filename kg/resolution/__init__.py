"""What people decide on identity: the proposals of a store, and taking decisions down."""

from kg.resolution.resolution import Resolution, open_resolution, record

__all__ = ["Resolution", "open_resolution", "record"]
