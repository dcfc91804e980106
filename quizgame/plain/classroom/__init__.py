"""A lesson with the whole class, line by line."""
