"""``python -m quizgame`` is the same as the ``quizgame`` command."""

from quizgame.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
