"""One sitting: a pack, a save, the clock and chance. Every front drives the game through this."""
