"""Deny by default: what a browser may load, how cookies travel, how people sign in."""

import os
import secrets
from contextlib import suppress

from csp.constants import NONE, SELF

from hiroba.config.settings.environment import DATA, HIROBA_ENV, PRODUCTION, env

__all__ = [
    "ACCOUNT_ADAPTER",
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS",
    "ACCOUNT_EMAIL_VERIFICATION",
    "ACCOUNT_LOGIN_BY_CODE_ENABLED",
    "ACCOUNT_LOGIN_METHODS",
    "ACCOUNT_LOGOUT_ON_GET",
    "ACCOUNT_PREVENT_ENUMERATION",
    "ACCOUNT_SESSION_REMEMBER",
    "ACCOUNT_SIGNUP_FIELDS",
    "ACCOUNT_SIGNUP_FORM_CLASS",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
    "ALLOWED_HOSTS",
    "AUTHENTICATION_BACKENDS",
    "AUTH_PASSWORD_VALIDATORS",
    "CONTENT_SECURITY_POLICY",
    "CSRF_COOKIE_SECURE",
    "CSRF_FAILURE_VIEW",
    "CSRF_TRUSTED_ORIGINS",
    "DATA_UPLOAD_MAX_MEMORY_SIZE",
    "HIROBA_API_A_MINUTE",
    "HIROBA_API_WITH_TOKEN_A_MINUTE",
    "HIROBA_WRITES_A_MINUTE",
    "LOGIN_REDIRECT_URL",
    "LOGIN_URL",
    "LOGOUT_REDIRECT_URL",
    "MFA_ADAPTER",
    "MFA_PASSKEY_LOGIN_ENABLED",
    "MFA_SUPPORTED_TYPES",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
    "PASSWORD_HASHERS",
    "SECRET_KEY",
    "SECURE_CONTENT_TYPE_NOSNIFF",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
    "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER",
    "SECURE_REFERRER_POLICY",
    "SECURE_SSL_REDIRECT",
    "SECURE_REDIRECT_EXEMPT",
    "SESSION_COOKIE_SECURE",
    "X_FRAME_OPTIONS",
]


def _secret_key() -> str:
    """Given by the environment in production; elsewhere made once and kept in the data folder."""
    if PRODUCTION:
        return env.str("HIROBA_SECRET_KEY")
    kept = DATA / "secret.key"
    DATA.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), open(kept, "x", opener=_for_us_alone) as file:
        file.write(secrets.token_urlsafe(50))
    return kept.read_text()


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list("HIROBA_HOSTS", default=[] if PRODUCTION else ["*"])
CSRF_TRUSTED_ORIGINS = env.list("HIROBA_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "hiroba.foundation.web.errors.csrf_failed"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION and env.bool("HIROBA_HTTPS_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^ready/", r"^metrics/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
# How many reverse proxies stand before us: the limits on sign-in count people, not the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("HIROBA_PROXIES", 1 if PRODUCTION else 0)
# How often one person or address may write, and a program may ask; 0 means without limit.
HIROBA_WRITES_A_MINUTE = env.int("HIROBA_WRITES_A_MINUTE", 120)
HIROBA_API_A_MINUTE = env.int("HIROBA_API_A_MINUTE", 60)
HIROBA_API_WITH_TOKEN_A_MINUTE = env.int("HIROBA_API_WITH_TOKEN_A_MINUTE", 600)
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if HIROBA_ENV == "test"
    else ["django.contrib.auth.hashers.Argon2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:my"
LOGOUT_REDIRECT_URL = "web:home"

ACCOUNT_ADAPTER = "hiroba.foundation.accounts.adapter.AccountAdapter"
MFA_ADAPTER = "hiroba.foundation.accounts.adapter.MfaAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "hiroba.foundation.accounts.forms.SignupNameForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = None
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
