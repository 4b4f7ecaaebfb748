"""The one page of the workbench."""

from django.http import HttpRequest, HttpResponse

from hiroba.faces.workbench.desk import piles_for
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.views import page, person, reads, staff


@staff(*Role)
@reads
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the person who asks."""
    return page(request, "workbench/staff/waiting.html", piles=piles_for(person(request)))
