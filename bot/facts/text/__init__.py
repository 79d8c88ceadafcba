"""A text with its places: folded, cut into clauses and words, and what its spans tell."""
