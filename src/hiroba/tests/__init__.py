"""The house keeps its rules, and the story runs through all rooms."""
