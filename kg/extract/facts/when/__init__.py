"""Which period or day a figure is of, and whether it lies ahead."""
