"""The settings of production: what the house refuses to start with, and what it answers."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.once

GOOD = {
    "HIROBA_ENV": "production",
    "HIROBA_SECRET_KEY": "a-secret-that-is-long-enough-and-full-of-different-signs-0123456789!",
    "HIROBA_HOSTS": "hiroba.example",
    "HIROBA_POOL": "0",
    "EMAIL_URL": "smtp+tls://name:password@mail.example:587",
    "DJANGO_SETTINGS_MODULE": "hiroba.config.settings",
}
ASK = """
import json, sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
from django.test import Client
from hiroba.foundation.accounts.examples import somebody
somebody("akari")
client = Client(headers={"Host": "hiroba.example"})
def told(answer):
    how = lambda cookie: [cookie["secure"], cookie["httponly"], cookie["samesite"]]
    cookies = {name: how(cookie) for name, cookie in answer.cookies.items()}
    return dict(status=answer.status_code, headers=dict(answer.headers), cookies=cookies)
https = {"X-Forwarded-Proto": "https"}
sign_in = {"login": "akari@example.jp", "password": "hiroba-demo"}
print(json.dumps(dict(
    plain=told(client.get("/help/")),
    health=told(client.get("/health/")),
    behind_proxy=told(client.get("/account/login/", headers=https)),
    signed_in=told(client.post("/account/login/", sign_in, headers={**https, "Referer": "https://hiroba.example/"})),
    stranger=told(client.get("/help/", headers={**https, "Host": "evil.example"})),
    demo=told(client.post("/demo/sign-in/", {"email": "akari@example.jp"}, headers=https)),
    letters=told(client.get("/letters/", headers=https)),
)))
"""


def python(folder, *arguments, **changed):
    known = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("HIROBA_", "DATABASE"))
    }
    environment = {**known, **GOOD, "HIROBA_DATA": str(folder), **changed}
    environment = {key: value for key, value in environment.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )


def check(folder, **changed):
    return python(folder, "-m", "django", "check", "--deploy", "--fail-level", "WARNING", **changed)


def test_the_house_passes_django_s_own_examination_for_production(tmp_path):
    done = check(tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
        "",
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"HIROBA_SECRET_KEY": None}, "HIROBA_SECRET_KEY"),
        ({"HIROBA_CLOCK": "2023-11-01 10:00"}, "HIROBA_CLOCK is for demo and test only."),
        ({"HIROBA_ENV": "staging"}, "HIROBA_ENV is demo, test or production, not 'staging'."),
        ({"HIROBA_SECRET_KEY": "short"}, "security.W009"),
        ({"HIROBA_HOSTS": None}, "security.W020"),
        ({"HIROBA_HTTPS_REDIRECT": "off"}, "security.W008"),
    ],
)
def test_the_house_does_not_open_with_a_setting_that_is_not_safe(tmp_path, changed, said):
    done = check(tmp_path, **changed)

    assert done.returncode != 0
    assert said in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("clock", "said"), [("yesterday", "HIROBA_CLOCK is written like"), ("2023-11-01 10:00", "")]
)
def test_the_demo_s_clock_can_be_set_and_has_to_be_a_moment(tmp_path, clock, said):
    done = python(tmp_path, "-m", "django", "check", HIROBA_ENV="demo", HIROBA_CLOCK=clock)

    assert (done.returncode != 0, said in done.stderr) == (bool(said), True)


def test_the_key_of_a_demo_is_made_once_and_read_by_nobody_else(tmp_path):
    show = "from django.conf import settings; print(settings.SECRET_KEY)"
    first, second = (python(tmp_path, "-c", show, HIROBA_ENV="demo").stdout for _ in range(2))

    assert first == second != ""
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    done = python(tmp_path_factory.mktemp("production"), "-c", ASK)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_http_is_led_to_https_but_health_is_told_at_once(answers):
    assert answers["plain"]["status"] == 301
    assert answers["plain"]["headers"]["Location"] == "https://hiroba.example/help/"
    assert answers["health"]["status"] == 200


def test_what_the_proxy_received_by_https_is_answered(answers):
    headers = answers["behind_proxy"]["headers"]

    assert answers["behind_proxy"]["status"] == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'self'" in headers["Content-Security-Policy"]


def test_cookies_travel_by_https_only(answers):
    assert answers["behind_proxy"]["cookies"]["csrftoken"] == [True, "", "Lax"]
    assert answers["signed_in"]["status"] == 302
    assert answers["signed_in"]["cookies"]["sessionid"] == [True, True, "Lax"]


def test_another_host_is_not_answered(answers):
    assert answers["stranger"]["status"] == 400


def test_the_short_ways_of_the_demo_do_not_exist(answers):
    assert answers["demo"]["status"] == 404
    assert answers["letters"]["status"] != 200
