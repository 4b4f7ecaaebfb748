"""Yearly editions: a text of our own in which every number is followed to its figure."""
