"""Proposals for joint projects: from the call to the draft, the check, the scores, the decision."""
