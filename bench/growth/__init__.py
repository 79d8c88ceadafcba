"""What an answer costs in an empty database, and in one that many people have used for years."""
