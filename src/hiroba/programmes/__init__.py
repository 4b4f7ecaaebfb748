"""What the agency and citizens do together; programmes do not know each other."""
