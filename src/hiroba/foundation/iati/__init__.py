"""Reading and writing IATI activity files 2.01 to 2.03; knows the format and no table."""
