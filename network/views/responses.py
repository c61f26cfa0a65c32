"""What people make of a post: reactions, and keeping it for later."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Post, Reaction
from ..paging import Page
from ..paging import whole_number as number
from .answers import act, back


@act
def react(request, pk):
    """One reaction a post; the one that I have already, pressed again, is taken back."""
    kind = request.POST.get("kind", "")
    if kind and kind not in Reaction.Kind.values:
        raise Http404
    Post.objects.react(request.person, _seen(request, pk), kind)
    return _responses(request, pk)


@act
def save(request, pk):
    Post.objects.save_for_later(request.person, _seen(request, pk))
    return _responses(request, pk)


@act
def forget(request, pk):
    Post.objects.forget(request.person, pk)
    return _responses(request, pk)


@needs_person
@require_safe
def saved(request):
    """What I kept for later, as far as I may still see it; the last kept first."""
    me = request.person
    kept = Post.objects.visible_to(me).for_cards(me).annotate_saved(me).exclude(saved_pk=None)
    if before := number(request.GET.get("before")):
        kept = kept.filter(saved_pk__lt=before)
    context = {"posts": Page.of(kept.order_by("-saved_pk"), 20, lambda post: post.saved_pk)}
    return page(request, "network/saved.html", context, fragment="list")


def _seen(request, pk):
    return get_object_or_404(Post.objects.visible_to(request.person).only("pk"), pk=pk).pk


def _responses(request, pk):
    """The part of the card that changed, or the page as it now is."""
    post = Post.objects.visible_to(request.person).with_responses(request.person).filter(pk=pk)
    if request.htmx and (seen := post.first()):
        return render(request, "network/_posts.html#responses", {"post": seen})
    return back(request)
