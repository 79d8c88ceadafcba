"""This bot beside its peers: the same interview, typed by the same people into the same Bot API double."""
