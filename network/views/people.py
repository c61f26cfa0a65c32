from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..consequences import consequences
from ..middleware import needs_person
from ..models import Person, Post
from ..paging import Page, by_name, newest_first
from .asked import searched
from .employers import about_employer


@needs_person
@require_safe
def index(request):
    """Everybody here by name, or those whose name is like what was searched."""
    query = searched(request)
    people = Person.objects.others(request.person).with_ties(request.person)
    if query:
        found = Page(people.named_like(query)[:50])
    else:
        found = by_name(people, request.GET.get("after"))
    return page(request, "network/people.html", {"people": found, "query": query}, fragment="list")


@needs_person
@require_safe
def show(request, handle):
    """A profile, with what each act would mean; one's own has no acts, employers have jobs."""
    people = Person.objects.visible_to(request.person).with_ties(request.person)
    people = people.with_profile(request.person).with_mutuals(request.person)
    person = get_object_or_404(people, handle=handle)
    context = {"person": person, "tie": person.tie, "posts": _posts(request, person)}
    if person.pk != request.person.pk:
        context["previews"] = previews(person)
    template = "network/person.html"
    if person.is_employer:
        template = "network/employer.html"
        context |= about_employer(request.person, person)
    return page(request, template, context, fragment=_fragment(request))


def previews(person):
    """What each act that is open to me now would change, by the name of the act."""
    tie, name = person.tie, person.name
    possible = {
        "follow": None if tie.following else tie.follow(),
        "unfollow": tie.unfollow() if tie.following else None,
        "invite": None if _cannot_invite(person) else tie.invite(),
        "connect": None if tie.connected or person.is_employer else tie.connect(),
    }
    return {
        act: consequences(tie, after, name) for act, after in possible.items() if after is not None
    }


def _cannot_invite(person):
    return person.is_employer or person.tie.connected or person.tie.invited


def _posts(request, person):
    posts = Post.objects.visible_to(request.person).filter(author=person)
    return newest_first(posts.for_cards(request.person), request.GET.get("before"), size=10)


def _fragment(request):
    return "posts" if "before" in request.GET else "main"


def other_person(request, handle):
    """Somebody else of my world whom I can see, with what stands between us; 404 otherwise."""
    people = Person.objects.others(request.person).with_ties(request.person)
    return get_object_or_404(people, handle=handle)
