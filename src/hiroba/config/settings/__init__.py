"""The settings of one running house; everything that differs comes from the environment."""

from hiroba.config.settings.base import *  # noqa: F403
from hiroba.config.settings.databases import *  # noqa: F403
from hiroba.config.settings.letters import *  # noqa: F403
from hiroba.config.settings.logs import *  # noqa: F403
from hiroba.config.settings.menu import *  # noqa: F403
from hiroba.config.settings.rooms import *  # noqa: F403
from hiroba.config.settings.safety import *  # noqa: F403
