"""Letters that leave the house: an outbox written with the fact it tells, and delivered later."""
