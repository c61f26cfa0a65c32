"""Employers: finding one, and what its page shows besides a profile."""

from urllib.parse import urlencode

from django.db.models import OuterRef
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..expressions import SubqueryCount
from ..finding import saying
from ..insiders import insiders
from ..middleware import needs_person
from ..models import Follow, Job, Person
from ..models.block import beside_no_block
from ..paging import by_name, newest_first
from .asked import searched

JOBS = 5  # shown on the employer's page; the others are among all jobs


@needs_person
@require_safe
def index(request):
    """Employers by name, or those who say what was searched in name, industry or place."""
    me, query = request.person, searched(request)
    employers = Person.objects.others(me).filter(kind=Person.Kind.EMPLOYER).with_ties(me)
    if query:
        employers = saying(employers, query, "name", "industry", "location")
    here = Job.objects.open().filter(employer=OuterRef("pk"))
    employers = employers.annotate(job_count=SubqueryCount(here.values("pk")))
    context = {
        "employers": by_name(employers, request.GET.get("after")),
        "query": query,
        "pager": f"{urlencode({'q': query})}&after" if query else "after",
    }
    return page(request, "network/employers.html", context, fragment="list")


def about_employer(me, employer):
    """Followers, open jobs, and whom I know there."""
    followers = Follow.objects.filter(beside_no_block("follower", me), followed=employer)
    jobs = Job.objects.visible_to(me).open().filter(employer=employer).for_cards(me)
    return {
        "follower_count": followers.count(),
        "jobs": newest_first(jobs, None, size=JOBS),
        "insiders": insiders(me, employer),
    }
