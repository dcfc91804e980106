"""A player's journal on disk: readable, append-only, and durable before it says "saved"."""
