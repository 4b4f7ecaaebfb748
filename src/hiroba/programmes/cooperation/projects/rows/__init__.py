"""What projects become as rows; nothing is written here."""
