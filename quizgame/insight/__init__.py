"""What answers tell about a player or a class, wherever the answers come from."""
