"""Finding things by words: two-character Japanese words are found alike on both databases."""
