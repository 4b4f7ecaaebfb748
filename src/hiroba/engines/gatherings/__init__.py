"""People who come together: slots, seats, bookings, duties and counts."""
