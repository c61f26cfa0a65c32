from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from netsim.responses import page, wants_part

from ..consequences import consequences
from ..middleware import needs_person
from ..models import Person, Post, ProfileView
from ..paging import by_name, newest_first
from ..paths import ways_to
from ..suggestions import suggested
from .employers import about_employer
from .profile import part, recommendations


@needs_person
@require_safe
def index(request):
    """People I may know, and everybody by name."""
    after = request.GET.get("after")
    people = Person.objects.others(request.person).for_cards(request.person)
    context = {"people": by_name(people, after)}
    if not after and not wants_part(request):
        context["suggestions"] = suggested(request.person)
    return page(request, "network/people.html", context, fragment="list")


@needs_person
@require_safe
def show(request, handle):
    """A profile, with what each act would mean; one's own has no acts, employers have jobs.

    Opening it is noted.
    """
    people = Person.objects.visible_to(request.person).with_ties(request.person)
    people = people.with_profile(request.person).with_mutuals(request.person)
    people = people.with_shared_groups(request.person).with_mute(request.person)
    person = get_object_or_404(people, handle=handle)
    context = {"person": person, "tie": person.tie, "posts": _posts(request, person)}
    if person.pk != request.person.pk:
        context["previews"] = previews(person)
        context["ways"] = ways_to(request.person, person)
    template = "network/person.html"
    if person.is_employer:
        template = "network/employer.html"
        context |= about_employer(request.person, person)
    else:
        context["recommendations"] = recommendations(request, person)
    response = page(request, template, context, fragment=part(request))
    if request.method == "GET" and not wants_part(request):
        ProfileView.objects.note(request.person, person)
    return response


@needs_person
@require_safe
def connections(request, handle):
    """Whom a person is connected with: all of them, or only those whom I know too.

    These alone when I asked for what we share, or when the others are no business of mine.
    """
    me = request.person
    if handle == me.handle:
        return redirect("network:connections")
    people = Person.objects.others(me).exclude(kind=Person.Kind.EMPLOYER)
    person = get_object_or_404(people.with_ties(me), handle=handle)
    all_shown = person.shows_connections_to(me, person.tie.connected)
    shared = not all_shown or "shared" in request.GET
    known = Person.objects.others(me).filter(connections__other=person)
    if shared:
        known = known.filter(connections__other=me)
    context = {
        "person": person,
        "all_shown": all_shown,
        "shared": shared,
        "people": by_name(known.for_cards(me), request.GET.get("after")),
    }
    return page(request, "network/connections.html", context, fragment="list")


def previews(person):
    """What each act that is open to me now would change, by the name of the act."""
    tie, name = person.tie, person.name
    possible = {
        "follow": None if tie.following or person.follow_refusal else tie.follow(),
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


def other_person(request, handle):
    """Somebody else of my world whom I can see, with what stands between us; 404 otherwise."""
    return _one_of(Person.objects.others(request.person), request, handle)


def card_of(request, handle):
    """`other_person` with all that their card shows."""
    people = Person.objects.others(request.person).for_cards(request.person)
    return get_object_or_404(people, handle=handle)


def who_wrote(request, handle):
    """`other_person`, or somebody who wrote with me and has left since."""
    return _one_of(Person.objects.in_messages_of(request.person), request, handle)


def _one_of(people, request, handle):
    return get_object_or_404(people.with_ties(request.person), handle=handle)
