"""The teacher's screen, and the view for the wall."""
