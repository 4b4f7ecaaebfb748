"""How pages are made: three shapes of views, forms that hand over to one action, lists, tables."""
