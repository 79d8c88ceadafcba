"""Readers: each takes one kind of fact out of a text, `reader.py` all of them in one pass."""
