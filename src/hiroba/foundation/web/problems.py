"""Troubles told to programs: problem+json as in RFC 9457, in the reader's language."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext_lazy as _

PROBLEM = "application/problem+json"

TITLES = {
    400: _("読み取れない要求です"),
    401: _("鍵が要ります"),
    403: _("許されていません"),
    404: _("見つかりません"),
    405: _("この方法では使えません"),
    409: _("いまはできません"),
    413: _("大きすぎます"),
    415: _("この形式は読めません"),
    422: _("内容に直すところがあります"),
    429: _("回数が多すぎます"),
    500: _("ひろばの側で問題が起きました"),
    503: _("いまは応じられません"),
}


def problem(status: int, detail: str = "", **more: Any) -> JsonResponse:
    """The answer with its status, a title, and a sentence that says what can be done."""
    told = {"type": "about:blank", "title": str(TITLES[status]), "status": status}
    told |= {"detail": str(detail)} if detail else {}
    answer = JsonResponse(
        {**told, **more}, status=status, json_dumps_params={"ensure_ascii": False}
    )
    answer["Content-Type"] = PROBLEM
    return answer


def for_programs(request: HttpRequest) -> bool:
    """Whether the request was made by a program and not by a browser's page."""
    return request.path_info.startswith("/api/")
