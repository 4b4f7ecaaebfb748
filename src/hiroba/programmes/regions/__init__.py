"""What municipalities know, who works there, and what comes back to them."""
