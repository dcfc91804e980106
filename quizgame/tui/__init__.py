"""The full-screen game. The only room that knows Textual."""
