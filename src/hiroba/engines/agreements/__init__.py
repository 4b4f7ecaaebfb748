"""What parties agreed on: versions, parties at the time, and what is due when."""
