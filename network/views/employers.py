"""Employers: all of them, and what the page of one shows besides a profile."""

from django.views.decorators.http import require_safe

from netsim.responses import page

from ..insiders import insiders
from ..middleware import needs_person
from ..models import Follow, Job, Person
from ..models.block import beside_no_block
from ..paging import by_name, newest_first

JOBS = 5  # shown on the employer's page; the others are among all jobs


@needs_person
@require_safe
def index(request):
    """Employers by name."""
    employers = Person.objects.others(request.person).filter(kind=Person.Kind.EMPLOYER)
    cards = employers.for_employer_cards(request.person)
    context = {"employers": by_name(cards, request.GET.get("after"))}
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
