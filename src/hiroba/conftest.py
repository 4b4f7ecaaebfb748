"""How the house is tested: see tests/environment.py and tests/fixtures.py."""

pytest_plugins = ["hiroba.tests.fixtures", "hiroba.tests.shelf"]
