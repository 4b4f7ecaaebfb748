"""People, the bodies they belong to, and who may act for whom."""
