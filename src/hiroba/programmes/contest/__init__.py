"""The essay contest, from entry to certificate."""
