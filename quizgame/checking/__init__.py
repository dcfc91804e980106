"""What makes a pack good, beyond what makes it loadable."""
