"""Courses for people and bodies, from selection to certificate."""
