from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Connection, Follow, Person
from ..paging import by_name

FEW = 3  # people with news, above the connections


@needs_person
@require_safe
def connections(request):
    me = request.person
    return _list(request, "connections", Person.objects.filter(connections__other=me))


@needs_person
@require_safe
def news(request):
    """Connections with new jobs, work anniversaries and schools that they finished."""
    people = Person.objects.with_news_for(request.person).for_cards(request.person)
    context = {"people": by_name(people, request.GET.get("after"))}
    return page(request, "network/news.html", context, fragment="list")


@needs_person
@require_safe
def following(request):
    me = request.person
    return _list(request, "following", Person.objects.filter(followings__follower=me))


@needs_person
@require_safe
def followers(request):
    me = request.person
    return _list(request, "followers", Person.objects.filter(follows__followed=me))


@needs_person
@require_safe
def blocked(request):
    """Whom I block: the only place where they are still shown to me, to lift the block (B1)."""
    people = Person.objects.filter(blocked_by__blocker=request.person)
    context = {"people": by_name(people, request.GET.get("after"))}
    return page(request, "network/blocked.html", context, fragment="list")


@needs_person
@require_safe
def muted(request):
    """Whose posts I keep out of my feed."""
    people = Person.objects.filter(muted_by__muter=request.person).with_ties(request.person)
    context = {"people": by_name(people, request.GET.get("after"))}
    return page(request, "network/muted.html", context, fragment="list")


def _list(request, tab, people):
    me = request.person
    news = Person.objects.none()
    if tab == "connections" and not (request.htmx or request.GET.get("after")):
        news = Person.objects.to_congratulate(me)
    context = {
        "tab": tab,
        "news": by_name(news.for_cards(me), None, size=FEW),
        "people": by_name(people.for_cards(me), request.GET.get("after")),
        "counts": {
            "connections": Connection.objects.filter(person=me).count(),
            "following": Follow.objects.filter(follower=me).count(),
            "followers": Follow.objects.filter(followed=me).count(),
        },
    }
    return page(request, "network/my_network.html", context, fragment="list")
