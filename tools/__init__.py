"""What checks the house: contracts, measure, texts, documents."""
