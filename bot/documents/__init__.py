"""Files out: a report as the bytes that the person receives."""
