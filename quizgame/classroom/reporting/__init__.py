"""A class report from files: where it comes from, and what it is written in."""
