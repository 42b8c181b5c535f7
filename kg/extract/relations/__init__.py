"""Ties between organisations that last, and their wordings."""
