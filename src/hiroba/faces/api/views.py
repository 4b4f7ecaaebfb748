"""The description of the API for people."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from hiroba.faces.api.frame import framed
from hiroba.faces.api.guide import guide
from hiroba.faces.api.house import api
from hiroba.foundation.web.problems import problem
from hiroba.foundation.web.views import page, public, reads


@public
@reads
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its parameters and answers, made from the OpenAPI document."""
    document = api.get_openapi_schema()
    return page(
        request,
        "api/docs.html",
        crumbs=[(_("APIの説明"), "")],
        groups=guide(document),
        address=request.build_absolute_uri("/api/v1"),
    )


@framed
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """An address under /api/ that leads nowhere is told as data."""
    return problem(404)
