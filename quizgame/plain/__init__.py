"""The line mode: the same game by print and input alone, without a full screen."""
