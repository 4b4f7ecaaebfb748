"""The pages of yearly editions: for everyone, and for those who make them."""
