"""All rooms of the API under one roof, and how troubles are told."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from hiroba.engines.registry.people.api import router as bodies
from hiroba.faces.api.contract import completed
from hiroba.foundation.tokens.api import router as tokens
from hiroba.foundation.tokens.doors import Forbidden
from hiroba.foundation.verdicts import Refused
from hiroba.foundation.web.problems import TITLES, problem
from hiroba.programmes.cooperation.projects.api import router as projects
from hiroba.programmes.cooperation.proposals.api import router as proposals
from hiroba.reports.figures.api import router as figures

log = logging.getLogger(__name__)

VERSION = "1"


class House(NinjaAPI):
    """Operations are named by their functions; the contract tells every trouble as well."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **given: object) -> OpenAPISchema:
        return completed(super().get_openapi_schema(**given))  # type: ignore[arg-type]


api = House(
    title="Hiroba API",
    version=VERSION,
    description="Projects, bodies, calls and figures; with a token, one's own proposals.",
    docs_url=None,
    urls_namespace="api-v1",
)
for router in (projects, bodies, proposals, figures, tokens):
    api.add_router("", router)


@api.exception_handler(Refused)
def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """409 with the sentence that a page would show."""
    return problem(409, refusal.reason)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, trouble: AuthenticationError) -> HttpResponse:
    """401, and how one makes oneself known."""
    told = _("Authorization: Bearer に続けて鍵を送ってください。")
    answer = problem(401, told if trouble.message == "Unauthorized" else trouble.message)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Forbidden)
def forbidden(request: HttpRequest, trouble: Forbidden) -> HttpResponse:
    """403 with the reason."""
    return problem(403, trouble.reason)


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, trouble: PermissionDenied) -> HttpResponse:
    """403 with the reason."""
    return problem(403, str(trouble))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, trouble: Http404) -> HttpResponse:
    """404: nothing here, or nothing one may see."""
    return problem(404)


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, trouble: ValidationError) -> HttpResponse:
    """422 with each place that has to be mended."""
    errors = [
        {"place": ".".join(str(step) for step in each["loc"]), "told": each["msg"]}
        for each in trouble.errors
    ]
    return problem(422, errors=errors)


@api.exception_handler(HttpError)
def stopped(request: HttpRequest, trouble: HttpError) -> HttpResponse:
    """What the framework itself stops, such as a body that is not JSON."""
    return problem(trouble.status_code if trouble.status_code in TITLES else 400)


@api.exception_handler(Exception)
def broken(request: HttpRequest, trouble: Exception) -> HttpResponse:
    """500, kept in the log and not shown."""
    log.error("the API broke on %s %s", request.method, request.path, exc_info=trouble)
    return problem(500)
