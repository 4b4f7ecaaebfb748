"""The command line: one door for everything that is not a page."""
