"""Pages for when something is not there, not allowed, or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from hiroba.foundation.actions import closed_for_now
from hiroba.foundation.web.problems import for_programs, problem


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing here, or nothing this person may see."""
    if for_programs(request):
        return problem(404)
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The reason is told, and whom to ask."""
    return render(request, "403.html", {"reason": str(exception or "")}, status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere."""
    told = _(
        "画面を開いてから時間がたったか、別の画面でログインし直したため、送信を確かめられませんでした。"
        "前の画面へ戻ると、入力した内容が残っています。もう一度送ってください。"
    )
    return render(request, "403.html", {"reason": told, "go_back": True}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke; this page asks neither database nor session."""
    if for_programs(request):
        return problem(500)
    return HttpResponse(loader.get_template("500.html").render({}), status=500)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent is too large, or no browser would send it."""
    if for_programs(request):
        return problem(400)
    told = _("送られた内容が大きすぎるか、形がくずれています。文章は短く分けて送ってください。")
    return render(request, "403.html", {"reason": told, "go_back": True}, status=400)


def closed(request: HttpRequest) -> HttpResponse:
    """Nothing can be written at the moment, not even that somebody signed in."""
    told = closed_for_now()
    if for_programs(request):
        answer: HttpResponse = problem(503, told)
    else:
        answer = render(request, "403.html", {"reason": told, "go_back": True}, status=503)
    answer["Retry-After"] = "60"
    return answer


def too_often(request: HttpRequest, wait: int) -> HttpResponse:
    """Somebody, or a program, was faster than a person can be; nothing was done."""
    told = _("短い時間に何度も送られました。%(n)s秒たってから、もう一度お試しください。") % {
        "n": wait
    }
    if for_programs(request):
        answer: HttpResponse = problem(429, told)
    else:
        answer = render(request, "429.html", {"reason": told}, status=429)
    answer["Retry-After"] = str(wait)
    return answer
