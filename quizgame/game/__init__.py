"""The rules of play: pure functions and small values; time and randomness are passed in."""
