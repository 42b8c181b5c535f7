"""Companies: which organisations have a part in a release, and which."""
