"""The bots that are compared, each a program of its own: `python -m bench.peers.bots.NAME`."""
