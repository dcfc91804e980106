"""The rules of a session: pure functions of its state, without a clock, a file or chance."""
