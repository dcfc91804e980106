"""A class report as rows of text."""
