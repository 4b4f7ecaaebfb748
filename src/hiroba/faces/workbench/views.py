"""The one page of the workbench."""

from django.http import HttpRequest, HttpResponse

from hiroba.faces.workbench.desk import piles_for
from hiroba.faces.workbench.toolbox import tools_of
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.views import page, person, reads, staff


@staff(*Role)
@reads
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the person who asks, and the tools of the person's roles."""
    user = person(request)
    return page(
        request, "workbench/staff/waiting.html", piles=piles_for(user), tools=tools_of(user)
    )
