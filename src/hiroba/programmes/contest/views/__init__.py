"""The pages about the contest: for everybody, for schools, for readers and for staff."""
