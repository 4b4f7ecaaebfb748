"""What each room shows on the pages that all rooms share: workbench, my page, first page."""
