"""Typed links between anything that has a public name."""
