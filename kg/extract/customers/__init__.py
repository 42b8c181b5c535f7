"""Customers: who buys what from whom, named or only described, and how the tie stands."""
