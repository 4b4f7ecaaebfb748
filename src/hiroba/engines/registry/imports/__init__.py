"""Lists of bodies that come in as files and are mended row by row."""
