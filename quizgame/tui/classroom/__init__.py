"""The screens of a live session: the teacher's, the wall's, the students'."""
