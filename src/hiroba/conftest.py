"""How the house is tested: in the test environment, on the database that DATABASE_URL names."""

import os
import tempfile

os.environ["HIROBA_ENV"] = "test"
os.environ.setdefault("HIROBA_DATA", tempfile.mkdtemp(prefix="hiroba-test-"))
os.environ.setdefault("HIROBA_POOL", "0")

pytest_plugins = ["hiroba.tests.fixtures"]
