"""Writing: from what was said to a report. The plain writer needs no model and is always complete."""
