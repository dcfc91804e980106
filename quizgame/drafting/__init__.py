"""From an article to a pack that waits for its author's decisions."""
