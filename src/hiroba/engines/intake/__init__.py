"""Whatever people apply for: calls, submissions, their review and the decision."""
