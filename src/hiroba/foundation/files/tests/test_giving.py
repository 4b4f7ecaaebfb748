"""Giving files back."""

import pytest
from csp.middleware import CSPMiddleware
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory

from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.files import actions
from hiroba.foundation.files.giving import attachment
from hiroba.foundation.files.tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("計画書 1.pdf", samples.PDF)
    return actions.keep(by=somebody("ren"), upload=upload, purpose="x", kinds=("pdf",))


def test_a_file_comes_back_as_it_was_sent_for_saving(kept):
    answer = attachment(kept)

    assert b"".join(answer.streaming_content) == samples.PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Length"] == str(len(samples.PDF))
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%A8%88%E7%94%BB%E6%9B%B8%201.pdf"
    )


def test_a_file_can_do_nothing_in_the_browser(kept):
    answer = attachment(kept)

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_the_policy_of_the_pages_does_not_replace_that_of_files(kept):
    request = RequestFactory().get("/")
    middleware = CSPMiddleware(lambda request: HttpResponse())
    middleware.process_request(request)

    answer = middleware.process_response(request, attachment(kept))

    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_kind_without_a_media_type_is_only_bytes(kept):
    kept.kind = "unknown"

    assert attachment(kept)["Content-Type"] == "application/octet-stream"
