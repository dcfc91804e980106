"""What the answers of a class tell: students, items, skills, and how well a set measures."""
