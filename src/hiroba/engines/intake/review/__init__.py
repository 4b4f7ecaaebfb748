"""Review: who reads which submission, with which rubric, and what they think of it."""
