"""People: who holds, takes or leaves which post, whose seat on which board, and whom the press may ask."""
