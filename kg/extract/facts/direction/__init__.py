"""Whether a figure is a level or a change, and with which sign."""
