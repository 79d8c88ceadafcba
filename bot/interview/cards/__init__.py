"""One function per card: from a draft's state to text and buttons."""
