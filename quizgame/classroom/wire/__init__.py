"""The messages of a live session: one class for each role and purpose, one JSON object a frame."""
