"""How fast the house is: measured in one run, told as ratios."""
