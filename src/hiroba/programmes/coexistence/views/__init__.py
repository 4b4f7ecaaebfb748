"""The pages about disasters: light ones for everyone, and those of officers."""
