"""The environment of the tests; pytest reads it before Django reads its settings."""

import atexit
import os
import shutil
import tempfile

os.environ["HIROBA_ENV"] = "test"
os.environ.setdefault("HIROBA_POOL", "0")
if "HIROBA_DATA" not in os.environ:
    os.environ["HIROBA_DATA"] = tempfile.mkdtemp(prefix="hiroba-test-")
    atexit.register(shutil.rmtree, os.environ["HIROBA_DATA"], ignore_errors=True)
