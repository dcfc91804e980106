"""The preview: a pack in the real game while it is being written."""
