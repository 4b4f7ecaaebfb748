"""Decisions: proposed by one person, approved by another, released once."""
