"""Typed forms: published versions that never change, documents that never lose a word."""
