"""Banks and their branches, as the clearing house lists them."""
