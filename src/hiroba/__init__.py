"""Hiroba (広場): one house in which an agency for international cooperation and citizens work together."""
