"""Whether the house is well: for load balancers, monitors and the people on duty."""
