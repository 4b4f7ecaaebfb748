"""Gifts by will, with partner institutions, seen by few."""
