"""Who can sign in, and which roles they hold for which part of the house."""
