"""What the pages about projects show, gathered in few questions."""
