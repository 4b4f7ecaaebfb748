"""Keys with which a person's program comes to the API: shown once, narrow, revoked at any time."""
