"""What a student sees of a lesson: the door, the lesson, and what was told in it."""
