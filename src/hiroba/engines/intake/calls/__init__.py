"""Calls: an invitation to send something in, its tracks, its rules and its clock."""
