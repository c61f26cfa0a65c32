"""Sharing a post with a thought of one's own, and who has shared it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Refusal, StaysInGroup
from ..forms import ShareForm, once
from ..middleware import needs_person
from ..models import Post
from ..paging import newest_first
from .answers import posted, refused, say_unreached
from .posts import status_of


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def share(request, pk):
    """Of a share, what it shares."""
    me = request.person
    post = get_object_or_404(Post.objects.visible_to(me).for_cards(me), pk=pk)
    if post.community_id:
        return refused(request, StaysInGroup(), to=post.url)
    if not post.can_be_shared:
        raise Http404
    form = ShareForm(posted(request), rules=me.world.rules)
    if request.method == "POST" and form.is_valid():
        key = once(form.cleaned_data["key"], str(pk), *form.said.values())
        try:
            mine = Post.objects.share(me, pk, **form.said, key=key)
        except Refusal as refusal:
            return refused(request, refusal, to="/feed/")
        messages.success(request, _("You shared the post."))
        say_unreached(request, mine)
        return redirect(mine)
    context = {"form": form, "post": post, "original": post, "how_far": post.author_degree}
    if post.is_share:
        context |= {"original": post.original, "how_far": post.original_degree}
    return render(request, "network/post_share.html", context, status=status_of(form))


@needs_person
@require_safe
def index(request, pk):
    """The shares of a post that I may see, newest first."""
    me = request.person
    post = get_object_or_404(Post.objects.visible_to(me).select_related("author"), pk=pk)
    shares = Post.objects.visible_to(me).filter(shared=post).for_cards(me)
    context = {"post": post, "posts": newest_first(shares, request.GET.get("before"))}
    return page(request, "network/shares.html", context, fragment="list")
