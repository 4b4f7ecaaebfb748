"""What was learned from the work, and what of it is done elsewhere."""
