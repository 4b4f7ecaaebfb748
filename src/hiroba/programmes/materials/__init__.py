"""Teaching materials that can be found, used and copied."""
