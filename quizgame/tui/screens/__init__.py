"""The pages of the game, one file each. They are thin: the rules are in `game` and `play`."""
