"""How letters leave the house: EMAIL_URL such as smtp+tls://name:password@mail.example:587."""

from hiroba.config.settings.environment import HIROBA_ENV, env

__all__ = [
    "DEFAULT_FROM_EMAIL",
    "EMAIL_BACKEND",
    "EMAIL_HOST",
    "EMAIL_HOST_PASSWORD",
    "EMAIL_HOST_USER",
    "EMAIL_PORT",
    "EMAIL_TIMEOUT",
    "EMAIL_USE_SSL",
    "EMAIL_USE_TLS",
    "SERVER_EMAIL",
]

# In the demo letters are read on its own pages; in production there is no house without a mail
# server, for numbers to sign in must not end up in a log.
_unless_named = {"demo": "dummymail://", "test": "memorymail://"}
_wished = env.email_url("EMAIL_URL", _unless_named.get(HIROBA_ENV, env.NOTSET))

EMAIL_BACKEND = _wished["EMAIL_BACKEND"]
EMAIL_HOST = _wished.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _wished.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _wished.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _wished.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = bool(_wished.get("EMAIL_USE_TLS"))
EMAIL_USE_SSL = bool(_wished.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("HIROBA_SENDER", "ひろば <hiroba@example.jp>")
