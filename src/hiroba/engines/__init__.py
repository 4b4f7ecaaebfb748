"""Processes that several programmes share; an engine never learns that a programme exists."""
