"""Sites: where they are, whose, and what happens to them: facilities and their moves."""
