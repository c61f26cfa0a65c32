"""Tags: what carries one, and those that I follow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Post, TagFollow
from ..paging import Page, newest_first
from ..references import tag_key
from .answers import act


@needs_person
@require_safe
def index(request):
    """The tags that I follow, with what is new that I may see, in the order of the alphabet."""
    me, after = request.person, request.GET.get("after", "")
    mine = TagFollow.objects.filter(person=me, key__gt=after.replace("\0", ""))
    mine = mine.with_news(Post.objects.visible_to(me), me.world.now).order_by("key")
    context = {"tags": Page.of(mine, 20, cursor=lambda tag: tag.key)}
    return page(request, "network/tags.html", context, fragment="list")


@needs_person
@require_safe
def show(request, tag):
    """The posts with a tag that I may see, newest first; the same page when there are none."""
    key = _key_of(tag)
    if key != tag:
        return redirect("network:tag", key)
    me = request.person
    posts = Post.objects.visible_to(me).filter(tags__world=me.world_id, tags__key=key)
    context = _state(me, key) | {
        "posts": newest_first(posts.for_cards(me), request.GET.get("before"))
    }
    return page(request, "network/tag.html", context, fragment="list")


@act
def follow(request, tag):
    key = _key_of(tag)
    TagFollow.objects.follow(request.person, key)
    return _answer(request, key, _("You follow #%(tag)s. It is among your tags."))


@act
def unfollow(request, tag):
    key = _key_of(tag)
    TagFollow.objects.unfollow(request.person, key)
    return _answer(request, key, _("You no longer follow #%(tag)s."))


def _answer(request, key, said):
    if request.htmx:
        return render(request, "network/tag.html#follow", _state(request.person, key))
    messages.success(request, said % {"tag": key})
    return redirect("network:tag", key)


def _state(me, key):
    is_followed = TagFollow.objects.filter(person=me, key=key).exists()
    return {"key": key, "is_followed": is_followed}


def _key_of(tag):
    """404 for what cannot be a tag."""
    if key := tag_key(tag):
        return key
    raise Http404
