"""What came of the work: lessons, practices and how they spread."""
