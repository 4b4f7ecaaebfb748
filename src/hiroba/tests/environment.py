"""The environment of the tests; pytest reads it before Django reads its settings."""

import os
import tempfile

os.environ["HIROBA_ENV"] = "test"
os.environ.setdefault("HIROBA_DATA", tempfile.mkdtemp(prefix="hiroba-test-"))
os.environ.setdefault("HIROBA_POOL", "0")
