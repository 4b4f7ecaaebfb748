"""One line of JSON for each thing worth remembering in production; plain lines elsewhere."""

from typing import Any

from hiroba.config.settings.environment import PRODUCTION, env

__all__ = ["LOGGING"]

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "json_ensure_ascii": False,
        },
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {
        "stream": {
            "class": "logging.StreamHandler",
            "formatter": "json" if PRODUCTION else "plain",
        }
    },
    "root": {"handlers": ["stream"], "level": env.str("HIROBA_LOG_LEVEL", "WARNING")},
    "loggers": {
        "hiroba": {"level": env.str("HIROBA_LOG_LEVEL", "INFO" if PRODUCTION else "WARNING")},
        "django.request": {"level": "ERROR"},
    },
}
