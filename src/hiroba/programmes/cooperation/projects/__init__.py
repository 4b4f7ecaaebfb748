"""Projects: our own from adoption to the check afterwards, and those that others report as IATI."""
