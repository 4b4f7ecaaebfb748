"""Projects as IATI activities, for those who want to read our data by machine."""
