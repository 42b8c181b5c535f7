"""What holds for a whole release: its parties, persons, calendar, speech, and what has happened or may."""
