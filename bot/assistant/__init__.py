"""The use cases: what the house does when a person makes a move. The rules live in the rooms below."""
