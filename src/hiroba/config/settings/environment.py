"""What the environment says, and where this house keeps its things."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.dateparse import parse_datetime

ROOT = Path(__file__).resolve().parents[4]
HOUSE = ROOT / "src/hiroba"

env = environ.Env()

HIROBA_ENV = env.str("HIROBA_ENV", "demo")
if HIROBA_ENV not in {"demo", "test", "production"}:
    raise ImproperlyConfigured(f"HIROBA_ENV is demo, test or production, not {HIROBA_ENV!r}.")
PRODUCTION = HIROBA_ENV == "production"

DATA = Path(env.str("HIROBA_DATA", str(ROOT / "var"))).resolve()


def clock_shift() -> timedelta:
    """How far HIROBA_CLOCK ("2023-11-01 10:00") lies from now; refused in production."""
    wished = env.str("HIROBA_CLOCK", "")
    if not wished:
        return timedelta(0)
    if PRODUCTION:
        raise ImproperlyConfigured("HIROBA_CLOCK is for demo and test only.")
    moment = parse_datetime(wished)
    if moment is None:
        raise ImproperlyConfigured('HIROBA_CLOCK is written like "2023-11-01 10:00".')
    if timezone.is_naive(moment):
        moment = moment.replace(tzinfo=ZoneInfo("Asia/Tokyo"))
    return moment - timezone.now()
