"""A player's progress in words and plots, as rows of text that any front can print."""
