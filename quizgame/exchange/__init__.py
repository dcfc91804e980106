"""Other formats in and out: what a pack asks, as exercises that other programs and paper know."""
