"""A small Bot API over real HTTP, with offsets, redelivery, limits and error texts of the real one."""
