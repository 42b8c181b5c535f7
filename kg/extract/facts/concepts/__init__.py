"""Which concept a figure is of, by the frame that joins them or by the words around it."""
