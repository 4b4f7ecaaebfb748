"""Questions asked and answered within a working-day clock."""
