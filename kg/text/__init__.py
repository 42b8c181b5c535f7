"""Pure readers of text: sentences, numbers, money, dates, periods, and patterns over annotated sentences."""
