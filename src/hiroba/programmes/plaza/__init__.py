"""Exhibitions, guides, visits and the count of those who came."""
