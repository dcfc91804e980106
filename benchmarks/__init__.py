"""What is promised about speed and size, as programs: `python -m benchmarks`."""
