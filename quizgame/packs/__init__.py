"""What a teacher writes: packs of claims, questions, sets and scenarios built on articles."""
