"""The same interview in a terminal, or scripted through a pipe."""
