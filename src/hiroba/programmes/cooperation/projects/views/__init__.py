"""The pages of projects: for everyone, for staff, and for bringing in files."""
