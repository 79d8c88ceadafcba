"""What of the prose tells what of the notes: number by number, clause by clause."""
