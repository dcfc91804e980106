"""*Confirmed or Alleged?*, a terminal game that teaches people to read the news."""

__version__ = "0.3.0"
