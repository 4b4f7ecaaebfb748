"""Hiroba (広場): one house in which an agency and citizens work together across borders."""
