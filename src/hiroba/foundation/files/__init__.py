"""Files people send: looked at, hashed, kept once, and given back only as attachments."""
