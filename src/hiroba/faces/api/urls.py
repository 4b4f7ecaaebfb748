"""Where programs knock; every address under /api/ answers as data."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from hiroba.faces.api.frame import framed
from hiroba.faces.api.house import api
from hiroba.faces.api.views import nothing_here


def _framed(pattern: URLPattern | URLResolver) -> URLPattern:
    assert isinstance(pattern, URLPattern)
    return URLPattern(pattern.pattern, framed(pattern.callback), name=pattern.name)


_patterns, _app_name, _namespace = api.urls

urlpatterns = [
    path("api/v1/", include(([*map(_framed, _patterns)], _app_name), namespace=_namespace)),
    re_path(r"^api/(?!v1/docs/)(?P<rest>.*)$", nothing_here),
]
