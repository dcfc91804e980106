"""Widgets that take text as values and never as markup."""
