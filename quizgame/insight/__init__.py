"""What answers tell about a player, wherever the answers come from."""
