"""Joint projects: from a proposal in a call to a project with results."""
