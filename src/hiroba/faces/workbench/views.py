"""The one page of the workbench."""

from django.http import HttpRequest, HttpResponse

from hiroba.faces.doorways.everybody import tools_of, waiting_for
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.views import page, person, reads, staff


@staff(*Role)
@reads
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the person who asks, and the tools of the person's roles."""
    user = person(request)
    return page(
        request, "workbench/staff/waiting.html", piles=waiting_for(user), tools=tools_of(user)
    )
