"""The pages of the desks: for everyone, for askers, for officers."""
