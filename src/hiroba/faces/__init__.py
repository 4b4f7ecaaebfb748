"""What people touch: pages, workbench, interface for programs, command line."""
