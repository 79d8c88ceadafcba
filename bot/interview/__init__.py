"""The interview as pure values and functions: outline, events, state, moves, cards. No I/O, no channel."""
