"""The scenario game: a story of decisions, played as values that depend on choices and a seed."""
