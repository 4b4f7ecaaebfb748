"""Councils and study meetings of NGOs and the agency, and what they promised each other."""
