"""Typed mentions in a sentence: organisations, people, posts, places, sites and values."""
