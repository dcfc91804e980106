"""Live sessions: a teacher hosts, students join from their own terminals."""
