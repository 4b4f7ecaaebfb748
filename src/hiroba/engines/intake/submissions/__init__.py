"""Submissions: what a body sent in to a track of a call, and what became of it."""
