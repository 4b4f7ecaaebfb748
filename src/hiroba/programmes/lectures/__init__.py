"""Lectures at school and online, with those who work abroad."""
