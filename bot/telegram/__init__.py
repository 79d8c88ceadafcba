"""Telegram: updates become moves, cards become messages. Nothing here decides anything."""
