"""What the work is about: the 17 goals, the sectors of the DAC, our own fields."""
