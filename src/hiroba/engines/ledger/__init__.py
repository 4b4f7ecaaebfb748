"""Every yen in double entry, append-only, and the funds it belongs to."""
